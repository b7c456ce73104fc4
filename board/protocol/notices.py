"""The notices: the state of the board, counts of people, and the private state of one person.

Times are Unix seconds by the server's clock. A notice without `you` leaves a page's own state as it was.
"""

from msgspec import Struct

from board.protocol.document import Level
from board.protocol.phases import Phase
from board.protocol.roles import Role


class Counts(Struct, frozen=True):
    """Numbers about the group. null is "not told": fewer than three people, not this phase, or not this role."""

    here: int
    """People who take part and are connected, or were a moment ago."""
    joined: int
    """People who have a seat."""
    counting: int
    """Of those who joined: people connected for long enough to make a crowd of three."""
    ideas: int
    """Ideas on the board, hidden ones included."""
    wrote: int | None
    """People who wrote in this writing."""
    late: int | None
    """Ideas in the late tray. For the facilitator alone."""
    ready: int | None
    """People who have read the ideas, or have nothing more to group."""
    done: int | None
    """People who have finished their ballot."""
    answered: int | None
    """People who have answered the open consent check."""


class OwnBallot(Struct, frozen=True):
    """This person's ballot in the open round."""

    round: int
    dots: dict[str, int]
    bold: str | None
    done: bool


class OwnAnswer(Struct, frozen=True):
    """This person's answer to the consent check on a wording."""

    n: int
    """The number of the wording."""
    level: Level
    reason: str


class OpenedWork(Struct, frozen=True):
    """The work session with which this board goes on, as it was when it was opened."""

    artifact: str
    """What will exist at its end."""
    minutes: int
    """How long it takes."""
    starts: float | None
    """When it is to start; null when that is left open."""
    join: str
    """The path where people join it, with a name."""
    read: str
    """The path of its big screen."""


class You(Struct, frozen=True):
    """The private state of one person. A page that may be projected receives only the roles, the seat and the work."""

    role: Role
    """The role of this connection."""
    roles: tuple[Role, ...]
    """All roles of this person on this board: it may have opened a stronger link since the page was served."""
    seated: bool
    """Whether this person has a seat."""
    used: int = 0
    """Ideas of this person in this writing."""
    ideas_left: int = 0
    """How many more this person can add."""
    ready: bool = False
    """In Read and Group: this person said that they are ready."""
    ballot: OwnBallot | None = None
    """For a participant, once they have voted in the open round."""
    consent: OwnAnswer | None = None
    """For a participant, once they have answered the open check."""
    work: OpenedWork | None = None
    """The same for everybody on the board: the database has it sealed, and only a link of the board opens it."""


class Head(Struct, frozen=True):
    """Which server sent a notice, and when."""

    protocol: int
    """The version of the protocol."""
    build: str
    """Which front end the server has."""
    run: str
    """Which run of the server this is: after a restart its file may be an older one."""
    now: float
    """The server's clock."""


class SharedNotice(Head, frozen=True):
    """The part of a notice that is the same for everybody of one role."""

    epoch: int
    """Which document the board has."""
    phase: Phase
    deadline: float | None
    """When the timer ends; null without a timer, or while it is paused."""
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
