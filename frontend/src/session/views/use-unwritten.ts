import { useSession } from "../use-session";
import { areGiven } from "./work/text/places";

/** Whether nobody has written anything yet: the text begins with headings. */
export function useUnwritten(): boolean {
  const { meta, roots } = useSession();
  const { written, headings, contract } = meta.value;
  return (
    !written && areGiven(headings, [contract.artifact, ...[...roots.conditions.value.values()].map((one) => one.text)])
  );
}
