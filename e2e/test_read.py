"""Read: the facilitator walks, people follow or read by themselves, ask, answer unknown and say that they are ready."""

import re

import pytest
from playwright.sync_api import Locator, expect

from e2e.api import Table
from e2e.axe import Look
from e2e.conftest import People
from e2e.people import Participant, Person

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
ALIKE = ("The cost of building materials needs to come down", "Bring the cost of building materials down")
TEXTS = [
    *ALIKE,
    "Build on public land first",
    "Let councils borrow to build",
    "Make empty offices into flats",
    "A register of rents that everybody can read",
    "Teach more young people a trade",
    "Let neighbours share one deposit",
]
MINE = "Tax homes in which nobody lives"
RELEASED = 60_000
"""milliseconds after which an answer, which waits 10 to 40 s, is on every page"""


@pytest.fixture
def reading(people: People, table: Table) -> Table:
    """A board in Read, with more ideas than one page holds."""
    table.go("diverge")
    table.write(TEXTS)
    return table


def opened(person: Person) -> Locator:
    """The headline over the one idea that is open."""
    return person.page.get_by_role("heading", level=1)


def is_with(person: Person, place: str) -> None:
    expect(opened(person)).to_have_accessible_name(re.compile(f"^{place}"))


def shows(person: Person, what: str) -> None:
    expect(person.page.get_by_role("button", name=what, pressed=True)).to_be_visible()


def number_of(person: Person, text: str) -> str:
    return person.idea(text).locator(".number").inner_text()


def test_the_facilitator_walks_and_people_follow_or_read_by_themselves(people: People, reading: Table) -> None:
    reading.go("reveal")
    mara, ada, ben = people.leads(reading), people.takes_part(reading), people.takes_part(reading)
    expect(ada.page.get_by_role("button", name="Follow the facilitator")).to_have_count(0)

    mara.presses("One idea")
    shows(mara, "One idea")
    for person in (mara, ada, ben):
        is_with(person, "Idea 1 of 8")
    ada.reads("of 8, on the big screen now")
    mara.presses("Next idea")
    mara.page.keyboard.press("ArrowRight")
    for person in (mara, ada, ben):
        is_with(person, "Idea 3 of 8")
    mara.field("Go to idea").fill("7")
    mara.page.keyboard.press("Enter")
    for person in (mara, ada, ben):
        is_with(person, "Idea 7 of 8")

    # Whoever goes somewhere else has left the facilitator, until they want to follow again.
    ben.page.get_by_role("navigation", name="All ideas").get_by_role("button").nth(3).click()
    is_with(ben, "Idea 4 of 8")
    shows(ben, "At my own pace")
    mara.presses("Previous idea")
    is_with(ada, "Idea 6 of 8")
    is_with(ben, "Idea 4 of 8")
    ben.page.get_by_role("slider", name="Ideas in their order").press("End")
    is_with(ben, "Idea 8 of 8")
    ben.presses("Follow the facilitator")
    is_with(ben, "Idea 6 of 8")
    is_with(mara, "Idea 6 of 8")

    mara.presses("Pages")
    for person in (mara, ada):
        expect(person.page.get_by_role("heading", name=re.compile("^Ideas 1 to "))).to_have_count(1)
    # A page that followed stays where it is when nobody leads any more; with pages, that is all of them.
    mara.presses("Nothing")
    for person in (mara, ada, ben):
        expect(person.page.get_by_role("heading", name="8 ideas", exact=True)).to_be_visible()


def test_whoever_types_stays_with_what_they_type(people: People, reading: Table) -> None:
    ada = people.takes_part(reading)
    ada.writes(MINE)
    reading.go("reveal")
    mara = people.leads(reading)
    number = number_of(ada, MINE)
    other = "2" if number == "1" else "1"

    def shows_idea(number: str) -> None:
        mara.field("Go to idea").fill(number)
        mara.page.keyboard.press("Enter")
        is_with(mara, f"Idea {number} of 9")

    # The facilitator begins to lead while somebody mends an idea among all of them.
    ada.presses("Edit")
    expect(ada.field("Change your idea")).to_be_focused()
    ada.page.keyboard.insert_text(", for a start")
    mara.presses("One idea")
    shows(ada, "At my own pace")
    expect(ada.field("Change your idea")).to_have_value(f"{MINE}, for a start")
    ada.page.keyboard.press("Escape")
    expect(ada.button("Edit")).to_be_focused()

    ada.presses("Follow the facilitator")
    shows_idea(number)
    is_with(ada, f"Idea {number} of 9")
    ada.presses("Edit")
    shows(ada, "At my own pace")
    expect(ada.field("Change your idea")).to_be_focused()
    ada.page.keyboard.insert_text(", for a start")
    shows_idea(other)
    expect(ada.field("Change your idea")).to_have_value(f"{MINE}, for a start")
    ada.page.keyboard.press("Escape")
    expect(ada.button("Edit")).to_be_focused()

    # A field that is only passed does not keep the page: the focus goes on to the next headline.
    ada.presses("Follow the facilitator")
    is_with(ada, f"Idea {other} of 9")
    ada.field("What is unclear about it?").focus()
    shows_idea("3" if number != "3" else "4")
    expect(opened(ada)).to_be_focused()
    ada.hears(re.compile(r"^[34]\. "))
    ada.field("What is unclear about it?").press_sequentially("Wh")
    shows_idea(other)
    expect(ada.field("What is unclear about it?")).to_have_value("Wh")
    expect(ada.field("What is unclear about it?")).to_be_focused()
    shows(ada, "At my own pace")


