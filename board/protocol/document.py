"""The shapes of a board's shared document: what every page reads, and what the server alone writes.

Every root is a map keyed by id. Its values are replaced whole and never changed, so each shape is frozen. Times are
Unix seconds by the server's clock. An "option" is the id of a cluster or of an idea that lies in none. Display order is
`rank`, never the order of a map.
"""

from typing import Annotated, Literal, TypedDict

import msgspec
from msgspec import Struct

from board.protocol.phases import Phase

ABSENT = msgspec.Meta(extra={"absent": True})
"""A field that may be missing in the document."""

Level = Annotated[int, msgspec.Meta(ge=0, le=5)]
LevelKey = Literal["0", "1", "2", "3", "4", "5"]
LEVEL_KEYS: tuple[LevelKey, ...] = ("0", "1", "2", "3", "4", "5")
"""the answers to the consent check as keys, from "stop" to "fully for it"."""
Outcome = Literal["decided", "recommended"]
HighlightedAs = Literal["one", "page"]


class Place(Struct, frozen=True):
    """Where an idea lies: in a cluster or in none, at a rank."""

    cluster: str | None
    """null: in no cluster"""
    rank: str


class ClusterEntry(Struct, frozen=True):
    """A group of ideas; `name` is empty while it has none."""

    name: str
    rank: str
    letter: str
    """A to Z, then AA; given once and never again"""


class MergeEntry(Struct, frozen=True):
    """A merge that can be undone: what moved, and what was there before."""

    into: str
    moved: dict[str, str | None]
    """idea → the cluster it lay in"""
    clusters: dict[str, ClusterEntry]
    """the clusters that were emptied"""
    created: bool
    """the merge made the cluster it went into"""


class Question(Struct, frozen=True):
    """A question about an idea and the answer of its author. Neither says who asked; all of them go at the freeze."""

    idea: str
    text: str
    """empty while it is hidden"""
    answer: str | None = None
    """null: none yet, or it is hidden"""
    hidden: bool = False
    """The facilitator has taken it from every screen."""


class Option(Struct, frozen=True):
    """One line of the ballot. `option` is the id of the cluster or of the lone idea."""

    option: str
    kind: Literal["cluster", "idea"]
    letter: str | None
    number: int | None
    name: str
    """The cluster's name; for a lone idea, or a cluster without a name, the text of the (first) idea."""
    named: bool
    """whether `name` is the cluster's own name; true for a lone idea"""
    ideas: tuple[str, ...]
    """its visible ideas in the order of display"""


class BallotPaper(Struct, frozen=True, kw_only=True):
    """The options of an open vote, as they stood when it opened."""

    round: int
    dots: int
    """how many each person has"""
    runoff: bool
    shown: Annotated[bool, ABSENT] = False
    """The round was opened after a count had been shown."""
    options: tuple[Option, ...]


class TallyLine(Struct, frozen=True):
    """One option in the tally: its dots, and its bold picks apart from them."""

    option: str
    dots: int
    bold: int


class Round(BallotPaper, frozen=True, kw_only=True):
    """A counted vote."""

    joined: int
    ballots: int
    """ballots that were cast, empty ones included"""
    abstained: int
    """ballots without a dot and without a bold pick"""
    unspent: int
    """dots that were given out and not used"""
    proxies: int = 0
    """ballots that the facilitator entered for people in the room"""
    without_receipt: int | None = None
    """ballots whose dots nobody can find again; null stands for all of them"""
    tally: tuple[TallyLine, ...]
    """Dots down, then in the order of the options."""


class Proposal(Struct, frozen=True):
    """What the dots suggest as a shortlist; the group decides.

    `tied` are the options of the tie that a line at the wished length would have cut through: all of them are on the
    shortlist or none. `bold` are the options with the most bold picks, on the shortlist or not.
    """

    shortlist: tuple[str, ...]
    tied: tuple[str, ...]
    bold: tuple[str, ...]


class NextStep(Struct, frozen=True):
    """What is done next, by whom and when."""

    text: str
    owner: str | None = None
    when: str | None = None


class Decision(Struct, frozen=True, kw_only=True):
    """The decision as it was written down last."""

    decision: str
    why: str | None = None
    owner: str
    decide_by: str | None = None
    n: int
    """The number of this wording: each changed wording is a new one with a new consent check."""
    shortlist: tuple[str, ...]
    next_steps: tuple[NextStep, ...] = ()
    outcome: Outcome


