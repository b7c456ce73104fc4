"""The big screen presents: it follows the facilitator, turns pages, and says when the server is out of reach."""

import re
from uuid import uuid4

from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Watcher
from e2e.server import Server

BACK = 30_000
TEXTS = [f"Idea {n}: let people who live in a street decide what is built there, and pay for it" for n in range(1, 41)]


# Every count that is shown, in order.
RECORDER = """() => {
  window.seen = [];
  new MutationObserver(() => {
    const sums = [...document.querySelectorAll(".wall-count .sum")].map((one) => Number(one.textContent));
    if (sums.length) window.seen.push(sums);
  }).observe(document, { childList: true, characterData: true, subtree: true });
}"""
# Whether the last line of a text that is cut, which ends with the sign, is seen; and how many lines there are.
CUT = """text => {
  const { lineHeight, webkitLineClamp } = getComputedStyle(text);
  const lines = Math.round(text.getBoundingClientRect().height / parseFloat(lineHeight));
  return [lines === Number(webkitLineClamp), lines];
}"""
ELSEWHERE = "… The whole text is on your own screen."


def presented(people: People, table: Table, *, motion: str = "reduce") -> Watcher:
    screen = people.watcher(table, viewport={"width": 1280, "height": 720}, reduced_motion=motion)
    screen.opens(table.links["watch"])
    return screen


def test_read_follows_the_facilitator_and_turns_pages_by_keys(people: People, table: Table) -> None:
    table.go("diverge")
    ids = table.write(TEXTS)
    table.go("reveal")
    screen = presented(people, table)
    page = screen.page
    screen.reads(re.compile(r"^Page 1 of \d+, ideas 1 to \d+\.$"))
    first = screen.ideas().all_inner_texts()

    page.keyboard.press("ArrowRight")
    screen.reads(re.compile("^Page 2 of "))
    assert not set(first) & set(screen.ideas().all_inner_texts())
    page.keyboard.press(" ")
    screen.reads(re.compile("^Page 3 of "))
    page.keyboard.press("Home")
    screen.reads(re.compile("^Page 1 of "))
    screen.presses("Next page")
    screen.reads(re.compile("^Page 2 of "))

    # The facilitator shows one idea: it has the whole screen, and keys lead nowhere.
    table.lead.do("highlight_idea", idea=ids[20])
    expect(screen.ideas()).to_have_count(1)
    expect(screen.idea(TEXTS[20])).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(screen.idea(TEXTS[20])).to_be_visible()
    # Shown with its page, or no longer shown, it is still on the screen: the place is the idea, not the page.
    table.lead.do("highlight_idea", idea=ids[20], **{"as": "page"})
    expect(screen.ideas()).not_to_have_count(1)
    expect(screen.idea(TEXTS[20])).to_be_visible()
    table.lead.do("highlight_idea", idea=None)
    expect(screen.idea(TEXTS[20])).to_be_visible()


def test_page_breaks_stay_when_an_idea_is_hidden(people: People, table: Table) -> None:
    table.go("diverge")
    table.write(TEXTS)
    table.go("reveal")
    screen = presented(people, table)
    screen.reads(re.compile("^Page 1 of "))
    first = screen.ideas().evaluate_all("all => all.map((one) => one.dataset.idea)")
    screen.page.keyboard.press("ArrowRight")
    screen.reads(re.compile("^Page 2 of "))
    second = screen.ideas().evaluate_all("all => all.map((one) => one.dataset.idea)")
    table.lead.do("hide_idea", idea=first[0], hidden=True)
    screen.reads(re.compile(r"^Page 2 of "))
    assert screen.ideas().evaluate_all("all => all.map((one) => one.dataset.idea)") == second
    screen.page.keyboard.press("Home")
    expect(screen.ideas()).to_have_count(len(first) - 1)


def test_a_group_takes_the_whole_wall(people: People, table: Table) -> None:
    table.lay(TEXTS[:12], {"Streets": 4, "Houses": 3})
    screen = presented(people, table)
    screen.reads("12 ideas in 2 groups, 5 not grouped yet.")
    for name in ("Streets", "Houses"):
        expect(screen.page.get_by_role("heading", name=name)).to_be_visible()
    table.lead.do("highlight_idea", idea=table.groups["Streets"])
    expect(screen.page.get_by_role("heading", name="Streets", level=1)).to_be_visible()
    expect(screen.page.get_by_role("heading", name="Houses")).to_have_count(0)
    expect(screen.ideas()).to_have_count(4)