def test_what_people_ask_is_answered_without_a_name_and_can_be_hidden(people: People, reading: Table) -> None:
    mara, ada, ben = people.leads(reading), people.takes_part(reading), people.takes_part(reading)
    ada.writes(MINE)
    reading.go("reveal")
    number = number_of(ben, MINE)
    for person in (ada, ben):
        person.presses("Read one by one")
        person.field("Go to idea").fill(number)
        person.page.keyboard.press("Enter")
        is_with(person, f"Idea {number} of 9")
    expect(ada.field("What is unclear about it?")).to_have_count(0)

    ben.reads("Nobody sees who asks. The author may answer without a name, a little later.")
    ben.field("What is unclear about it?").fill("What counts as a home?")
    ben.presses("Ask")
    expect(ada.page.get_by_text("What counts as a home?")).to_be_visible()
    mara.reads(f"1 to idea {number}, no answer yet")
    expect(ben.button(re.compile("^Answer"))).to_have_count(0)

    ada.presses("Answer")
    ada.reads("Your answer leaves after 10 to 40 seconds; its time may still let people guess.")
    ada.field("Your answer, without a name").fill("A house that can be lived in")
    ada.page.keyboard.press("Enter")
    ada.reads("It leaves after 10 to 40 seconds.")
    expect(ben.page.get_by_text("A house that can be lived in")).to_be_visible(timeout=RELEASED)
    mara.reads(f"1 to idea {number}, answered")

    mara.presses(f"1 to idea {number}, answered")
    mara.presses("Hide this question")
    expect(ben.page.get_by_text("What counts as a home?")).to_have_count(0)
    expect(ben.page.get_by_text("A house that can be lived in")).to_have_count(0)
    mara.presses("Show it again")
    ben.reads("What counts as a home?")


def test_ideas_that_look_alike_are_compared_and_joined(people: People, reading: Table, look: Look) -> None:
    reading.go("reveal")
    mara = people.leads(reading)
    one, other = sorted((number_of(mara, text) for text in ALIKE), key=int)
    mara.presses("Compare")
    expect(opened(mara)).to_have_text("Do these say the same?")
    expect(mara.page.locator("article b").filter(has_text="building materials")).to_have_count(2)
    look.at("Read, two that look alike", mara.page)
    mara.presses(f"Join {one} and {other}")
    mara.reads(f"{one}, {other} in group A")
    mara.presses(f"Undo joining {one}, {other}")
    mara.presses("Not the same")
    mara.reads("No more ideas look alike")
    mara.presses("Back to reading")
    mara.reads("No two ideas are left that look alike.")
    mara.page.reload()
    mara.reads("No two ideas are left that look alike.")

    mara.page.evaluate("localStorage.clear()")
    mara.page.reload()
    mara.presses(f"Join {one} and {other}")
    mara.goes_on_to_grouping()
    for text in ALIKE:
        expect(mara.page.locator("[data-cluster]").get_by_text(text, exact=True)).to_be_visible()


def test_people_say_that_they_have_read_the_ideas(people: People, reading: Table) -> None:
    reading.go("reveal")
    mara, ada = people.leads(reading), people.takes_part(reading)
    with reading.people[0].attends(), reading.people[1].attends():
        ada.presses("I’ve read them")
        expect(ada.page.get_by_role("button", name="I’ve read them", pressed=True)).to_be_visible()
        for person in (mara, ada):
            expect(person.page.locator(".bar .ready-count")).to_contain_text("1 of 3 have read them")
        reading.people[0].do("set_ready", ready=True)
        expect(mara.page.locator(".bar .ready-count")).to_contain_text("2 of 3 have read them")
        ada.presses("I’ve read them")
        expect(mara.page.locator(".bar .ready-count")).to_contain_text("1 of 3 have read them")


def test_on_a_phone_ideas_are_read_one_by_one(people: People, reading: Table) -> None:
    reading.go("reveal")
    kim: Participant = people.takes_part(reading, **PHONE)
    is_with(kim, "Idea 1 of 8")
    for _ in range(7):
        kim.presses("Next idea")
    is_with(kim, "Idea 8 of 8")
    kim.reads("That was the last one.")
    expect(kim.page.locator(".idea-line .read")).to_have_count(7)
    kim.presses("Ask about this idea")
    expect(kim.field("What is unclear about it?")).to_be_focused()
    kim.presses("All 8")
    expect(kim.page.get_by_role("heading", name="8 ideas", exact=True)).to_be_visible()
    kim.presses("Read one by one")
    is_with(kim, "Idea 8 of 8")


def test_a_facilitator_turns_pages_on_a_phone(people: People, reading: Table) -> None:
    reading.write([MINE])
    reading.go("reveal")
    mara, ada = people.leads(reading), people.takes_part(reading)
    mara.page.set_viewport_size({"width": 390, "height": 844})
    mara.presses("Pages")
    expect(opened(mara)).to_have_text("Ideas 1 to 8")
    mara.presses("Next page")
    for person in (mara, ada):
        expect(opened(person)).to_have_text("Idea 9")
    mara.presses("Previous page")
    expect(opened(ada)).to_have_text("Ideas 1 to 8")
    mara.reads("on the big screen now")


def test_the_same_is_asked_in_group(people: People, reading: Table) -> None:
    reading.go("cluster")
    mara, ada = people.leads(reading), people.takes_part(reading)
    with reading.people[0].attends(), reading.people[1].attends():
        ada.presses("I’m done")
        expect(ada.page.get_by_role("button", name="I’m done", pressed=True)).to_be_visible()
        expect(mara.page.locator(".bar .ready-count")).to_contain_text("1 of 3 done")
