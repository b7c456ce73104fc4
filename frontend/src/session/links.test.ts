import { expect, test } from "vitest";
import { linksOf, pictureOf, renew } from "./links";
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

test("a picture is fetched again for a new link, and only then", () => {
  const boot = { links: {}, qr: { read: "/r.svg", calendar: "/c.svg" } } as unknown as Boot;
  renew({ read: "r2" }, "https://b.example");
  const first = pictureOf(boot, "read");
  expect(first).toMatch(/^\/r\.svg\?\d+$/);
  renew({ read: "r2" }, "https://b.example");
  expect(pictureOf(boot, "read")).toBe(first);
  renew({ read: "r3" }, "https://b.example");
  expect(pictureOf(boot, "read")).not.toBe(first);
  expect(pictureOf(boot, "calendar")).toBe("/c.svg");
});

test("the address of a new calendar is one for programs", () => {
  expect(renew({ calendar: "c2" }, "https://b.example").calendar).toBe("https://b.example/calendars/c2.ics");
});
