import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aSession, type FakeSession, NOW, person } from "../../../../../test/fake-session";
import { Store } from "../../../../live/storage";
import { say } from "../../../../words/say";
import type { RecapLines, SessionMeta, SharedRecap } from "../../../../worksession.generated";
import { SessionContext } from "../../../use-session";
import { useFinishes } from "../finishing";
import { Correcting } from "./correcting";
import { Recap } from "./recap";
import { FindDialog, ShareDialog } from "./share-dialog";
import { REST } from "./use-lines";

const SHA = "a".repeat(64);
const RECAP: SharedRecap = { sha256: SHA, at: NOW, public: false, basis: "1" };
const LINES: RecapLines = { summary: null, next: null, was: null, became: null, before: false, making: false };
const ENDING: SessionMeta["ending"] = {
  verdict: "done",
  note: null,
  elsewhere: null,
  finisher: null,
  by: null,
  at: NOW,
  finished_at: null,
};
const VERSION = { number: 0, at: NOW, reason: "start", of: null, characters: 1 } as SessionMeta["versions"][number];

let page: HTMLElement;
let fake: FakeSession;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  fake = aSession();
  page = document.body.appendChild(document.createElement("div"));
  vi.stubGlobal("fetch", async () => Response.json({ record: {}, names: [{ name: "Mara", times: 4 }] }));
  ends({});
  leads();
});
afterEach(() => {
  render(null, page);
  page.remove();
  localStorage.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function ends(more: Partial<SessionMeta>): void {
  const ended = { state: "ended", ending: ENDING, next: null, recap: null, recap_lines: LINES, ...more } as const;
  fake.meta.value = { ...fake.meta.value, ...ended };
}

function leads(role: "lead" | "join" = "lead"): void {
  Object.assign(fake.session, { boot: { session: "s-1", role, links: {} } });
}

async function settled(): Promise<void> {
  for (let n = 0; n < 10; n += 1) await Promise.resolve();
}

async function show(view: ComponentChild): Promise<void> {
  await act(() => render(<SessionContext.Provider value={fake.session}>{view}</SessionContext.Provider>, page));
  await act(settled);
}

const button = (words: string): HTMLButtonElement | undefined =>
  [...page.querySelectorAll("button")].find((one) => one.textContent?.trim() === words);
const field = (words: string): HTMLTextAreaElement | undefined =>
  [...page.querySelectorAll("label")].find((one) => one.textContent?.trim() === words)?.control as
    | HTMLTextAreaElement
    | undefined;
const link = (words: string): string | null | undefined =>
  [...page.querySelectorAll("a")].find((one) => one.textContent?.trim() === words)?.getAttribute("href");

async function press(one: HTMLElement | undefined): Promise<void> {
  expect(one).toBeDefined();
  await act(async () => {
    one?.click();
    await settled();
  });
}

async function type(label: string, words: string): Promise<void> {
  await act(() => {
    const found = field(label);
    if (!found) throw new Error(`no field ${label}`);
    found.value = words;
    found.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

const shares = () => show(<ShareDialog onClose={() => closed()} />);
const closed = vi.fn();

test("a document that ended before there were recaps is drawn", async () => {
  const { recap: _, recap_lines: __, ...older } = fake.meta.value;
  fake.meta.value = older as SessionMeta;
  await show(<Recap first />);
  expect(page.textContent).toContain(say("ended-recap-own"));
  await shares();
  expect(field(say("sharing-summary"))?.value).toBe("");
});

test("the lead shares it; others only see it as readers will", async () => {
  await show(<Recap first />);
  expect(button(say("ended-recap-share"))?.className).toContain("go");
  expect(link(say("ended-recap-preview"))).toBe("/worksessions/s-1/recap");
  render(null, page);
  leads("join");
  await show(<Recap first />);
  expect(button(say("ended-recap-share"))).toBeUndefined();
  expect(link(say("ended-recap-preview"))).toBe("/worksessions/s-1/recap");
});

test("what is typed is kept after a rest, in one command", async () => {
  await shares();
  await type(say("sharing-summary"), " We measured the walk. ");
  await type(say("sharing-next"), "A reading");
  expect(fake.asked).toEqual([]);
  await act(() => void vi.advanceTimersByTime(REST));
  expect(fake.asked).toEqual([{ do: "edit_recap", summary: "We measured the walk.", next: "A reading" }]);
});

test("leaving the dialog keeps what was typed a moment before", async () => {
  await shares();
  await type(say("sharing-summary"), "We measured the walk.");
  await act(() => render(null, page));
  expect(fake.asked).toEqual([{ do: "edit_recap", summary: "We measured the walk." }]);
});

test("what the server did not get outlives a reload, and is sent after it", async () => {
  const reload = () => Object.assign(fake.session, { store: new Store(localStorage, "test/", window) });
  reload();
  await shares();
  fake.answers.push({ answer: "retry", why: "No connection." });
  await type(say("sharing-summary"), "We measured the walk.");
  await act(() => void vi.advanceTimersByTime(REST));
  expect(localStorage.length).toBe(1);
  render(null, page);
  fake.asked.length = 0;
  Object.assign(fake.session, { ...fake.session });
  const again = aSession();
  again.meta.value = fake.meta.value;
  fake = again;
  leads();
  reload();
  await shares();
  expect(field(say("sharing-summary"))?.value).toBe("We measured the walk.");
  expect(fake.asked).toEqual([{ do: "edit_recap", summary: "We measured the walk." }]);
});

test("sharing keeps the last words first, and says who can find it", async () => {
  await shares();
  await type(say("sharing-next"), "A reading");
  await press(field(say("sharing-find-public")));
  await press(button(say("sharing-press")));
  expect(fake.asked).toEqual([
    { do: "edit_recap", next: "A reading" },
    { do: "share", visibility: "public" },
  ]);
  expect(closed).toHaveBeenCalled();
});

test("lines that were refused are not left out of what is shared", async () => {
  await shares();
  await type(say("sharing-summary"), "x");
  fake.answers.push({ answer: "refused", why: "Too long." });
  await press(button(say("sharing-press")));
  expect(fake.asked).toEqual([{ do: "edit_recap", summary: "x" }]);
  expect(page.querySelector('[role="alert"]')?.textContent).toBe("Too long.");
});

test("both ticks are off, and offered where there is something to show", async () => {
  await shares();
  expect(page.querySelectorAll('input[type="checkbox"]')).toHaveLength(0);
  await act(() => ends({ versions: [VERSION, VERSION] }));
  expect(field(say("sharing-shows-before"))).toBeUndefined();
  await act(() => ends({ versions: [{ ...VERSION, reason: "brought" }, VERSION] }));
  for (const [line, label] of [
    ["before", say("sharing-shows-before")],
    ["making", say("sharing-shows-making")],
  ] as const) {
    expect((field(label) as unknown as HTMLInputElement).checked).toBe(false);
    await press(field(label));
    expect(fake.asked.at(-1)).toEqual({ do: "edit_recap", [line]: true });
  }
});

test("one line before and one after are asked for of work that was made elsewhere", async () => {
  await shares();
  expect(field(say("sharing-was"))).toBeUndefined();
  await act(() => ends({ ending: { ...ENDING, elsewhere: "https://example.org" } as SessionMeta["ending"] }));
  await type(say("sharing-was"), "Forty pages");
  await act(() => void vi.advanceTimersByTime(REST));
  expect(fake.asked).toEqual([{ do: "edit_recap", was: "Forty pages" }]);
});

test("names that stand in what was typed are listed", async () => {
  await shares();
  expect(page.querySelector(".names")?.textContent?.replace(/[\u2068\u2069]/g, "")).toBe(
    "“Mara” stands 4 times in the text. Readers will see it.",
  );
});

test("a name is shown by a tick of one's own, which shows what the server keeps", async () => {
  await show(<Recap first />);
  const box = field(say("ended-recap-name")) as unknown as HTMLInputElement;
  await press(box);
  expect(fake.asked).toEqual([{ do: "show_name", shown: true }]);
  expect(box.checked).toBe(false);
  await act(() => {
    fake.myself.value = person("Ana", { shown: true });
  });
  expect(box.checked).toBe(true);
  await press(box);
  expect(fake.asked.at(-1)).toEqual({ do: "show_name", shown: false });
});

test("everybody has the address of a shared recap; only the lead changes or corrects it", async () => {
  ends({ state: "shared", recap: RECAP });
  leads("join");
  await show(<Recap first />);
  expect(link(say("ended-recap-open"))).toBe(`${location.origin}/recaps/${SHA}`);
  expect(page.querySelector("img")?.getAttribute("src")).toBe("/worksessions/s-1/qr/recap.svg?aaaaaaaaaaaa");
  expect(button(say("ended-recap-correct"))).toBeUndefined();
  expect(button(say("ended-recap-change"))).toBeUndefined();
  render(null, page);
  leads();
  await show(<Recap first />);
  await press(button(say("ended-recap-correct")));
  expect(fake.asked).toEqual([{ do: "correct" }]);
});

test("who can find it is changed later", async () => {
  ends({ state: "shared", recap: RECAP });
  await show(<FindDialog recap={RECAP} onClose={() => undefined} />);
  await press(field(say("sharing-find-public")));
  await press(button(say("sharing-find-press")));
  expect(fake.asked).toEqual([{ do: "share", visibility: "public" }]);
});

test("while it is corrected the lead writes on and ticks, and shares it again", async () => {
  ends({ recap: RECAP });
  await show(<Correcting finishes={false} />);
  await press(button("Price"));
  await type(say("ended-write"), "One more line");
  await press(button(say("ended-write-add")));
  expect(fake.asked).toMatchObject([
    { do: "tick_condition", met: true },
    { do: "append_text", text: "One more line" },
  ]);
  expect(button(say("ended-correcting-share"))).toBeDefined();
});

test.each([
  ["join", "ended", null, true],
  ["join", "ended", RECAP, false],
  ["lead", "ended", RECAP, true],
  ["lead", "shared", RECAP, false],
] as const)(
  "of what is nearly done, %s as the finisher in %s with %j finishes it: %s",
  async (role, state, recap, may) => {
    ends({ state, recap, ending: { ...ENDING, verdict: "nearly", finisher: "me" } as SessionMeta["ending"] });
    leads(role);
    let finishes: boolean | undefined;
    function Probe() {
      finishes = useFinishes();
      return null;
    }
    await show(<Probe />);
    expect(finishes).toBe(may);
  },
);
