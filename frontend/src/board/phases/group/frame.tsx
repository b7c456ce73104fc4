import { useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { Empty } from "../../../kit/empty";
import { say } from "../../../words/say";
import { Lead } from "./lead";
import { useWall } from "./wall/use-wall";

/** What is the same for all roles: the wall lives as long as the phase does, and says when there is nothing on it. */
export function GroupFrame({ children }: { children: ComponentChildren }) {
  const wall = useWall();
  const { state } = wall.board;
  const none = useComputed(() => state.ideas.value.length === 0).value;
  useState(() => wall.start());
  useLayoutEffect(() => () => wall.stop(), [wall]);
  if (!state.ready.value) return <p class="group-loading">{say("group-loading")}</p>;
  if (none)
    return (
      <div class="group-phase">
        <Lead tools={false} hint={false} />
        <Empty title={say("group-no-ideas")}>
          <p>{say("group-no-ideas-hint")}</p>
        </Empty>
      </div>
    );
  return <>{children}</>;
}
