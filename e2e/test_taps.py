"""A tap is never lost: what is pressed stays where it is until the click, and what was given is kept."""

import re

from playwright.sync_api import Locator, expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Participant
from e2e.server import Server

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
TEXTS = [f"Idea {n}: let people who live in a street decide what is built there" for n in range(1, 9)]


def _tap(person: Participant, target: Locator) -> None:
    """One tap where it is seen now; Playwright's own would scroll and wait."""
    box = target.bounding_box()
    assert box is not None
    person.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def _stored(person: Participant, table: Table, reason: str) -> None:
    """The server has it: it tells this person alone, and no page runs that could send it again."""
    for _ in range(100):
        if reason in person.page.context.request.get(f"{table.address}/boards/{table.board}").text():
            return
        person.page.wait_for_timeout(100)
    raise AssertionError("the reason did not reach the server")


def test_the_first_tap_on_a_phone_counts(server: Server, people: People, table: Table) -> None:
    table.go("diverge")
    ben = people.takes_part(table, **PHONE)
    for n in range(3):
        ben.writes(f"One of my own, {n}")
    html = ben.page.locator("html")
    ben.page.get_by_role("heading", level=1).tap()
    for name, stands in (("Save", "Changed words"), ("Cancel", "Changed words")):
        expect(html).not_to_have_class(re.compile("typing"))
        ben.button("Edit").nth(1).tap()
        field = ben.field("Change your idea")
        field.tap()
        expect(html).to_have_class(re.compile("typing"))
        field.fill("Changed words" if name == "Save" else "Other words")
        _tap(ben, ben.button(name))
        expect(ben.own(stands)).to_be_visible()
        expect(field).to_be_hidden()
    # From field to field, too: the pen had the focus.
    ben.pen.tap()
    expect(html).to_have_class(re.compile("typing"))
    _tap(ben, ben.button("Edit").nth(2))
    expect(ben.field("Change your idea")).to_be_visible()
    ben.presses("Cancel")

    table.write(TEXTS)
    table.go("vote")
    table.vote()
    table.go("decide")
    table.decide()
    table.seat(1)[0].do("answer_consent", level=4)
    level = ben.page.get_by_role("radio", name="I object")
    level.tap()
    ben.reads("Your answer is kept. You can change it until the check ends.")
    field = ben.field("Your reason, if you want to give one")
    field.tap()
    expect(html).to_have_class(re.compile("typing"))
    ben.page.keyboard.insert_text("The north side has no bus")
    # The bar comes back over the lower edge when the field is left: a level there is answered all the same.
    other = ben.page.get_by_role("radio", name="Stop, we must talk")
    other.evaluate("one => window.scrollBy(0, one.getBoundingClientRect().bottom - innerHeight + 6)")
    _tap(ben, other)
    expect(other).to_be_checked()
    # Nothing else is pressed, and the page is gone in the moment after the last letter.
    field.tap()
    field.press("Control+End")
    ben.page.keyboard.insert_text(", and no school")
    ben.page.goto("about:blank")
    _stored(ben, table, "The north side has no bus, and no school")
    table.lead.do("close_consent")
    reasons = table.lead.boot()["meta"]["consents"][-1]["reasons"]
    assert reasons == [{"level": 0, "reason": "The north side has no bus, and no school"}]
    sha256 = table.lead.do("freeze")["decision"]
    ben.opens(f"/decisions/{sha256}")
    ben.reads("The north side has no bus, and no school")


def test_what_changes_when_a_field_is_left_takes_no_press_away(server: Server, people: People, table: Table) -> None:
    """With a mouse the focus moves at the press, and an error that comes up then pushes all that stands below it."""
    table.go("diverge")
    table.write(TEXTS)
    table.go("vote")
    table.vote()
    table.go("decide")
    # High enough that nothing is scrolled: else the browser itself holds the page in place.
    mara = people.facilitator(table, viewport={"width": 1280, "height": 1800})
    mara.opens(table.links["facilitate"])
    mara.presses("Write the decision")
    expect(mara.field("The decision, in one sentence")).to_be_focused()
    add = mara.button("Add a step")
    before = mara.page.get_by_role("textbox", name=re.compile("^Next step")).count()
    box = add.bounding_box()
    assert box is not None
    mara.page.mouse.move(box["x"] + 20, box["y"] + 2)
    mara.page.mouse.down()
    # Longer than a frame, as a hand takes.
    mara.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    mara.page.mouse.up()
    expect(mara.page.get_by_role("textbox", name=re.compile("^Next step"))).to_have_count(before + 1)
    expect(mara.field("The decision, in one sentence")).to_have_attribute("aria-invalid", "true")
