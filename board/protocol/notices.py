"""The notices: where the board stands, how many people are where, and what only this person may know of themselves.

Times are Unix seconds by the server's clock. A notice without `you` leaves a page's own state as it was.
"""

from msgspec import Struct

from board.protocol.document import Level
from board.protocol.phases import Phase
from board.protocol.roles import Role


class Counts(Struct, frozen=True):
    """Numbers about the group. null is "not told": fewer than three people, not this phase, or not this role."""

    here: int
    joined: int
    counting: int
    """Of those who joined: people connected for long enough to make a crowd of three."""
    ideas: int
    wrote: int | None
    late: int | None
    done: int | None
    answered: int | None


class OwnBallot(Struct, frozen=True):
    """This person's ballot in the open round."""

    round: int
    dots: dict[str, int]
    bold: str | None
    done: bool


class OwnAnswer(Struct, frozen=True):
    """This person's answer to the consent check on a wording."""

    n: int
    level: Level
    reason: str


class You(Struct, frozen=True):
    """What only this person may know. A page that may be projected shows nothing of its own."""

    role: Role
    roles: tuple[Role, ...]
    """All roles of this person on this board: it may have opened a stronger link since the page was served."""
    seated: bool
    used: int = 0
    """Ideas of this person in this writing."""
    ideas_left: int = 0
    """How many more this person can add."""
    ballot: OwnBallot | None = None
    consent: OwnAnswer | None = None


class Head(Struct, frozen=True):
    """Which server sent a notice, and when."""

    protocol: int
    build: str
    run: str
    """Which run of the server this is: after a restart its file may be an older one."""
    now: float


class SharedNotice(Head, frozen=True):
    """The part of a notice that is the same for everybody of one role."""

    epoch: int
    phase: Phase
    deadline: float | None
    left: float | None
    """Seconds left on a paused timer; then `deadline` is null."""
    length: float | None
    """The whole length of the running timer, for the bar that drains."""
    closing: float | None
    """A reveal, or the end of the vote, is under way and happens at this time."""
    reveal_at: float | None
    """A reveal of few ideas is held until then; writing stays open."""
    admit_at: float | None
    """The late tray is let in then. For the facilitator alone."""
    readonly: bool
    """The server cannot store anything just now."""
    counts: Counts


class Notice(SharedNotice, frozen=True):
    """A whole notice."""

    you: You
