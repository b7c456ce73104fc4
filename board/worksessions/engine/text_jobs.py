"""What can be asked of a session's text."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from board.live.document import BatchJob, Failure
from board.live.jobs import ConnectionJob
from board.people.cookie import Person
from board.worksessions.engine.room import SessionRoom
from board.worksessions.engine.text_channel import TextConnection
from board.worksessions.text.update import Reason, TextUpdate


class Ignored(Enum):
    """Why an update was neither committed nor refused."""

    MAY_NOT_WRITE = auto()
    OTHER_EPOCH = auto()
    NOT_STORED = auto()
    """the database cannot be written: the page sends it again"""


Outcome = Reason | Ignored | None
"""None: the update is committed, or adds nothing"""


@dataclass(eq=False)
class TextArrivalJob(ConnectionJob[SessionRoom]):
    """A socket of the text opened."""

    connection: TextConnection


@dataclass(eq=False)
class TextSyncJob(ConnectionJob[SessionRoom]):
    """A replica of the text asked for what it lacks."""

    connection: TextConnection
    state_vector: bytes
    charge: Callable[[int], None]
    """called with the bytes of the answer"""


@dataclass(eq=False)
class TextUpdateJob(BatchJob[SessionRoom]):
    """A person wrote."""

    person: Person
    epoch: int
    """the history that the update belongs to"""
    update: TextUpdate
    reply: Callable[[Outcome], None]
    """called once"""

    def fail(self, why: Failure) -> None:
        self.reply(Ignored.NOT_STORED if why is Failure.STORAGE else Reason.MALFORMED)
