import { useSignal } from "@preact/signals";
import { newId } from "../../../live/random";
import { say } from "../../../words/say";
import type { Command } from "../../../worksession.generated";
import { rowsOf } from "../../agenda";
import type { Session } from "../../engine";
import { useSession } from "../../use-session";
import { Fold } from "./fold";

const STARTERS = ["brief", "plan", "text", "report", "problem", "log"] as const;
type Starter = (typeof STARTERS)[number];

/** Ready plans. One fills what is empty and names the work on the agenda; what somebody wrote stays. */
export function Starters() {
  const session = useSession();
  const why = useSignal("");
  if (session.meta.value.kind !== "team" || session.roots.conditions.value.size > 0) return null;
  const begin = async (starter: Starter): Promise<void> => {
    const answers = await Promise.all(filled(session, starter).map((command) => session.ask(command)));
    why.value = answers.find(({ answer }) => answer !== "ok")?.why ?? "";
  };
  return (
    <Fold title={say("prepare-starters")} sum={say("prepare-starters-sum")} class="starters">
      <p>
        {STARTERS.map((one) => (
          <button type="button" class="link" key={one} onClick={() => void begin(one)}>
            {say(`prepare-starter-${one}`)}
          </button>
        ))}
      </p>
      {why.value ? <p class="plan-note wrong">{why.value}</p> : null}
    </Fold>
  );
}

function filled({ meta, roots }: Session, starter: Starter): readonly Command[] {
  const { artifact, minutes } = meta.peek().contract;
  const first: Command[] = artifact
    ? []
    : [{ do: "edit_contract", artifact: say(`prepare-starter-${starter}-artifact`) }];
  const conditions = cut(say(`prepare-starter-${starter}-conditions`));
  const [begin = "", end = ""] = cut(say(`prepare-starter-${starter}-work`));
  const rows = rowsOf(roots.agenda.peek(), minutes);
  // The first item is where everybody agrees on what is to be done.
  const work = rows.filter((row, at) => row.item.kind === "work" && (at > 0 || rows.length < 4));
  return [
    ...first,
    ...conditions.map((text): Command => ({ do: "add_condition", condition: newId(), text })),
    ...work.map(
      ({ id }, at): Command => ({
        do: "edit_item",
        item: id,
        title: at > 0 && at === work.length - 1 ? end : begin,
      }),
    ),
  ];
}

function cut(words: string): readonly string[] {
  return words.split("|").map((one) => one.trim());
}
