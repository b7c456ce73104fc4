import { isolated } from "../../../../words/isolated";
import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";
import { isAlone } from "../../../verdicts";
import { Finishing, useFinishes } from "../finishing";
import { NextOne } from "../next-one";
import { Part } from "../part";
import { Readers } from "../readers";
import { Correcting } from "../recap/correcting";
import { Recap } from "../recap/recap";
import { Made } from "./made";
import { OwnTasks, Said, Undated } from "./own";
import { Pause } from "./pause";
import type { Shown } from "./use-first";

/** The one thing that this person came for. */
export function FirstBlock({ what, tasks }: Shown) {
  const { meta } = useSession();
  const finishes = useFinishes();
  switch (what) {
    case "finish":
      return <Finishing />;
    case "correct":
      return <Correcting finishes={false} />;
    case "accept":
      return <Accept />;
    case "replies":
      return <Readers />;
    case "next":
      return <NextOne alone={isAlone(meta.value.kind)} />;
    case "dates":
      return <Undated tasks={tasks} />;
    case "tasks":
      return <OwnTasks tasks={tasks} />;
    case "share":
    case "recap":
      return <Recap first={!finishes} />;
    case "made":
      return <Made />;
    case "said":
      return <Said />;
    case "pause":
      return <Pause />;
    case "none":
      return null;
  }
}

/** Whoever says when it is done, and was not there, answers on a page of its own. */
function Accept() {
  const { boot, meta } = useSession();
  return (
    <Part title={say("ended-accept")}>
      <p class="large">{say("ended-accept-asked", { artifact: isolated(meta.value.contract.artifact) })}</p>
      <p class="press">
        <a class="button go size-m" href={`/worksessions/${boot.session}/accept`}>
          {say("ended-accept-go")}
        </a>
      </p>
    </Part>
  );
}
