import { afterEach, beforeEach, expect, test } from "vitest";
import { wayBackFrom, writeStored } from "../browser-storage";
import { showWayBack, wayBack } from "./way-back";

beforeEach(() => {
  sessionStorage.clear();
  document.body.innerHTML = '<div id="board"></div>';
});
afterEach(() => {
  document.body.innerHTML = "";
});

test("a board that was opened from elsewhere leads nowhere", () => {
  showWayBack("a", document);
  expect(document.querySelector("a")).toBeNull();
});

test("the board that the session was left for leads back, also after a reload, and no other one does", () => {
  writeStored(wayBackFrom(""), "/worksessions/abc?as=join");
  expect(wayBack("a")).toBe("/worksessions/abc?as=join");
  expect(wayBack("b")).toBeNull();
  expect(wayBack("a")).toBe("/worksessions/abc?as=join");
});

test.each(["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", 7, "/boards/x"])(
  "%s leads nowhere",
  (path) => {
    writeStored(wayBackFrom(""), path);
    expect(wayBack("a")).toBeNull();
  },
);

test("the link stands above the board and does not say where it comes from", () => {
  writeStored(wayBackFrom(""), "/worksessions/abc");
  showWayBack("a", document);
  const link = document.querySelector("nav + #board")?.previousElementSibling?.querySelector("a");
  expect(link?.getAttribute("href")).toBe("/worksessions/abc");
  expect(link?.rel).toBe("noreferrer");
});
