import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { isolated } from "../../../words/isolated";
import { say } from "../../../words/say";
import { nextRefused, openNext } from "../../next";
import { useSession } from "../../use-session";
import { whenOf } from "../../when";
import { Calendar } from "../chain/calendar";
import { openingOf, type Plan, proposed } from "../chain/plan";
import { type Newest, useChain } from "../chain/use-chain";
import { WhenChoice } from "../chain/when-choice";
import { Why } from "../why";
import { Part } from "./part";

/** The next session of the chain: the way to it and its time, or one press that opens it. */
export function NextOne({ alone }: { readonly alone: boolean }) {
  const { boot, meta } = useSession();
  const { next, ending } = meta.value;
  const wanted = ending?.verdict === "another";
  if (next !== null) return <There next={next} alone={alone} wanted={wanted} />;
  if (boot.role !== "lead") {
    return <Part title={say("ended-next")}>{wanted ? say("ended-next-waits") : say("ended-next-none-yet")}</Part>;
  }
  return <Part title={say("ended-next")}>{alone ? <OpenAlone wanted={wanted} /> : <Open wanted={wanted} />}</Part>;
}

interface ThereProps {
  readonly next: string;
  readonly alone: boolean;
  readonly wanted: boolean;
}

function There({ next, alone, wanted }: ThereProps) {
  const { boot } = useSession();
  const chain = useChain();
  const newest = chain?.next ?? null;
  return (
    <Part title={say("ended-next")}>
      <p class="large coming">{toldNext(newest)}</p>
      {!alone && <p class="why">{say("chain-join")}</p>}
      <p class="press">
        <a
          class={wanted ? "button go size-m" : "button quiet size-m"}
          href={`/worksessions/${newest?.id ?? next}?as=${boot.role}`}
        >
          {say("ended-next-go")}
        </a>
        <span class="small">{alone ? say("ended-next-carried-alone") : say("ended-next-carried")}</span>
      </p>
      {!alone && <Calendar />}
    </Part>
  );
}

/** What there is to know of the newest session, as far as the server has answered. */
function toldNext(newest: Newest | null): string {
  if (newest === null) return say("ended-next-open");
  if (newest.state === "running") return say("chain-next-runs");
  if (newest.state !== "plan") return say("chain-next-ended");
  if (newest.starts === null) return say("chain-next-here");
  const when = whenOf(newest.starts, newest.zone);
  return newest.repeats ? say("chain-next-weekly", { when }) : say("chain-next", { when });
}

/** Whoever leads says when it is; the same time next week stands there where this one had a time. */
function Open({ wanted }: { readonly wanted: boolean }) {
  const { ask, meta, now } = useSession();
  const [busy, setBusy] = useState(false);
  const [plan, setPlan] = useState<Plan>(() => proposed(meta.peek(), now.peek()));
  const open = async (): Promise<void> => {
    setBusy(true);
    await openNext(ask, openingOf(plan) ?? undefined);
    setBusy(false);
  };
  return (
    <>
      <p>{say("ended-next-none")}</p>
      <WhenChoice plan={plan} mayStop={false} onChange={setPlan} />
      <p class="press">
        <Button look={wanted ? "go" : "quiet"} busy={busy} onClick={() => void open()}>
          {say("ended-next-plan")}
        </Button>
        <span class="small">{say("ended-next-takes")}</span>
      </p>
      <Why text={nextRefused.value} />
    </>
  );
}

function OpenAlone({ wanted }: { readonly wanted: boolean }) {
  const { ask, meta, roots } = useSession();
  const [busy, setBusy] = useState(false);
  const { minutes } = meta.value.contract;
  const thought = [...roots.parked.value.values()].find(({ as }) => as === null || as === "next")?.text;
  const open = async (): Promise<void> => {
    setBusy(true);
    await openNext(ask);
    setBusy(false);
  };
  return (
    <>
      <p class="press">
        <Button look={wanted ? "go" : "quiet"} busy={busy} onClick={() => void open()}>
          {say("ended-next-alone", { minutes })}
        </Button>
        <span class="small">
          {thought ? say("ended-next-thought", { thought: isolated(thought) }) : say("ended-next-takes")}
        </span>
      </p>
      <Why text={nextRefused.value} />
    </>
  );
}
