"""Everything the server knows of one open board, in memory and as stored.

Handlers change it, `store.save` writes what changed, and when that fails the object is thrown away and loaded again.
Rules read plain values here, so the hot path asks the database nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Unpack

import msgspec

from board.brainstorm.state.ideas import Ideas
from board.brainstorm.state.seats import Seats
from board.brainstorm.state.usage import Usage
from board.brainstorm.state.values import Cast, Given, Quota, Release, Waiting, What
from board.canvas import tables as canvas_tables
from board.canvas.ideas import Change, Idea, IdeaState
from board.canvas.questions import Asked, Covered
from board.canvas.rank import scattered
from board.canvas.writer import Canvas
from board.db.change_tracker import ChangeTracker
from board.db.rows import kept
from board.facilitation import policy
from board.facilitation.timer import NONE, Timer
from board.live.stored.governed import GovernedState
from board.people import tables as people_tables
from board.people.cookie import Person
from board.people.pseudonyms import new_key, pseudonym
from board.people.service import BoardSession
from board.protocol.document import BoardDocument, MergeEntry, Meta, MetaFields, Place
from board.protocol.phases import Phase
from board.protocol.roles import Role
from board.voting import tables as voting_tables
from board.voting.ballots import Ballot
from board.voting.consent import Answer as ConsentAnswer


@dataclass(kw_only=True)
class Board(GovernedState[Canvas]):
    canvas: Canvas = field(default_factory=Canvas)
    phase: Phase = Phase.LOBBY
    timer: Timer = NONE
    round: int = 0
    next_number: int = 1
    late_people: int = 0
    """how many people who count, at least, have ideas that wait since before the last reveal"""
    letters: dict[str, str] = field(default_factory=dict)
    """every cluster that ever was, so that a letter is never given twice"""
    history: list[tuple[str, int, int | None]] = field(default_factory=list)
    """(phase, opened at, closed at or None), Unix seconds"""
    active_on: int = 0
    """the last day on which somebody came or changed something, in days since 1970"""
    links: dict[bytes, Role] = field(default_factory=dict)
    """which hash of a link's token grants which role"""
    ideas: Ideas = field(
        default_factory=Ideas,
        metadata=kept(
            canvas_tables.ideas,
            lambda state, text, secret: Idea(IdeaState(state), text, secret),
            lambda idea: (str(idea.state), idea.text, idea.secret),
        ),
    )
    changes: ChangeTracker[str, Change] = field(
        default_factory=ChangeTracker,
        metadata=kept(canvas_tables.waiting_changes, Change, attrgetter("text", "withdrawn", "name")),
    )
    """idea → what waits to enter the document"""
    waiting_questions: ChangeTracker[str, Asked] = field(
        default_factory=ChangeTracker,
        metadata=kept(canvas_tables.waiting_questions, Asked, attrgetter("idea", "text")),
    )
    waiting_answers: ChangeTracker[str, str] = field(
        default_factory=ChangeTracker, metadata=kept(canvas_tables.waiting_answers)
    )
    """question → its answer"""
    covered_questions: ChangeTracker[str, Covered] = field(
        default_factory=ChangeTracker,
        metadata=kept(canvas_tables.covered_questions, Covered, attrgetter("text", "answer", "with_idea")),
    )
    releases: dict[Waiting, Release] = field(default_factory=dict)
    """when what waits enters the document; in memory only"""
    seats: Seats = field(default_factory=Seats, metadata=kept(people_tables.seats))
    keys: ChangeTracker[str, bytes] = field(default_factory=ChangeTracker, metadata=kept(people_tables.keys))
    ready: ChangeTracker[bytes, None] = field(
        default_factory=ChangeTracker, metadata=kept(people_tables.ready, lambda: None, lambda _: ())
    )
    """pseudonyms of those who said in this phase that they are ready for the next"""
    quotas: ChangeTracker[bytes, Quota] = field(
        default_factory=ChangeTracker, metadata=kept(people_tables.quotas, Quota, tuple)
    )
    ballots: ChangeTracker[bytes, Cast] = field(
        default_factory=ChangeTracker,
        metadata=kept(
            voting_tables.ballots,
            lambda dots, bold, done, receipt, *of: Cast(Ballot(dots, bold, done, receipt), *of),
            attrgetter("ballot.dots", "ballot.bold", "ballot.done", "ballot.receipt", "proxy", "counts", "new"),
        ),
    )
    answers: ChangeTracker[bytes, Given] = field(
        default_factory=ChangeTracker,
        metadata=kept(
            voting_tables.answers,
            lambda level, reason, counts: Given(ConsentAnswer(level, reason), counts),
            attrgetter("answer.level", "answer.reason", "counts"),
        ),
    )
    voters: ChangeTracker[bytes, int] = field(default_factory=ChangeTracker, metadata=kept(voting_tables.voters))
    """pseudonym → the round in which this person first voted"""
    receipts: dict[int, dict[str, list[str]]] = field(default_factory=dict)
    """round → option → the hash of each dot, sorted"""
    new_receipts: list[tuple[int, str, str]] = field(default_factory=list)
    """(round, option, hash), to be stored with this batch"""
    pool: dict[str, bytes] = field(default_factory=dict)
    """visible boards: ideas on their way out, with the pseudonym of their author; in memory only"""
    pool_since: float | None = None
    strangers: frozenset[str] = frozenset()
    """ideas that another process took, which lets them out"""
    strangers_since: float | None = None
    """since when none of them has left; None without any"""
    frozen: tuple[bytes, str | None] | None = None
    """the record of a freeze and the address of the one that it corrects, to be stored with this batch"""
    session: BoardSession | None = None
    """the work session with which this board goes on; whoever opens one writes it"""
    usage: Usage = field(default_factory=Usage)
    merge_bytes: int = field(init=False)
    """JSON of all merges that can be undone"""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.count_merges()

    def count_merges(self) -> None:
        self.merge_bytes = sum(map(size_of, self.document.merges.values()))

    def begin_epoch(self) -> None:
        """The rows of ideas and questions are rewritten in random order, too."""
        super().begin_epoch()
        for tracker in (self.ideas, self.covered_questions, *self.waiting.values()):
            tracker.rewrite()

    @contextmanager
    def change(self) -> Iterator[None]:
        """Whatever takes a highlighted idea or group away takes the highlight with it."""
        with super().change():
            yield
            if self.meta.highlight is not None and not self.is_readable(self.meta.highlight):
                self.put_meta(highlight=None, highlight_as="one")

    @property
    def waiting(self) -> dict[What, ChangeTracker[str, Change] | ChangeTracker[str, Asked] | ChangeTracker[str, str]]:
        """All that waits to enter the document."""
        return {
            What.CHANGE: self.changes,
            What.QUESTION: self.waiting_questions,
            What.ANSWER: self.waiting_answers,
        }

    def is_readable(self, key: str) -> bool:
        """Whether this is an idea, or a group with an idea, that everybody can read."""
        document = self.document
        members = (idea for idea, place in document.places.items() if place.cluster == key)
        return key in document.ideas or (key in document.clusters and any(idea in document.ideas for idea in members))

    @property
    def document(self) -> BoardDocument:
        """What everybody reads. Write it through `canvas`, inside `change`."""
        return self.canvas.document

    @property
    def meta(self) -> Meta:
        """The settings and results in the document."""
        return self.canvas.document.meta

    def put_meta(self, **fields: Unpack[MetaFields]) -> None:
        self.canvas.put_meta(**fields)

    def pseudonym(self, purpose: str, token: str) -> bytes:
        """Who this is for one purpose, under a key that lives until `forget(purpose)`."""
        if purpose not in self.keys:
            self.keys[purpose] = new_key()
        return pseudonym(self.keys[purpose], token)

    def known_as(self, purpose: str, token: str) -> bytes | None:
        """The same without making a key."""
        return pseudonym(self.keys[purpose], token) if purpose in self.keys else None

    def forget(self, purpose: str) -> None:
        """Deletes the key of a purpose: its pseudonyms can never be made again."""
        if purpose in self.keys:
            del self.keys[purpose]

    def forget_people(self) -> None:
        """At the freeze: deletes the rows under pseudonyms, and the keys that make these."""
        self.quotas.clear()
        self.voters.clear()
        self.keys.clear()

    def forget_ready(self) -> None:
        """Nobody is ready for the next phase any more."""
        if self.ready:
            self.ready.clear()
        self.forget("ready")

    def forget_questions(self, idea: str | None = None) -> None:
        """Deletes all questions, or those about one idea, with their answers, wherever they are."""
        for key in [key for key, one in self.document.questions.items() if idea in (None, one.idea)]:
            self.canvas.drop("questions", key)
            self.covered_questions.pop(key, None)
            self.waiting_answers.pop(key, None)
        for key in [key for key, one in self.waiting_questions.items() if idea in (None, one.idea)]:
            del self.waiting_questions[key]

    def keep_receipts(self, number: int, told: dict[str, list[str]]) -> None:
        """The receipts of a round that was just counted."""
        self.receipts[number] = told
        self.new_receipts += [(number, option, text) for option, hashes in told.items() for text in hashes]

    def show_idea(self, key: str, cluster: str | None = None) -> None:
        """Puts a stored idea into the document, at a random place."""
        self.show_text(key)
        self.scatter(key, cluster)

    def show_text(self, key: str) -> None:
        """Moves the text of an idea from its row into the document, where all read it."""
        idea = self.ideas[key]
        self.canvas.put("ideas", key, idea.text or "")
        self.ideas[key] = Idea(IdeaState.SHOWN, None, idea.secret)

    def scatter(self, key: str, cluster: str | None = None) -> None:
        """Gives an idea a random place in a group, or outside all groups."""
        self.canvas.put("places", key, Place(cluster, scattered()))

    def assign_number(self, key: str) -> None:
        """Gives an idea the next free number; numbers never change and are never given twice."""
        self.canvas.put("numbers", key, self.next_number)
        self.next_number += 1

    def in_state(self, state: IdeaState) -> list[str]:
        """The ids of the ideas in this state."""
        return [key for key, idea in self.ideas.items() if idea.state is state]

    @property
    def correcting(self) -> bool:
        """A decision was final and was opened again."""
        return self.phase is not Phase.FROZEN and self.meta.frozen is not None

    @property
    def joined(self) -> int:
        return len(self.seats)

    def counts(self, person: Person) -> bool:
        """Whether this person makes a crowd: a live connection of theirs was open for long enough."""
        return self.seats.get(person.seat, False)

    def begin_to_count(self, person: Person) -> None:
        """The person was connected for long enough, and what they wrote and chose before counts with them."""
        if person.seat not in self.seats or self.counts(person):
            return
        self.seats[person.seat] = True
        rows: tuple[tuple[str, ChangeTracker[bytes, Any]], ...] = (  # Any: rows of three kinds, all with `counts`
            ("write", self.quotas),
            ("vote", self.ballots),
            ("consent", self.answers),
        )
        for purpose, tracker in rows:
            pseudonym = self.known_as(purpose, person.token)
            if pseudonym is not None and pseudonym in tracker:
                tracker[pseudonym] = tracker[pseudonym]._replace(counts=True)

    def shuts_out(self, person: Person) -> bool:
        """Whether the locked door keeps this person from reading anything."""
        seated = person.seat in self.seats
        return policy.is_shut_out(person.roles, locked=self.meta.locked, seated=seated)

    def row_now(self) -> tuple[object, ...]:
        """The row of `boards` as it should be, in the order of its columns after the id."""
        timer = self.timer
        return (
            str(self.phase),
            timer.deadline,
            timer.left,
            timer.length,
            self.epoch,
            self.round,
            self.next_number,
            self.late_people,
            self.letters,
            self.history,
            self.active_on,
        )


def size_of(value: MergeEntry) -> int:
    """Bytes of a merge as JSON."""
    return len(msgspec.json.encode(value))
