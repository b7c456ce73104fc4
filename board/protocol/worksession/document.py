"""The shapes of a work session's governed document: what every page of it reads, and what the server alone writes.

Every root is a map keyed by id, its values are replaced whole, and each shape is frozen. Times are Unix seconds by the
server's clock, durations are seconds. Display order is `rank`. People are named here; a person's id is drawn for this
session and says nothing of any board.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Struct, UnsetType

from board.protocol.command import Uuid
from board.protocol.document import ABSENT, LevelKey, Reason
from board.protocol.worksession.boards import Dots, ItemBoard
from board.protocol.worksession.recap import RecapLines, SharedRecap
from board.protocol.worksession.states import State

SessionKind = Literal["team", "brainstorming", "individual", "deep_work", "coworking"]
ItemKind = Literal["work", "break", "board", "finish"]
Verdict = Literal["done", "nearly", "another"]
ChangedField = Literal[
    "artifact", "audience", "problem", "constraint", "owner", "starts", "zone", "minutes", "condition"
]


class Owner(Struct, frozen=True, omit_defaults=True):
    """Somebody of the session, or words about somebody who is not in it. Exactly one is given."""

    person: str | None = None
    words: str | None = None


class Contract(Struct, frozen=True, kw_only=True):
    """What will exist at the end, and on what terms."""

    artifact: str
    audience: str | None = None
    problem: str | None = None
    constraint: str | None = None
    owner: Owner | None = None
    """who says when it is done; null: the lead"""
    starts: int | None = None
    """null: when everybody is here"""
    zone: str | None = None
    """IANA name of the time zone in which `starts` was chosen"""
    minutes: int
    repeats: Literal["weekly"] | None = None
    """every week at `starts`, in its zone; the end of one session opens the next"""


class Condition(Struct, frozen=True, rename={"origin": "from"}):
    """One line of "Done when"."""

    text: str
    met: bool
    rank: str
    note: str | None = None
    origin: Annotated[str | None, ABSENT] = None
    """the session in which it was written first, when that is another one"""


class Item(Struct, frozen=True, kw_only=True, rename={"origin": "from"}):
    """One item of the agenda."""

    title: str
    minutes: int
    """as planned"""
    extra: float = 0.0
    """seconds that were added while it ran, or taken for another item"""
    kind: ItemKind = "work"
    owner: Owner | None = None
    rank: str
    spent: float | None = None
    """seconds; null until it has ended"""
    skipped: bool = False
    origin: Annotated[str | None, ABSENT] = None
    """the session in which it was planned first and not reached, when that is another one"""
    board: Annotated[ItemBoard | UnsetType, ABSENT] = UNSET
    """absent until its board is opened"""


class ClockState(Struct, frozen=True, kw_only=True):
    """The one clock. What is left follows from it and from the agenda."""

    item: Uuid
    since: float | None
    """null: paused, or a break of the clock"""
    before: float = 0.0
    """seconds that the running item took until `since`"""
    began: float
    end: float
    """when the session would end as planned at its start"""
    act: "ClockAct | None" = None
    """the last act, while it can be undone"""
    shown: Annotated[Uuid | None, ABSENT] = None
    """the condition that the big screen shows, until the item ends"""


class ClockAct(Struct, frozen=True):
    """What somebody did to the clock or put on the big screen, shown with the name for ten seconds."""

    person: str
    what: Literal["next", "extend", "pause", "resume", "skip", "show", "clear"]
    at: float
    item: str


class Person(Struct, frozen=True, kw_only=True):
    """Somebody who joined."""

    name: str
    role: Literal["lead", "member"] = "member"
    colour: int
    """0 to 7; given by the server so that neighbours differ"""
    decider: bool = False
    goal: str | None = None
    reach: str | None = None
    outcome: Literal["done", "nearly", "not"] | None = None
    taken: str | None = None
    """the id of an item, or a heading"""
    note: str | None = None
    """what they say of the outcome"""
    stuck: str | None = None
    """null: not stuck; else where, in their words or empty"""
    back: bool = False
    """is back from the break"""
    shown: bool = False
    """readers of the recap may see the name"""
    removed: bool = False
    """was sent out, and does not come back; the name stays on what they did"""


class Task(Struct, frozen=True, kw_only=True, rename={"origin": "from"}):
    """What somebody does. It has one home in the whole chain of sessions."""

    text: str
    owner: Owner | None = None
    when: str | None = None
    """YYYY-MM-DD or words; null: now"""
    first_step: str | None = None
    state: Literal["open", "done", "dropped"] = "open"
    note: str | None = None
    item: Uuid | None = None
    origin: Annotated[str | None, ABSENT] = None
    """the session in which it was written first, when that is another one"""


class Parked(Struct, frozen=True, rename={"settled": "as", "origin": "from"}):
    """A thought for later."""

    text: str
    settled: Literal["task", "next", "dropped"] | None = None
    origin: Annotated[str | None, ABSENT] = None
    """the session in which it was written first, when that is another one"""


class Agreement(Struct, frozen=True, kw_only=True):
    """What the session agreed on, or is asked about."""

    text: str
    why: str | None = None
    owner: Owner | None = None
    open: bool = True
    by: Literal["level", "name", "alone", "board"] = "name"
    """four or more people answer anonymously by level, two or three by name; one person decides alone; what came of a
    board is asked about there"""
    at: float
    answers: dict[LevelKey, int] | None = None
    """level → how many; only of the anonymous check, and only once it is closed"""
    silent: int | None = None
    """how many of those who were there did not answer, or all when so few did that it would show who; the same"""
    reasons: tuple[Reason, ...] = ()
    """in random order; the same"""
    by_name: dict[str, bool] | None = None
    """person → yes or no; of two or three people"""
    why_not: dict[str, str] | None = None
    """person → the reason of the answer; of two or three people"""
    agreed: bool | None = None
    """whether nobody objects; null while it is open, when too few answered to say, and of a count without a decision"""
    board: Annotated[Uuid | UnsetType, ABSENT] = UNSET
    """the item that held the board it comes from"""
    question: Annotated[str | UnsetType, ABSENT] = UNSET
    """that of the board, which may have changed since it was opened"""
    decision: Annotated[str | UnsetType, ABSENT] = UNSET
    """the digest of the decision of that board"""
    count: Annotated[list[Dots] | UnsetType, ABSENT] = UNSET
    """of a count without a decision: the first options, as many as its text names"""
    more: Annotated[int | UnsetType, ABSENT] = UNSET
    """how many other options there are, when there are any"""


class Ending(Struct, frozen=True, kw_only=True):
    """The verdict."""

    verdict: Verdict
    note: str | None = None
    elsewhere: str | None = None
    finisher: str | None = None
    by: str | None = None
    at: float
    finished_at: float | None = None


class Heading(Struct, frozen=True):
    """A heading of the text: a place where people work."""

    words: str
    level: int
    """1 to 6"""


class Version(Struct, frozen=True, kw_only=True):
    """A copy of the text that is kept."""

    number: int
    at: float
    reason: Literal["brought", "start", "item", "break", "restore", "time", "end", "name", "next"]
    of: str | None = None
    """the item that ended, the name that was given, or the number of the version that was restored"""
    characters: int


class Accepted(Struct, frozen=True, kw_only=True):
    """A yes or no by somebody, who may not be in the session."""

    name: str
    yes: bool
    note: str | None = None
    at: float
    person: str | None = None
    """who of the session typed the answer; null: somebody with the accept link"""
    outdated: bool = False
    """it was about something that has changed since: they are asked again"""


class Change(Struct, frozen=True, kw_only=True):
    """What the lead changed of what will exist while the work went on."""

    at: float
    field: ChangedField
    old: str | int | Owner | None
    """as it was before"""


class SessionMeta(Struct, frozen=True, kw_only=True):
    """A map with these fields as its keys."""

    kind: SessionKind = "team"
    state: State = State.PLAN
    contract: Contract = Contract(artifact="", minutes=60)
    clock: ClockState | None = None
    clock_by: Literal["everyone", "lead"] = "everyone"
    acting: str | None = None
    """who took the lead, until a lead comes back"""
    locked: bool = False
    text_epoch: int = 1
    """the history of the text that `/text` serves"""
    text_digest: str = ""
    """changes with the text; this and what follows from the text stands here a little later than it is typed"""
    headings: tuple["Heading", ...] = ()
    characters: int = 0
    words: int = 0
    """outside the headings"""
    written: bool = False
    """whether anything but headings stands in the text"""
    versions: tuple["Version", ...] = ()
    """copies of the text that are kept"""
    decision: str | None = None
    """the digest of the decision that it began with"""
    ending: Ending | None = None
    agreed: tuple["Accepted", ...] = ()
    """who said yes or no to what will exist; a change of it asks again"""
    accepted: tuple["Accepted", ...] = ()
    """who said yes or no to what was made"""
    recap_lines: RecapLines = RecapLines()
    recap: SharedRecap | None = None
    """the newest that was shared; after `correct` the one that the next follows"""
    changes: tuple["Change", ...] = ()
    """of the contract and of "Done when", since the start; the oldest first"""
    before: str | None = None
    """the session that this one goes on from"""
    before_at: float | None = None
    """when that one ended"""
    next: str | None = None
    """the session that goes on from this one"""


class SessionDocument(Struct):
    """All roots of the document."""

    meta: SessionMeta
    conditions: dict[str, Condition]
    agenda: dict[str, Item]
    people: dict[str, Person]
    tasks: dict[str, Task]
    parked: dict[str, Parked]
    agreements: dict[str, Agreement]
