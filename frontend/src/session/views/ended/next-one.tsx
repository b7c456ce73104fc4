import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { isolated } from "../../../words/isolated";
import { say } from "../../../words/say";
import { nextRefused, openNext } from "../../next";
import { useSession } from "../../use-session";
import { Why } from "../why";
import { Part } from "./part";

/** The next session of the chain: the way to it, or one press that opens it. */
export function NextOne({ alone }: { readonly alone: boolean }) {
  const { ask, boot, meta, roots } = useSession();
  const [busy, setBusy] = useState(false);
  const { contract, next, ending } = meta.value;
  const thought = [...roots.parked.value.values()].find(({ as }) => as === null || as === "next")?.text;
  const leads = boot.role === "lead";
  const wanted = ending?.verdict === "another";
  if (next !== null) {
    return (
      <Part title={say("ended-next")}>
        <p class="large">{say("ended-next-open")}</p>
        <p class="press">
          <a class={wanted ? "button go size-m" : "button quiet size-m"} href={`/worksessions/${next}?as=${boot.role}`}>
            {say("ended-next-go")}
          </a>
          <span class="small">{alone ? say("ended-next-carried-alone") : say("ended-next-carried")}</span>
        </p>
      </Part>
    );
  }
  if (!leads) {
    return <Part title={say("ended-next")}>{wanted ? say("ended-next-waits") : say("ended-next-none-yet")}</Part>;
  }
  const open = async (): Promise<void> => {
    setBusy(true);
    await openNext(ask);
    setBusy(false);
  };
  return (
    <Part title={say("ended-next")}>
      {!alone && <p>{say("ended-next-none")}</p>}
      <p class="press">
        <Button look={wanted ? "go" : "quiet"} busy={busy} onClick={() => void open()}>
          {alone ? say("ended-next-alone", { minutes: contract.minutes }) : say("ended-next-plan")}
        </Button>
        <span class="small">
          {alone && thought ? say("ended-next-thought", { thought: isolated(thought) }) : say("ended-next-takes")}
        </span>
      </p>
      <Why text={nextRefused.value} />
    </Part>
  );
}
