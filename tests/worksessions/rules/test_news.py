"""The news of a session for one person, by what they are in it and how it stands."""

import uuid
from collections.abc import Iterable, Mapping

import pytest

from board.protocol.worksession.document import SessionDocument
from board.protocol.worksession.links import Link
from board.protocol.worksession.states import State
from board.worksessions.rules.news import Asking, Leftover, News, Now, OwnTask, OwnTasks, ToFinish, Waiting, news
from board.worksessions.rules.policy import Course, Standing
from board.worksessions.rules.replying import Boxes, Reply
from tests.worksessions.exports.documents import document

DAY = "2026-11-30"
PERSON = {"name": "Ben", "colour": 0}
ENDING = {"verdict": "nearly", "finisher": "me", "by": DAY, "at": 5.0}
LEAD, MEMBER = Standing(Link.LEAD, joined=True), Standing(Link.JOIN, joined=True)
FINISHER = Standing(Link.JOIN, joined=True, finisher=True)


def doc(
    state: str = "ended", *, kind: str = "team", meta: Mapping[str, object] | None = None, **roots: object
) -> SessionDocument:
    clock = {"item": str(uuid.UUID(int=1, version=4)), "since": None, "began": 3.0, "end": 4.0}
    ended = {"ending": ENDING} if state in ("ended", "shared") else {}
    running = {} if state == "plan" else {"clock": clock}
    about = {"state": state, "kind": kind, "contract": {"artifact": "A brief", "minutes": 60}}
    return document(meta=about | running | ended | dict(meta or {}), people={"me": PERSON, "you": PERSON}, **roots)


def told(
    found: SessionDocument,
    standing: Standing = MEMBER,
    *,
    person: str | None = "me",
    accepts: bool = False,
    answered: Iterable[str] = (),
    left_open: float | None = None,
    free: bool = False,
    replies: Iterable[Reply] = (),
    goes_on: bool = False,
) -> News:
    meta = found.meta
    ending = meta.ending
    course = Course(
        state=meta.state,
        nearly=ending is not None and ending.verdict == "nearly" and ending.finished_at is None,
        left_open=free,
        correcting=meta.state is State.ENDED and meta.recap is not None,
    )
    asking = Asking(person=person, standing=standing, accepts=accepts, answered=frozenset(answered))
    now = Now(course=course, left_open=left_open, replies=replies, day=DAY, goes_on=goes_on)
    return news("s-1", found, asking, now)


def task(text: str, owner: str | None = "me", **fields: object) -> dict[str, object]:
    return {"text": text, "owner": {"person": owner} if owner else None, **fields}


def reply(at: int, **fields: object) -> Reply:
    return Reply(session="s-1", recap="r", at=at, claim=b"c", said=Boxes(helped="x"), **fields)  # type: ignore[arg-type]


def test_own_open_tasks_by_their_days_and_no_others() -> None:
    tasks = {
        "1": task("undated"),
        "2": task("words", when="next week"),
        "3": task("late", when="2026-12-04"),
        "4": task("today", when=DAY),
        "5": task("over", when="2026-11-02"),
        "6": task("done", when=DAY, state="done"),
        "7": task("dropped", state="dropped"),
        "8": task("of another", "you", when=DAY),
        "9": task("without an owner", None, when=DAY),
    }
    found = told(doc(tasks=tasks)).tasks
    assert (found.open, found.due) == (5, 2)
    assert [one.text for one in found.first] == ["over", "today", "late", "words", "undated"]
    assert found.first[0] == OwnTask("5", "over", "2026-11-02")
    assert told(doc(tasks=tasks), person=None).tasks == OwnTasks()
    assert told(doc(tasks=tasks), goes_on=True).tasks == OwnTasks()
    assert told(doc(kind="individual", tasks=tasks)).tasks.open == 6, "alone, a task without an owner is theirs"


def test_of_many_tasks_the_first_are_listed_and_all_are_counted() -> None:
    many = {str(n): task(f"task {n:02}", when="2026-11-01") for n in range(30)}
    found = told(doc(tasks=many)).tasks
    assert (found.open, found.due, [one.text for one in found.first]) == (30, 30, [f"task {n:02}" for n in range(7)])


