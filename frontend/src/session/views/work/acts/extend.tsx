/** "+5": where the time comes from. */

import { useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { isolated } from "../../../../words/isolated";
import { say } from "../../../../words/say";
import { Why } from "../../why";
import type { Course } from "../time/course";
import { type Offer, offers } from "../time/extensions";
import { timeOfDay } from "../time/face";
import { useAsk } from "../use-work";

const MINUTES = [2, 5, 10] as const;

export function Extend({ course, onDone }: { readonly course: Course; readonly onDone: () => void }) {
  const [minutes, setMinutes] = useState<number>(5);
  const asking = useAsk();
  const give = async ({ from }: Offer): Promise<void> => {
    if (await asking.run({ do: "extend", seconds: minutes * 60, from })) onDone();
  };
  return (
    <div class="extend">
      <h2 class="label">{say("working-more-from", { item: isolated(course.current.title) })}</h2>
      <fieldset class="choice few">
        <legend class="visually-hidden">{say("working-how-much")}</legend>
        {MINUTES.map((one) => (
          <label key={one}>
            <input type="radio" name="more" checked={minutes === one} onChange={() => setMinutes(one)} />
            <span>{say("working-more-minutes", { minutes: one })}</span>
          </label>
        ))}
      </fieldset>
      <ul>
        {offers(course, minutes * 60).map((offer) => (
          <li key={typeof offer.from === "string" ? offer.from : `skip ${offer.from.skip}`}>
            <Button look="plain" busy={asking.busy} onClick={() => void give(offer)}>
              <span>{words(offer)}</span>
              <small>{say("working-ends-then", { time: timeOfDay(offer.ends) })}</small>
            </Button>
          </li>
        ))}
      </ul>
      <Why text={asking.why} />
    </div>
  );
}

function words({ from, title, before, after }: Offer): string {
  if (from === "end") return say("working-from-end");
  const item = isolated(title);
  return typeof from === "string"
    ? say("working-from-item", { item, before, after })
    : say("working-skip-item", { item, before });
}
