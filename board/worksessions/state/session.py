"""Everything the server knows of one open work session, in memory and as stored.

Handlers change it, the unit of work writes what changed, and when that fails it is thrown away and loaded again.
"""

import gzip
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from board.db.change_tracker import ChangeTracker
from board.db.rows import for_good, kept
from board.live.stored.governed import GovernedState
from board.people import cookie
from board.people.links import digest
from board.people.pseudonyms import new_key, pseudonym
from board.people.roles import strongest
from board.protocol.worksession import limits
from board.protocol.worksession.document import Person, SessionDocument, SessionMeta, Version
from board.protocol.worksession.links import Link
from board.protocol.worksession.states import State
from board.recaps.material import Earlier
from board.worksessions.rules import versions as rules
from board.worksessions.rules.outline import outline
from board.worksessions.rules.planning import board_of
from board.worksessions.rules.policy import Course, Standing
from board.worksessions.state import tables
from board.worksessions.state.boards import Boards
from board.worksessions.state.canvas import SessionCanvas
from board.worksessions.state.replies import Replies
from board.worksessions.state.sharing import Sharing
from board.worksessions.text.shared import SharedText

CHAIN_LENGTH = 24
"""characters of a chain's id, with which the ids of its sessions begin"""
REMOVED = ""
"""stands in a seat in place of a person: whoever holds it does not come back"""
MOST_VERSIONS = 300
MOST_PACKED = 16 * 1024 * 1024
"""bytes that the versions of one session take together"""
Reason = Literal["brought", "start", "item", "break", "restore", "time", "end", "name", "next"]


def chain_of(session: str) -> str:
    """The id of the chain to which the session with this id belongs."""
    return session[:CHAIN_LENGTH]


def session_id(chain: str, number: int) -> str:
    """The id of the nth session of a chain, counted from 1."""
    return f"{chain}-{number}"


def number_of(session: str) -> int:
    """Which session of its chain this id names, counted from 1."""
    return int(session[CHAIN_LENGTH + 1 :])


class Level(NamedTuple):
    """An answer to an anonymous consent check."""

    agreement: str
    level: int
    reason: str


class ChainLinks(NamedTuple):
    """The links of a chain after some were renewed."""

    granted: dict[bytes, Link]
    """hash of a token → what it grants"""
    generations: dict[str, int]
    before: Mapping[Link, str]
    """the tokens as they are stored, from which those of boards were derived"""
    after: Mapping[Link, str]
    boards: dict[str, dict[bytes, bytes]]
    """board of the chain → its links that moved with them, old hash → new; known once they are stored"""


