/** The ways to the board of an item, which only people who joined are given. */

import type { ComponentChildren } from "preact";
import { WAY_BACK, writeStored } from "../../../../browser-storage";
import { usePhone } from "../../../../kit/page/use-phone";
import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";

interface ToProps {
  readonly href: string;
  readonly look: "go" | "quiet";
  readonly size?: "s" | "m" | "l";
  readonly children: ComponentChildren;
}

/** On a phone it takes the place of this page, which the board's page then leads back to; elsewhere a new tab. */
function To({ href, look, size = "m", children }: ToProps) {
  const stays = usePhone();
  return (
    <a
      class={`button ${look} size-${size}`}
      href={href}
      target={stays ? undefined : "_blank"}
      // The board's server learns of no page of this session.
      rel="noopener noreferrer"
      onClick={() => {
        if (stays) writeStored(WAY_BACK, location.pathname + location.search);
      }}
    >
      {children}
      {!stays && <span class="visually-hidden"> {say("inside-new-tab")}</span>}
    </a>
  );
}

export function TakePart({
  item,
  look,
  size,
}: {
  readonly item: string;
  readonly look: "go" | "quiet";
  readonly size?: "s" | "m" | "l";
}) {
  const path = useSession().notice.value.you.boards[item]?.take_part;
  return path === undefined ? null : (
    <To href={path} look={look} {...(size ? { size } : {})}>
      {say("inside-take-part")}
    </To>
  );
}

export function LeadBoard({ item, size }: { readonly item: string; readonly size?: "s" | "m" | "l" }) {
  const path = useSession().notice.value.you.boards[item]?.lead;
  return path ? (
    <To href={path} look="quiet" {...(size ? { size } : {})}>
      {say("inside-lead")}
    </To>
  ) : null;
}

/** To a board whose item has ended. */
export function ToBoard({ item }: { readonly item: string }) {
  return <TakePart item={item} look="quiet" size="s" />;
}

/** Both, where one thumb reaches them. */
export function WayIn({ item }: { readonly item: string }) {
  return (
    <p class="way-to-board">
      <TakePart item={item} look="go" size="l" />
      <LeadBoard item={item} size="l" />
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
