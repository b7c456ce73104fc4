"""On a long wall a card's buttons are made when it comes near the screen; nobody who reaches a card may notice."""

import re

import pytest
from playwright.sync_api import Locator, expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Participant

IDEAS, GROUPED, GROUPS = 200, 50, 3
"""so many that a column is drawn in slices, in groups far higher than the screen"""
SMALL = {"width": 1000, "height": 480}
TEXTS = [f"Idea {n} for those who wait" + " and wait" * (n % 20) for n in range(IDEAS)]
MOVE = re.compile("^Move to…")
FAR = re.compile(r"\bfar\b")
FOLDED = re.compile(r"\bfolded\b")

TAB_STOPS = """
() => [...document.querySelectorAll("[data-cards]")].map((list) =>
  [...list.querySelectorAll("[data-handle]")].filter((one) => one.tabIndex === 0 && one.checkVisibility()).length)
"""
FAR_HEIGHT = """
(card) => {
  card.style.contentVisibility = "visible";
  const height = card.offsetHeight;
  card.style.contentVisibility = "";
  return height;
}
"""
"""its height when it is drawn as it is"""

WRONGLY_CUT = """
() => [...document.querySelectorAll(".card.idea:not(.far)")].filter((card) => {
  const text = card.querySelector(".text");
  const style = getComputedStyle(text);
  const most = Number(style.getPropertyValue("--lines")) * parseFloat(style.lineHeight) + 2;
  const more = card.querySelector(".more") !== null;
  return more !== text.scrollHeight > most || text.clientHeight > most;
}).length
"""


@pytest.fixture
def table(table: Table) -> Table:
    table.seat(4)
    table.lay(TEXTS, {f"Group {at + 1}": GROUPED for at in range(GROUPS)})
    return table


@pytest.fixture
def ben(people: People, table: Table) -> Participant:
    ben = people.takes_part(table, viewport=SMALL)
    expect(ben.ideas()).to_have_count(IDEAS)
    # Otherwise there would be nothing to see here.
    assert _far(ben).count() > IDEAS / 3
    return ben


def _far(person: Participant) -> Locator:
    return person.page.locator(".card.far")


def _handle(card: Locator) -> Locator:
    return card.get_by_role("button", name=MOVE)


def _each_box_has_one_tab_stop(person: Participant) -> None:
    person.page.wait_for_function(f"() => String(({TAB_STOPS})()) === '{','.join('1' * (GROUPS + 1))}'")


def test_a_far_card_has_its_buttons_when_one_comes_to_it_and_keeps_its_height(ben: Participant) -> None:
    cards = [ben.idea(TEXTS[at]) for at in (GROUPED - 1, 2 * GROUPED - 2, 3 * GROUPED - 3)]
    for card in cards:
        expect(card).to_have_class(FAR)
    far = [card.evaluate(FAR_HEIGHT) for card in cards]
    for card, before in zip(cards, far, strict=True):
        card.evaluate("card => card.scrollIntoView({ block: 'center' })")
        expect(_handle(card)).to_be_visible()
        assert card.evaluate("card => card.offsetHeight") == before
    _each_box_has_one_tab_stop(ben)


def test_arrows_home_and_end_reach_far_cards(ben: Participant) -> None:
    keys = ben.page.keyboard
    first, last = ben.idea(TEXTS[0]), ben.idea(TEXTS[GROUPED - 1])
    expect(last).to_have_class(FAR)
    _handle(first).focus()
    for key, card in (("End", last), ("ArrowUp", ben.idea(TEXTS[GROUPED - 2])), ("Home", first), ("End", last)):
        keys.press(key)
        expect(_handle(card)).to_be_focused()
        expect(_handle(card)).to_be_in_viewport()
    # To the box beside and back: each keeps the card one was at.
    for _ in range(GROUPS):
        keys.press("ArrowRight")
        expect(ben.page.locator("[data-handle]:focus")).to_be_in_viewport()
    expect(ben.page.locator("[data-cards]").last.locator(":focus")).to_have_count(1)
    keys.press("End")
    expect(_handle(ben.page.locator("[data-cards]").last.locator("[data-idea]").last)).to_be_focused()
    _each_box_has_one_tab_stop(ben)


def test_every_box_has_one_tab_stop_before_it_was_seen_and_whatever_the_find_box_hides(ben: Participant) -> None:
    _each_box_has_one_tab_stop(ben)
    seek = ben.field("Find an idea")
    # Found are far cards and near ones of each box, but no first one.
    seek.fill("8 for those")
    expect(ben.idea(TEXTS[0])).to_be_hidden()
    _each_box_has_one_tab_stop(ben)
    seek.press("Escape")
    expect(ben.idea(TEXTS[0])).to_be_visible()
    _each_box_has_one_tab_stop(ben)
    # Hidden is the card one was at, while the first one stays.
    _handle(ben.idea(TEXTS[0])).focus()
    ben.page.keyboard.press("End")
    expect(_handle(ben.idea(TEXTS[GROUPED - 1]))).to_be_focused()
    seek.fill("Idea 0 for")
    expect(ben.idea(TEXTS[GROUPED - 1])).to_be_hidden()
    expect(ben.idea(TEXTS[0])).to_be_visible()
    _each_box_has_one_tab_stop(ben)
    seek.fill(f"Idea {GROUPED - 1} for")
    card = ben.idea(TEXTS[GROUPED - 1])
    expect(_handle(card)).to_be_visible()


def test_what_has_too_many_lines_is_cut_also_when_the_window_gets_narrower(people: People, table: Table) -> None:
    # A touch screen shows the button on every cut text, a mouse only on the card it points at.
    ben = people.takes_part(table, viewport={"width": 1480, "height": 700}, has_touch=True, is_mobile=True)
    expect(ben.ideas()).to_have_count(IDEAS)
    columns = ben.page.locator("[data-lane]").count()
    ben.page.wait_for_function(f"() => ({WRONGLY_CUT})() === 0 && document.querySelector('.more')")
    before = ben.page.locator(".more").count()
    ben.page.set_viewport_size({"width": 1350, "height": 700})
    ben.page.wait_for_function(f"() => ({WRONGLY_CUT})() === 0 && document.querySelectorAll('.more').length > {before}")
    assert ben.page.locator("[data-lane]").count() == columns, "otherwise all cards would be observed again"


def test_a_mouse_on_a_card_finds_the_rest_of_its_text_and_only_where_there_is_more(ben: Participant) -> None:
    short, long = (ben.page.locator(".tray [data-idea]").filter(has_text=text) for text in (TEXTS[160], TEXTS[179]))
    expect(ben.page.locator(".more")).to_have_count(0)
    text = long.locator(".text")
    cut = text.evaluate("text => text.clientHeight")
    long.hover()
    long.get_by_role("button", name=re.compile("^more, the whole")).click()
    expect(text).not_to_have_class(FOLDED)
    assert text.evaluate("text => text.clientHeight") > cut
    short.hover()
    expect(short.locator(".pick")).to_have_count(1)
    expect(short.locator(".more")).to_have_count(0)
    # It stays open while the pointer is elsewhere.
    long.get_by_role("button", name=re.compile("^less, the whole")).click()
    expect(text).to_have_class(FOLDED)
    assert text.evaluate("text => text.clientHeight") == cut
