import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const sources = import.meta.glob<string>(["../../**/*.{ts,tsx}", "!../../**/*.test.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const modules = Object.entries(sources).filter(([at]) => at !== "./input.ts");

describe("a text area without field-sizing", () => {
  let grow: typeof import("./input").grow;
  let resize: (field: HTMLTextAreaElement) => void;
  const observe = vi.fn();

  /** A field of 20px a line with two edges of 3px; its width is what the test says. */
  function field(): HTMLTextAreaElement & { width: number; lines: number } {
    const made = Object.assign(document.createElement("textarea"), { width: 300, lines: 1 });
    const inner = () => Number.parseFloat(made.style.blockSize || "46") - 6;
    Object.defineProperties(made, {
      offsetWidth: { get: () => made.width },
      scrollHeight: { get: () => (made.width ? Math.max(made.lines * 20, inner()) : 0) },
      clientHeight: { get: inner },
      offsetHeight: { get: () => inner() + 6 },
    });
    const around = document.body.appendChild(document.createElement("div"));
    around.append(made);
    return made;
  }

  beforeEach(async () => {
    vi.resetModules();
    vi.stubGlobal("CSS", { supports: () => false });
    vi.stubGlobal("requestAnimationFrame", (run: () => void) => run());
    vi.stubGlobal(
      "ResizeObserver",
      class {
        constructor(changed: (all: { target: Element }[]) => void) {
          resize = (target) => changed([{ target }]);
        }
        observe = observe;
      },
    );
    ({ grow } = await import("./input"));
  });

  afterEach(() => document.body.replaceChildren());

  it("is as high as its text when that grows and shrinks, and releases the height of its parent", () => {
    const made = field();
    made.lines = 7;
    grow(made);
    expect(made.style.blockSize).toBe("146px");
    made.lines = 2;
    grow(made);
    expect(made.style.blockSize).toBe("46px");
    expect(made.parentElement?.style.minBlockSize).toBe("");
  });

  it("follows a changed width and ignores other changes", () => {
    const made = field();
    grow(made);
    expect(observe).toHaveBeenLastCalledWith(made);
    made.lines = 4;
    resize(made);
    expect(made.style.blockSize).toBe("26px");
    made.width = 150;
    resize(made);
    expect(made.style.blockSize).toBe("86px");
  });

  it("keeps its own height while a fold hides it, and grows when the fold opens", () => {
    const made = field();
    Object.assign(made, { width: 0, lines: 5 });
    grow(made);
    expect(made.style.blockSize).toBe("");
    made.width = 280;
    resize(made);
    expect(made.style.blockSize).toBe("106px");
  });

  it("is left to a browser that has field-sizing", () => {
    vi.stubGlobal("CSS", { supports: (name: string) => name === "field-sizing" });
    const made = field();
    grow(made);
    expect(made.style.blockSize).toBe("");
  });

  it("is only made by modules that call grow", () => {
    const makers = modules.filter(([, source]) => /<textarea|\bh\(.*"textarea"/.test(source));
    expect(makers.map(([at]) => at)).toEqual([
      "../../board/parts/ideas/composer.tsx",
      "../field.tsx",
      "../../session/views/by-hand.tsx",
      "../../session/views/door/door.tsx",
      "../../session/views/prepare/line.tsx",
      "../../session/views/prepare/prepare.tsx",
    ]);
    expect(makers.filter(([, source]) => !/\bgrow\(/.test(source))).toEqual([]);
  });
});
