"""What a ballot is about, the order in which it is read, and the moment in which it is counted."""

import re

from playwright.sync_api import Locator, Page, expect

from e2e.api import Table
from e2e.conftest import People

TEXTS = [
    "Cap the rents",
    "Build on public land",
    "Let councils borrow",
    "A night bus",
    "Plant trees",
    "Free the stations",
]
LONE = TEXTS[2:]
GROUPS = {"Homes": 2}
MOVES = """
window.moves = 0;
const animate = Element.prototype.animate;
Element.prototype.animate = function (...all) {
  if (this.matches(".dot-row *")) window.moves += 1;
  return animate.apply(this, all);
};
"""
FALLS = """
window.falls = false;
new MutationObserver(() => { window.falls ||= document.querySelector(".wall-count.falling") !== null; })
  .observe(document, { subtree: true, childList: true, attributes: true });
"""
STILL_MOVING = """() => document.getAnimations()
  .filter(({ effect, playState }) => playState === "running" && effect.target.matches(".tally *")).length"""


def test_a_ballot_is_set_by_one_press_and_read_in_another_order_by_everybody(people: People, table: Table) -> None:
    table.seat(3)
    table.lay(TEXTS, GROUPS)
    fay = people.leads(table)
    fay.presses("Open the vote")
    ballot = fay.dialog("Open the vote")
    expect(ballot.get_by_text("5 options, 3 dots each")).to_be_visible()
    expect(fay.button(re.compile("^Everything"), ballot)).to_have_attribute("aria-pressed", "true")

    fay.presses(re.compile("^Groups only"), ballot)
    expect(ballot.get_by_text("1 option, 1 dot each")).to_be_visible()
    expect(ballot.get_by_text("4 set aside. They stay on the board.")).to_be_visible()
    for name in ("Ideas in no group", *LONE):
        expect(ballot.get_by_role("checkbox", name=name)).not_to_be_checked()
    expect(ballot.get_by_role("checkbox", name="Homes")).to_be_checked()

    one = ballot.get_by_role("checkbox", name=LONE[0])
    one.check()
    expect(ballot.get_by_text("2 options, ")).to_be_visible()
    head = ballot.get_by_role("checkbox", name="Ideas in no group")
    assert head.evaluate("box => box.indeterminate")
    expect(fay.button(re.compile("^Groups only"), ballot)).to_have_attribute("aria-pressed", "false")
    head.click()
    expect(ballot.get_by_text("5 options, ")).to_be_visible()
    one.uncheck()
    expect(ballot.get_by_text("4 options, ")).to_be_visible()
    fay.presses("Open the vote", ballot)
    fay.is_at("Vote")
    options = [option.inner_text() for option in _titles(fay.page)]
    assert options == ["Homes", *sorted(set(LONE[1:]), key=options.index)]
    assert len(table.options()["options"]) == 4

    orders = set()
    for _ in range(5):
        ben = people.takes_part(table)
        ben.is_at("Vote")
        order = [option.inner_text() for option in _titles(ben.page)]
        assert sorted(order) == sorted(options)
        orders.add(tuple(order))
        ben.page.reload()
        ben.is_at("Vote")
        assert [option.inner_text() for option in _titles(ben.page)] == order
    # The chance that five browsers draw the same order of four is one in 300,000.
    assert len(orders) > 1


def test_the_count_lands_for_those_who_had_the_vote_open(people: People, table: Table) -> None:
    table.seat(3)
    table.lay(TEXTS, GROUPS)
    table.go("vote")
    # So high that the count is in sight even below the form that it comes back after.
    ben, fay = people.participant(table), people.facilitator(table, viewport={"width": 1440, "height": 3000})
    calm = people.participant(table, reduced_motion="reduce")
    for person, role in ((ben, "participate"), (fay, "facilitate"), (calm, "participate")):
        person.page.add_init_script(MOVES)
        person.opens(table.links[role])
        person.is_at("Vote")
        loaded = "() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/player-'))"
        person.page.wait_for_function(loaded)
    screen = people.watcher(table)
    screen.page.add_init_script(FALLS)
    screen.opens(table.links["watch"])
    screen.is_at("Vote")
    table.vote()
    table.go("decide")
    for person in (ben, fay, calm):
        expect(person.page.locator(".tally")).to_be_visible()
    assert [person.page.evaluate("window.moves > 0") for person in (ben, fay, calm)] == [True, True, False]
    screen.page.wait_for_function("() => window.falls", timeout=6000)

    # It keeps nobody from anything, and it comes to its end by itself.
    late = people.participant(table)
    late.page.add_init_script(MOVES)
    late.opens(table.links["participate"])
    expect(late.page.locator(".tally")).to_be_visible()
    assert late.page.evaluate("window.moves") == 0
    told = _numbers(late.page)
    assert sum(told) == 9
    ben.page.wait_for_function(STILL_MOVING.replace(".length", ".length === 0"))
    assert _numbers(ben.page) == told

    # The facilitator plays it again, and any key ends it.
    fay.page.wait_for_function(STILL_MOVING.replace(".length", ".length === 0"))
    fay.presses("Show it again")
    fay.page.wait_for_function(STILL_MOVING)
    fay.page.keyboard.press("Shift")
    assert fay.page.evaluate(STILL_MOVING) == 0
    assert _numbers(fay.page) == told

    # Whoever comes back to the count has seen it.
    moves = fay.page.evaluate("window.moves")
    fay.presses("Write the decision")
    fay.presses("Back to the count")
    expect(fay.page.locator(".tally")).to_be_visible()
    assert fay.page.evaluate("window.moves") == moves


def _titles(page: Page) -> list[Locator]:
    expect(page.locator(".rows .option-head .title").first).to_be_visible()
    return page.locator(".rows .option-head .title").all()


def _numbers(page: Page) -> list[int]:
    return [int(text) for text in page.locator("[data-number]").all_inner_texts()]
