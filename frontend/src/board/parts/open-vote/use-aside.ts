import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { succeeded } from "../../../kit/feedback";
import { useBoard } from "../../engine/use-board";
import { inCommands } from "./scope";

export interface Aside {
  /** What is off the ballot, as this page has it: a press shows at once, before the server has answered. */
  readonly away: ReadonlySet<string>;
  /** Sets options aside, or takes them back in. */
  put(options: readonly string[], aside: boolean): Promise<void>;
}

/** Milliseconds after which an answered press gives way to what the board says. */
const SETTLED = 2000;

export function useAside(): Aside {
  const { state, commands } = useBoard();
  const stands = state.meta.value.aside;
  /** Presses that the board does not show yet. */
  const pressed = useSignal<ReadonlyMap<string, boolean>>(new Map());
  const keep = (still: (option: string, aside: boolean) => boolean): void => {
    pressed.value = new Map([...pressed.value].filter(([option, aside]) => still(option, aside)));
  };
  useEffect(() => keep((option, aside) => aside !== stands.includes(option)), [stands]);
  const away = new Set(stands);
  for (const [option, aside] of pressed.value) {
    if (aside) away.add(option);
    else away.delete(option);
  }
  return {
    away,
    async put(options, aside) {
      pressed.value = new Map([...pressed.value, ...options.map((one): [string, boolean] => [one, aside])]);
      const sent = inCommands(options).map((part) => commands.send({ do: "set_aside", ...part, aside }));
      const done = (await Promise.all(sent)).every(succeeded);
      const mine = new Set(options);
      const giveWay = () => keep((option, wanted) => !mine.has(option) || wanted !== aside);
      // Somebody else may have pressed the other way meanwhile: then the board never comes to what is shown here.
      if (done) setTimeout(giveWay, SETTLED);
      else giveWay();
    },
  };
}
