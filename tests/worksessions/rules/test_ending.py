"""The verdict, and what the next session begins with."""

import uuid

import pytest
from msgspec import structs

from board.errors import Refused
from board.protocol.refusals import Refusal
from board.protocol.worksession.document import (
    ClockState,
    Condition,
    Contract,
    Item,
    Owner,
    Parked,
    Person,
    SessionDocument,
    SessionMeta,
    Task,
)
from board.protocol.worksession.ending import End
from board.protocol.worksession.states import State
from board.worksessions.rules import ending

MARA = Person(name="Mara", colour=0)


def end(verdict: str, finisher: str | None = None, by: str | None = None) -> End:
    return End(id="1", verdict=verdict, finisher=finisher, by=by)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("command", "refused"),
    [
        (end("done"), None),
        (end("another"), None),
        (end("nearly", "m", "2026-12-01"), None),
        (end("nearly"), Refusal.FINISHER_MISSING),
        (end("nearly", "m"), Refusal.FINISHER_MISSING),
        (end("nearly", by="2026-12-01"), Refusal.FINISHER_MISSING),
        (end("nearly", "x", "2026-12-01"), Refusal.NO_PERSON),
        (end("nearly", "m", "2026-02-30"), Refusal.NO_DAY),
        (end("nearly", "m", "1 December"), Refusal.NO_DAY),
        (end("done", "m", "2026-12-01"), Refusal.FINISHER_NOT_NEEDED),
    ],
)
def test_only_nearly_has_a_finisher_and_a_day(command: End, refused: Refusal | None) -> None:
    assert ending.check(command, {"m": MARA}) == (refused and Refused(refused))


def ids() -> list[str]:
    return [str(uuid.UUID(int=n, version=4)) for n in range(6)]


def document() -> SessionDocument:
    a, b, c, d, e, f = ids()
    clock = ClockState(item=b, since=1.0, began=0.0, end=3600.0)
    return SessionDocument(
        meta=SessionMeta(
            kind="team",
            state=State.ENDED,
            contract=Contract(artifact="A brief", minutes=60),
            clock=clock,
            clock_by="everyone",
        ),
        conditions={
            a: Condition("the price is in it", met=True, rank="a"),
            b: Condition("the date", met=False, rank="b"),
        },
        agenda={
            a: Item(title="Agree", minutes=5, rank="a", spent=290.0),
            b: Item(title="Draft", minutes=25, rank="b", extra=300.0),
            c: Item(title="", minutes=5, rank="c", kind="break"),
            d: Item(title="Review", minutes=20, rank="d", extra=-300.0),
            e: Item(title="Legal", minutes=10, rank="e", skipped=True),
            f: Item(title="", minutes=5, rank="f", kind="finish"),
        },
        people={"m": MARA},
        tasks={
            a: Task(text="Call Iris", owner=Owner(person="m")),
            b: Task(text="Count", state="done"),
            c: Task(text="Print", state="dropped", note="not needed"),
            d: Task(text="Ask the city", origin="first session", item=a),
        },
        parked={
            a: Parked("a thought"),
            b: Parked("for next time", settled="next"),
            c: Parked("became a task", settled="task"),
            d: Parked("was nothing", settled="dropped"),
        },
        agreements={},
    )


def test_what_is_left_goes_on() -> None:
    a, b, _, d, e, _ = ids()
    left = ending.carried("this session", document())
    assert left.contract == Contract(artifact="A brief", minutes=60)
    assert list(left.conditions) == [b]
    assert {id: (one.text, one.origin, one.item) for id, one in left.tasks.items()} == {
        a: ("Call Iris", "this session", None),
        d: ("Ask the city", "first session", None),
    }
    here = "this session"
    assert left.parked == {a: Parked("a thought", origin=here), b: Parked("for next time", origin=here)}
    assert list(left.agenda) == [d, e], "neither the item that ran, nor breaks, nor the finish"
    assert (left.agenda[d].extra, left.agenda[e].skipped) == (0, False)
    assert {one.origin for one in left.conditions.values()} == {one.origin for one in left.agenda.values()} == {here}


def test_what_goes_on_twice_is_from_the_session_in_which_it_was_first() -> None:
    first = ending.carried("first", document())
    again = structs.replace(document().meta, clock=None)
    second = SessionDocument(again, first.conditions, first.agenda, {}, first.tasks, first.parked, {})
    left = ending.carried("second", second)
    assert [one.origin for one in left.conditions.values()] == ["first"]
    assert [one.origin for one in left.parked.values()] == ["first", "first"]
    assert [one.origin for one in left.agenda.values()] == ["first", "first"]


def test_a_session_in_which_all_is_done_leaves_nothing() -> None:
    done = document()
    done.conditions = {id: structs.replace(one, met=True) for id, one in done.conditions.items()}
    done.tasks = {id: structs.replace(one, state="done") for id, one in done.tasks.items()}
    done.parked = {}
    done.agenda = {id: structs.replace(one, spent=1.0) for id, one in done.agenda.items()}
    left = ending.carried("this session", done)
    assert (left.conditions, left.tasks, left.parked, left.agenda) == ({}, {}, {}, {})
