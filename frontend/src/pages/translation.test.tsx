import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { followTranslation } from "./translation";

const page = document.createElement("main");
let stop = () => {};

beforeEach(() => {
  document.body.replaceChildren(page);
  stop = followTranslation(page);
});

afterEach(() => {
  render(null, page);
  stop();
});

/** Observers run in a microtask. */
const told = () => new Promise((resolve) => setTimeout(resolve, 0));

/** As a translator does it: each text gives way to two elements. `inOne` replaces, else it inserts first. */
async function translate(inOne = true): Promise<void> {
  const walk = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walk.nextNode()) {
    const text = walk.currentNode as Text;
    if (text.data.trim() && !text.parentElement?.closest("font")) texts.push(text);
  }
  for (const text of texts) {
    const outer = document.createElement("font");
    const inner = outer.appendChild(document.createElement("font"));
    inner.textContent = `«${text.data}»`;
    if (inOne) text.replaceWith(outer);
    else {
      text.before(outer);
      text.remove();
    }
  }
  await told();
}

async function show(what: preact.ComponentChild): Promise<string> {
  await act(() => render(what, page));
  await told();
  return page.textContent ?? "";
}

describe.each([true, false])("a translated page, replaced in one step: %s", (inOne) => {
  test("shows every later text in place of its translation", async () => {
    const count = (n: number) => (
      <p>
        <b>{n}</b> of 7 left{n === 1 ? ", the last" : ""}
      </p>
    );
    await show(count(3));
    await translate(inOne);
    expect(page.textContent).toBe("«3» «of 7 left»".replace("» «", "»« "));
    expect(await show(count(2))).toBe("2« of 7 left»");
    await translate(inOne);
    expect(await show(count(1))).toBe("1« of 7 left», the last");
    expect(await show(count(0))).toBe("0« of 7 left»");
  });

  test("leaves nothing of a text that has gone", async () => {
    const mark = (saving: boolean) => (
      <span>
        {saving ? (
          "Saving…"
        ) : (
          <>
            <i>✓</i>
            <em>All saved</em>
          </>
        )}
      </span>
    );
    await show(mark(true));
    await translate(inOne);
    expect(await show(mark(false))).toBe("✓All saved");
    await translate(inOne);
    expect(await show(mark(true))).toBe("Saving…");
  });

  test("keeps what is added later beside a translation in its place", async () => {
    const line = (before: boolean, after: boolean) => (
      <p>
        {before ? <b>first</b> : null}text{after ? <i>last</i> : null}
      </p>
    );
    await show(line(false, false));
    await translate(inOne);
    expect(await show(line(true, true))).toBe("first«text»last");
    expect(await show(line(false, true))).toBe("«text»last");
  });

  test("has an emptied text empty", async () => {
    await show(<p>{"Kept."}</p>);
    await translate(inOne);
    expect(await show(<p>{""}</p>)).toBe("");
  });

  test("forgets no text beside another that is removed", async () => {
    const two = (both: boolean) => (
      <p>
        {"one"}
        {both ? "two" : null}
      </p>
    );
    await show(two(false));
    await translate(inOne);
    await show(two(true));
    expect(await show(two(false))).toBe("«one»");
    expect(await show(<p>uno</p>)).toBe("uno");
  });

  test("gives the original back when the translator does", async () => {
    const text = page.ownerDocument.createTextNode("");
    await show(<p>as it was</p>);
    const original = page.querySelector("p")?.firstChild ?? text;
    await translate(inOne);
    page.querySelector("font")?.replaceWith(original);
    await told();
    expect(page.textContent).toBe("as it was");
    expect(await show(<p>as it is</p>)).toBe("as it is");
  });
});
