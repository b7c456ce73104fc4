import { MovedAgain, SelectionBar } from "./extras";
import { Picker } from "./picker";

/** What lies over the wall. None of it is there at first, so it loads after the cards. */
export function Overlays() {
  return (
    <>
      <Picker />
      <SelectionBar />
      <MovedAgain />
    </>
  );
}
