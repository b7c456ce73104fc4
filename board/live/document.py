"""A live document as the journal and the registry see it, and what each kind of document hands in.

A kind subclasses `LiveDocument`, its jobs and `Committer`. Its document lives in memory as a whole; what changes there
is stored by the journal before it is broadcast.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto
from functools import partial
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection as Transaction
from sqlalchemy.ext.asyncio import AsyncConnection

from board.clock import steady
from board.db.writer import Writer
from board.live.connections import Connection, Connections
from board.live.panics import ends_the_task
from board.live.peers.others import ALONE
from board.live.snapshot_cache import Replicated, SnapshotCache
from board.live.transport import framing
from board.live.transport.close_codes import Close
from board.live.transport.frame import Frame

D = TypeVar("D", bound="LiveDocument")
Changed = frozenset[str] | None
"""the names of what a commit wrote of a document; None when it has to be loaded whole"""


class NoDocumentError(LookupError):
    """The document with this id was deleted from the database while it was open."""


class Failure(Enum):
    """Why a job came to nothing."""

    STORAGE = auto()
    """the database cannot be written: later the same may well succeed"""
    FAULT = auto()
    """a fault of the server, which this job alone brings about"""
    DELETED = auto()
    """the document is gone"""


@dataclass(eq=False)
class Job(Generic[D]):
    """Something that is asked of an open document."""

    document: D


class BatchJob(Job[D], ABC):
    """A job that is judged and stored together with all others that wait."""

    @abstractmethod
    def fail(self, why: Failure) -> None:
        """Nothing of it was stored or shown. Answers the sender."""


AnyJob = Job[Any]  # Any: of every kind of document
AnyBatchJob = BatchJob[Any]  # Any: the same
J = TypeVar("J", bound=AnyBatchJob)


class ExclusiveJob(Job[D], ABC):
    """A job that has the database to itself, after everything that was queued before it."""

    @abstractmethod
    async def run(self, writer: Writer) -> bool:
        """Does it, and answers. True when rows were deleted that nobody may find again. Raises nothing."""


class Committer(ABC, Generic[D, J]):
    """How one kind of document judges, stores and publishes. One object serves all documents of the kind."""

    @abstractmethod
    async def reload(self, conn: AsyncConnection, document: D) -> None:
        """Loads a stale document again, and keeps for its pages what other processes stored meanwhile.

        Raises NoDocumentError when it was deleted.
        """

    @abstractmethod
    def judge(self, document: D, jobs: Sequence[J]) -> list[Callable[[], None]]:
        """Carries the jobs out in memory. Returns what to call, in this order, once they are stored and broadcast."""

    @abstractmethod
    def is_dirty(self, document: D) -> bool:
        """Whether anything has to be written."""

    @abstractmethod
    def save(self, conn: Transaction, document: D) -> None:
        """Writes what changed, on the writer's thread. Raises NoDocumentError when the document was deleted."""

    def changed(self, document: D) -> Changed:
        """The names of what has to be written, by which other processes read it."""
        return None

    async def follow(self, conn: AsyncConnection, document: D, version: int, changed: Set[str]) -> bool:
        """Reads what other processes wrote up to this version. False when the document has to be loaded again."""
        return False

    @abstractmethod
    def forgets(self, document: D) -> bool:
        """Whether rows are deleted that nobody may find again."""

    @abstractmethod
    def publish(self, document: D, jobs: Sequence[J], *, changed: bool) -> None:
        """The batch is stored: notifies every connection and broadcasts the update. `changed`: `save` wrote something.

        The journal answers replicas that asked for the document, and reads, afterwards.
        """

    @abstractmethod
    def tell_trouble(self, document: D) -> None:
        """Nothing can be stored, nor loaded again: sends every page its last notice with this news."""

    def discard(self, document: D) -> None:
        """The batch failed: takes back what `judge` changed and `reload` does not bring back."""


