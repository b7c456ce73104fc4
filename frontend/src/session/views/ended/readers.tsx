import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { Replies } from "../replies/replies";
import { useReplies } from "../replies/use-replies";
import { Part } from "./part";
import { recapOf } from "./recap/recap-state";

/** What readers replied to this recap, and to earlier ones that nobody has answered. */
export function Readers() {
  const { boot, meta } = useSession();
  const replies = useReplies().filter(({ session, answer }) => session === boot.session || answer === null);
  if (recapOf(meta.value) === null && replies.length === 0) return null;
  return (
    <Part title={say("reply-head")}>
      {/* The button that copies the link stands right above. */}
      {replies.length > 0 ? <Replies replies={replies} /> : <p>{say("reply-none")}</p>}
    </Part>
  );
}