class Reason(Struct, frozen=True):
    """Why somebody answered the consent check as they did."""

    level: Level
    reason: str


class ConsentCheck(Struct, frozen=True):
    """The answers to an ended consent check on one wording; all of them silent when so few answered."""

    n: int
    """the number of the wording"""
    decision: str
    """the wording"""
    counts: dict[LevelKey, int]
    """level → how many gave it"""
    silent: int
    """people who did not answer"""
    reasons: tuple[Reason, ...]
    """in random order"""


class Asking(Struct, frozen=True):
    """Which wording the consent check asks about, and whether it still does."""

    n: int
    """the number of the wording"""
    open: bool


class GroupCounts(Struct, frozen=True):
    """Numbers about the group at the last reveal and the last count. null: not known yet, or fewer than three people"""

    joined: int | None = None
    wrote: int | None = None
    ideas: int | None = None
    voted: int | None = None


class Meta(Struct, frozen=True):
    """The `meta` root of the document, each key replaced whole."""

    question: str = ""
    problem: str | None = None
    constraint: str | None = None
    criterion: str | None = None
    owner: str | None = None
    """who decides"""
    visibility: Literal["hidden", "visible"] = "hidden"
    grouping: Literal["everyone", "facilitator"] = "everyone"
    minutes: int | float = 10
    """of writing"""
    dots: int | None = None
    """null: the default rule counts them from the options."""
    locked: bool = False
    """Newcomers are not let in."""
    sealed: bool = False
    """Writing has opened once: visibility is fixed."""
    phase: Phase = Phase.LOBBY
    hidden: tuple[str, ...] = ()
    """ideas, and clusters whose name is hidden"""
    aside: tuple[str, ...] = ()
    """options that are off the coming ballot"""
    highlight: str | None = None
    """the idea or group to which the facilitator points; always one that can be read"""
    highlight_as: Annotated[HighlightedAs, ABSENT] = "one"
    """how big screens, and pages that follow, show it: alone and large, or with the page of ideas on which it stands"""
    counts: GroupCounts = GroupCounts()
    ballot: BallotPaper | None = None
    """the open round"""
    rounds: tuple[Round, ...] = ()
    proposal: Proposal | None = None
    decision: Decision | None = None
    consent: Asking | None = None
    """the consent check on the wording that stands"""
    consents: tuple[ConsentCheck, ...] = ()
    frozen: str | None = None
    """The sha256 of the frozen decision."""
    frozen_at: Annotated[int | None, ABSENT] = None
    """When it was made final."""
    late_deleted: Annotated[int, ABSENT] = 0
    """late ideas that were deleted when it was made final"""
    corrects: Annotated[str | None, ABSENT] = None
    """a digest of what the final decision said, while it is open for a correction"""


class MetaFields(TypedDict, total=False):
    """Fields of `Meta` to be set; a test compares the two."""

    question: str
    problem: str | None
    constraint: str | None
    criterion: str | None
    owner: str | None
    visibility: Literal["hidden", "visible"]
    grouping: Literal["everyone", "facilitator"]
    minutes: int | float
    dots: int | None
    locked: bool
    sealed: bool
    phase: Phase
    hidden: tuple[str, ...]
    aside: tuple[str, ...]
    highlight: str | None
    highlight_as: HighlightedAs
    counts: GroupCounts
    ballot: BallotPaper | None
    rounds: tuple[Round, ...]
    proposal: Proposal | None
    decision: Decision | None
    consent: Asking | None
    consents: tuple[ConsentCheck, ...]
    frozen: str | None
    frozen_at: int | None
    late_deleted: int
    corrects: str | None


class BoardDocument(Struct):
    """All roots of the document. A root is never an array: two valid 20-byte updates can freeze the library on one."""

    ideas: dict[str, str]
    """idea → its text"""
    numbers: dict[str, int]
    """idea → its number"""
    signatures: dict[str, str]
    """idea → the name under it"""
    questions: dict[str, Question]
    """by id"""
    places: dict[str, Place]
    """idea → where it lies"""
    clusters: dict[str, ClusterEntry]
    """by id"""
    merges: dict[str, MergeEntry]
    """those that can be undone, by id"""
    meta: Meta
    """a map with these fields as its keys"""
