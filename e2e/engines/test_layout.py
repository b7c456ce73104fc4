"""Every menu and every dialog in Firefox and in WebKit, as large as what is in it; and the pages they open over."""

from collections.abc import Callable
from contextlib import ExitStack

import pytest

from e2e.api import Table
from e2e.engines.conftest import Room
from e2e.engines.looking import CLOSED, Look
from e2e.engines.person import BACKSPACE, CONTROL, ESCAPE, PEN, Person, Writer
from e2e.engines.window import DESKTOP, PHONE
from e2e.server import Server

LONG = "Let people who live in a street say what is built there, how high, and who may move in once it stands. " * 3
TEXTS = [LONG, *(f"Idea {n} on how people can afford to live here" for n in range(1, 14))]
GROUPS = {"Build more": 4, "Homes for those who wait longest, in every part of the city": 3, "Rents": 2}
LINES = "A fund\nA cap\nA levy"
# A phone counts them, too, but has no room to say so.
CHOOSING = "() => /[1-9]\\D{0,3}still choosing/.test(document.body.textContent)"


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_is_cut_off_and_nothing_lies_over_anything(
    server: Server, room: Room, tables: Callable[..., Table], size: tuple[int, int]
) -> None:
    table = tables(server)
    mara, ben = room.person("mara", size), room.person("ben", size)
    mara.opens(table.links["facilitate"])
    ben.opens(table.links["participate"])
    look = Look()

    mara.is_at("Welcome")
    ben.reads("You’re in.")
    look.into_all(mara, "Show the QR code large", "QR code", "^Board")
    look.into_all(ben)
    look.into(ben, "^", role="promise")

    table.go("diverge")
    table.seat(3)
    table.write(TEXTS)
    mara.is_at("Write")
    look.into_all(mara, "^Invite", "^Board", f"Reveal {len(TEXTS)} ideas now")
    _write(look, ben)

    table.go("reveal")
    mara.is_at("Read")
    ben.is_at("Read")
    look.into_all(mara)
    look.into_all(ben)

    table.go("cluster")
    ids = iter(table.written)
    for name, count in GROUPS.items():
        table.people[0].groups([next(ids) for _ in range(count)], name)
    _group(look, mara, ben, size)

    table.go("vote")
    ben.is_at("Vote")
    with ExitStack() as present:
        here = [present.enter_context(person.attends()) for person in table.people]
        mara.until(CHOOSING, what="saw that people are choosing")
        look.into_all(mara, "Close the vote")
        look.into_all(ben)
        table.vote()
        # Ben counts and does not vote, so all three have to count; the last may do so a moment later.
        while table.lead.ask("open_phase", phase="decide").get("code") == "too_few_to_close":
            here[-1].recv(timeout=60)

    table.go("decide")
    mara.is_at("Decide")
    look.into_all(mara, "Vote again on everything")
    mara.presses("Write the decision")
    mara.sees("textbox", "The decision, in one sentence")
    look.at(mara, "Write the decision")
    table.decide()
    ben.sees("heading", "Can you live with it?")
    look.into_all(ben)
    for person in table.people:
        person.do("answer_consent", level=2, reason=LONG)
    table.lead.do("close_consent")
    mara.window.reload()
    mara.sees("heading", "What the group answered")
    look.into_all(mara, "Make it final")

    table.lead.do("freeze")
    mara.is_at("Done")
    ben.is_at("Done")
    look.into_all(mara, "Correct the decision", "Delete this board")
    look.into_all(ben)
    assert not look.wrong, "\n" + "\n".join(look.wrong)


def _write(look: Look, ben: Writer) -> None:
    look.at(ben, "the page")
    ben.has_the_pen()
    ben.types(LONG)
    ben.has_the_pen(LONG)
    look.at(ben, "a long idea in the field")
    ben.chords(CONTROL, "a")
    ben.types(BACKSPACE)
    ben.pastes(LINES)
    ben.sees("dialog", "That looks like 3 ideas")
    look.at(ben, "pasted lines")
    ben.types(ESCAPE)
    ben.until(CLOSED)
    ben.until(f"() => {PEN}.value === ''")


def _group(look: Look, mara: Person, ben: Writer, size: tuple[int, int]) -> None:
    for person in (mara, ben):
        person.is_at("Group")
        person.reads("Rents")
        if size == PHONE and person is ben:
            look.at(person, "one by one")
            person.presses("All groups")
    look.into_all(mara, "Open the vote")
    look.into_all(ben)
    for opens, then in (("^Move to…", "^New group with"), ("^More for Rents", "^Join with")):
        ben.presses(opens)
        look.into(ben, then, role="option")
