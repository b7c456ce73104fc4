import { Button } from "../../../../kit/button";
import { useEdge } from "../../../../kit/page/edges";
import { say } from "../../../../words/say";
import { ReadyCount } from "../../../parts/ready/ready";
import { useReading } from "../reading";
import { Chevron } from "./chevron";
import { stepped } from "./steps";

/** The phone's ways on, under the thumb. */
export function Thumbs() {
  const reading = useReading();
  const number = String(reading.idea.value?.number ?? 0);
  const last = reading.ends(1);
  const pages = reading.look.value === "page";
  const edge = useEdge<HTMLElement>("bottom");
  return (
    <nav ref={edge} class="thumbs" aria-label={say("read-steps")}>
      <Button
        aria-label={pages ? say("read-previous-page") : say("read-previous")}
        aria-disabled={reading.ends(-1) ? "true" : undefined}
        onClick={() => stepped(reading, -1)}
      >
        <Chevron to="before" />
      </Button>
      <p>
        <b>{pages ? reading.pageName() : say("read-short", { number, count: reading.ideas.value.length })}</b>
        <small>{last ? say("read-last") : reading.onScreen.value ? say("read-on-screen") : <ReadyCount />}</small>
      </p>
      <Button
        look="ink"
        aria-label={pages ? say("read-next-page") : say("read-next")}
        aria-disabled={last ? "true" : undefined}
        onClick={() => stepped(reading, 1)}
      >
        <Chevron to="after" />
      </Button>
    </nav>
  );
}
