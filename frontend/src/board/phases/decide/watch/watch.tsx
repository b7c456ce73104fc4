import { useBoard } from "../../../engine/use-board";
import { checkOn } from "../../../parts/options/checks";
import { shownLarge } from "../../../parts/wall/follow";
import { Check } from "./check";
import { Counted } from "./counted";
import { Option } from "./option";
import { Outcome } from "./outcome";

/** Decide on the big screen: the count, then the wording with its check, then the answers and their reasons. */
export function WatchDecide() {
  const { state } = useBoard();
  const { consents, consent, decision, rounds } = state.meta.value;
  const round = rounds.at(-1);
  const large = shownLarge(state.meta.value);
  const shown = large && round?.options.find(({ option, ideas }) => option === large || ideas.includes(large));
  if (shown) return <Option option={shown} />;
  if (!decision) return <Counted />;
  const ended = checkOn(decision, consents);
  const open = consent?.open === true && consent.n === decision.n;
  return ended && !open ? <Outcome decision={decision} check={ended} /> : <Check decision={decision} open={open} />;
}
