import { expect, test } from "vitest";
import { linksOf, renew } from "./links";
import type { Boot } from "./types";

const BOOT = { links: { lead: "https://b.example/join/l1", accept: "https://b.example/join/a1" } } as unknown as Boot;

test("a renewed link takes the place of the one the page was served with", () => {
  expect(linksOf(BOOT).accept).toBe("https://b.example/join/a1");
  renew({ accept: "a2", join: "j2" }, "https://b.example");
  expect(linksOf(BOOT)).toEqual({
    lead: "https://b.example/join/l1",
    accept: "https://b.example/join/a2",
    join: "https://b.example/join/j2",
  });
});
