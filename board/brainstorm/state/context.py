"""What a command may see and change: the board, the person and the time."""

from dataclasses import dataclass

from board.brainstorm.state.board import Board
from board.brainstorm.state.usage import Shared
from board.canvas import text as texts
from board.errors import AtLimit, Refused
from board.facilitation import shares
from board.people.cookie import Person
from board.protocol.refusals import Refusal
from board.protocol.roles import Role


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one board, and of how many an address may create. Rules of sharing: `facilitation.shares`."""

    ideas_each: int = 200
    """one person's in one round of writing"""
    people: int = 5000
    """seats that are ever taken"""
    ideas: int = 3000
    """rows of ideas: hidden, shown, late and withdrawn ones"""
    questions: int = 600
    """about ideas: everybody who joins loads them"""
    questions_each: int = 20
    """one person's in one phase"""
    clusters: int = 300
    letters: int = 2000
    """clusters that ever were: each keeps its letter"""
    merges: int = 2000
    """merges that can be undone"""
    merge_bytes: int = 2_000_000
    """JSON of these merges: everybody who joins loads it"""
    burst: int = 60
    per_second: int = 40
    boards_per_minute: int = 20
    boards_per_hour: int = 100


@dataclass(frozen=True, slots=True)
class CommandContext:
    """`now` is in Unix seconds, the same for a whole batch."""

    board: Board
    person: Person
    now: float
    limits: Limits
    due: bool = False
    """the command waited for its time, which has come"""
    held: bool = False
    """and it waited because what it shows could have pointed at somebody"""

    def pseudonym(self, purpose: str) -> bytes:
        return self.board.pseudonym(purpose, self.person.token)

    @property
    def leads(self) -> bool:
        return Role.FACILITATOR in self.person.roles

    def check_room(self, what: Shared, *, total: int, more: int = 1, own: int | None = None) -> AtLimit | None:
        """Whether `more` fits beside a `total`; `own` is what this person added, if not what was counted by `use`."""
        most: int = getattr(self.limits, what)
        own = self.board.usage.of(what, self.person.token) if own is None else own
        full = shares.check(most, total=total, own=own, more=more, leads=self.leads)
        return AtLimit(Refusal.NO_ROOM, what=what, part=full.value, limit=most) if full else None

    def use(self, what: Shared, amount: int = 1) -> None:
        """Counts what this person added to a shared limit, or gave back."""
        self.board.usage.add(what, self.person.token, amount)


@dataclass(frozen=True, slots=True)
class Wait:
    """The command is right, and is carried out and answered at this time (Unix seconds)."""

    until: float
    held: bool = False
    """writing goes on meanwhile: it waits until nobody can tell who wrote last"""


def checked(text: str | None, most: int, *, empty: bool = True) -> str | Refused:
    """A text that was sent, trimmed, or the reason why it cannot be kept; "" stands for none."""
    kept = texts.trimmed(text or "")
    return texts.check(kept, most=most, empty=empty) or kept
