import { useEffect } from "preact/hooks";
import { highlight } from "../find/highlight";
import "../wall/card-tools";
import { useWall } from "../wall/use-wall";
import { MovedAgain, SelectionBar } from "./extras";
import { Picker } from "./picker";

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
