import { say } from "../../../words/say";
import { Replies } from "../replies/replies";
import { useReplies } from "../replies/use-replies";

/** Replies to the recaps before that nobody has answered: lines of the plan. */
export function Readers() {
  const open = useReplies().filter(({ answer }) => answer === null);
  if (open.length === 0) return null;
  return (
    <section class="plan-part" aria-labelledby="plan-replies">
      <h2 class="plan-label" id="plan-replies">
        {say("reply-open", { count: open.length })}
      </h2>
      <Replies replies={open} />
    </section>
  );
}
