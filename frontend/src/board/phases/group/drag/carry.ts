/** What a drag does to the wall: a ghost under the pointer, a mark where it would land, and the move at the end. */

import { announce } from "../../../../kit/feedback";
import { say } from "../../../../words/say";
import { groupTogether, moveTo } from "../acts";
import { pointAt } from "../wall/hold";
import { cardOf } from "../wall/land";
import { LOOSE, type Wall } from "../wall/wall";
import { type Aim, aimAt, sameAim } from "./aim";
import type { Carrier } from "./drag";
import { cover, under } from "./glass";
import { marker } from "./mark";

export function carrierOf(wall: Wall): Carrier {
  let ghost: HTMLElement | null = null;
  let grip = { x: 0, y: 0 };
  let aim: Aim | null = null;
  const mark = marker();
  let uncover: (() => void) | null = null;
  let at = { x: 0, y: 0 };
  let frame = 0;

  const point = (next: Aim | null) => {
    if (sameAim(next, aim)) return;
    aim = next;
    mark.show(next);
  };
  const follow = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    if (!ghost) return;
    // Looking first: after a change the page would be laid out for it.
    point(aimAt(at.x, at.y, wall.carried.peek()));
    mark.place();
    ghost.style.translate = `${Math.round(at.x - grip.x)}px ${Math.round(at.y - grip.y)}px`;
  };
  const done = () => {
    if (uncover) {
      // The overlay covered the page: the box under the pointer is held from now on.
      pointAt(wall, under(at.x, at.y));
      uncover();
      uncover = null;
    }
    for (const idea of wall.carried.peek()) cardOf(idea)?.removeAttribute("data-carried");
    document.documentElement.removeAttribute("data-dragging");
    point(null);
    wall.carried.value = [];
  };

  return {
    mayLift: (target) =>
      wall.free.peek() &&
      target.closest("[data-idea]") !== null &&
      target.closest("button, input, label, a, textarea") === null,
    lift(target, x, y, hovers) {
      const card = target.closest<HTMLElement>("[data-idea]");
      const idea = card?.dataset.idea;
      if (!card || idea === undefined) return;
      const { chosen } = wall.selection.peek();
      wall.carried.value = chosen.has(idea) ? wall.order().filter((one) => chosen.has(one)) : [idea];
      const rect = card.getBoundingClientRect();
      grip = { x: x - rect.left, y: Math.min(y - rect.top, 120) };
      ghost = ghostOf(card, rect, wall.carried.peek().length);
      for (const one of wall.carried.peek()) cardOf(one)?.setAttribute("data-carried", "");
      document.documentElement.setAttribute("data-dragging", "");
      if (hovers) uncover = cover();
      announce(say("group-drag-start"));
      at = { x, y };
      follow();
    },
    // A mouse speaks more often than the screen is drawn.
    move(x, y) {
      at = { x, y };
      frame ||= requestAnimationFrame(follow);
    },
    drop() {
      if (frame) follow();
      const to = aim;
      const ideas = wall.carried.peek();
      const rect = ghost?.getBoundingClientRect();
      ghost?.remove();
      ghost = null;
      done();
      if (!to || ideas.length === 0) return;
      if (to.kind === "into") void moveTo(wall, ideas, to.box === LOOSE ? null : to.box, "drag", to.before, rect);
      else if (to.kind === "with") void groupTogether(wall, [to.idea, ...ideas], "drag");
      else void groupTogether(wall, ideas, "drag", "", to.lane);
    },
    cancel() {
      cancelAnimationFrame(frame);
      frame = 0;
      const [first] = wall.carried.peek();
      const home = first === undefined ? undefined : cardOf(first)?.getBoundingClientRect();
      const leaving = ghost;
      ghost = null;
      done();
      announce(say("group-drag-cancelled"));
      if (!leaving || !home) {
        leaving?.remove();
        return;
      }
      const back = { translate: `${home.left}px ${home.top}px`, rotate: "0deg" };
      leaving.animate(back, { duration: 180, easing: "ease-out" }).finished.finally(() => leaving.remove());
    },
  };
}

function ghostOf(card: HTMLElement, rect: DOMRect, count: number): HTMLElement {
  const ghost = card.cloneNode(true) as HTMLElement;
  for (const name of ["data-idea", "data-aimed", "data-landed", "id"]) ghost.removeAttribute(name);
  ghost.classList.add("ghost");
  ghost.setAttribute("aria-hidden", "true");
  ghost.inert = true;
  ghost.style.inlineSize = `${rect.width}px`;
  if (count > 1) ghost.dataset.count = say("group-carried", { count });
  // Inside the wall it looks like the card that it is.
  (card.closest(".group-phase") ?? document.body).append(ghost);
  return ghost;
}
