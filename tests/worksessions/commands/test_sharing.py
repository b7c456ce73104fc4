"""Sharing the recap by command: frozen once, found by a link or by search engines, and corrected by a new record."""

import json
from typing import Any

import pytest

from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.recap import RecapLines, SharedRecap
from board.protocol.worksession.states import State
from board.records import canonical
from tests.worksessions.in_memory import Desk, new


@pytest.fixture
def desk() -> Desk:
    desk = Desk().started()
    desk.ok(desk.lead, "append_text", line=new(), text="What we made.")
    desk.now += 600
    desk.ok(desk.lead, "end", verdict="done")
    return desk


def shared(desk: Desk, **fields: object) -> str:
    answer = desk.give(desk.lead, "share", **({"visibility": "link"} | fields))
    assert answer.answer == "ok", answer
    assert answer.extra is not None
    return str(answer.extra["recap"])


def recap(desk: Desk) -> SharedRecap:
    found = desk.document.meta.recap
    assert found is not None
    return found


def content(desk: Desk, at: int = -1) -> dict[str, Any]:  # Any: the fields of a record
    """The record that is stored with this batch."""
    one = desk.session.sharing[at]
    assert one.content is not None
    assert canonical.digest(one.content) == one.recap.sha256
    return dict(json.loads(one.content))


def test_what_is_shared_is_what_the_session_made(desk: Desk) -> None:
    sha256 = shared(desk, summary=" We began with the price. ", before=True)
    assert (desk.document.meta.state, recap(desk).sha256) == (State.SHARED, sha256)
    record = content(desk)
    assert (record["verdict"], record["artifact"], record["follows"]) == ("done", "A brief", None)
    assert record["summary"] == "We began with the price."
    assert "What we made." in record["made"]["text"]
    assert record["before"]["origin"] == "start"
    assert record["seconds"] == 600


def test_no_name_of_anybody_stands_in_it(desk: Desk) -> None:
    desk.ok(desk.lead, "show_name", shown=True)
    shared(desk)
    assert b"Ana" not in (desk.session.sharing[-1].content or b"")


def test_what_the_lead_adds_is_kept_before_it_is_shared(desk: Desk) -> None:
    desk.ok(desk.lead, "edit_recap", summary="why", next="what next", making=True)
    desk.ok(desk.lead, "edit_recap", next=None)
    assert desk.document.meta.recap_lines == RecapLines(summary="why", making=True)
    assert desk.no(desk.lead, "edit_recap", next="x" * (limits.SUMMARY + 1)) is Refusal.TOO_LONG
    assert desk.no(desk.lead, "edit_recap", was="x" * (limits.ONE_LINE + 1)) is Refusal.TOO_LONG
    shared(desk)
    assert content(desk)["summary"] == "why"
    assert desk.session.sharing[-1].making is not None
    assert desk.no(desk.lead, "edit_recap", summary="other") is Refusal.NOT_IN_STATE


def test_shared_again_it_is_the_same_and_only_who_finds_it_changes(desk: Desk) -> None:
    first = shared(desk)
    desk.now += 60
    assert shared(desk, visibility="public", summary="other") == first
    assert (recap(desk).public, recap(desk).sha256) == (True, first)
    assert desk.document.meta.recap_lines.summary is None
    assert [one.content is None for one in desk.session.sharing] == [False, True]


def test_corrected_without_a_change_it_is_the_record_that_is_there(desk: Desk) -> None:
    first = shared(desk)
    desk.ok(desk.lead, "correct")
    assert desk.document.meta.state is State.ENDED
    desk.now += 600
    assert shared(desk) == first
    assert str(desk.document.meta.state) == "shared"
    assert [one.content is None for one in desk.session.sharing] == [False, True]
    assert desk.session.sharing[-1].making is None


def test_a_correction_is_a_new_record_that_follows(desk: Desk) -> None:
    first = shared(desk)
    desk.ok(desk.lead, "correct")
    desk.ok(desk.lead, "append_text", line=new(), text="A word that was missing.")
    second = shared(desk)
    assert second != first
    assert content(desk)["follows"] == first
    assert "missing" in content(desk)["made"]["text"]


def test_what_is_corrected_can_be_ticked_and_not_reopened(desk: Desk) -> None:
    shared(desk)
    desk.ok(desk.lead, "correct")
    condition = next(iter(desk.document.conditions))
    desk.ok(desk.lead, "tick_condition", condition=condition, met=True)
    assert desk.no(desk.lead, "reopen") is Refusal.RECAP_SHARED


def test_the_finisher_writes_no_more_once_it_is_corrected() -> None:
    desk = Desk().started()
    ben = desk.comes("Ben")
    desk.ok(desk.lead, "end", verdict="nearly", finisher=desk.id(ben), by="2026-12-04")
    desk.ok(ben, "append_text", line=new(), text="x")
    shared(desk)
    assert desk.no(ben, "append_text", line=new(), text="x") is Refusal.NOT_IN_STATE
    desk.ok(desk.lead, "correct")
    assert desk.no(ben, "append_text", line=new(), text="x") is Refusal.ONLY_LEAD


def test_who_wrote_what_is_forgotten_when_it_is_shared(desk: Desk) -> None:
    before = desk.session.text.epoch
    shared(desk)
    assert desk.session.text.epoch == before + 1


def test_the_text_that_was_brought_is_the_one_before() -> None:
    desk = Desk(written=())
    desk.writes("An old draft of four words.\n")
    desk.ok(desk.lead, "keep_brought")
    desk.started()
    desk.writes("A new text.\n")
    desk.now += 60
    desk.ok(desk.lead, "end", verdict="done")
    shared(desk)
    before = content(desk)["before"]
    assert (before["origin"], before["words"], before["text"]) == ("brought", 6, None)
    assert before["sha256"] == canonical.digest(b"An old draft of four words.\n")
