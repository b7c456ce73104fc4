"""axe finds nothing on any page, in any phase, for any role, in light and in dark."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from e2e.api import Table
from e2e.axe import Look
from e2e.conftest import People
from e2e.people import Facilitator, Participant, Person, Watcher
from e2e.server import Server
from e2e.trouble import Trouble

TEXTS = ["Build on public land first", "Let councils borrow to build", "房子是用来住的", "ابنوا على الأرض العامة"] + [
    f"Idea {n} on housing" for n in range(5, 13)
]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


SHARE = re.compile("^(Invite|Let people in)")


class Room:
    """A facilitator, somebody who takes part, somebody on a phone and a big screen, all before the same board."""

    def __init__(self, server: Server, people: People, table: Table, theme: str) -> None:
        calm = {"color_scheme": theme, "reduced_motion": "reduce"}
        self.table = table
        self.mara: Facilitator = people.facilitator(server, **calm)
        self.ben: Participant = people.participant(server, **calm)
        self.kim: Participant = people.participant(server, **(calm | PHONE))
        self.screen: Watcher = people.watcher(server, **calm)
        self.mara.opens(table.links["facilitate"])
        for person in (self.ben, self.kim):
            person.opens(table.links["participate"])
        self.screen.opens(table.links["watch"])

    def all_at(self, step: str, look: Look) -> None:
        for name, person in self.everybody.items():
            person.is_at(step)
            # A part of the phase may still be loading.
            expect(person.page.get_by_role("heading", level=1).first).to_be_visible()
            look.at(f"{step}, {name}", person.page)

    @property
    def everybody(self) -> dict[str, Person]:
        return {"facilitator": self.mara, "participant": self.ben, "phone": self.kim, "big screen": self.screen}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_phase_for_every_role(
    server: Server, people: People, tables: Callable[..., Table], look: Look, theme: str
) -> None:
    table = tables(server, problem="Rents rose by half", constraint="No new taxes")
    room = Room(server, people, table, theme)
    mara, ben = room.mara, room.ben

    room.all_at("Welcome", look)
    mara.presses("Question and settings")
    mara.presses("I kept it")
    look.at("Welcome, everything unfolded", mara.page)
    mara.presses("Board: question, your link, door, files")
    mara.presses("Show the link")
    look.at("The dialog of the board", mara.page)
    mara.presses("Close", mara.dialog("This board"))

    mara.starts_writing()
    ben.writes("One of my own")
    ben.page.keyboard.insert_text("A draft")
    room.all_at("Write", look)
    table.write(TEXTS)
    table.lead.do("set_timer", minutes=0.01)
    ben.reads("Time is up. The reveal comes next.")
    expect(ben.page.get_by_role("region", name=re.compile("^We sent"))).to_be_visible()
    look.at("Write, time is up", ben.page)
    look.at("Write, time is up, facilitator", mara.page)

    table.go("reveal")
    room.all_at("Read", look)
    mara.presses("One idea")
    for name, person in {"facilitator": mara, "participant": ben, "phone": room.kim}.items():
        person.reads(re.compile("on the big screen now"))
        look.at(f"Read, one idea, {name}", person.page)
    mara.presses("Pages")
    expect(ben.page.get_by_role("heading", name=re.compile("^Ideas 1 to "))).to_have_count(1)
    look.at("Read, a page, facilitator", mara.page)
    mara.presses("Nothing")
    table.go("cluster")
    ids = list(table.written)
    table.people[0].groups(ids[:3], "Build more")
    table.people[0].groups(ids[3:5], "")
    expect(ben.group("Build more")).to_be_visible()
    room.all_at("Group", look)
    ben.button(re.compile("^Move to…")).first.click()
    # With less motion, too, the menu has the focus at once.
    expect(ben.dialog(re.compile("^Move idea")).get_by_role("combobox")).to_be_focused()
    look.at("Group, menu open", ben.page)
    mara.presses("Open the vote")
    expect(mara.dialog("Open the vote")).to_be_visible()
    look.at("Group, the ballot before it opens", mara.page)
    mara.page.keyboard.press("Escape")

    table.go("vote")
    room.all_at("Vote", look)
    for left in (3, 2, 1):
        ben.page.get_by_role("button", name=re.compile(rf"^Give a dot to .*\b{left} of"), pressed=False).first.click()
    ben.reads("One more: which is worth the risk?")
    look.at("Vote, all dots given", ben.page)
    table.vote()
    table.go("decide")
    room.all_at("Decide", look)
    mara.begins_the_decision()
    look.at("Decide, writing", mara.page)
    mara.field("The decision, in one sentence").fill("We pilot council-built homes on two sites.")
    mara.field("Who decides").fill("Mara Ellis")
    mara.presses("Show it to everybody")
    for person in (ben, room.kim):
        person.answers("I have doubts", "Who pays?")
    room.all_at("Decide", look)
    table.people[0].do("answer_consent", level=4)
    mara.ends_the_check()
    room.all_at("Decide", look)
    mara.presses("Make it final")
    expect(mara.dialog("Make it final?")).to_be_visible()
    look.at("Decide, preview", mara.page)
    address = mara.makes_it_final_from_preview()
    look.at("Decision", mara.page)
    for name, anybody in list(room.everybody.items())[1:]:
        anybody.is_at("Done")
        look.at(f"Done, {name}", anybody.page)
    room.kim.opens(address)
    look.at("Decision, phone", room.kim.page)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_other_page(
    server: Server, people: People, tables: Callable[..., Table], look: Look, trouble: Trouble, theme: str
) -> None:
    trouble.allow(r"403|404|422")
    table = tables(server)
    visitor = people.facilitator(server, color_scheme=theme, reduced_motion="reduce")
    for address in ("/", "/nowhere", "/join/AAAAAAAAAAAAAAAAAAAAAAAA", "/decisions/" + "0" * 64):
        visitor.opens(address)
        look.at(address, visitor.page)
    visitor.opens(table.links["facilitate"])
    visitor.page.wait_for_function("() => localStorage.getItem('shortlist:boards')")
    visitor.opens("/")
    look.at("/, with a board", visitor.page)
    visitor.page.get_by_text("Background and rules").click()
    visitor.presses("Open the board")
    expect(visitor.field("What is the question?")).to_have_attribute("aria-invalid", "true")
    look.at("/, with something wrong", visitor.page)

    ben = people.participant(server, color_scheme=theme, reduced_motion="reduce")
    ben.joins(table.links["participate"])
    ben.button(re.compile("^Nobody can see who wrote what")).first.click()
    expect(ben.dialog("What we promise")).to_be_visible()
    look.at("The promise", ben.page)
    mara = people.facilitator(server, color_scheme=theme, reduced_motion="reduce")
    mara.opens(table.links["facilitate"])
    mara.starts_writing()
    for opens in (mara.button(SHARE), mara.button("Step back")):
        opens.click()
        mara.page.wait_for_selector(":popover-open, dialog:modal")
        look.at(f"{opens}", mara.page)
        mara.page.keyboard.press("Escape")
    late = people.participant(server, color_scheme=theme, reduced_motion="reduce")
    table.lead.do("change_settings", locked=True)
    late.opens(table.links["participate"])
    expect(late.page.get_by_role("heading", name="The door is locked")).to_be_visible()
    look.at("The locked door", late.page)
