"""In another language every string on the screen comes from a catalogue, and no layout breaks.

The pseudo-locales put each message in brackets, so letters outside of them are a string that cannot be translated.
What people write here is Greek.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page

from e2e.api import Table
from e2e.conftest import DESKTOP, People
from e2e.engines.layout import LAYOUT
from e2e.people import Person
from e2e.server import Server
from e2e.trouble import Trouble
from e2e.widths import sticking_out

PHONE = {"width": 390, "height": 844}
WALL = {"width": 1920, "height": 1080}
DIRECTION = {"en-XA": "ltr", "ar-XB": "rtl"}
QUESTION, CRITERION = "Πώς κρατάμε τα ενοίκια χαμηλά;", "Ποια βοηθά πιο πολλούς;"
IDEAS = [f"Ιδέα {n}: περισσότερες κατοικίες σε δημόσια γη" for n in range(1, 15)]
IDEA = re.compile(r"^Ιδέα( \d+)?:")
"""an idea of any author: a phone shows the first one, whoever's it is"""
GROUPS = {"Κατοικίες": 4, "Ενοίκια": 3}
OWN, DOTS = "Ιδέα: λιγότερες άδειες κατοικίες", 2
DECISION, WHY, REASON = "Δύο έργα, δοκιμαστικά.", "Γιατί έτσι μαθαίνουμε.", "Ποιος πληρώνει;"

UNTRANSLATED = r"""() => {
  const found = new Set(), letters = /[a-z]{2}/i;
  // Addresses ("{link}" becomes one), digests, file endings and dates are not sentences; names have `translate="no"`.
  const plain = /\{link\}|https?:\/\/\S+|[0-9a-f]{64}|\.(html|json|md|csv|pdf|svg|png|ics)\b|\d{1,2} \w+ \d{4}/g;
  const outside = text => {
    let rest = text, before;
    do before = rest; while ((rest = rest.replace(/⟦[^⟦⟧]*⟧/g, "")) !== before);
    return letters.test(rest.replace(plain, "")) ? text.trim().slice(0, 80) : null;
  };
  const note = (element, text) => {
    const bad = text && !element.closest("[translate=no], time, script, style, noscript, template") && outside(text);
    if (bad) found.add(`${element.localName}.${element.className}: ${bad}`);
  };
  // A message may have elements in it, so that its brackets stand a little further up.
  const around = element => element.closest(":has(> strong, > b, > small, > kbd, > em)") ?? element;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { data, parentElement } = walk.currentNode;
    if (outside(around(parentElement).textContent)) note(parentElement, data);
  }
  for (const one of document.querySelectorAll("body, body *"))
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description", "aria-roledescription"])
      note(one, one.getAttribute(name));
  if (!document.title.includes("⟦") && letters.test(document.title)) found.add(`title: ${document.title}`);
  return [...found];
}"""


class Look:
    """Collects what is wrong wherever somebody looks."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.wrong: list[str] = []

    def at(self, where: str, page: Page) -> None:
        page.wait_for_function("() => !document.querySelector('#board .later')")
        direction = page.evaluate("() => document.documentElement.dir || 'ltr'")
        found = [*page.evaluate(UNTRANSLATED), *page.evaluate(LAYOUT)]
        found += [] if direction == DIRECTION[self.language] else [f"direction {direction!r}"]
        self.wrong += [f"{where}: {line}" for line in found]

    def in_sizes(self, where: str, page: Page, *sizes: dict[str, int]) -> None:
        for size in sizes:
            out = sticking_out(page, (size["width"], size["height"]))
            self.wrong += [f"{where}, {size['width']} px: {line}" for line in out]
            self.at(f"{where}, {size['width']} px", page)

    def into_all(self, where: str, person: Person) -> None:
        """What each kind of button opens."""
        buttons = person.page.locator("button[aria-haspopup]:visible:enabled")
        kinds = {one.get_attribute("class") or "": one for one in buttons.all()}
        for kind, button in kinds.items():
            button.click()
            person.page.wait_for_selector(":popover-open, dialog:modal")
            self.at(f"{where}, {kind}", person.page)
            person.page.keyboard.press("Escape")


@pytest.fixture(params=list(DIRECTION))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def foreign(pytestconfig: pytest.Config, tmp_path: Path, language: str) -> Iterator[Server]:
    """A server that speaks the language."""
    server = Server(pytestconfig.rootpath, tmp_path, language=language)
    server.start()
    yield server
    server.stop()


def test_every_page_of_a_board_speaks_the_language_and_keeps_its_layout(
    foreign: Server, language: str, people: People, tables: Callable[..., Table], trouble: Trouble
) -> None:
    look = Look(language)
    table = tables(foreign, question=QUESTION, criterion=CRITERION)
    mara, ben, screen = people.facilitator(foreign), people.participant(foreign), people.watcher(foreign)
    for person, role in ((mara, "facilitate"), (ben, "participate"), (screen, "watch")):
        person.opens(table.links[role])

    def see(phase: str, text: str | re.Pattern[str] = QUESTION) -> None:
        for person, role, sizes in (
            (mara, "facilitator", (DESKTOP, PHONE)),
            (ben, "participant", (DESKTOP, PHONE)),
            (screen, "big screen", (WALL,)),
        ):
            # On the big screen what is inside lies over the whole window, and the stage itself has no size.
            person.page.wait_for_selector(f"#stage.{phase}", state="attached")
            person.reads(text)
            look.in_sizes(f"{phase}, {role}", person.page, *sizes)
            look.into_all(f"{phase}, {role}", person)

    see("lobby")
    table.go("diverge")
    table.seat(4)
    table.write(IDEAS)
    _writes(ben.page)
    see("diverge")
    table.go("reveal")
    see("reveal", IDEA)
    table.go("cluster")
    ids = iter(table.written)
    for name, count in GROUPS.items():
        table.people[0].groups([next(ids) for _ in range(count)], name)
    see("cluster")
    with ExitStack() as present:
        for one in table.people:
            present.enter_context(one.attends())
        table.go("vote")
        see("vote")
        _votes(ben.page)
        see("vote", CRITERION)
    table.vote()
    table.go("decide")
    see("decide")
    table.decide(DECISION, why=WHY, owner="Ρουθ")
    see("decide", DECISION)
    _answers(ben.page)
    see("decide", DECISION)
    for level, one in enumerate(table.people, 1):
        one.do("answer_consent", level=level, reason=REASON)
    table.lead.do("close_consent")
    see("decide", REASON)
    table.lead.do("freeze")
    see("frozen", DECISION)
    decision = table.lead.boot()["meta"]["frozen"]
    trouble.allow("404|403")
    for path in ("/", "/nowhere", "/boards/nothing", f"/decisions/{decision}"):
        ben.page.goto(f"{foreign.address}{path}")
        look.in_sizes(path[:12], ben.page, DESKTOP, PHONE)
    assert not look.wrong, "\n" + "\n".join(look.wrong)


def _writes(page: Page) -> None:
    page.locator(".composer textarea").fill(OWN)
    page.keyboard.press("Enter")
    page.wait_for_selector(".saved-mark.ok")


def _votes(page: Page) -> None:
    for button in page.locator(".dot-button").all()[:DOTS]:
        button.click()
    page.wait_for_selector(".saved-mark.ok")


def _answers(page: Page) -> None:
    page.locator(".levels input").first.check()
    page.wait_for_selector(".saved-mark.ok")
