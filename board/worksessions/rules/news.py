"""What one person comes back to a session for: the news of it that the home page asks for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from msgspec import Struct

from board.protocol.worksession.document import Agreement, SessionDocument, SessionKind, Verdict
from board.protocol.worksession.states import State
from board.worksessions.rules.ending import is_day
from board.worksessions.rules.policy import Course, Standing, allow
from board.worksessions.rules.replying import Reply

MOST_TASKS = 7
"""of a person that are listed; the others are counted"""
ENDED = (State.ENDED, State.SHARED)
ALONE = ("individual", "deep_work")
"""kinds of one person"""


class Waiting(Struct, frozen=True):
    """Replies that nobody has let in or answered yet."""

    count: int = 0
    newest: int | None = None
    """Unix seconds"""


class OwnTask(Struct, frozen=True):
    task: str
    text: str
    when: str | None
    """YYYY-MM-DD or words"""


class OwnTasks(Struct, frozen=True):
    """Open tasks of the person who asks."""

    open: int = 0
    due: int = 0
    """how many of them have a day that has come"""
    first: tuple[OwnTask, ...] = ()
    """by their days; those without a day come last"""


class ToFinish(Struct, frozen=True):
    """Conditions of a session that the person who asks was named to finish."""

    open: int
    all: int


class Leftover(Struct, frozen=True):
    """Something that stayed open, which the next session alone can begin with."""

    id: str
    """of a task or of a thought for later"""
    text: str


class News(Struct, frozen=True, kw_only=True):
    """Of one session for one person. Times are Unix seconds."""

    session: str
    artifact: str
    kind: SessionKind
    state: State
    verdict: Verdict | None
    """`done` once it is finished"""
    since: float | None
    """when the work began, or ended"""
    starts: int | None
    """of a session that has not begun"""
    zone: str | None
    """IANA name of the time zone in which `starts` was chosen"""
    left_open: float | None
    """since when nobody works on it although its time is over"""
    ends: bool
    """whether this person may give the verdict of a session that was left open"""
    finish: ToFinish | None
    asked: bool
    """whether it waits for an answer of this person: to an agreement, or by the accept link"""
    replies: Waiting
    """for whoever leads"""
    tasks: OwnTasks
    left: Leftover | None
    """of a session of one person that has ended"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks."""

    person: str | None
    standing: Standing
    accepts: bool
    """holds the accept link"""
    answered: Collection[str]
    """anonymous checks that have an answer of this person"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What the document does not say."""

    course: Course
    left_open: float | None
    replies: Iterable[Reply]
    day: str
    """today where the person is, as YYYY-MM-DD"""
    goes_on: bool
    """the chain has a later session: tasks, replies and what is left stand in that one"""


def news(session: str, document: SessionDocument, asking: Asking, now: Now) -> News:
    """What there is for this person."""
    meta = document.meta
    ending, planned = meta.ending, meta.state is State.PLAN
    own = [] if now.goes_on else own_open(document, asking.person)
    leads = asking.standing.leads and not now.goes_on
    return News(
        session=session,
        artifact=meta.contract.artifact,
        kind=meta.kind,
        state=meta.state,
        verdict=None if ending is None else "done" if ending.finished_at is not None else ending.verdict,
        since=ending.at if ending else meta.clock.began if meta.clock else None,
        starts=meta.contract.starts if planned else None,
        zone=meta.contract.zone if planned else None,
        left_open=now.left_open,
        ends=now.left_open is not None and allow(now.course, asking.standing, "end") is None,
        finish=_to_finish(document, asking, now),
        asked=_is_asked(document, asking),
        replies=_waiting(now.replies) if leads else Waiting(),
        tasks=OwnTasks(len(own), sum(_is_due(one, now.day) for one in own), tuple(own[:MOST_TASKS])),
        left=None if now.goes_on else leftover(document, asking.person),
    )


def own_open(document: SessionDocument, person: str | None) -> list[OwnTask]:
    """The open tasks of this person, the first day first. Alone, a task without an owner is theirs."""
    if person is None:
        return []
    alone = document.meta.kind in ALONE
    found = [
        OwnTask(id, one.text, one.when)
        for id, one in document.tasks.items()
        if one.state == "open" and (one.owner.person == person if one.owner else alone)
    ]
    return sorted(found, key=lambda one: (_rank(one.when), one.when or "", one.text, one.task))


def _rank(when: str | None) -> int:
    """Days come before words, and those before nothing."""
    return 2 if when is None else 0 if is_day(when) else 1


def _is_due(task: OwnTask, day: str) -> bool:
    return task.when is not None and is_day(task.when) and task.when <= day


def _to_finish(document: SessionDocument, asking: Asking, now: Now) -> ToFinish | None:
    if not asking.standing.finisher or document.meta.state is not State.ENDED:
        return None
    if allow(now.course, asking.standing, "finish") is not None:
        return None
    conditions = document.conditions.values()
    return ToFinish(sum(not one.met for one in conditions), len(conditions))


def _is_asked(document: SessionDocument, asking: Asking) -> bool:
    meta = document.meta
    if asking.accepts and (meta.state is State.PLAN or meta.state in ENDED):
        said = meta.agreed if meta.state is State.PLAN else meta.accepted
        if all(one.person is not None or one.outdated for one in said):
            return True
    if asking.person is None or meta.state is not State.RUNNING:
        return False
    return any(_waits(id, one, asking) for id, one in document.agreements.items())


def _waits(id: str, agreement: Agreement, asking: Asking) -> bool:
    if not agreement.open or agreement.by == "alone":
        return False
    if agreement.by == "level":
        return id not in asking.answered
    return asking.person not in (agreement.by_name or {})


def _waiting(replies: Iterable[Reply]) -> Waiting:
    came = [one.at for one in replies if one.waits]
    return Waiting(len(came), max(came, default=None))


def leftover(document: SessionDocument, person: str | None) -> Leftover | None:
    """What a session alone left open, a task before a thought for later. None while it runs or is planned."""
    meta = document.meta
    if person is None or meta.kind not in ALONE or meta.state not in ENDED:
        return None
    if own := own_open(document, person):
        return Leftover(own[0].task, own[0].text)
    thoughts = ((id, one.text) for id, one in document.parked.items() if one.settled in (None, "next"))
    found = next(thoughts, None)
    return Leftover(*found) if found else None
