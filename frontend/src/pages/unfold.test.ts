import { beforeEach, expect, test, vi } from "vitest";
import print from "../styles/record-print.css?raw";
import { unfoldOnPaper } from "./unfold";

const open = () => [...document.querySelectorAll("details")].map((fold) => fold.open);

beforeEach(() => {
  document.body.innerHTML = `<ul><li class="line on"><details></details></li><li class="line"><details></details></li></ul>
    <details class="fold group"></details><details class="fold" open></details>
    <details class="fold earlier"></details><details class="fold earlier wording"></details>`;
});

test("what paper shows is open while it is printed, and as it was afterwards", () => {
  vi.stubGlobal("CSS", { supports: () => false });
  unfoldOnPaper();
  window.dispatchEvent(new Event("beforeprint"));
  expect(open()).toEqual([true, false, true, true, false, true]);
  window.dispatchEvent(new Event("afterprint"));
  expect(open()).toEqual([false, false, false, true, false, false]);
  expect(print).toContain(":is(.line.on details, .fold:not(.earlier), .wording)::details-content");
});

test("styles do it where they can", () => {
  vi.stubGlobal("CSS", { supports: (asked: string) => asked === "selector(::details-content)" });
  const listen = vi.spyOn(window, "addEventListener");
  unfoldOnPaper();
  expect(listen).not.toHaveBeenCalled();
});
