"""Nothing sticks out, nothing jumps, the way on is in sight: on every page, at every width, with much and little."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Facilitator, Participant, Person, Watcher
from e2e.server import Server
from e2e.trouble import Trouble
from e2e.widths import SIZES, sticking_out

CALM = {"reduced_motion": "reduce"}
LONG_WORD = "Wohnraumbeschaffungsgenossenschaftsfoerderungsgesetzesaenderungsausschussvorsitz"
HARD = [
    LONG_WORD,
    "ابنوا على الأرض العامة أولا ثم حددوا الإيجارات في كل المدينة",
    "先在公共土地上建房再把空置的办公楼改成住宅",
    "🏠🏘️ Build 👩‍👩‍👧‍👦 homes",
    "A thousand characters: " + "land, rent and loans, " * 44,
    "https://example.org/" + "housing" * 20,
]
SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifts.push({
    value: one.value,
    of: one.sources.map(({ node }) => node && (node.outerHTML ?? node.textContent).slice(0, 80)),
  });
}).observe({ type: "layout-shift", buffered: true });
"""
FLIGHTS = """
window.flights = 0;
const animate = Element.prototype.animate;
Element.prototype.animate = function (...all) {
  if (this.matches("[data-idea]")) window.flights += 1;
  return animate.apply(this, all);
};
"""


class Room:
    """One page of each role before the same board; each is looked at in every size."""

    def __init__(self, server: Server, people: People, table: Table) -> None:
        self.mara: Facilitator = people.facilitator(server, **CALM)
        self.ben: Participant = people.participant(server, **CALM)
        self.screen: Watcher = people.watcher(server, **CALM)
        self.mara.opens(table.links["facilitate"])
        self.ben.opens(table.links["participate"])
        self.screen.opens(table.links["watch"])
        self.wrong: list[str] = []

    def look(self, step: str) -> None:
        roles: dict[str, Person] = {"facilitator": self.mara, "participant": self.ben, "big screen": self.screen}
        for role, person in roles.items():
            person.is_at(step)
            for size in SIZES:
                self.wrong += [f"{step}, {role}, {size[0]}: {line}" for line in sticking_out(person.page, size)]

    def verdict(self) -> None:
        assert not self.wrong, "\n" + "\n".join(self.wrong)


