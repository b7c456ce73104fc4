"""While others group, nothing moves that I point at, have open or have the focus on."""

import re
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Participant

TEXTS = [
    f"Idea on {topic} for people who {need}"
    for topic in ("land", "rent", "loans", "gardens", "offices", "taxes")
    for need in ("wait", "move", "save", "share", "build")
]
GROUPS = {"Build more": 4, "Fair rents": 4, "Other ways": 2}
MOVE = re.compile("^Move to…")


@pytest.fixture
def table(table: Table) -> Table:
    """Thirty ideas, ten of them in three groups."""
    table.lay(TEXTS, GROUPS)
    return table


@pytest.fixture
def ben(people: People, table: Table) -> Participant:
    ben = people.takes_part(table)
    ben.is_at("Group")
    _grouped(ben, 10)
    return ben


def _grouped(person: Participant, count: int) -> None:
    """The bar counts what the wall shows."""
    expect(person.page.locator("footer").get_by_text(re.compile(rf"^{count}\s+grouped$"))).to_be_visible()


def _loose(person: Participant) -> Locator:
    return person.group("Not grouped yet").locator("[data-idea]")


def _text(card: Locator) -> str:
    return card.locator("p[dir=auto]").inner_text()


def _boxes(*things: Locator) -> list[Any]:
    return [thing.bounding_box() for thing in things]


def _twenty_moves(table: Table, but: str) -> None:
    """Somebody else moves twenty cards: in and out, above and below, into new groups, and takes one apart."""
    spare = [idea for idea, text in table.written.items() if text != but]
    places = table.places()
    loose = [idea for idea in spare if places[idea] is None]
    grouped = [idea for idea in spare if places[idea] is not None]
    other = table.people[1]
    for at, idea in enumerate(loose[:12]):
        other.moves(idea, list(table.groups.values())[at % 3])
    for idea in grouped[:6]:
        other.moves(idea, None)
    other.groups(loose[12:14], "Quite new")
    other.do("dissolve_cluster", cluster=table.groups["Other ways"])
    other.do("name_cluster", cluster=table.groups["Build more"], name="Build much more than was ever built before")


def _waits_for_them(person: Participant, table: Table) -> None:
    """What others did has reached this page: a new group shows at once, whatever is held."""
    table.people[1].do("name_cluster", cluster=str(uuid4()), name="That was all")
    expect(person.group("That was all")).to_be_attached()


def test_an_open_menu_its_card_and_the_focus_stay_where_they_are(ben: Participant, table: Table) -> None:
    card = _loose(ben).nth(8)
    text = _text(card)
    card = ben.idea(text)
    card.get_by_role("button", name=MOVE).click()
    menu = ben.dialog(re.compile("^Move idea"))
    expect(menu).to_be_visible()
    ben.page.get_by_role("combobox").fill("Fair")
    focused = ben.page.locator(":focus")
    before = _boxes(menu, card, focused)
    _twenty_moves(table, but=text)
    _waits_for_them(ben, table)
    expect(menu).to_be_visible()
    expect(ben.page.get_by_role("combobox")).to_be_focused()
    expect(ben.page.get_by_role("combobox")).to_have_value("Fair")
    assert _boxes(menu, card, focused) == before
    ben.page.keyboard.press("Enter")
    expect(ben.group("Fair rents").get_by_text(text, exact=True)).to_be_visible()


def test_what_has_the_focus_stays(ben: Participant, table: Table) -> None:
    card = _loose(ben).nth(8)
    text = _text(card)
    ben.page.mouse.move(2, 2)
    card = ben.idea(text)
    card.get_by_role("button", name=MOVE).focus()
    before = _boxes(card)
    _twenty_moves(table, but=text)
    _waits_for_them(ben, table)
    expect(card.get_by_role("button", name=MOVE)).to_be_focused()
    assert _boxes(card) == before
    # Looking up shows what has happened.
    ben.looks_up()
    expect(ben.group("Quite new").locator("[data-idea]")).to_have_count(2)
    expect(_loose(ben)).to_have_count(sum(place is None for place in table.places().values()))


