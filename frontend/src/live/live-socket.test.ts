import { expect, test } from "vitest";
import pauses from "../../../tests/data/pauses.json";
import { pause } from "./live-socket";

test("the same random numbers give the pauses of the simulated clients in the server's tests", () => {
  for (const { attempts, random, ms } of pauses) expect(pause(attempts, random)).toBe(ms);
});
