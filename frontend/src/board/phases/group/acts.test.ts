import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { toasts } from "../../../kit/feedback";
import { rename } from "./acts";
import type { Wall } from "./wall/wall";

test("a name that somebody gave while I typed another one is told, and can be brought back", async () => {
  const cluster = signal({ id: "X", name: "Homes" });
  const entry = signal({ name: "Homes" });
  const wall = {
    called: signal(new Map()),
    entry: () => entry,
    letGo: () => {},
    board: {
      state: { cluster: () => cluster },
      commands: {
        nameCluster: async (_: string, name: string) => {
          cluster.value = { id: "X", name };
          return { id: "", answer: "ok" };
        },
      },
    },
  } as unknown as Wall;
  await rename(wall, "X", "Houses");
  expect(toasts.value).toEqual([]);
  entry.value = { name: "Houses" };
  cluster.value = { id: "X", name: "Shelter" };
  await rename(wall, "X", "Flats");
  expect(toasts.value).toMatchObject([
    { text: "Renamed to “Flats”. Somebody had just called it “Shelter”.", action: { label: "Undo" } },
  ]);
});
