import { useSession } from "../use-session";
import { isUnwritten } from "./work/text/places";

/** Whether nobody has written anything yet: the text begins with headings. */
export function useUnwritten(): boolean {
  const { meta, roots } = useSession();
  const { text, contract } = meta.value;
  return isUnwritten(text, [contract.artifact, ...[...roots.conditions.value.values()].map((one) => one.text)]);
}
