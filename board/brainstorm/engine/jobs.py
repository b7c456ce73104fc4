"""What can be asked of the committer."""

from collections.abc import Callable
from dataclasses import dataclass

from board.brainstorm.commands.contract import Answer, Command
from board.brainstorm.engine.room import Connection, Room
from board.people.cookie import Person


@dataclass(eq=False)
class CommandJob:
    """A command and where its answer goes."""

    room: Room
    person: Person
    command: Command
    reply: Callable[[Answer], None]
    due: bool = False
    """it waited for its time, which has come"""
    held: bool = False
    """it waited because what it shows could have pointed at somebody"""


@dataclass(eq=False)
class ArrivalJob:
    """A socket opened."""

    room: Room
    connection: Connection


@dataclass(eq=False)
class SyncJob:
    """A replica asked for what it lacks."""

    room: Room
    connection: Connection
    state_vector: bytes
    charge: Callable[[int], None]
    """called with the bytes of the answer"""


@dataclass(eq=False)
class TickJob:
    """Time passed: counts to tell, a heartbeat, visible ideas to let out, or a state to prepare."""

    room: Room


@dataclass(eq=False)
class AttendanceJob:
    """These people have been connected for long enough to count."""

    room: Room
    people: list[Person]


@dataclass(eq=False)
class ReadJob:
    """Somebody reads the board outside a socket: `see` gets it when everything before is committed, None on a fault."""

    room: Room
    see: Callable[[Room | None], None]


@dataclass(eq=False)
class RemovalJob:
    """The board is deleted with all its rows; of its frozen records nothing is touched unless that is wanted."""

    room: Room
    with_decisions: bool
    done: Callable[[bool | None], None]
    """hears True when it is gone, False when it was used meanwhile, None on a storage fault"""
    idle_since: int | None = None
    """only if it was not used after this day, counted from 1970"""


Job = CommandJob | ArrivalJob | AttendanceJob | SyncJob | TickJob | ReadJob | RemovalJob
