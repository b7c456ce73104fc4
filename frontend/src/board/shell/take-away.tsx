import { finished } from "../../words/done";
import { useBoard } from "./use-board";

const DRAFTS = ["pdf", "png", "svg", "md", "csv", "json"] as const;

/** The board as it stands, as a file. Until the decision is final each of them says that it is a draft. */
export function TakeAway() {
  const { board } = useBoard().boot;
  return (
    <section class="way stacked take-away">
      <div>
        <h3>{finished.done.asItStands}</h3>
        <p>{finished.done.asItStandsWhy}</p>
      </div>
      <div class="line-up">
        {DRAFTS.map((kind) => (
          <a class="button quiet size-s" key={kind} href={`/api/boards/${board}/export.${kind}`} download>
            .{kind}
            <span class="visually-hidden">, {finished.done[kind]}</span>
          </a>
        ))}
      </div>
    </section>
  );
}
