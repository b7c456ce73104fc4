import { useEffect } from "preact/hooks";
import { MovedAgain, SelectionBar } from "./extras";
import { highlight } from "./highlight";
import { Picker } from "./picker";
import { useWall } from "./use-wall";

/** What lies over the wall, marks in the cards included. None of it is there at first, so it loads after the cards. */
export function Overlays() {
  const wall = useWall();
  useEffect(() => highlight(wall), [wall]);
  return (
    <>
      <Picker />
      <SelectionBar />
      <MovedAgain />
    </>
  );
}
