"""A word of 60 letters, wherever people write one: no page of a session scrolls sideways, and nothing is cut off."""

import re
from uuid import uuid4

from playwright.sync_api import expect

from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server
from e2e.sessions import Session
from e2e.widths import SIZES, sticking_out

WORD = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichen"
WANTED = {
    "artifact": WORD,
    "audience": WORD,
    "problem": WORD,
    "conditions": [WORD, f"Scope {WORD}", "The price is in it"],
    "owner": {"words": WORD},
}
CUT_OFF = """part => [part, ...part.querySelectorAll(":scope > *, .inside, .add-line, .agenda-line, .condition")]
  .filter(one => one.scrollWidth > one.clientWidth + 5).map(one => one.outerHTML.slice(0, 90))"""
"""the 5 px are what the larger target of a small button may take of a column's edge"""


class Widths:
    """Looks at pages in every size, and keeps what is wrong with them."""

    def __init__(self) -> None:
        self.wrong: list[str] = []

    def look(self, step: str, person: Member) -> None:
        for size in SIZES:
            self.wrong += [f"{step}, {size[0]}: {one}" for one in sticking_out(person.page, size)]

    def look_inside(self, step: str, person: Member, part: str) -> None:
        """Columns that scroll by themselves hide what is too wide for them."""
        self.wrong += [f"{step}, {part}: {one}" for one in person.page.locator(part).evaluate(CUT_OFF)]


def test_a_long_word_breaks(people: People, server: Server) -> None:
    widths = Widths()
    mara, ben, iris = (Member(people.browser(server, reduced_motion="reduce").new_page()) for _ in range(3))
    with Session.opened(server.address, **WANTED) as session:
        session.come([WORD[:40], "Ana"])
        session.add_tasks([WORD])
        session.lead.do("park", parked=str(uuid4()), text=WORD)
        work = list(session.lead.items())[1]
        session.lead.do("edit_item", item=work, title=WORD)
        session.people[0].do("take", item=work)
        mara.opens(session.links["lead"])
        expect(mara.field("Their name")).to_be_visible()
        mara.page.locator("summary").filter(has_text=WORD).click()
        widths.look("Prepare", mara)
        iris.opens(session.links["accept"])
        widths.look("Accept", iris)
        _works(widths, session, mara, ben)
        _ends(widths, session, mara)
    assert not widths.wrong, "\n" + "\n".join(widths.wrong)


def _works(widths: Widths, session: Session, mara: Member, ben: Member) -> None:
    session.lead.do("start")
    session.go_to("work")
    session.lead.do("next_item", **{"from": next(session.lead.items())})
    ben.opens(session.links["join"])
    ben.reads(re.compile(f"^{WORD},"))
    widths.look("Door", ben)
    session.people[0].do("append_text", line=str(uuid4()), heading=WORD, text=f"{WORD} {WORD}")
    session.people[0].do("take", heading=WORD)
    session.people[0].do("stuck", stuck=True, note=WORD)
    mara.field("Your name").fill("Mara")
    mara.field("Your name").press("Enter")
    mara.reads(re.compile("^Done when"))
    widths.look("Work", mara)
    widths.look_inside("Work", mara, ".rail")
    for row in ("Agenda", "Tasks", "For later", "People"):
        mara.button(re.compile(f"^{row}"), mara.page.locator("#margin h2")).click()
        widths.look_inside(row, mara, "#margin")


def _ends(widths: Widths, session: Session, mara: Member) -> None:
    session.go_to("finish")
    mara.reads("Is it done?")
    widths.look("Finish", mara)
    session.lead.do("end", verdict="nearly", finisher=session.people[0].person, by="2099-12-04")
    mara.reads("Nearly.")
    widths.look("Ended", mara)
