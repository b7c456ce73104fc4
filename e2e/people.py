"""What a person does, in their words. Everything is found as a reader of the page finds it: by role and by name."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

QUESTION = "How can we make housing affordable?"

DRAGGING_IS_HERE = """
async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const part = () => performance.getEntriesByType("resource").find(({ name }) => name.includes("/dragging-"));
  while (!part()) await frame();
  await import(part().name);
  await frame();
}
"""
"""it is loaded when the board is drawn and the page has nothing to do"""


@dataclass(frozen=True)
class Links:
    """The three ways in."""

    facilitate: str
    participate: str
    watch: str


class Person:
    """A person with a page of a board."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def button(self, name: str | re.Pattern[str], within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("button", name=name, exact=isinstance(name, str))

    def presses(self, name: str | re.Pattern[str], within: Locator | None = None) -> None:
        """A button that waits for an answer takes no press."""
        self.button(name, within).and_(self.page.locator(":not([aria-busy=true])")).click()

    def dialog(self, name: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("dialog", name=name)

    def field(self, name: str | re.Pattern[str], within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("textbox", name=name)

    def opens(self, link: str) -> None:
        self.page.goto(link)

    def reads(self, text: str | re.Pattern[str]) -> None:
        """It is somewhere on the page, in sight."""
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def hears(self, text: str | re.Pattern[str]) -> None:
        """A live region says it to people who do not see the page."""
        expect(self.page.get_by_role("status").filter(has_text=text)).not_to_have_count(0)

    def is_at(self, step: str) -> None:
        """The rail says so: Welcome, Write, Read, Group, Vote, Decide or Done."""
        rail = self.page.get_by_role("list", name="Where we are")
        expect(rail.get_by_role("listitem").filter(has_text=re.compile(rf"^{step}$"))).to_have_attribute(
            "aria-current", "step"
        )

    def ideas(self) -> Locator:
        """The cards on the page."""
        return self.page.locator("[data-idea]")

    def idea(self, text: str) -> Locator:
        return self.ideas().filter(has=self.page.get_by_text(text, exact=True))

    def sees_no_more_than(self, *allowed: str, of: list[str]) -> None:
        """Of these texts, no other stands anywhere on the page, hidden parts and data included."""
        content = self.page.content()
        assert [text for text in of if text in content and text not in allowed] == []

    def moves_to(self, idea: str, group: str) -> None:
        """By the menu that every idea has."""
        self._asks_where(idea)
        self.page.get_by_role("option", name=group).click()
        expect(self.group(group).get_by_text(idea, exact=True)).to_be_visible()

    def groups_anew(self, idea: str, name: str) -> None:
        """Makes a group of one idea and names it."""
        self._asks_where(idea)
        self.page.get_by_role("combobox", name="Find a group, or name a new one").fill(name)
        self.page.get_by_role("option", name=f"New group “{name}”").click()
        expect(self.group(name).get_by_text(idea, exact=True)).to_be_visible()

    def group(self, name: str) -> Locator:
        return self.page.get_by_role("region", name=name, exact=True)

    def lifts(self, card: Locator) -> None:
        """Drags it a little way, by mouse."""
        self.page.evaluate(DRAGGING_IS_HERE)
        box = card.bounding_box()
        assert box
        self.page.mouse.move(box["x"] + 60, box["y"] + 12)
        self.page.mouse.down()
        self.page.mouse.move(box["x"] + 80, box["y"] + 20, steps=2)
        expect(self.page.locator("html")).to_have_attribute("data-dragging", "")

    def _asks_where(self, idea: str) -> None:
        self.idea(idea).get_by_role("button", name=re.compile("^Move to…")).click()
        expect(self.dialog(re.compile("^Move idea"))).to_be_visible()

    def looks_up(self) -> None:
        """Lets go of what the pointer and the focus are at: only then the wall shows there what others did."""
        self.page.mouse.click(4, 40)

    def downloads(self, name: str | re.Pattern[str], into: Path) -> Path:
        with self.page.expect_download() as started:
            self.page.get_by_role("link", name=name).click()
        path = into / started.value.suggested_filename
        started.value.save_as(path)
        return path


class Facilitator(Person):
    """Opens the board and leads it. This page may be projected: nothing of their own is on it."""

    def opens_a_board(self, question: str = QUESTION, minutes: int = 10, criterion: str | None = None) -> None:
        self.opens("/")
        expect(self.field("What is the question?")).to_be_focused()
        self.field("What is the question?").fill(question)
        self.page.get_by_role("spinbutton", name="Minutes to write").fill(str(minutes))
        if criterion:
            self.page.get_by_text("Background and rules").click()
            self.field("What should the vote decide?").fill(criterion)
        self.presses("Open the board")
        self.is_at("Welcome")
        expect(self.page.get_by_role("heading", name=question, level=1)).to_be_visible()

    def shares_links(self) -> Links:
        """Copies all three."""
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        return Links(
            facilitate=self._copies("Your facilitator link"),
            participate=self._copies("Take part"),
            watch=self._copies("Big screen"),
        )

    def _copies(self, what: str) -> str:
        self.presses(f"Copy link: {what}")
        self.hears(f"Link copied: {what}.")
        return str(self.page.evaluate("navigator.clipboard.readText()"))

    def begins_the_decision(self) -> None:
        """The form is loaded by the press."""
        self.presses("Write the decision")
        expect(self.field("The decision, in one sentence")).to_be_visible()

    def counts(self, here: int) -> None:
        self.reads(re.compile(rf"^{here}\s+here$"))

    def starts_writing(self) -> None:
        self.presses("Start writing")
        self.is_at("Write")

    def reveals(self, ideas: int) -> None:
        """Works before and after the end of the time."""
        words = "1 idea" if ideas == 1 else f"{ideas} ideas"
        self.presses(re.compile(rf"^Reveal {words}( now)?$"))
        asked = self.dialog("Reveal before time is up?")
        revealed = self.page.get_by_role("heading", name=words, exact=True)
        pressed = self.button(re.compile("^Reveal(ing…| in )"))
        expect(asked.or_(pressed).or_(revealed).first).to_be_visible()
        if asked.is_visible():
            self.presses(f"Reveal {words}", asked)
        self.is_at("Read")
        expect(revealed).to_be_visible()

    def goes_on_to_grouping(self) -> None:
        self.presses("Group the ideas")
        self.is_at("Group")

    def opens_the_vote(self, summary: str | None = None, dots: int | None = None) -> None:
        self.presses("Open the vote")
        ballot = self.dialog("Open the vote")
        if summary:
            expect(ballot.get_by_text(summary)).to_be_visible()
        while dots and int(ballot.get_by_role("status").first.inner_text()) > dots:
            before = int(ballot.get_by_role("status").first.inner_text())
            self.presses("One dot fewer", ballot)
            expect(ballot.get_by_role("status").first).to_have_text(str(before - 1))
        self.presses("Open the vote", ballot)
        self.is_at("Vote")

    def closes_the_vote(self) -> None:
        self.presses("Close the vote")
        asked = self.dialog(re.compile("still choosing$"))
        expect(asked.or_(self.button("Counting…")).or_(self.button("Write the decision")).first).to_be_visible()
        if asked.is_visible():
            self.presses("Close the vote", asked)
        self.is_at("Decide")

    def writes_the_decision(self, decision: str, why: str, owner: str, step: str | None = None) -> None:
        self.presses("Write the decision")
        self.field("The decision, in one sentence").fill(decision)
        self.field("Why").fill(why)
        self.field("Who decides").fill(owner)
        if step:
            self.field("Next step 1").fill(step)
        self.presses("Show it to everybody")
        expect(self.page.get_by_role("heading", name=decision, level=1)).to_be_visible()

    def ends_the_check(self) -> None:
        self.presses("End the check")
        expect(self.page.get_by_role("heading", name="What the group answered")).to_be_visible()

    def makes_it_final(self) -> str:
        """Reads the preview, presses again; returns the address of the decision."""
        self.presses("Make it final")
        return self.makes_it_final_from_preview()

    def makes_it_final_from_preview(self) -> str:
        preview = self.dialog("Make it final?")
        expect(preview.get_by_text("It cannot be changed afterwards")).to_be_visible()
        self.presses("Make it final", preview)
        self.page.wait_for_url(re.compile(r"/decisions/[0-9a-f]{64}$"))
        return self.page.url

    def steps_back_to(self, step: str) -> None:
        self.presses("Step back")
        self.page.get_by_role("menuitem", name=f"Back to “{step}”").click()
        self.is_at(step)


class Participant(Person):
    """Joins with one press on a link: no account, no name."""

    def joins(self, link: str) -> None:
        self.opens(link)
        self.reads("You’re in.")

    @property
    def pen(self) -> Locator:
        """Where the next idea is written."""
        return self.field("Your idea")

    def writes(self, text: str) -> None:
        """The field has the focus from the start and keeps it; Enter adds."""
        expect(self.pen).to_be_focused()
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Enter")
        expect(self.pen).to_have_value("")
        expect(self.pen).to_be_focused()
        expect(self.own(text).get_by_text("saved", exact=True)).to_be_visible()

    def own(self, text: str) -> Locator:
        """An idea in one's own list."""
        mine = self.page.get_by_role("region", name="Your ideas, hidden from everyone until the reveal")
        return mine.get_by_role("listitem").filter(has=self.page.get_by_text(text, exact=True))

    def option(self, name: str) -> Locator:
        """The button that gives a dot to an option, or takes it back."""
        return self.button(re.compile(rf"^Give a dot to {re.escape(name)}, "))

    def spends_dots(self, *names: str) -> None:
        for name in names:
            self.option(name).click()
            expect(self.option(name)).to_have_attribute("aria-pressed", "true")

    def picks_the_bold_one(self, name: str) -> None:
        self.reads("One more: which is worth the risk?")
        self.button(f"Worth the risk: {name}").click()
        expect(self.page.get_by_role("button", name=f"Worth the risk: {name}", pressed=True)).to_be_visible()

    def is_done(self) -> None:
        self.presses("I’m done")
        expect(self.page.get_by_role("button", name="I’m done", pressed=True)).to_be_visible()

    def answers(self, level: str, reason: str | None = None) -> None:
        self.page.get_by_role("radio", name=level).check()
        self.reads("Your answer is kept. You can change it until the check ends.")
        if reason:
            self.gives_a_reason(reason)

    def gives_a_reason(self, reason: str) -> None:
        """It goes out when the hand rests or the field is left."""
        self.field("Your reason, if you want to give one").fill(reason)
        self.field("Your reason, if you want to give one").blur()
        self.reads("Your answer is kept. You can change it until the check ends.")


class Watcher(Person):
    """The big screen: reads along, has nothing to press."""

    def joins(self, link: str) -> None:
        self.opens(link)
        expect(self.page.get_by_role("img", name="QR code: Take part")).to_be_visible()

    def has_nothing_to_press(self) -> None:
        expect(self.page.get_by_role("button")).to_have_count(0)
        expect(self.page.get_by_role("textbox")).to_have_count(0)