@dataclass(eq=False, slots=True)
class Inbox:
    """What waits for the journal, which alone changes it."""

    jobs: list[AnyJob] = field(default_factory=list)
    scheduled: bool = False
    """the journal knows that there are jobs"""
    queued: int = 0
    """jobs that are not done, those of the batch in hand included"""
    free_at: float = 0.0
    """loop time before which the next change waits, so that several changes go out as one"""
    in_hand: bool = False
    """a batch is being judged and stored: memory is ahead of the database"""
    stale: bool = False
    """memory and database may differ: load again before the next use"""

    @property
    def is_settled(self) -> bool:
        """Memory is what is stored."""
        return not (self.in_hand or self.stale)


class LiveDocument(ABC):
    """An open document: its connections, what waits for it, and what is encoded of it."""

    def __init__(self, id: str, committer: Committer[Any, Any]) -> None:  # Any: that of its own kind
        self.id = id
        self.committer = committer
        self.connections = Connections()
        self.snapshots = SnapshotCache()
        self.inbox = Inbox()
        self.used_at = steady()
        """by the steady clock: one that is set evicts no document"""
        self.gone = False
        """deleted from the database"""
        self.followed = False
        """another process changed it, and its pages are not told yet"""
        self.others = ALONE
        """who is in it at other processes"""

    @property
    @abstractmethod
    def replica(self) -> Replicated:
        """The Yjs document that pages have replicas of."""

    @property
    @abstractmethod
    def version(self) -> int:
        """How often it was stored, as far as this process knows; several processes may store it."""

    @property
    @abstractmethod
    def links(self) -> Mapping[bytes, StrEnum]:
        """The links that open it: which hash of a token grants which role."""

    def enter(self, connection: Connection, now: float) -> list[Connection]:
        """A socket opened, at `now` (Unix seconds). Returns the sockets above the person's limit."""
        return self.connections.enter(connection)

    def leave(self, connection: Connection, now: float) -> None:
        """A socket closed."""
        self.connections.leave(connection)

    @abstractmethod
    def people(self, now: float) -> object | None:
        """What is reported to other processes of who is here, None without anybody. The same while nothing changes."""

    @abstractmethod
    def people_moved(self, now: float) -> None:
        """Other processes reported something new of who is there."""

    @abstractmethod
    def receive_cursors(self, process: str, content: bytes | None) -> None:
        """Another process reports where cursors are; None when it has none any more."""

    def begin_epoch(self) -> None:
        """The Yjs document was replaced: no replica has what its updates build on."""
        self.connections.unsync()
        self.snapshots.prepare(self.replica)

    def broadcast(self, update: bytes) -> None:
        """Sends a stored update to every replica that has what it builds on."""
        frame = framing.update(update)
        self.snapshots.remember(self.replica, frame)
        self.connections.spread(frame)

    def sync(self, connection: Connection, state_vector: bytes, charge: Callable[[int], None]) -> None:
        """Sends a replica what it lacks, and charges the bytes. Memory must be what is stored."""
        answer = partial(self.snapshots.answer, self.replica, state_vector)
        answer_replica(connection, self.connections, answer, charge)

    def is_busy(self) -> bool:
        """Whether it has to stay in memory although nobody is connected and nothing is queued."""
        return False

    def vanish(self, code: Close = Close.NOT_A_MEMBER) -> None:
        """It was deleted: closes every connection with a code that ends its page."""
        self.gone = True
        self.connections.close_all(code)


def answer_replica(
    connection: Connection,
    connections: Connections,
    answer: Callable[[], Sequence[Frame]],
    charge: Callable[[int], None],
) -> None:
    """Sends a replica the frames that it lacks, charges their bytes, and lets changes follow."""
    if connection.out.closed:
        return
    try:
        state, *changes = answer()
    except BaseException as error:
        if ends_the_task(error):
            raise
        connection.out.close()
        return
    connections.sync(connection)
    connection.out.send(state, reserved=True)
    for change in changes:
        connection.out.send(change)
    charge(sum(len(frame.payload) for frame in (state, *changes)))
