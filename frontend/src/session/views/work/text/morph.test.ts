import { expect, test } from "vitest";
import { morph } from "./morph";

function doc(html: string): HTMLElement {
  const into = document.createElement("div");
  morph(into, html);
  return into;
}

test("what stays the same stays the same element", () => {
  const into = doc(
    '<section data-heading="A"><h2>A</h2><p>one</p></section><section data-heading="B"><p>b</p></section>',
  );
  const [a, b] = [...into.children];
  const title = a?.firstChild;
  morph(
    into,
    '<section data-heading="A"><h2>A</h2><p>one</p><p>two</p></section><section data-heading="B"><p>b</p></section>',
  );
  expect([...into.children]).toEqual([a, b]);
  expect(a?.firstChild).toBe(title);
  expect(into.textContent).toBe("Aonetwob");
});

test("what was replaced, added or removed is as the new text has it", () => {
  const first = '<section data-heading="A"><p>a</p></section><section data-heading="B"><p>b</p></section>';
  const into = doc(first);
  for (const html of ['<section data-heading="C"><p>c</p></section>', "<p>x</p>", "", first, "<p>a</p><p>b</p>"]) {
    morph(into, html);
    expect(into.innerHTML).toBe(html);
  }
});
