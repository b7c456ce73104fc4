"""People who have only a keyboard: Tab, arrows, Enter, space, Esc and letters."""

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 90
IN_FOCUS = "one => one.isConnected ? one === document.activeElement : null"
"""null: it was drawn again meanwhile"""
MOST_STOPS = 80
# Every fixed or sticky element is a bar, except the link that skips them all. A box that is higher than the space
# between the bars has to show at least one line.
COVERED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const stuck = () => [...document.querySelectorAll(":is(#board, #session) *")].filter(bar => {
    const { position, pointerEvents } = getComputedStyle(bar);
    return (position === "fixed" || position === "sticky") && pointerEvents !== "none" && bar.checkVisibility();
  });
  const height = bar => Number(getComputedStyle(bar).zIndex) || 0;
  const look = one => {
    const box = one.getBoundingClientRect();
    const own = stuck().find(bar => bar.contains(one));
    let [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    for (const bar of stuck()) {
      const over = bar.getBoundingClientRect();
      if (bar.contains(one) || one.contains(bar) || over.right <= box.left || over.left >= box.right) continue;
      // The head of a group that scrolls through under the bar at the edge.
      if (own && height(bar) < height(own)) continue;
      if (over.top <= top && over.bottom > top) top = over.bottom;
      else if (over.bottom >= bottom && over.top < bottom) bottom = over.top;
    }
    return bottom - top >= Math.min(box.height, 24) - 0.5;
  };
  const one = document.activeElement;
  if (one === document.body || one.matches(".skip, [tabindex='-1']")) return "nothing";
  if (one.dataset.seen) return "round";
  // Cards that were never near the window get their height when they come near.
  for (let n = 0; n < 20 && !look(one); n += 1) await frame();
  one.dataset.seen = "yes";
  return [look(one), (one.ariaLabel || one.innerText || one.outerHTML).slice(0, 50)];
}"""


class Keys:
    """Moves from one element to the next and never loses the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def goes_to(self, target: Locator) -> None:
        """Moves with Tab alone. Every element on the way shows that it has the focus."""
        expect(target).to_be_visible()
        # To find it by its role takes longer than a key, so it is looked for once.
        one = target.element_handle()
        for _ in range(MOST_TABS):
            while (there := one.evaluate(IN_FOCUS)) is None:
                one = target.element_handle()
            if there:
                self.shows_the_focus()
                return
            self.presses("Tab")
        raise AssertionError(f"{target} cannot be reached by Tab")

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def types(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def does(self, target: Locator, key: str = "Enter") -> None:
        """Goes there and presses the key. A button that waits for an answer takes no press."""
        self.goes_to(target)
        expect(target).not_to_have_attribute("aria-busy", "true")
        self.presses(key)

    def keeps_the_place(self) -> None:
        """After a change, the focus is on an element and not lost at the top of the page."""
        expect(self.page.locator("body :focus")).to_have_count(1)

    def shows_the_focus(self) -> None:
        """An outline or a shadow that the same thing has not when the focus is elsewhere."""
        drawn = self.page.evaluate(
            """() => {
              let one = document.activeElement;
              for (; one && one !== document.body; one = one.parentElement) {
                const look = getComputedStyle(one);
                if (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0) return true;
                if (one.matches(":focus-within") && look.boxShadow !== "none") return true;
              }
              return document.activeElement.matches("textarea, input");
            }"""
        )
        name = self.page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        assert drawn, f"Nothing shows that the focus is on {name}"


def covered(page: Page, key: str = "Tab") -> list[str]:
    """What lies under a bar while one goes once around the page with this key."""
    found = []
    page.evaluate("document.querySelectorAll('[data-seen]').forEach(one => delete one.dataset.seen)")
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        told = page.evaluate(COVERED)
        if told == "round":
            break
        if told != "nothing" and not told[0]:
            found.append(told[1])
    return found