def test_what_the_pointer_is_on_stays(ben: Participant, table: Table) -> None:
    inside = ben.group("Build more").locator("[data-idea]").nth(2)
    text = _text(inside)
    card = ben.idea(text)
    card.hover()
    # A group may grow at its foot; nothing in it moves.
    cards = ben.group("Build more").locator("[data-idea]")
    before = _boxes(*(ben.idea(_text(one)) for one in cards.all()[:4]), ben.group("Build more").get_by_role("heading"))
    known = [ben.idea(_text(one)) for one in cards.all()[:4]]
    _twenty_moves(table, but=text)
    _waits_for_them(ben, table)
    assert _boxes(*known, ben.group("Build more").get_by_role("heading")) == before
    ben.looks_up()
    expect(ben.group("Build much more than was ever built before")).to_be_visible()


def test_scrolling_stays_where_it_is(ben: Participant, table: Table) -> None:
    ben.page.set_viewport_size({"width": 1000, "height": 500})
    card = ben.group("Fair rents").locator("[data-idea]").last
    text = _text(card)
    ben.idea(text).scroll_into_view_if_needed()
    ben.idea(text).hover()
    before = ben.page.evaluate("scrollY")
    _twenty_moves(table, but=text)
    _waits_for_them(ben, table)
    assert ben.page.evaluate("scrollY") == before


def test_dragging_with_a_mouse(ben: Participant, table: Table) -> None:
    text = _text(_loose(ben).nth(1))
    _drags(ben, ben.idea(text), ben.group("Fair rents"))
    expect(ben.group("Fair rents").get_by_text(text, exact=True)).to_be_visible()
    # On another lone idea it makes a group of the two, which asks for its name.
    first, second = _text(_loose(ben).nth(0)), _text(_loose(ben).nth(2))
    _drags(ben, ben.idea(second), ben.idea(first))
    expect(ben.field("Name of the group")).to_be_focused()
    ben.page.keyboard.insert_text("Two of a kind")
    ben.page.keyboard.press("Enter")
    for one in (first, second):
        expect(ben.group("Two of a kind").get_by_text(one, exact=True)).to_be_visible()
    _grouped(ben, 13)
    assert sorted(place is not None for place in table.places().values()).count(True) == 13


def test_a_drag_holds_the_wall_still_and_esc_puts_the_card_back(ben: Participant, table: Table) -> None:
    text = _text(_loose(ben).nth(1))
    target = ben.group("Fair rents")
    aim = target.bounding_box()
    assert aim
    ben.lifts(ben.idea(text))
    ben.page.mouse.move(aim["x"] + 40, aim["y"] + 70, steps=8)
    expect(target).to_have_attribute("data-aimed", "")
    before = _boxes(ben.group("Build more"), ben.group("Not grouped yet"))
    _twenty_moves(table, but=text)
    _waits_for_them(ben, table)
    assert _boxes(ben.group("Build more"), ben.group("Not grouped yet")) == before
    ben.page.keyboard.press("Escape")
    ben.page.mouse.up()
    ben.looks_up()
    expect(ben.group("Not grouped yet").get_by_text(text, exact=True)).to_be_visible()


def test_dragging_with_a_finger(people: People, table: Table) -> None:
    tablet = {"viewport": {"width": 1180, "height": 820}, "has_touch": True, "is_mobile": True}
    ben = people.takes_part(table, **tablet)
    _grouped(ben, 10)
    ben.page.wait_for_load_state("networkidle")
    text = _text(_loose(ben).nth(1))
    card, aim = ben.idea(text).bounding_box(), ben.group("Fair rents").bounding_box()
    assert card
    assert aim
    finger = ben.page.context.new_cdp_session(ben.page)

    def touch(kind: str, *at: tuple[float, float]) -> None:
        points = [{"x": x, "y": y} for x, y in at]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    start = (card["x"] + 60, card["y"] + 12)
    end = (aim["x"] + 60, aim["y"] + 80)
    touch("touchStart", start)
    # A finger lifts a card by resting on it.
    expect(ben.page.locator("html")).to_have_attribute("data-dragging", "")
    for part in range(1, 9):
        touch("touchMove", (start[0] + (end[0] - start[0]) * part / 8, start[1] + (end[1] - start[1]) * part / 8))
    touch("touchEnd")
    expect(ben.group("Fair rents").get_by_text(text, exact=True)).to_be_visible()
    _grouped(ben, 11)


