import { say } from "../../../../words/say";
import { useReading } from "../reading";
import { Choice } from "./choice";

/** Beside the question: what the big screen shows, for the facilitator; whether this page follows, for the others. */
export function Head() {
  const reading = useReading();
  if (reading.facilitates) {
    return (
      <Choice
        label={say("read-shows")}
        value={reading.shows.value ?? "none"}
        choices={[
          ["page", say("read-shows-pages")],
          ["one", say("read-shows-one")],
          ["none", say("read-shows-nothing")],
        ]}
        onChoose={(as) => reading.point(as === "none" ? null : as)}
      />
    );
  }
  if (reading.shows.value === null) return null;
  return (
    <Choice
      label={say("read-pace")}
      quiet
      value={reading.follows.value ? "follow" : "own"}
      choices={[
        ["follow", say("read-follow")],
        ["own", say("read-own-pace")],
      ]}
      onChoose={(pace) =>
        pace === "follow" ? reading.follow() : reading.go(reading.look.peek() === "page" ? "all" : reading.look.peek())
      }
    />
  );
}
