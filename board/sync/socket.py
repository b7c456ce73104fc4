"""One socket of one page: frames in, frames out, and why it was closed."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from litestar import WebSocket

from board.errors import Refused
from board.people.cookie import Person
from board.people.roles import Role
from board.sync import frames
from board.sync.commands import Answer, parse, refuse, request_id
from board.sync.frames import BadFrameError, Close, CommandFrame, Step1
from board.sync.outgoing import Direct, Outgoing, Queued
from board.sync.room import Connection, Room
from board.sync.rooms import Rooms
from board.sync.turn import Limits
from board.sync.wire import KEY, FrameProtocol
from board.sync.work import Arrival, Resync, Work

log = logging.getLogger("shortlist.socket")

Wire = WebSocket[Any, Any, Any]

MOST_BAD = 3


async def serve(wire: Wire, rooms: Rooms, room: Room, person: Person, role: Role) -> Close | None:
    """Serves until one side ends it. The code says why we do; None when the browser left."""
    ready = wire.scope.get("extensions", {}).get(KEY)  # type: ignore[union-attr]
    out: Outgoing = Direct(ready, room.sort_again) if isinstance(ready, FrameProtocol) else Queued(wire.send_bytes)
    connection = Connection(person, role, out)
    room.enter(connection)
    rooms.committer.submit(Arrival(room, connection))
    try:
        return await out.serving(_read(wire, rooms, room, connection))
    except Exception as error:
        # Most often the transport went away under a send. The kind of an error holds no text.
        log.debug("A socket ended: %s", type(error).__name__)
        return None
    finally:
        room.leave(connection, rooms.clock.now())
        room.untold = True


async def _read(wire: Wire, rooms: Rooms, room: Room, connection: Connection) -> Close | None:
    bad = 0
    pace = Pace(rooms.limits, rooms.clock.now)
    while True:
        event = await wire.receive()
        if event["type"] == "websocket.disconnect":
            return None
        try:
            data = event.get("bytes")
            frame = frames.decode(data) if isinstance(data, bytes) else None
            if data is None:
                raise BadFrameError
        except BadFrameError:
            bad += 1
            if bad >= MOST_BAD:
                return Close.BAD_FRAMES
            continue
        if isinstance(frame, Step1):
            await pace.take()
            await connection.out.ask()
            rooms.committer.submit(Resync(room, connection, frame.state_vector))
        elif isinstance(frame, CommandFrame):
            await pace.take()
            await pace.begin()
            _command(frame.data, rooms, room, connection, pace)


def _command(data: bytes, rooms: Rooms, room: Room, connection: Connection, pace: "Pace") -> None:
    command = parse(data)
    if isinstance(command, Refused):
        pace.end()
        if request := request_id(data):
            connection.out.offer(frames.answer(refuse(command).encode(request)))
        return

    def reply(answer: Answer) -> None:
        pace.end()
        connection.out.offer(frames.answer(answer.encode(command.id)))

    rooms.committer.submit(Work(room, connection.person, command, reply))


class Pace:
    """60 commands at once, then slower: a sender who sends more is read later, never refused."""

    def __init__(self, limits: Limits, now: Callable[[], float]) -> None:
        self._limits = limits
        self._now = now
        self._tokens = float(limits.burst)
        self._at = now()
        self._open = asyncio.Semaphore(limits.burst)

    async def take(self) -> None:
        """Waits until one more may be read."""
        now = self._now()
        self._tokens = min(self._limits.burst, self._tokens + (now - self._at) * self._limits.per_second)
        self._at = now
        if self._tokens < 1:
            await asyncio.sleep((1 - self._tokens) / self._limits.per_second)
        self._tokens -= 1

    async def begin(self) -> None:
        """Waits until one more command may be unanswered."""
        await self._open.acquire()

    def end(self) -> None:
        """A command was answered."""
        self._open.release()
