/** The running item that is a board, where the text begins: the same for everybody, and of nobody in particular. */

import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { Field } from "../../../../kit/field";
import { unfit } from "../../../../kit/text/rules";
import { textSize } from "../../../../kit/text/size";
import { isolated } from "../../../../words/isolated";
import { say } from "../../../../words/say";
import { LIMITS } from "../../../../worksession.generated";
import { useDraft } from "../../../drafts";
import { useSession } from "../../../use-session";
import { Why } from "../../why";
import { BoardOpen } from "../text/beside-board";
import type { Course, Piece } from "../time/course";
import { useAsk, usePeople } from "../use-work";
import { LeadBoard, TakePart } from "./links";
import { Decided } from "./result";
import { resultOf, type Stage, stageOf } from "./state";
import { Thin } from "./thin";

/** Characters from which on a question is set smaller. */
const LONG = 60;
const VERY_LONG = 120;

interface BlockProps {
  readonly course: Course;
  /** The way in stands in another place of the page. */
  readonly bare?: boolean;
}

export function BoardBlock({ course, bare = false }: BlockProps) {
  const { roots, leads } = useSession();
  const { current } = course;
  const item = roots.agenda.value.get(current.id);
  const stage = stageOf(item);
  // Whoever leads the board may have changed the question there.
  const asked = (stage === "decided" && resultOf(roots.agreements.value, current.id)?.question) || current.title;
  const block = useInSight(stage);
  if (stage === null) return null;
  return (
    <section ref={block} class={`inside-board ${stage}`} aria-labelledby="inside-question">
      <h2
        id="inside-question"
        class={stage === "planned" && leads.value ? "visually-hidden" : textSize(asked, LONG, VERY_LONG)}
        dir="auto"
      >
        {asked}
      </h2>
      {stage === "planned" && (leads.value ? <Lead item={current} /> : <Planned />)}
      {stage === "open" && <Open item={current.id} bare={bare} />}
      {stage === "decided" && <Decided item={current.id} />}
      {stage === "gone" && <Gone item={current} />}
    </section>
  );
}

/** Whoever was far down in the text is brought to the block, when it comes and when what it says changes. */
function useInSight(stage: Stage | null): RefObject<HTMLElement | null> {
  const block = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (block.current && block.current.getBoundingClientRect().top < 0) scrollTo(0, 0);
  }, [stage]);
  return block;
}

function Planned() {
  const lead = usePeople().find(({ role }) => role === "lead");
  return (
    <>
      <p class="so">{say("inside-planned")}</p>
      <p class="small">
        {lead ? say("inside-planned-wait", { name: isolated(lead.name) }) : say("inside-planned-wait-lead")}
      </p>
    </>
  );
}

/** Whoever leads reads the question once more, and can still change it: on the board it stays as it is. */
function Lead({ item: { id, title } }: { readonly item: Piece }) {
  const question = useDraft(`question-${id}`, title);
  const [changing, asking] = [useAsk(), useAsk()];
  const open = async (): Promise<void> => {
    const text = question.value;
    if (changing.busy || asking.busy || unfit(text, LIMITS.question)) return;
    if (text !== title && !(await changing.run({ do: "edit_item", item: id, title: text }))) return;
    await asking.run({ do: "open_board", item: id });
  };
  return (
    <form
      class="ask"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <Field
        class="large"
        label={say("inside-question-on-board")}
        value={question.value}
        onInput={(value) => {
          question.value = value;
        }}
        max={LIMITS.question}
        lines={1}
        onEnter={() => void open()}
      />
      <p>{say("inside-planned")}</p>
      <Thin />
      <p class="acts">
        <Button look="go" size="l" type="submit" busy={changing.busy || asking.busy}>
          {say("inside-open")}
        </Button>
        <Why text={changing.why || asking.why} />
      </p>
    </form>
  );
}

function OpenAgain({ item }: { readonly item: string }) {
  const asking = useAsk();
  return (
    <p class="acts">
      <Button busy={asking.busy} onClick={() => void asking.run({ do: "open_board", item })}>
        {say("inside-again")}
      </Button>
      <Why text={asking.why} />
    </p>
  );
}

function Open({ item, bare }: { readonly item: string; readonly bare: boolean }) {
  return (
    <>
      <p class="so" role="status">
        {say("inside-everybody")}
      </p>
      {!bare && (
        <p class="acts">
          <TakePart item={item} look="go" />
          <LeadBoard item={item} look="quiet" />
        </p>
      )}
      <p class="small">{say("inside-kept")}</p>
      {bare && <BoardOpen />}
    </>
  );
}

function Gone({ item }: { readonly item: Piece }) {
  const { leads } = useSession();
  return (
    <>
      <p role="status">{say("inside-gone")}</p>
      {leads.value && <OpenAgain item={item.id} />}
    </>
  );
}