def test_dots_land_for_whoever_saw_the_vote_close(people: People, table: Table) -> None:
    table.seat(4)
    table.go("diverge")
    table.write(TEXTS[:6])
    table.go("vote")
    here = presented(people, table, motion="no-preference")
    here.is_at("Vote")
    here.page.evaluate(RECORDER)
    table.vote()
    table.go("decide")
    expect(here.page.locator(".wall-count")).to_be_visible()
    expect(here.page.locator(".wall-count.falling")).to_have_count(0)
    seen = here.page.evaluate("seen")
    # The lowest row is full before the best one has a dot.
    assert seen[0][0] == 0
    final = seen[-1]
    before_the_best = [sums for sums in seen if sums[0] == 0]
    assert before_the_best[-1][1:] == final[1:]

    late = people.watcher(table, viewport={"width": 1280, "height": 720}, reduced_motion="no-preference")
    late.page.add_init_script(f"({RECORDER})()")
    late.opens(table.links["watch"])
    late.is_at("Decide")
    expect(late.page.locator(".wall-count .sum").first).to_have_text(str(final[0]))
    assert {tuple(sums) for sums in late.page.evaluate("seen")} == {tuple(final)}


def test_very_many_dots_are_a_bar_in_their_row(people: People, table: Table) -> None:
    table.seat(41)
    table.go("diverge")
    table.write(TEXTS[:3])
    table.go("vote")
    paper = table.options()
    for person in table.people:
        person.do("cast_ballot", dots={paper["options"][0]: 1}, bold=None, done=True, round=paper["round"])
    table.go("decide")
    screen = presented(people, table)
    row = screen.page.locator(".wall-count li").first
    expect(row).to_contain_text("41")
    inside = """row => {
      const [around, bar] = [row, row.querySelector(".count-bar")].map((one) => one.getBoundingClientRect());
      return bar.width > 0 && bar.top >= around.top && bar.bottom <= around.bottom && bar.right <= around.right;
    }"""
    assert row.evaluate(inside)


def test_a_decision_is_taken_home_by_its_code(people: People, table: Table) -> None:
    table.seat(3)
    table.go("diverge")
    table.write(TEXTS[:4])
    table.go("vote")
    table.vote()
    table.go("decide")
    table.decide("We light the lane.")
    address = str(table.lead.do("freeze")["decision"])
    screen = presented(people, table)
    code = screen.page.get_by_role("img", name="QR code of the decision")
    expect(code).to_be_visible()
    source = str(code.get_attribute("src"))
    assert screen.page.request.get(f"{table.address}{source}").ok
    screen.reads(re.compile(f"/decisions/{address[:8]}"))


def test_a_lost_connection_stands_in_the_foot(people: People, mortal: Server, mortal_table: Table) -> None:
    mortal_table.go("diverge")
    mortal_table.write(TEXTS[:4])
    mortal_table.go("reveal")
    screen = presented(people, mortal_table)
    screen.reads("4 ideas.")
    mortal.kill()
    screen.hears(re.compile(r"^No connection since \d\d:\d\d\. Trying again\.$"))
    expect(screen.ideas()).to_have_count(4)
    mortal.start()
    expect(screen.page.get_by_text("No connection since")).to_have_count(0, timeout=BACK)


def test_an_idea_stands_with_what_was_asked_about_it(people: People, table: Table) -> None:
    table.seat(3)
    table.go("diverge")
    (idea, *_) = table.write(TEXTS[:4])
    table.go("reveal")
    screen = presented(people, table)
    table.lead.do("highlight_idea", idea=idea)
    table.people[1].do("ask", question=str(uuid4()), idea=idea, text="Which streets?")
    screen.reads("Which streets?")
    expect(screen.idea(TEXTS[0])).to_be_visible()


def test_what_does_not_fit_is_cut_and_says_where_all_of_it_is(people: People, table: Table) -> None:
    table.seat(3)
    table.go("diverge")
    long, short, *_ = table.write(["\n".join(f"{n}. A house" for n in range(40)), *TEXTS[:3]])
    table.go("reveal")
    screen = presented(people, table)
    table.lead.do("highlight_idea", idea=long)
    screen.reads(ELSEWHERE)
    signed, alone = screen.page.locator(".wall-one p").evaluate(CUT)
    assert signed
    for at in (1, 2):
        table.people[at].do("ask", question=str(uuid4()), idea=long, text="Which streets?")
    expect(screen.page.get_by_text("Which streets?")).to_have_count(2)
    signed, with_questions = screen.page.locator(".wall-one p").evaluate(CUT)
    assert signed
    assert 1 < with_questions < alone
    table.lead.do("highlight_idea", idea=short)
    expect(screen.idea(TEXTS[0])).to_be_visible()
    expect(screen.page.get_by_text(ELSEWHERE)).to_be_hidden()
    table.lead.do("highlight_idea", idea=None)

    table.go("vote")
    table.vote()
    table.go("decide")
    # A word of 70 letters fills a line.
    table.decide(" ".join(["housing" * 10] * 14), why="It got most dots.")
    screen.reads(ELSEWHERE)
    expect(screen.page.get_by_text("It got most dots.")).to_be_hidden()
    signed, shown = screen.page.locator(".watch-check .fitted").evaluate(CUT)
    assert signed
    assert shown > 1
