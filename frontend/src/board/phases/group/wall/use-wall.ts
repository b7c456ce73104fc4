import { useBoard } from "../../../engine/use-board";
import { type Wall, wallOf } from "./wall";

export function useWall(): Wall {
  return wallOf(useBoard());
}