@pytest.mark.parametrize(
    ("standing", "state", "meta", "finishes"),
    [
        (FINISHER, "ended", {}, True),
        (MEMBER, "ended", {}, False),
        (LEAD, "ended", {}, False),
        (FINISHER, "shared", {}, False),
        (FINISHER, "ended", {"ending": ENDING | {"finished_at": 6.0}}, False),
        (FINISHER, "ended", {"ending": ENDING | {"verdict": "done"}}, False),
        (FINISHER, "ended", {"recap": {"sha256": "a" * 64, "at": 6.0, "public": False, "basis": "b"}}, False),
        (FINISHER, "running", {}, False),
    ],
)
def test_whoever_was_named_finishes_what_is_nearly_done(
    standing: Standing, state: str, meta: dict[str, object], finishes: bool
) -> None:
    conditions = {str(n): {"text": "x", "met": n > 0, "rank": str(n)} for n in range(3)}
    found = told(doc(state, meta=meta, conditions=conditions), standing)
    assert found.finish == (ToFinish(1, 3) if finishes else None)


def test_replies_are_for_whoever_leads_and_as_long_as_they_wait() -> None:
    came = [reply(1), reply(7), reply(9, shown=True), reply(8, answer="changed")]
    assert told(doc("shared"), LEAD, replies=came).replies == Waiting(2, 7)
    assert told(doc("shared"), MEMBER, replies=came).replies == Waiting()
    assert told(doc("shared"), LEAD, replies=came, goes_on=True).replies == Waiting()
    assert told(doc("shared"), LEAD, replies=came[2:]).replies == Waiting()


AGREEMENT = {"text": "One space", "at": 1.0, "open": True}


@pytest.mark.parametrize(
    ("agreement", "asked"),
    [
        (AGREEMENT | {"by_name": {"you": True}}, True),
        (AGREEMENT | {"by_name": {"me": False}}, False),
        (AGREEMENT | {"by": "level"}, True),
        (AGREEMENT | {"by": "alone"}, False),
        (AGREEMENT | {"open": False}, False),
    ],
)
def test_an_agreement_waits_for_an_answer(agreement: dict[str, object], asked: bool) -> None:
    running = doc("running", agreements={"a": agreement})
    assert told(running).asked is asked
    assert told(running, person=None).asked is False
    assert told(running, answered="a").asked is (asked and agreement.get("by") != "level")
    assert told(doc("ended", agreements={"a": agreement})).asked is False


def test_whoever_holds_the_accept_link_is_asked_before_and_after() -> None:
    said = {"name": "Mara", "yes": True, "at": 1.0}
    assert [told(doc(state), accepts=True).asked for state in ("plan", "running", "ended", "shared")] == [
        True,
        False,
        True,
        True,
    ]
    for answer, asked in (({}, False), ({"outdated": True}, True), ({"person": "you"}, True)):
        assert told(doc("ended", meta={"accepted": [said | answer]}), accepts=True).asked is asked
        assert told(doc("plan", meta={"agreed": [said | answer]}), accepts=True).asked is asked


def test_when_it_begins_began_and_ended() -> None:
    starts = {"contract": {"artifact": "A brief", "minutes": 60, "starts": 9, "zone": "Europe/Berlin"}}
    found = [told(doc(state, meta=starts)) for state in ("plan", "running", "shared")]
    assert [(one.starts, one.zone, one.since) for one in found] == [
        (9, "Europe/Berlin", None),
        (None, None, 3.0),
        (None, None, 5.0),
    ]


def test_the_verdict_is_done_once_it_is_finished() -> None:
    assert told(doc("running")).verdict is None
    assert told(doc()).verdict == "nearly"
    assert told(doc(meta={"ending": ENDING | {"finished_at": 6.0}})).verdict == "done"


@pytest.mark.parametrize(
    ("standing", "free", "ends"), [(LEAD, False, True), (MEMBER, False, False), (MEMBER, True, True)]
)
def test_who_may_finish_what_was_left_open(standing: Standing, free: bool, ends: bool) -> None:
    found = told(doc("running"), standing, left_open=4.0, free=free)
    assert (found.left_open, found.ends) == (4.0, ends)
    assert told(doc("running"), standing, free=free).ends is False


def test_what_was_left_alone_is_a_task_and_else_a_thought() -> None:
    thoughts = {"t": {"text": "sources for 3.2", "as": "next"}, "u": {"text": "old", "as": "dropped"}}
    tasks = {"1": task("later", None), "2": task("Call Iris", when=DAY)}
    assert told(doc(kind="deep_work", parked=thoughts, tasks=tasks)).left == Leftover("2", "Call Iris")
    assert told(doc(kind="deep_work", parked=thoughts)).left == Leftover("t", "sources for 3.2")
    assert told(doc(kind="deep_work")).left is None
    assert told(doc(kind="team", parked=thoughts)).left is None
    assert told(doc("running", kind="deep_work", parked=thoughts)).left is None
    assert told(doc(kind="deep_work", parked=thoughts), goes_on=True).left is None
    assert told(doc(kind="deep_work", parked=thoughts), person=None).left is None
