import { finished } from "../../words/done";
import { isTypeset, offered, saveFile } from "./typeset-files";
import { useBoard } from "./use-board";

const DRAFTS = ["pdf", "png", "svg", "md", "csv", "json"] as const;

/** The board as it stands, as a file. Until the decision is final each of them says that it is a draft. */
export function TakeAway() {
  const { boot } = useBoard();
  return (
    <section class="way stacked take-away">
      <div>
        <h3>{finished.done.asItStands}</h3>
        <p>{finished.done.asItStandsWhy}</p>
        {boot.typesets === false ? <p>{finished.done.typesettingOff}</p> : null}
      </div>
      <div class="line-up">
        {offered(boot, DRAFTS).map((kind) => (
          <Draft key={kind} kind={kind} address={`/api/boards/${boot.board}/export.${kind}`} />
        ))}
      </div>
    </section>
  );
}

function Draft({ kind, address }: { kind: (typeof DRAFTS)[number]; address: string }) {
  const save = (event: MouseEvent) => {
    event.preventDefault();
    void saveFile(address);
  };
  return (
    <a class="button quiet size-s" href={address} download onClick={isTypeset(kind) ? save : undefined}>
      .{kind}
      <span class="visually-hidden">, {finished.done[kind]}</span>
    </a>
  );
}
