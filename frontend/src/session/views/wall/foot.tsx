import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { called } from "../work/time/called";
import type { Course } from "../work/time/course";
import { face, minutesLate, mood, timeOfDay } from "../work/time/face";

/** The clock, the tasks and the way in. `bare`: that one stands large in another place. */
export function Foot({ course, bare = false }: { readonly course: Course; readonly bare?: boolean }) {
  const { current, coming, left, ends, late, paused } = course;
  const next = coming[0];
  const behind = minutesLate(late);
  return (
    <footer>
      <p class={`numerals ${mood(left, current.length)}`}>{face(left)}</p>
      <p class="of now">
        <span>{next ? say("wall-then", { item: called(current), next: called(next) }) : called(current)}</span>
        <span>
          {paused
            ? say("wall-paused")
            : behind > 0
              ? say("wall-ends-late", { time: timeOfDay(ends), minutes: behind })
              : say("wall-ends", { time: timeOfDay(ends) })}
        </span>
      </p>
      <Tasks />
      {!bare && <WayIn />}
    </footer>
  );
}

function Tasks() {
  const { roots } = useSession();
  const all = [...roots.tasks.value.values()].filter(({ state }) => state !== "dropped");
  const done = all.filter(({ state }) => state === "done").length;
  if (all.length === 0) return null;
  return (
    <p class="of">
      <span>{say("wall-tasks")}</span>
      <b>{say("wall-tasks-done", { done, all: all.length })}</b>
    </p>
  );
}

/** The address to join, and its picture, where this screen knows them. */
export function WayIn({ large = false }: { readonly large?: boolean }) {
  const { boot } = useSession();
  const { links, qr } = boot;
  if (!links.join || !qr.join) return null;
  const [site = "", token = ""] = links.join.replace(/^https?:\/\//, "").split("/join/");
  return (
    <div class={large ? "way-in large" : "way-in"}>
      <p translate={false}>
        <span>{site}/join/</span>
        <b>{token}</b>
      </p>
      <img src={qr.join} alt={say("wall-join-code")} />
    </div>
  );
}
