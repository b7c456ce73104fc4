"""A card on its way over a wall that is longer than the screen."""

import pytest
from playwright.sync_api import Locator, expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Participant

GROUPED, LOOSE = 60, 40
GROUPS = [f"Group {letter}" for letter in "ABC"]
TEXTS = [f"Idea {n} for those who wait and would rather live" for n in range(GROUPED + LOOSE)]
SMALL = {"width": 1000, "height": 600}

CURSOR = "([x, y]) => getComputedStyle(document.elementFromPoint(x, y)).cursor"
LIT_UP = "document.querySelectorAll('[data-idea]:hover, header button:hover').length"


@pytest.fixture
def table(table: Table) -> Table:
    table.lay(TEXTS, dict.fromkeys(GROUPS, GROUPED // len(GROUPS)))
    return table


@pytest.fixture
def ben(people: People, table: Table) -> Participant:
    ben = people.takes_part(table, viewport=SMALL)
    expect(ben.ideas()).to_have_count(len(TEXTS))
    return ben


def _card(person: Participant, box: str) -> Locator:
    return person.group(box).locator("[data-idea]").nth(1)


def _middle(thing: Locator) -> tuple[float, float]:
    box = thing.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 150)


def test_the_hand_stays_closed_over_whatever_lies_beneath_and_nothing_lights_up(ben: Participant) -> None:
    mark = ben.page.locator(".top a")
    ben.lifts(_card(ben, "Not grouped yet"))
    for thing in (_card(ben, GROUPS[0]), ben.group(GROUPS[1]), ben.page.locator(".lanes"), mark):
        x, y = _middle(thing)
        ben.page.mouse.move(x, y, steps=3)
        assert ben.page.evaluate(CURSOR, [x, y]) == "grabbing"
        assert ben.page.evaluate(LIT_UP) == 0
    ben.page.keyboard.press("Escape")
    ben.page.mouse.up()
    x, y = _middle(mark)
    assert ben.page.evaluate(CURSOR, [x, y]) == "pointer"


def test_a_mark_shows_where_the_card_lands_and_nothing_on_the_wall_moves(ben: Participant) -> None:
    cards = [_card(ben, GROUPS[0]), _card(ben, GROUPS[1]), ben.group(GROUPS[0]), ben.group("Not grouped yet")]
    before = [one.bounding_box() for one in cards]
    line, rim = ben.page.locator(".aim-line"), ben.page.locator(".aim-rim")
    ben.lifts(_card(ben, "Not grouped yet"))
    over = before[0]
    assert over
    # Over the upper half of a card: in front of it.
    ben.page.mouse.move(over["x"] + 40, over["y"] + 4, steps=5)
    expect(line).to_be_visible()
    ben.page.wait_for_function(
        "top => { const { y, height } = document.querySelector('.aim-line').getBoundingClientRect();"
        " return Math.abs(y + height / 2 - top) < 2; }",
        arg=over["y"],
    )
    assert rim.bounding_box() == pytest.approx(before[2], abs=1)
    assert [one.bounding_box() for one in cards] == before
    # Over another loose idea: with it.
    other = ben.group("Not grouped yet").locator("[data-idea]").nth(3)
    ben.page.mouse.move(*_middle(other), steps=5)
    expect(line).to_have_count(0)
    expect(rim).to_have_attribute("data-label", "New group of these two")
    assert rim.bounding_box() == pytest.approx(other.bounding_box(), abs=1)
    ben.page.keyboard.press("Escape")
    ben.page.mouse.up()
    expect(rim).to_have_count(0)


def test_at_the_edges_and_by_the_wheel_scrolls_what_lies_under_the_card(ben: Participant) -> None:
    tray = ben.page.locator(".tray-scroll")
    x, y = _middle(tray)
    bottom = tray.evaluate("tray => tray.getBoundingClientRect().bottom")
    ben.lifts(_card(ben, "Not grouped yet"))
    ben.page.mouse.move(x, y, steps=3)
    ben.page.mouse.wheel(0, 50)
    ben.page.wait_for_function("() => document.querySelector('.tray-scroll').scrollTop === 50")
    ben.page.mouse.move(x, bottom - 12, steps=3)
    ben.page.wait_for_function("() => document.querySelector('.tray-scroll').scrollTop > 100")
    assert ben.page.evaluate("scrollY") == 0
    x, y = _middle(ben.page.locator(".lanes"))
    ben.page.mouse.move(x, y, steps=3)
    ben.page.mouse.move(x, SMALL["height"] - 30, steps=3)
    ben.page.wait_for_function("() => scrollY > 300")
    ben.page.mouse.move(x, SMALL["height"] / 2, steps=3)
    ben.page.keyboard.press("Escape")
    ben.page.mouse.up()


def test_what_a_card_was_dropped_on_is_held_at_once(ben: Participant) -> None:
    target = ben.group(GROUPS[1])
    ben.lifts(_card(ben, "Not grouped yet"))
    ben.page.mouse.move(*_middle(target), steps=5)
    expect(target).to_have_attribute("data-aimed", "")
    # Nothing may jump between the drop and the browser's next pointer event.
    ben.page.evaluate(
        """() => {
          const wall = document.querySelector(".group-phase");
          window.letGo = 0;
          const look = () => { if (!("held" in wall.dataset)) window.letGo += 1; };
          new MutationObserver(look).observe(wall, { attributes: true });
        }"""
    )
    ben.page.mouse.up()
    expect(ben.page.locator("html")).not_to_have_attribute("data-dragging", "")
    expect(target.locator("[data-idea]")).to_have_count(GROUPED // len(GROUPS) + 1)
    assert ben.page.evaluate("window.letGo") == 0
    expect(ben.page.locator(".group-phase")).to_have_attribute("data-held", "")