def test_undo_takes_back_my_own_last_move_only(ben: Participant, table: Table) -> None:
    text = _text(_loose(ben).nth(3))
    ben.moves_to(text, "Fair rents")
    ben.looks_up()
    _twenty_moves(table, but=text)
    _waits_for_them(ben, table)
    count = sum(place is not None for place in table.places().values())
    ben.presses("Undo move")
    ben.looks_up()
    expect(ben.group("Not grouped yet").get_by_text(text, exact=True)).to_be_visible()
    _grouped(ben, count - 1)


def test_a_card_that_somebody_moves_on_can_be_put_back(ben: Participant, table: Table) -> None:
    text = _text(_loose(ben).nth(3))
    ben.moves_to(text, "Fair rents")
    ben.looks_up()
    idea = next(one for one, words in table.written.items() if words == text)
    table.people[1].moves(idea, table.groups["Build more"])
    ben.reads(re.compile("^Somebody moved “Idea on .* on to “Build more”"))
    ben.presses("Put it back")
    ben.looks_up()
    expect(ben.group("Fair rents").get_by_text(text, exact=True)).to_be_visible()
    assert table.places()[idea] == table.groups["Fair rents"]


def test_several_cards_move_at_once(ben: Participant) -> None:
    texts = [_text(_loose(ben).nth(at)) for at in (0, 2, 4)]
    for text in texts:
        ben.idea(text).hover()
        ben.idea(text).get_by_role("checkbox").check()
    chosen = ben.page.get_by_role("region", name="3 selected")
    ben.presses("Move to…", chosen)
    ben.page.get_by_role("option", name="Other ways").click()
    ben.looks_up()
    for text in texts:
        expect(ben.group("Other ways").get_by_text(text, exact=True)).to_be_visible()
    _grouped(ben, 13)
    ben.presses(re.compile("^Undo"))
    _grouped(ben, 10)


def test_the_find_box_filters_as_one_types(ben: Participant) -> None:
    seek = ben.field("Find an idea")
    seek.fill("gardens for people who sh")
    shown = ben.ideas().filter(visible=True)
    expect(ben.page.get_by_text("1 found")).to_be_visible()
    expect(shown).to_have_count(1)
    seek.press("Escape")
    expect(shown).to_have_count(30)


def test_a_past_merge_is_undone_without_losing_the_others(ben: Participant) -> None:
    ben.presses("Past merges")
    listed = ben.page.get_by_role("region", name="Past merges").get_by_role("listitem")
    expect(listed).to_have_count(3)
    ben.presses("Undo", listed.filter(has_text="into “Fair rents”"))
    expect(listed).to_have_count(2)
    ben.page.keyboard.press("Escape")
    ben.looks_up()
    expect(ben.group("Fair rents")).to_have_count(0)
    expect(ben.group("Build more").locator("[data-idea]")).to_have_count(4)
    expect(ben.group("Other ways").locator("[data-idea]")).to_have_count(2)
    _grouped(ben, 6)


def test_where_only_the_facilitator_groups_others_read(ben: Participant, table: Table) -> None:
    table.lead.do("change_settings", grouping="facilitator")
    ben.reads("The facilitator groups the ideas. You can read along.")
    expect(ben.button(MOVE)).to_have_count(0)


def _drags(person: Participant, card: Locator, target: Locator) -> None:
    end = target.bounding_box()
    assert end
    person.lifts(card)
    person.page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=10)
    person.page.mouse.up()
