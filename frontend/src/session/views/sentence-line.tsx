import { type Agreed, GLANCE, parts, sentence } from "../sentence";
import { useSession } from "../use-session";
import { isAlone } from "../verdicts";

export interface SentenceProps {
  /** What will exist stands above it. */
  readonly untitled?: boolean;
  /** The conditions stand below it, so a long sentence leaves them out. */
  readonly listed?: boolean;
}

/** What the session is for, in words; what people typed is underlined. */
export function SentenceLine({ untitled, listed }: SentenceProps) {
  const { meta, roots } = useSession();
  const { contract, kind } = meta.value;
  const agreed: Agreed = {
    meta: { kind, contract: untitled ? { ...contract, artifact: "" } : contract },
    conditions: roots.conditions.value,
    people: roots.people.value,
  };
  // Alone the one condition says no more than that it exists.
  const plain = isAlone(kind) ? agreed.conditions.size < 2 : sentence(agreed).length > GLANCE;
  const said = listed && plain ? { ...agreed, conditions: new Map() } : agreed;
  return (
    <p class="sentence">{parts(said).map(({ text, typed }, at) => (typed ? <bdi key={at}>{text}</bdi> : text))}</p>
  );
}
