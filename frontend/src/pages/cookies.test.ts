import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { explainNoEntry, needCookies } from "./cookies";

const NEEDED = "Allow cookies.";

let kept = "";
let sent: (string | null)[] = [];

function form(said = ""): HTMLFormElement {
  document.body.innerHTML = `<form>${said ? `<p class="wrong" role="alert">${said}</p>` : ""}
    <p class="wrong" data-cookies hidden>${NEEDED}</p><button class="go">Open</button><button data-look>Look</button></form>`;
  const made = document.querySelector("form") as HTMLFormElement;
  needCookies(made);
  made.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) sent.push((event.submitter as HTMLElement | null)?.textContent ?? null);
    event.preventDefault();
  });
  return made;
}

const note = (): HTMLElement => document.querySelector("[data-cookies]") as HTMLElement;
const press = (name: string): void => document.querySelector<HTMLElement>(name)?.click();

beforeEach(() => {
  kept = "";
  sent = [];
  vi.spyOn(document, "cookie", "get").mockImplementation(() => kept);
});
afterEach(() => vi.restoreAllMocks());

test("a browser that keeps cookies hears nothing of them", () => {
  kept = "other=1; keeps_cookies=yes";
  form();
  expect(note().hidden).toBe(true);
  press(".go");
  expect(sent).toEqual(["Open"]);
});

test("one that refuses them is told at once, and looking at ideas needs none", () => {
  kept = "not_keeps_cookies=yes";
  form();
  expect([note().hidden, note().getAttribute("role")]).toEqual([false, "alert"]);
  press("[data-look]");
  expect(sent).toEqual(["Look"]);
});

test("a press asks again whether they are allowed by now", async () => {
  const asked = vi.fn(async () => new Response(""));
  vi.stubGlobal("fetch", asked);
  form();
  press(".go");
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  await new Promise((heard) => setTimeout(heard));
  expect([sent, note().hidden]).toEqual([[], false]);
  asked.mockImplementation(async () => {
    kept = "keeps_cookies=yes";
    return new Response("");
  });
  press(".go");
  await vi.waitFor(() => expect(sent).toEqual(["Open"]));
  expect(note().hidden).toBe(true);
});

test("what the server said is not said twice, nor once it is not true any more", () => {
  form(NEEDED);
  expect(document.body.textContent?.split(NEEDED)).toHaveLength(2);
  kept = "keeps_cookies=yes";
  form(NEEDED);
  expect([...document.querySelectorAll<HTMLElement>(".wrong")].every((one) => one.hidden)).toBe(true);
  form("A board needs its question.");
  expect(document.querySelector(".wrong")?.textContent).toBe("A board needs its question.");
});

function entry(): (string | null)[] {
  document.body.innerHTML = `<h1 data-if-refused="Refused">A link</h1><p data-if-unknown>Perhaps cookies</p>`;
  explainNoEntry(document);
  const maybe = document.querySelector<HTMLElement>("[data-if-unknown]");
  return [document.querySelector("h1")?.textContent ?? null, maybe?.hidden ? null : (maybe?.textContent ?? null)];
}

test("whoever was not let in reads what is true of their browser", () => {
  vi.stubGlobal("isSecureContext", true);
  expect(entry()).toEqual(["Refused", null]);
  kept = "keeps_cookies=yes";
  expect(entry()).toEqual(["A link", null]);
  vi.stubGlobal("isSecureContext", false);
  expect(entry()).toEqual(["A link", "Perhaps cookies"]);
});
