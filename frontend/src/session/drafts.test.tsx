import { signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test } from "vitest";
import { aSession, type FakeSession } from "../../test/fake-session";
import { Store } from "../live/storage";
import { clearSent, useDraft } from "./drafts";
import { SessionContext } from "./use-session";

const KEY = "test/draft/goal";

let pages: HTMLElement[] = [];
afterEach(() => {
  for (const page of pages) render(null, page);
  pages = [];
  localStorage.clear();
});

interface Tab {
  type(text: string): Promise<void>;
  saved(text: string): Promise<void>;
  shows(): string | undefined;
}

/** A tab of this browser with one field. */
async function tab(saved = ""): Promise<Tab> {
  const fake: FakeSession = aSession();
  const session = { ...fake.session, store: new Store(localStorage, "test/", window) };
  const page = document.createElement("div");
  pages.push(page);
  let draft: { value: string } | undefined;
  function Field({ known }: { readonly known: string }) {
    draft = useDraft("goal", known);
    return <input value={draft.value} />;
  }
  const draw = (known: string) =>
    act(() =>
      render(
        <SessionContext.Provider value={session}>
          <Field known={known} />
        </SessionContext.Provider>,
        page,
      ),
    );
  await draw(saved);
  return {
    type: (text) =>
      act(() => {
        if (draft) draft.value = text;
      }),
    saved: draw,
    shows: () => page.querySelector("input")?.value,
  };
}

test("what was typed is there after a reload, and gone once it is sent", async () => {
  const before = await tab();
  await before.type("ten slides");
  const after = await tab();
  expect(after.shows()).toBe("ten slides");
  await after.type("");
  expect(localStorage.getItem(KEY)).toBe(null);
  expect((await tab()).shows()).toBe("");
});

test("a field in which nothing was typed shows what the server has, and nothing of it is kept", async () => {
  const one = await tab("ten slides");
  await one.saved("nine slides");
  expect(one.shows()).toBe("nine slides");
  expect(localStorage.getItem(KEY)).toBe(null);
});

test("what was typed stays in front of what the server has, until it is the same", async () => {
  const one = await tab("ten slides");
  await one.type("eleven slides");
  await one.saved("nine slides");
  expect(one.shows()).toBe("eleven slides");
  await one.saved("eleven slides");
  expect(localStorage.getItem(KEY)).toBe(null);
});

test("another tab of this browser shows the same", async () => {
  const one = await tab();
  await act(() => {
    window.dispatchEvent(new StorageEvent("storage", { key: KEY, newValue: JSON.stringify("typed there") }));
  });
  expect(one.shows()).toBe("typed there");
  await act(() => {
    window.dispatchEvent(new StorageEvent("storage", { key: KEY, newValue: null }));
  });
  expect(one.shows()).toBe("");
});

test.each([
  ["nothing when nothing was typed", "The price is in it", ""],
  ["what was typed meanwhile", "The price is in itIt fits", "It fits"],
  ["what was written over", "The prices", "The prices"],
])("a field whose text was sent keeps %s", (_, typed, left) => {
  const draft = signal(typed);
  clearSent(draft, "The price is in it");
  expect(draft.value).toBe(left);
});
