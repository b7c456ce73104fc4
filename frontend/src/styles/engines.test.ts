import { describe, expect, it } from "vitest";

const sheets = import.meta.glob<string>("../**/*.css", { query: "?raw", import: "default", eager: true });

interface Rule {
  at: string;
  selector: string;
  declarations: Record<string, string>;
}

/** Every rule with its whole selector, nesting and at-rules resolved as far as a test of names needs it. */
function rulesOf(at: string, sheet: string): Rule[] {
  const rules: Rule[] = [];
  const open: Rule[] = [];
  for (const [, text = "", mark] of sheet.replace(/\/\*.*?\*\//gs, "").matchAll(/([^{};]*)([{};])/g)) {
    const inner = open.at(-1);
    if (mark === "{") {
      const own = text.trim().startsWith("@") ? "&" : text.trim();
      const around = inner?.selector ?? "";
      const selector = own.includes("&") ? own.replaceAll("&", around) : `${around} ${own}`;
      open.push({ at, selector: selector.trim(), declarations: {} });
      continue;
    }
    const [name = "", value] = text.split(":");
    if (inner && value !== undefined) inner.declarations[name.trim()] = value.trim();
    if (mark === "}") rules.push(...open.splice(-1));
  }
  return rules;
}

const rules = Object.entries(sheets).flatMap(([at, sheet]) => rulesOf(at, sheet));

/** Boxes that the browser itself makes `block-size: fit-content`. */
const floats = (selector: string) =>
  selector.split(",").some((one) => /(\bdialog|\.dialog|\.popover|:popover-open|\[popover\])[^\s>+~]*$/.test(one));

/** The layouts that WebKit computes differently, seen in WebKitGTK 2.50. */
describe("what WebKit gets wrong", () => {
  it("knows a rule by its whole selector", () => {
    const found = rulesOf(
      "x",
      ".a { color: red; @media (min-width: 1px) { &.b > .c { gap: 1px } } } /* .d { e: f } */",
    );
    expect(found.map(({ selector, declarations }) => [selector, declarations])).toEqual([
      [".a.b > .c", { gap: "1px" }],
      [".a", {}],
      [".a", { color: "red" }],
    ]);
    expect([".dialog[open]", ".popover.x:popover-open", "dialog"].map(floats)).toEqual([true, true, true]);
    expect([".dialog > .sheet", ".popover p"].map(floats)).toEqual([false, false]);
    expect(rules.filter((rule) => floats(rule.selector)).length).toBeGreaterThan(8);
  });

  it("a dialog or popover that is a grid is as high as it may be at most", () => {
    expect(rules.filter((rule) => floats(rule.selector) && /grid/.test(rule.declarations.display ?? ""))).toEqual([]);
  });

  it("a share of the height fit-content, as in `flex: 1`, is none", () => {
    const popover = rules.filter((rule) => rule.selector === ".popover" && "max-block-size" in rule.declarations);
    expect(popover[0]?.declarations["block-size"]).toBe("auto");
    const heights = rules.flatMap(({ at, declarations }) => [
      [at, declarations.height ?? declarations["block-size"]] as const,
    ]);
    expect(heights.filter(([, height]) => height?.includes("-content"))).toEqual([]);
  });

  it("only `grow` stands in for field-sizing, so no sheet uses it alone", () => {
    const used = Object.entries(sheets).filter(([, sheet]) => sheet.includes("field-sizing: content"));
    expect(used.map(([at]) => at)).toEqual(["./controls.css"]);
  });
});
