/** The ways to the board of an item, which only people who joined are given. */

import { wayBackFrom, writeStored } from "../../../../browser-storage";
import { usePhone } from "../../../../kit/page/use-phone";
import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";

/** `link`: among words of a list. */
type Look = "go" | "quiet" | "link";

const CLASSES: Readonly<Record<Look, string>> = {
  go: "button go size-l",
  quiet: "button quiet size-l",
  link: "to-board",
};

interface WayProps {
  readonly item: string;
  readonly look: Look;
}

/** On a phone it takes the place of this page, which the board's page then leads back to; elsewhere a new tab. */
function To({ href, look, words }: { readonly href: string; readonly look: Look; readonly words: string }) {
  const stays = usePhone();
  return (
    <a
      class={CLASSES[look]}
      href={href}
      target={stays ? undefined : "_blank"}
      // The request for the board does not name this session.
      rel="noopener noreferrer"
      onClick={() => {
        if (stays) writeStored(wayBackFrom(""), location.pathname + location.search);
      }}
    >
      {words}
      {!stays && <span class="visually-hidden"> {say("inside-new-tab")}</span>}
    </a>
  );
}

export function TakePart({ item, look }: WayProps) {
  const path = useSession().notice.value.you.boards[item]?.take_part;
  return path === undefined ? null : <To href={path} look={look} words={say("inside-take-part")} />;
}

/** For whoever opened it. */
export function LeadBoard({ item, look }: WayProps) {
  const path = useSession().notice.value.you.boards[item]?.lead;
  return path ? <To href={path} look={look} words={say("inside-lead")} /> : null;
}

/** To a board whose item has ended. */
export function ToBoard({ item }: { readonly item: string }) {
  return <TakePart item={item} look="link" />;
}

/** Both, where one thumb reaches them. */
export function WayIn({ item }: { readonly item: string }) {
  return (
    <p class="way-to-board">
      <TakePart item={item} look="go" />
      <LeadBoard item={item} look="quiet" />
    </p>
  );
}

/** The frozen record of what was decided. */
export function ToDecision({ decision }: { readonly decision: string }) {
  return (
    <a class="to-decision" href={`/decisions/${decision}`} target="_blank" rel="noopener noreferrer">
      {say("inside-read")}
      <span class="visually-hidden"> {say("inside-new-tab")}</span>
    </a>
  );
}
