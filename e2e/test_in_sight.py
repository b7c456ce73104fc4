"""Each step shows on the screen its question, what to do, what was made, and its one main action."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Participant, Person
from e2e.server import Server
from e2e.widths import sticking_out

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1366, "height": 768}}
WIDE = ((1024, 768), (1280, 800), (1440, 900))
DARK = "when the lane by the river is dark and icy, "
LONG = f"How do we get more of us to cycle to work in winter, {DARK * 6}safely?"
IDEAS = ["Lamps along the river", "A gritting rota", "Studded tyres to lend", "Tea at the bridge", "A bus for bikes"]
CUT_OFF = "(one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 1"


def in_sight(*found: Locator) -> None:
    for one in found:
        expect(one).to_be_in_viewport(ratio=0.99)


def top(found: Locator) -> float:
    box = found.bounding_box()
    assert box
    return box["y"]


def looks_chosen(page: Page, name: str) -> dict[str, str]:
    """How the words of a choice are drawn."""
    drawn: dict[str, str] = page.get_by_text(name, exact=True).evaluate(
        """(one) => {
          const { color, backgroundColor } = getComputedStyle(one.closest("label, button"));
          return { color, backgroundColor };
        }"""
    )
    return drawn


@pytest.mark.parametrize("question", ["Which lamp?", LONG[:173], LONG[:300]], ids=len)
def test_the_header_of_group_holds_every_question(
    people: People, server: Server, tables: Callable[..., Table], question: str
) -> None:
    table = tables(server, question=question)
    table.lay(IDEAS, {"Light": 2, "Ice": 2})
    mara = people.leads(table)
    mara.is_at("Group")
    hint = mara.page.get_by_text("Drag an idea onto one that belongs with it, or use its menu. Everybody can.")
    for size in WIDE:
        assert sticking_out(mara.page, size) == []
        in_sight(hint, mara.page.get_by_text("Only me", exact=True), mara.page.get_by_text("Names only", exact=True))
        assert not hint.evaluate(CUT_OFF)


def test_a_choice_can_be_told_in_forced_colours(people: People, table: Table) -> None:
    table.lay(IDEAS, {"Light": 2, "Ice": 2})
    mara = people.leads(table)
    kim = people.takes_part(table, **PHONE, forced_colors="active")
    mara.page.emulate_media(forced_colors="active")
    mara.is_at("Group")
    assert looks_chosen(mara.page, "Everybody") != looks_chosen(mara.page, "Only me")
    assert looks_chosen(kim.page, "One by one") != looks_chosen(kim.page, "All groups")
    kim.presses("All groups")
    before = looks_chosen(kim.page, "Select several")
    kim.presses("Select several")
    several = kim.page.get_by_role("button", name="Select several", exact=True)
    expect(several).to_have_attribute("aria-pressed", "true")
    expect(several).not_to_have_css("background-color", before["backgroundColor"])


def test_a_phone_reads_the_groups_in_the_order_in_which_they_stand(people: People, table: Table) -> None:
    table.lay(IDEAS, {"Light": 2, "Ice": 2})
    kim = people.takes_part(table, **PHONE)
    kim.presses("All groups")
    expect(kim.group("Ice")).to_be_visible()
    boxes = kim.page.locator(".wall [data-cluster], .wall [data-loose]")
    tops = [one.evaluate("(one) => one.getBoundingClientRect().top + scrollY") for one in boxes.all()]
    assert len(tops) == 3
    assert tops == sorted(tops)


def test_own_ideas_are_in_sight_while_one_writes(people: People, server: Server, tables: Callable[..., Table]) -> None:
    table = tables(server, question=LONG[:75])
    table.go("diverge")
    ben = people.takes_part(table, **LAPTOP)
    before = top(ben.pen)
    for text in IDEAS[:3]:
        ben.writes(text)
    expect(ben.own(IDEAS[1])).to_be_in_viewport(ratio=0.99)
    in_sight(ben.pen, ben.page.get_by_role("heading", level=1), ben.own(IDEAS[2]))
    assert top(ben.pen) < before


def test_question_and_promise_of_vote_and_decide(people: People, server: Server, tables: Callable[..., Table]) -> None:
    table = tables(server, question=LONG[:90])
    mara, ben, screen = people.leads(table), people.takes_part(table), people.watcher(table)
    screen.opens(table.links["watch"])
    everybody: tuple[Person, ...] = (mara, ben, screen)
    badge = ben.page.locator(".bar").get_by_role("button", name=re.compile("^Nobody can see"))

    def look(step: str, secret: str) -> None:
        for person in everybody:
            person.is_at(step)
            expect(person.page.get_by_text(LONG[:90], exact=True).filter(visible=True)).to_have_count(1)
        expect(badge).to_have_text(re.compile(f"^{secret}"))

    table.go("diverge")
    table.write(IDEAS)
    look("Write", "Nobody can see who wrote what")
    table.go("vote")
    look("Vote", "Nobody can see where your dots go")
    table.vote()
    table.go("decide")
    look("Decide", "Nobody can see where your dots went")
    mara.begins_the_decision()
    look("Decide", "Nobody can see where your dots went")
    mara.presses("Back to the count")
    table.decide("We light the lane.")
    look("Decide", "Nobody can see who answered what")


def test_the_check_is_ended_before_the_decision_is_made_final(people: People, table: Table) -> None:
    table.go("diverge")
    table.write(IDEAS)
    table.go("vote")
    table.vote()
    table.go("decide")
    table.decide(f"We light the lane by the river, {DARK * 3}and grit it.")
    mara = people.leads(table)
    voters = [people.takes_part(table, **PHONE) for _ in range(3)]
    end, final = mara.button("End the check"), mara.button("Make it final")
    _is_primary(end)
    expect(final).to_have_count(0)

    _answers_from_below_the_fold(voters[0])
    expect(mara.page.get_by_text(re.compile("^Fewer than three people have been here"))).to_be_hidden()
    end.click()
    mara.reads(re.compile("^So few answers would show who gave them"))
    # Too few are never shown, and nobody can be made to answer: the decision can be made final without them.
    expect(final).to_be_visible()
    _is_primary(end)
    for other in voters[1:]:
        other.answers("I support it")
    end.click()
    expect(mara.page.get_by_role("heading", name="What the group answered")).to_be_focused()
    _is_primary(final)
    expect(end).to_have_count(0)


def _is_primary(button: Locator) -> None:
    expect(button).to_be_in_viewport()
    expect(button).to_have_class(re.compile(r"\bgo\b"))


def _answers_from_below_the_fold(kim: Participant) -> None:
    """The scale is further down than a phone shows; a bar says so and leads there."""
    scale = kim.page.get_by_role("radio", name="I can live with it")
    cue = kim.button("Can you live with it?")
    expect(scale).not_to_be_in_viewport()
    in_sight(cue)
    cue.tap()
    in_sight(scale, kim.page.get_by_role("heading", name="Can you live with it?"))
    expect(kim.page.get_by_role("radio", name="I’m fully for it")).to_be_focused()
    expect(cue).to_have_count(0)
    kim.answers("I can live with it")
    kim.page.evaluate("scrollTo(0, 0)")
    expect(scale).not_to_be_in_viewport()
    expect(cue).to_have_count(0)


def test_the_dots_of_a_ballot_that_is_done_stand_in_one_row(people: People, table: Table) -> None:
    table.go("diverge")
    table.write(IDEAS + [f"Lamp number {n}" for n in range(1, 12)])
    table.go("vote")
    kim = people.takes_part(table, **PHONE)
    kim.button(re.compile("^Give a dot to ")).first.tap()
    kim.button("I’m done").tap()
    kim.reads("Done. You can still change it.")
    dots = kim.page.get_by_role("complementary").locator(".dots i")
    expect(dots).to_have_count(4)
    assert len({round(top(dot)) for dot in dots.all()}) == 1