@pytest.mark.parametrize("count", [0, 12, 120])
def test_no_page_scrolls_sideways(server: Server, people: People, tables: Callable[..., Table], count: int) -> None:
    hard = {"problem": LONG_WORD, "constraint": HARD[1], "criterion": f"Which {LONG_WORD}?"} if count else {}
    table = tables(server, question=f"How can we {LONG_WORD} for all?" if count else "Why?", **hard)
    room = Room(server, people, table)
    room.look("Welcome")
    table.go("diverge")
    # As wide as a clock gets, however long the look at it takes.
    table.lead.do("set_timer", minutes=50)
    if count:
        table.seat(3)
        table.write([*HARD, *(f"Idea {n} on how people can afford to live here" for n in range(count - len(HARD)))])
        room.ben.writes(HARD[0] + "!")
        room.ben.pen.fill(HARD[4])
    room.look("Write")
    room.ben.pen.fill("")
    table.go("reveal")
    room.look("Read")
    table.go("cluster")
    if count:
        ids = list(table.written)
        for at in range(0, count // 2, 4):
            table.people[0].groups(ids[at : at + 4], LONG_WORD if at == 0 else f"Group of four, the {at}th")
    room.look("Group")
    if count:
        _on_to_the_end(room, table)
    room.verdict()


def _on_to_the_end(room: Room, table: Table) -> None:
    table.go("vote")
    room.look("Vote")
    table.vote()
    table.go("decide")
    room.look("Decide")
    room.mara.begins_the_decision()
    room.look("Decide")
    room.mara.page.reload()
    table.decide(f"We {LONG_WORD} on two sites, and {HARD[1]}.")
    room.look("Decide")
    for person in table.people:
        person.do("answer_consent", level=2, reason=LONG_WORD)
    table.lead.do("close_consent")
    room.look("Decide")
    sha256 = table.lead.do("freeze")["decision"]
    room.look("Done")
    room.ben.opens(f"/decisions/{sha256}")
    for size in SIZES:
        room.wrong += [f"Decision, {size[0]}: {line}" for line in sticking_out(room.ben.page, size)]


def test_no_other_page_scrolls_sideways(server: Server, people: People, trouble: Trouble) -> None:
    trouble.allow("404")
    visitor = people.participant(server, **CALM)
    wrong = []
    for address in ("/", "/nowhere", "/join/AAAAAAAAAAAAAAAAAAAAAAAA"):
        visitor.opens(address)
        for size in SIZES:
            wrong += [f"{address}, {size[0]}: {line}" for line in sticking_out(visitor.page, size)]
    visitor.opens("/")
    visitor.page.get_by_text("Background and rules").click()
    for name in ("What is the question?", "What is the problem behind it?"):
        visitor.field(name).fill(LONG_WORD)
    for size in SIZES:
        wrong += [f"/ unfolded, {size[0]}: {line}" for line in sticking_out(visitor.page, size)]
    visitor.page.evaluate(f"localStorage.setItem('shortlist:boards', JSON.stringify({visits(50)}))")
    visitor.opens("/")
    visitor.presses("Show all 50")
    for size in SIZES:
        wrong += [f"/ with boards, {size[0]}: {line}" for line in sticking_out(visitor.page, size)]
    assert not wrong, "\n" + "\n".join(wrong)


def visits(count: int) -> str:
    """As the home page lists them, the hardest titles first."""
    titles = [*HARD, *(f"What do we do in week {n}?" for n in range(count - len(HARD)))]
    shown = {"role": "facilitate", "phase": "decide", "at": 1e12}
    return json.dumps([{"id": f"{n:024}", "title": title[:300]} | shown for n, title in enumerate(titles)])


def test_loading_a_board_moves_nothing(server: Server, people: People, tables: Callable[..., Table]) -> None:
    table = tables(server)
    contexts = {"1440": people.browser(server), "390": people.browser(server, viewport={"width": 390, "height": 844})}
    for context in contexts.values():
        context.add_init_script(SHIFTS)
        context.new_page().goto(table.links["participate"])
    screen = people.browser(server)
    screen.add_init_script(SHIFTS)
    screen.new_page().goto(table.links["facilitate"])
    wrong = []

    def load(step: str) -> None:
        for name, context in {**contexts, "facilitator": screen}.items():
            page = context.pages[0]
            page.goto(f"/boards/{table.board}")
            Person(page).is_at(step)
            page.wait_for_load_state("networkidle")
            if step in ("Read", "Group"):
                expect(page.get_by_text(re.compile(r"^Idea \d+ on how people can afford")).first).to_be_attached()
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            shifts = page.evaluate("window.shifts")
            total = sum(one["value"] for one in shifts)
            if total > 0.02:
                worst = max(shifts, key=lambda one: one["value"])
                wrong.append(f"{step}, {name}: {total:.3f}, most by {worst['of']}")

    load("Welcome")
    table.go("diverge")
    load("Write")
    table.seat(3)
    table.write([f"Idea {n} on how people can afford to live here" for n in range(1, 121)])
    table.go("reveal")
    load("Read")
    table.go("cluster")
    table.people[0].groups(list(table.written)[:6], "Build more")
    load("Group")
    table.go("vote")
    load("Vote")
    table.vote()
    table.go("decide")
    load("Decide")
    table.decide()
    load("Decide")
    table.lead.do("freeze")
    load("Done")
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize(("motion", "flies"), [("no-preference", True), ("reduce", False)])
def test_the_reveal_is_dealt_out_unless_somebody_wants_less_motion(
    server: Server, people: People, tables: Callable[..., Table], motion: str, flies: bool
) -> None:
    table = tables(server)
    table.go("diverge")
    table.seat(3)
    table.write([f"Idea {n}" for n in range(1, 13)])
    for role in ("participate", "facilitate", "watch"):
        context = people.browser(server, reduced_motion=motion)
        context.add_init_script(FLIGHTS)
        context.new_page().goto(table.links[role])
        Person(context.pages[0]).is_at("Write")
    pages = [context.pages[0] for context in people.open]
    table.go("reveal")
    for page in pages:
        expect(page.locator("[data-idea]")).to_have_count(12)
        assert (page.evaluate("window.flights") > 0) is flies
        # In under a second all of them lie.
        longest = page.evaluate(
            "Math.max(0, ...document.getAnimations().map(one => Number(one.effect.getComputedTiming().endTime)))"
        )
        assert longest <= (1000 if flies else 1)


def test_the_way_on_is_always_in_sight(server: Server, people: People, tables: Callable[..., Table]) -> None:
    table = tables(server)
    mara = people.facilitator(server, **CALM)
    mara.opens(table.links["facilitate"])

    def in_sight(name: str | re.Pattern[str]) -> None:
        for width, height in SIZES[1:]:
            mara.page.set_viewport_size({"width": width, "height": height})
            expect(mara.button(name)).to_be_in_viewport(ratio=0.99)

    in_sight("Start writing")
    table.go("diverge")
    table.seat(3)
    table.write([f"Idea {n} on how people can afford to live here" for n in range(1, 61)])
    in_sight("Reveal 60 ideas now")
    table.go("reveal")
    in_sight("Group the ideas")
    table.go("cluster")
    in_sight("Open the vote")
    table.go("vote")
    in_sight("Close the vote")
    table.vote()
    table.go("decide")
    in_sight("Write the decision")
    table.decide()
    in_sight("End the check")
    table.lead.do("close_consent")
    in_sight("Make it final")
