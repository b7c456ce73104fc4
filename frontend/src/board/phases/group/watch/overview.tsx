import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { tintOf } from "../../../../kit/tint";
import { say } from "../../../../words/say";
import type { Idea } from "../../../engine/state";
import { HELD } from "../../../parts/wall/measure";
import { useRoom } from "../../../parts/wall/sheet";
import { central, chosen } from "./central";
import "./overview.css";

export interface Group {
  readonly id: string;
  readonly letter: string | null;
  readonly name: string;
  /** Those that nobody hid. */
  readonly ideas: readonly Idea[];
}

/** As many groups stand with their texts; more are an index, and these many on a page of it. */
export const CELLS = 8;
export const INDEX = 18;

const SIZES = [5.4, 4.6, 4.2, 3.8, 3.34];
/** With more texts than this, no size but the smallest is worth a try. */
const FEW = 40;

/** What a cell shows: whole texts, and the first lines of one more where they are worth reading. */
interface Plan {
  readonly ideas: readonly Idea[];
  readonly begun?: { readonly idea: Idea; readonly lines: number };
}
/** The fewest lines of a text that is cut, unless nothing else stands in the cell. */
const WORTH = 2;

export function Name({ group }: { group: Group }) {
  return (
    <h2 class="wall-name">
      <b translate={false}>{group.letter}</b>
      {group.name ? <bdi dir="auto">{group.name}</bdi> : <span class="none">{say("screen-no-name")}</span>}
      <small>{group.ideas.length}</small>
    </h2>
  );
}

/** How many cells stand beside each other. */
export function across(groups: number): number {
  return groups <= 3 ? groups : Math.ceil(groups / 2);
}

/** Up to eight groups as cells: name, count, and as many whole texts as fit, the most typical first. */
export function Cells({ groups }: { groups: readonly Group[] }) {
  const root = useRef<HTMLDivElement>(null);
  const [plans, setPlans] = useState<ReadonlyMap<string, Plan>>(new Map());
  const change = useRoom(root);
  useLayoutEffect(() => {
    if (root.current) setPlans(planned(root.current, groups));
  }, [groups, change]);
  return (
    <div
      ref={root}
      class={groups.length <= 4 ? "wall-cells few" : "wall-cells"}
      style={{ "--across": String(across(groups.length)) }}
    >
      {groups.map((group) => {
        const { ideas, begun }: Plan = plans.get(group.id) ?? { ideas: [] };
        const more = group.ideas.length - ideas.length - (begun ? 1 : 0);
        return (
          <section
            key={group.id}
            class="cell"
            data-cluster={group.id}
            data-tint={group.letter ? tintOf(group.letter) : undefined}
          >
            <Name group={group} />
            <ul>
              {ideas.map((idea) => (
                <li key={idea.id} data-idea={idea.id} dir="auto">
                  {idea.text}
                </li>
              ))}
              {begun ? (
                <li key={begun.idea.id} data-idea={begun.idea.id} dir="auto">
                  <span class="begun" style={{ "--lines": String(begun.lines) }}>
                    {begun.idea.text}
                  </span>
                </li>
              ) : null}
            </ul>
            {more > 0 ? <p class="more">{say("screen-more", { count: more })}</p> : null}
          </section>
        );
      })}
    </div>
  );
}

/** Sets the size of the texts, the largest in which all of them stand whole, and says what stands in each cell. */
function planned(root: HTMLElement, groups: readonly Group[]): Map<string, Plan> {
  if (matchMedia(HELD).matches) return new Map(groups.map((group) => [group.id, { ideas: group.ideas }]));
  const total = groups.reduce((sum, group) => sum + group.ideas.length, 0);
  let plans = new Map<string, Plan>();
  for (const size of total > FEW ? SIZES.slice(-1) : SIZES) {
    root.style.setProperty("--fit", String(size));
    plans = new Map(groups.map((group, at) => [group.id, planOf(root.children[at] as HTMLElement, group)]));
    if (groups.every((group) => plans.get(group.id)?.ideas.length === group.ideas.length)) break;
  }
  return plans;
}

function planOf(cell: HTMLElement, { ideas }: Group): Plan {
  const list = cell.querySelector("ul");
  if (!list || ideas.length === 0) return { ideas: [] };
  const probe = document.createElement("ul");
  probe.className = "measuring";
  probe.style.width = `${list.clientWidth}px`;
  for (const idea of ideas) {
    const item = document.createElement("li");
    item.textContent = idea.text;
    probe.append(item);
  }
  cell.append(probe);
  const heights = ideas.map((_, at) => probe.children[at]?.getBoundingClientRect().height ?? 0);
  const style = getComputedStyle(probe.children[0] as HTMLElement);
  const line = Number.parseFloat(style.lineHeight);
  const padding = Number.parseFloat(style.paddingBlockStart) + Number.parseFloat(style.paddingBlockEnd);
  probe.remove();
  // The line that counts the others takes its room only when there are others.
  const more = cell.querySelector<HTMLElement>(".more")?.offsetHeight ?? 0;
  const room = list.clientHeight + more;
  const whole = heights.reduce((sum, height) => sum + height, 0) <= room;
  if (whole) return { ideas };
  const order = central(ideas.map((idea) => idea.text ?? ""));
  const taken = chosen(order, heights, room - line);
  const left = taken.reduce((sum, at) => sum - (heights[at] ?? 0), room - (ideas.length > 1 ? line : 0));
  const lines = Math.floor((left - padding) / line);
  const next = ideas[order.find((at) => !taken.includes(at)) ?? -1];
  const begun = next && (lines >= WORTH || taken.length === 0) ? { idea: next, lines: Math.max(1, lines) } : undefined;
  return { ideas: taken.flatMap((at) => ideas[at] ?? []), ...(begun ? { begun } : {}) };
}

/** Many groups as an index: names, counts, and a small card for each idea. */
export function Index({ groups }: { groups: readonly Group[] }) {
  return (
    <ol class="wall-index" style={{ "--rows": String(Math.ceil(groups.length / 2)) }}>
      {groups.map((group) => (
        <li key={group.id} data-cluster={group.id} data-tint={group.letter ? tintOf(group.letter) : undefined}>
          <Name group={group} />
          <span class="pile" aria-hidden="true">
            {group.ideas.map((idea) => (
              <i key={idea.id} />
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
