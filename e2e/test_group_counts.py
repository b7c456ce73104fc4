"""What others do while I hold the wall still: the counts are those of the cards that stand there."""

import re
from uuid import uuid4

from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People
from e2e.test_group_stays_put import GROUPS, TEXTS
from e2e.test_group_stays_put import _boxes as boxes
from e2e.test_group_stays_put import _grouped as grouped
from e2e.test_group_stays_put import _loose as loose
from e2e.test_group_stays_put import _waits_for_them as waits_for_them


def test_counts_are_of_the_cards_shown_and_the_note_covers_nothing(people: People, table: Table) -> None:
    table.lay(TEXTS, GROUPS)
    ben = people.takes_part(table)
    grouped(ben, 10)
    tray = ben.group("Not grouped yet")
    loose(ben).nth(1).hover()
    heads = tray.get_by_role("heading"), tray.locator(".count")
    before = boxes(*heads, loose(ben).first)
    other, fresh = table.people[1], str(uuid4())
    other.do("name_cluster", cluster=fresh, name="Quite new")
    for idea in [idea for idea, place in table.places().items() if place is None][:3]:
        other.moves(idea, fresh)
    waits_for_them(ben, table)
    note = tray.get_by_role("button", name=re.compile("^3 changes"))
    box = note.bounding_box()
    assert box
    for head in boxes(*heads):
        assert head["x"] + head["width"] <= box["x"] or head["y"] + head["height"] <= box["y"] + 1
    assert boxes(*heads, loose(ben).first) == before
    expect(tray.locator(".count")).to_have_text("20 of 30")
    expect(ben.group("Quite new").locator(".count")).to_contain_text("0")
    expect(ben.group("Quite new").get_by_text("3 ideas were moved here.")).to_be_visible()
    expect(ben.group("That was all").get_by_text("Empty. Move an idea here")).to_be_visible()
    grouped(ben, 10)
    ben.looks_up()
    expect(ben.group("Quite new").locator("[data-idea]")).to_have_count(3)
    expect(tray.locator(".count")).to_have_text("17 of 30")
    grouped(ben, 13)
