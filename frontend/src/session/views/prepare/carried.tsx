import { locale, say } from "../../../words/say";
import type { SessionMeta } from "../../../worksession.generated";
import { useSession } from "../../use-session";

/** "from 28 Nov": where a line was written first, when it comes from another session of the chain; else "". */
export function carried(
  { before, before_at }: Pick<SessionMeta, "before" | "before_at">,
  from?: string | null,
): string {
  if (!from) return "";
  if (from !== before || before_at === null) return say("prepare-from-earlier");
  const day = new Date(before_at * 1000).toLocaleDateString(locale(), { day: "numeric", month: "short" });
  return say("prepare-from", { day });
}

export function Carried({ from }: { readonly from?: string | null | undefined }) {
  const words = carried(useSession().meta.value, from);
  return words === "" ? null : <small class="carried">{words}</small>;
}
