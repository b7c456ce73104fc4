"""People who have only a keyboard: Tab, arrows, Enter, space, Esc and letters."""

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 90
IN_FOCUS = "one => one === document.activeElement"


class Keys:
    """Moves from one element to the next and never loses the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def goes_to(self, target: Locator) -> None:
        """Moves with Tab alone. Every element on the way shows that it has the focus."""
        expect(target).to_be_visible()
        for _ in range(MOST_TABS):
            if target.evaluate(IN_FOCUS):
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
        """Goes there and presses the key."""
        self.goes_to(target)
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