@dataclass(kw_only=True)
class Session(GovernedState[SessionCanvas]):
    canvas: SessionCanvas = field(default_factory=SessionCanvas)
    touched_at: float = 0.0
    """when somebody last changed something, in Unix seconds"""
    active_on: int = 0
    """the last day on which somebody came or changed something, in days since 1970"""
    undo: dict[str, object] | None = None
    """the clock before the last act, as `clocks` remembers it"""
    links: dict[bytes, Link] = field(default_factory=dict)
    """which hash of a link's token grants what"""
    generations: dict[str, int] = field(default_factory=dict)
    renewed: ChainLinks | None = None
    """the links after some were renewed, to be stored with this batch"""
    last_number: int = 1
    """the highest number that a session of the chain ever had: the number of a deleted one is not given again"""
    following: "Session | None" = None
    """the session that goes on from this one, to be stored with this batch"""
    earlier: dict[str, Earlier] = field(default_factory=dict)
    """the digest of a recap that was shared before → what the recap of this session says of it"""
    sharing: list[Sharing] = field(default_factory=list)
    """recaps that are to be stored with this batch"""
    replies: Replies = field(default_factory=Replies)
    """what readers of the chain's recaps replied"""
    boards: Boards = field(default_factory=Boards)
    """those that were opened for its items"""
    sent_out: set[bytes] = field(default_factory=set)
    """seats that were removed in this batch: they are to be removed in the other sessions of the chain, too"""
    seats: ChangeTracker[bytes, str] = field(default_factory=ChangeTracker, metadata=for_good(tables.seats))
    """hash of a token → person, or `REMOVED`"""
    keys: ChangeTracker[str, bytes] = field(default_factory=ChangeTracker, metadata=kept(tables.keys))
    """agreement → the key of its open check"""
    answers: ChangeTracker[bytes, Level] = field(
        default_factory=ChangeTracker, metadata=kept(tables.answers, Level, tuple)
    )
    """pseudonym → answer; the pseudonyms of one check are made with its key"""
    versions: ChangeTracker[int, bytes] = field(default_factory=ChangeTracker, metadata=for_good(tables.versions))
    """number → the text, packed"""
    lines: ChangeTracker[str, int] = field(default_factory=ChangeTracker, metadata=for_good(tables.lines))
    """what pages added to the text → a number that ascends; the last ones"""
    writers: ChangeTracker[int, str] = field(default_factory=ChangeTracker, metadata=kept(tables.writers))
    """client of the text → the person who used it first"""
    kept: str = ""
    """`meta.text_digest` at the last copy; in memory only"""
    text: SharedText = field(init=False)
    """what people write together; what `meta` says of it follows"""
    _shown: str | None = field(default=None, init=False)
    """the text of which `meta` speaks, as far as it is known"""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.text = SharedText(self.id, self.writers)

    @contextmanager
    def change(self) -> Iterator[None]:
        """One transaction of the document and the text."""
        with super().change():
            with self.text.change():
                yield
            self.canvas.put_meta(text_epoch=self.text.epoch)

    @property
    def generations_now(self) -> dict[str, int]:
        """Those of links that are renewed in this batch included."""
        return self.renewed.generations if self.renewed else self.generations

    @property
    def chain(self) -> str:
        return chain_of(self.id)

    @property
    def document(self) -> SessionDocument:
        """What everybody reads. Write it through `canvas`, inside `change`."""
        return self.canvas.document

    @property
    def meta(self) -> SessionMeta:
        return self.canvas.document.meta

    def holding(self, asking: cookie.Person) -> cookie.Person | None:
        """The same person with those links that still open the chain; None when none of them does."""
        granted = self.renewed.granted if self.renewed else self.links
        held = {link: token for link, token in asking.links.items() if granted.get(digest(token)) == link}
        if len(held) == len(asking.links):
            return asking
        return cookie.Person(asking.token, held) if held else None

    def person(self, asking: cookie.Person) -> str | None:
        """Who this is in the document; None before they join, and after they were removed."""
        return self.seats.get(asking.seat) or None

    def is_removed(self, asking: cookie.Person) -> bool:
        """Whether this person was sent out. Whoever holds the lead's link stays in, whatever their seat says."""
        return self.seats.get(asking.seat) == REMOVED and Link.LEAD not in asking.roles

    def standing(self, asking: cookie.Person) -> Standing:
        """What somebody has here, as the rules of rights judge it."""
        id, ending = self.person(asking), self.meta.ending
        return Standing(
            link=Link(strongest(asking.roles)),
            joined=id is not None,
            acting=id is not None and id == self.meta.acting,
            decider=id is not None and self.document.people[id].decider,
            finisher=id is not None and ending is not None and ending.finisher == id,
        )

    def course(self, *, left_open: bool) -> Course:
        """How it stands, as far as rights depend on it. `left_open`: for so long that anybody may finish it."""
        ending = self.meta.ending
        return Course(
            state=self.meta.state,
            everyone_runs_the_clock=self.meta.clock_by == "everyone",
            correcting=self.meta.state is State.ENDED and self.meta.recap is not None,
            nearly=ending is not None and ending.verdict == "nearly" and ending.finished_at is None,
            left_open=left_open,
            board_open=self.holds_board,
        )

    def send_out(self, person: str) -> None:
        """Whoever holds a seat of this person does not come back, to no session of the chain."""
        self.sent_out |= {seat for seat, id in self.seats.items() if id == person}
        for seat in self.sent_out:
            self.seats[seat] = REMOVED

    def know_removed(self, seats: Iterable[bytes]) -> None:
        """These seats are stored as removed, by another session of the chain."""
        self.seats.load({**self.seats, **dict.fromkeys(seats, REMOVED)})

    @property
    def members(self) -> dict[str, Person]:
        """Everybody who joined and is not removed."""
        return {id: one for id, one in self.document.people.items() if not one.removed}

    def pseudonym(self, agreement: str, token: str) -> bytes:
        """Who this is in one check, under a key that lives until it is closed."""
        if agreement not in self.keys:
            self.keys[agreement] = new_key()
        return pseudonym(self.keys[agreement], token)

    def keep_version(self, reason: Reason, now: float, of: str | None = None) -> int | None:
        """Keeps a copy of the text, unless the last copy is the same and this one has no name. Returns its number."""
        meta, text = self.meta, self.text.value
        self.kept = meta.text_digest
        if meta.versions and reason != "name" and self.text_of(meta.versions[-1].number) == text:
            return None
        number = meta.versions[-1].number + 1 if meta.versions else 0
        self.versions[number] = gzip.compress(text.encode(), mtime=0)
        one = Version(number=number, at=now, reason=reason, of=of, characters=len(text))
        versions = (*meta.versions, one)
        while len(versions) > 2 and self._is_full(versions):
            gone = rules.superfluous(versions)
            del self.versions[gone.number]
            versions = tuple(one for one in versions if one is not gone)
        self.canvas.put_meta(versions=versions)
        return number

    @property
    def holds_board(self) -> bool:
        """Whether the running item has a board that nothing came of yet: beside it nobody shows what they do.

        An item that runs again after its board was counted is such a one, too.
        """
        meta = self.meta
        item = self.document.agenda.get(meta.clock.item) if meta.clock and meta.state is State.RUNNING else None
        board = board_of(item)
        return board is not None and board.state in ("open", "counted")

    @property
    def waits_for_boards(self) -> bool:
        """Whether an item holds a board of which nothing came yet."""
        boards = map(board_of, self.document.agenda.values())
        return any(board is not None and board.state in ("open", "counted") for board in boards)

    def version_is_due(self, now: float) -> bool:
        """Whether the text has changed, and has stood for long enough without a copy."""
        if self.meta.state is not State.RUNNING or self.kept == self.meta.text_digest:
            return False
        return rules.is_due(self.meta, now)

    def _is_full(self, kept: tuple[Version, ...]) -> bool:
        return len(kept) > MOST_VERSIONS or sum(map(len, self.versions.values())) > MOST_PACKED

    def text_of(self, number: int) -> str | None:
        """The text of a kept version."""
        packed = self.versions.get(number)
        return None if packed is None else gzip.decompress(packed).decode()

    def write_text(self, text: str) -> None:
        """Turns the text into another one."""
        if text != self.text.value:
            self.text.write(text)
        self.show_text()

    @property
    def is_behind_text(self) -> bool:
        """Whether something was typed of which the document does not know yet."""
        if self._shown is None and self.meta.text_digest == _digest(self.text.value):
            self._shown = self.text.value
        return self._shown != self.text.value

    def show_text(self) -> None:
        """Pages learn of what was typed."""
        if self.is_behind_text:
            self._shown = self.text.value
            self.canvas.put_meta(text_digest=_digest(self._shown), **outline(self._shown)._asdict())

    def remember_line(self, line: str) -> None:
        """The present text has what a page sent under this id: sent again, it is not added again."""
        self.lines[line] = max(self.lines.values(), default=0) + 1
        if len(self.lines) > limits.LINES:
            del self.lines[min(self.lines, key=self.lines.__getitem__)]

    def row_now(self) -> tuple[object, ...]:
        """The row of `worksessions` as it should be, in the order of its columns after the id."""
        return (self.epoch, self.text.epoch, self.undo, self.touched_at, self.active_on)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
