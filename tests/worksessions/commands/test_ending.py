"""The verdict by command, and what may follow it."""

import pytest

from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.document import Ending, SessionKind
from board.protocol.worksession.states import State
from tests.worksessions.in_memory import NOW, Desk, new


@pytest.fixture
def desk() -> Desk:
    desk = Desk().started()
    desk.now += 600
    return desk


def test_the_verdict_stops_the_clock_and_keeps_the_text(desk: Desk) -> None:
    desk.ok(desk.lead, "append_text", line=new(), text="the last words")
    thought, task = new(), new()
    desk.ok(desk.lead, "park", parked=thought, text="for later")
    desk.ok(desk.lead, "add_task", task=task, text="Call")
    desk.ok(desk.lead, "end", verdict="another", note=" no time ", elsewhere="brief.docx")
    meta = desk.document.meta
    assert meta.state is State.ENDED
    assert meta.ending == Ending(verdict="another", note="no time", elsewhere="brief.docx", at=NOW + 600)
    assert meta.clock is not None
    assert meta.clock.since is None
    assert desk.item(0).spent == 600
    assert (meta.versions[-1].reason, desk.session.text_of(meta.versions[-1].number)) == ("end", desk.text)
    assert (desk.document.parked[thought].settled, desk.document.tasks[task].state) == (None, "open")
    assert desk.no(desk.lead, "end", verdict="done") is Refusal.NOT_IN_STATE


def test_who_finishes_it_is_somebody_of_the_session(desk: Desk) -> None:
    ben = desk.comes("Ben")
    asked = {"verdict": "nearly", "finisher": desk.id(ben), "by": "2026-12-04"}
    assert desk.no(desk.lead, "end", **(asked | {"finisher": "nobody"})) is Refusal.NO_PERSON
    assert desk.no(desk.lead, "end", **(asked | {"by": "2026-02-30"})) is Refusal.NO_DAY
    assert desk.no(desk.lead, "end", verdict="done", note="x" * (limits.NOTE + 1)) is Refusal.TOO_LONG
    assert desk.no(desk.lead, "end", verdict="done", elsewhere="x" * (limits.ELSEWHERE + 1)) is Refusal.TOO_LONG
    desk.ok(desk.lead, "remove", person=desk.id(ben))
    assert desk.no(desk.lead, "end", **asked) is Refusal.NO_PERSON


def test_the_finisher_writes_on_ticks_and_says_it_is_finished(desk: Desk) -> None:
    ben, jo = desk.comes("Ben"), desk.comes("Jo")
    desk.ok(desk.lead, "end", verdict="nearly", finisher=desk.id(ben), by="2026-12-04")
    assert desk.no(jo, "append_text", line=new(), text="x") is Refusal.ONLY_FINISHER
    assert desk.no(jo, "finish") is Refusal.ONLY_FINISHER
    desk.ok(ben, "append_text", line=new(), text="the last words")
    desk.ok(ben, "tick_condition", condition=next(iter(desk.document.conditions)), met=True)
    desk.now += 86_400
    desk.ok(ben, "finish")
    meta = desk.document.meta
    assert meta.ending is not None
    assert meta.ending.finished_at == desk.now
    assert "the last words" in (desk.session.text_of(meta.versions[-1].number) or "")
    assert desk.no(ben, "append_text", line=new(), text="x") is Refusal.ONLY_FINISHER
    assert desk.no(ben, "finish") is Refusal.ONLY_FINISHER


def test_the_work_goes_on_where_it_ended(desk: Desk) -> None:
    desk.ok(desk.lead, "end", verdict="done")
    desk.ok(desk.lead, "accept_verdict", name="Mara", yes=True)
    desk.now += 3600
    desk.ok(desk.lead, "reopen")
    meta = desk.document.meta
    assert (meta.state, meta.ending) == (State.RUNNING, None)
    assert meta.clock is not None
    assert (meta.clock.item, meta.clock.before, meta.clock.since) == (desk.order[0], 600, desk.now)
    assert desk.item(0).spent is None
    assert [(one.name, one.outdated) for one in meta.accepted] == [("Mara", True)]
    assert desk.no(desk.lead, "undo_clock") is Refusal.NOTHING_TO_UNDO


def test_a_session_with_a_next_one_stays_ended(desk: Desk) -> None:
    desk.ok(desk.lead, "end", verdict="another")
    with desk.session.change():
        desk.session.canvas.put_meta(next="the next one")
    assert desk.no(desk.lead, "reopen") is Refusal.NEXT_EXISTS


def test_the_answer_to_what_was_made_has_a_name_and_a_note(desk: Desk) -> None:
    desk.ok(desk.lead, "end", verdict="done")
    desk.ok(desk.lead, "accept_verdict", name="Mara", yes=False, note=" the date ")
    (kept,) = desk.document.meta.accepted
    assert (kept.name, kept.yes, kept.note, kept.at) == ("Mara", False, "the date", NOW + 600)
    assert desk.no(desk.lead, "accept_verdict", name="", yes=True) is Refusal.EMPTY


def test_who_accepted_what_was_nearly_done_is_asked_again_when_it_is_finished(desk: Desk) -> None:
    ben = desk.comes("Ben")
    desk.ok(desk.lead, "end", verdict="nearly", finisher=desk.id(ben), by="2027-01-20")
    desk.ok(desk.lead, "accept_verdict", name="Mara", yes=True)
    desk.ok(ben, "append_text", line=new(), text="another sentence")
    desk.ok(ben, "finish")
    assert [(one.name, one.outdated) for one in desk.document.meta.accepted] == [("Mara", True)]


@pytest.mark.parametrize(
    ("kind", "written", "verdict", "met"),
    [
        ("deep_work", ("it exists",), "done", [True]),
        ("deep_work", ("it exists",), "another", [False]),
        ("individual", ("one", "two"), "done", [False, False]),
        ("team", ("it exists",), "done", [False]),
    ],
)
def test_alone_the_verdict_meets_the_only_condition(
    kind: SessionKind, written: tuple[str, ...], verdict: str, met: list[bool]
) -> None:
    desk = Desk(kind, written).started()
    desk.ok(desk.lead, "end", verdict=verdict)
    assert [one.met for one in desk.document.conditions.values()] == met
