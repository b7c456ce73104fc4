import { say } from "../../words/say";
import type { FileFormat } from "../engine/file-format";
import { useBoard } from "../engine/use-board";
import { offered, saveFile } from "../parts/share/typeset-files";

/** The board as it stands, as a file. Until the decision is final each of them says that it is a draft. */
export function TakeAway() {
  const { boot } = useBoard();
  return (
    <section class="way stacked take-away">
      <div>
        <h3>{say("files-as-it-stands")}</h3>
        <p>{say("files-as-it-stands-why")}</p>
        {boot.typesets === false ? <p>{say("files-typesetting-off")}</p> : null}
      </div>
      <div class="line-up">
        {offered(boot)
          .filter((format) => format.draft)
          .map((format) => (
            <Draft key={format.ending} {...format} address={`/api/boards/${boot.board}/export.${format.ending}`} />
          ))}
      </div>
    </section>
  );
}

function Draft({ address, ending, label, typeset }: FileFormat & { address: string }) {
  const save = (event: MouseEvent) => {
    event.preventDefault();
    void saveFile(address);
  };
  return (
    <a class="button quiet size-s" href={address} download onClick={typeset ? save : undefined}>
      .{ending}
      <span class="visually-hidden">, {label}</span>
    </a>
  );
}
