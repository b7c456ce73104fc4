import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { usePhone } from "./use-phone";

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

test("a window that becomes narrow before the page listens is a phone", async () => {
  const query = Object.assign(new EventTarget(), { matches: false });
  vi.stubGlobal("matchMedia", () => query);
  const Page = () => <p>{usePhone() ? "phone" : "desk"}</p>;
  const page = document.body.appendChild(document.createElement("div"));
  await act(() => {
    render(<Page />, page);
    query.matches = true;
  });
  expect(page.textContent).toBe("phone");
  query.matches = false;
  await act(() => {
    query.dispatchEvent(new Event("change"));
  });
  expect(page.textContent).toBe("desk");
});
