"""What people do in a work session, in their words."""

import re

from playwright.sync_api import Locator, expect

from e2e.people import Person


class Member(Person):
    """Somebody with a page of a work session."""

    def opens_home(self) -> None:
        """The start page, with the tab of work sessions."""
        self.opens("/")
        self.page.get_by_role("tab", name="Get it done").click()

    def box(self, role: str, name: str) -> Locator:
        """What is pressed of a check box or a radio button: its label."""
        return self.page.locator("label").filter(has=self.page.get_by_role(role, name=name, exact=True))  # type: ignore[arg-type]

    def ticks(self, name: str, on: bool = True) -> None:
        """The browser ticks a box before the page does, so its next frame tells whether it waits for an answer."""
        self.box("checkbox", name).first.click()
        self.page.evaluate("() => new Promise(requestAnimationFrame)")
        box = self.page.get_by_role("checkbox", name=name, exact=True).first
        expect(box).to_be_checked(checked=on)
        expect(box.and_(self.page.locator("[aria-busy=true]"))).to_have_count(0)
        expect(box).to_be_checked(checked=on)

    def chooses(self, name: str) -> None:
        self.box("radio", name).first.click()

    def joins(self, link: str, name: str) -> None:
        self.opens(link)
        self.field(re.compile("^Your name")).fill(name)
        self.presses("Join")

    def writes_into_the_text(self, text: str) -> None:
        """Replaces the whole text. Alone the field is there from the start."""
        change = self.page.get_by_role("button", name="Change the text", exact=True)
        expect(change.or_(self.field("The text"))).to_be_visible()
        if change.is_visible():
            change.click()
        self.field("The text").fill(text)
        expect(self.page.get_by_role("main").get_by_role("status")).to_have_text(re.compile("^Saved"))
        self.presses("Read it")

    def shares(self) -> str:
        """Gives the recap to whoever has its link, as it is proposed; returns its address."""
        self.presses("Share it")
        dialog = self.page.get_by_role("dialog")
        self.presses("Share", dialog)
        expect(dialog).to_have_count(0)
        return str(self.page.get_by_role("link", name="Open the recap").get_attribute("href"))
