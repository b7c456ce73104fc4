import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import { Popover } from "./popover";

const page = document.createElement("div");
document.body.append(page);

afterEach(() => {
  render(null, page);
  vi.restoreAllMocks();
});

/** What a browser says of a panel that opens or closes. */
function says(type: "beforetoggle" | "toggle", newState: "open" | "closed", isOpen: boolean): void {
  const panel = page.querySelector(".popover") as HTMLElement;
  vi.spyOn(panel, "matches").mockReturnValue(isOpen);
  panel.dispatchEvent(Object.assign(new Event(type), { newState }));
}

test("a panel that is opened again before its closing was heard is entered again, and stays", async () => {
  const onOpen = vi.fn();
  render(
    <Popover button={{ children: "More" }} onOpen={onOpen}>
      {() => "inside"}
    </Popover>,
    page,
  );
  says("beforetoggle", "open", false);
  await vi.waitFor(() => expect(onOpen).toHaveBeenCalledTimes(1));
  says("beforetoggle", "open", false);
  await vi.waitFor(() => expect(onOpen).toHaveBeenCalledTimes(2));
  says("toggle", "closed", true);
  await new Promise((drawn) => setTimeout(drawn));
  expect(page.textContent).toContain("inside");
  says("toggle", "closed", false);
  await vi.waitFor(() => expect(page.textContent).not.toContain("inside"));
});
