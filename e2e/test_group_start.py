"""The start of Group: all ideas in sight, over the whole wall; the groups take its columns without a jump."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Participant

LAPTOP = {"width": 1440, "height": 900}
COUNT = 40
TEXTS = [f"Idea {n} for the street that we all share and would like to be quieter" for n in range(COUNT)]
PLACES = """
() => Object.fromEntries([...document.querySelectorAll("[data-idea]")].map((card) => {
  const { left, top } = card.getBoundingClientRect();
  return [card.dataset.idea, [Math.round(left), Math.round(top)]];
}))
"""


@pytest.fixture
def ben(people: People, table: Table) -> Participant:
    table.lay(TEXTS, {})
    ben = people.takes_part(table, viewport=LAPTOP)
    expect(ben.ideas()).to_have_count(COUNT)
    return ben


def _places(person: Participant) -> dict[str, Any]:
    found: dict[str, Any] = person.page.evaluate(PLACES)
    return found


def _loose(person: Participant) -> Locator:
    return person.group("Not grouped yet").locator("[data-idea]")


def _columns(person: Participant) -> int:
    return person.group("Not grouped yet").locator("[data-column]").count()


def _density(person: Participant, name: str) -> Locator:
    return person.page.get_by_role("radio", name=name, exact=True)


def _away(person: Participant) -> None:
    person.page.mouse.move(400, 20)


def test_all_ideas_are_in_sight_and_the_choice_of_how_much_of_them_is_kept(ben: Participant) -> None:
    expect(_density(ben, "Compact")).to_be_checked()
    for card in _loose(ben).all():
        expect(card).to_be_in_viewport(ratio=0.99)
    columns = _columns(ben)
    _density(ben, "Full").check()
    expect(ben.group("Not grouped yet").locator("[data-column]")).to_have_count(columns - 1)
    ben.page.reload()
    expect(_density(ben, "Full")).to_be_checked()
    expect(ben.ideas()).to_have_count(COUNT)
    assert _columns(ben) == columns - 1


def test_a_column_is_handed_over_when_nobody_points_at_the_wall(ben: Participant, table: Table) -> None:
    columns, ids = _columns(ben), list(table.written)
    _loose(ben).nth(3).hover()
    before = _places(ben)
    table.people[1].groups(ids[:2], "Cycling")
    expect(ben.button(re.compile("^2 changes"))).to_be_visible()
    assert _places(ben) == before
    _away(ben)
    expect(ben.group("Cycling").locator("[data-idea]")).to_have_count(2)
    assert _columns(ben) == columns - 1
    # Cards of the other columns keep theirs.
    after = _places(ben)
    right = max(left for left, _ in before.values())
    lefts = sorted({left for left, _ in before.values()})
    now = sorted({left for left, _ in after.values()})
    stayed = [idea for idea in ids[2:] if before[idea][0] != right]
    assert [now.index(after[idea][0]) for idea in stayed] == [lefts.index(before[idea][0]) for idea in stayed]


def test_my_own_first_group_has_its_place_at_once(ben: Participant) -> None:
    first, second = _loose(ben).nth(0), _loose(ben).nth(1)
    target = second.bounding_box()
    assert target
    ben.lifts(first)
    ben.page.mouse.move(target["x"] + target["width"] / 2, target["y"] + target["height"] / 2, steps=6)
    ben.page.mouse.up()
    expect(ben.field("Name of the group")).to_be_focused()
    ben.page.keyboard.insert_text("Two of a kind")
    ben.page.keyboard.press("Enter")
    expect(ben.group("Two of a kind").locator("[data-idea]")).to_have_count(2)
    _density(ben, "Names only").check()
    expect(ben.group("Two of a kind").locator("[data-idea]")).to_have_count(0)
    expect(ben.button(re.compile("^Show Two of a kind: 2 ideas"))).to_be_visible()


def test_several_are_chosen_with_shift_and_put_together(ben: Participant) -> None:
    order = ben.page.evaluate(
        """() => [...document.querySelectorAll("[data-idea]")]
          .map((card) => [Number(card.querySelector(".number").textContent), card.dataset.idea])"""
    )
    by_number = {number: f"[data-idea='{idea}'] p" for number, idea in order}
    ben.page.locator(by_number[2]).click(modifiers=["ControlOrMeta"])
    ben.page.locator(by_number[5]).click(modifiers=["Shift"])
    chosen = ben.page.get_by_role("region", name="4 selected")
    ben.presses("Put together", chosen)
    expect(ben.field("Name of the group")).to_be_focused()
    ben.page.keyboard.insert_text("A range")
    ben.page.keyboard.press("Enter")
    expect(ben.group("A range").locator("[data-idea]")).to_have_count(4)


def test_past_merges_are_listed_newest_first_and_can_be_searched(ben: Participant, table: Table) -> None:
    ids = list(table.written)
    names = ["Oak", "Elm", "Ash", "Fir", "Yew", "Box"]
    for at, name in enumerate(names):
        table.people[1].groups(ids[2 * at : 2 * at + 2], name)
    _away(ben)
    ben.groups_anew(TEXTS[30], "Mine")
    ben.page.reload()
    ben.presses("Past merges")
    merges = ben.page.get_by_role("region", name="Past merges")
    lines = merges.get_by_role("listitem")
    newest = ["Mine", *reversed(names)]
    expect(lines).to_have_text([re.compile(f"into “{name}”") for name in newest])
    ben.field("Find a merge").fill("fir")
    expect(lines).to_have_text([re.compile("into “Fir”")])
    ben.field("Find a merge").fill("")
    merges.get_by_label("Only those made in this browser").check()
    expect(lines).to_have_text([re.compile("into “Mine”")])
