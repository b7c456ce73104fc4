import { type Agreed, parts } from "../sentence";
import { useSession } from "../use-session";

/** What the session is for, in words; what people typed is underlined. `untitled`: what will exist stands above it. */
export function SentenceLine({ untitled }: { readonly untitled?: boolean }) {
  const { meta, roots } = useSession();
  const { contract, kind } = meta.value;
  const agreed: Agreed = {
    meta: { kind, contract: untitled ? { ...contract, artifact: "" } : contract },
    conditions: roots.conditions.value,
    people: roots.people.value,
  };
  return (
    <p class="sentence">{parts(agreed).map(({ text, typed }, at) => (typed ? <bdi key={at}>{text}</bdi> : text))}</p>
  );
}
