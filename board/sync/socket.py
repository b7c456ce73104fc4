"""One socket of one page: frames in, frames out, and why it was closed."""

import asyncio
import logging
from typing import Any

from litestar import WebSocket

from board.errors import Refused
from board.people.cookie import Person
from board.people.roles import Role
from board.sync import frames
from board.sync.commands import Answer, parse, refuse, request_id
from board.sync.frames import BadFrameError, Close, CommandFrame, Step1
from board.sync.outgoing import Direct, Outgoing, Queued
from board.sync.pace import Pace
from board.sync.room import Connection, Room
from board.sync.rooms import Rooms
from board.sync.wire import KEY, FrameProtocol
from board.sync.work import Arrival, Resync, Work

log = logging.getLogger("shortlist.socket")

Wire = WebSocket[Any, Any, Any]

MOST_BAD = 3


async def serve(wire: Wire, rooms: Rooms, room: Room, person: Person, role: Role) -> Close | None:
    """Serves until one side ends it. The code says why we do; None when the browser left."""
    ready = wire.scope.get("extensions", {}).get(KEY)  # type: ignore[union-attr]
    out: Outgoing = Direct(ready, room.sort_again) if isinstance(ready, FrameProtocol) else Queued(wire.send_bytes)
    connection = Connection(person, role, out, since=asyncio.get_running_loop().time())
    if isinstance(ready, FrameProtocol):
        ready.on_stopping = lambda: rooms.part(room, out)
    for extra in room.enter(connection):
        extra.out.cut(Close.ELSEWHERE)
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
        await pace.take()
        try:
            data = event.get("bytes")
            frame = frames.decode(data if isinstance(data, bytes) else b"")
        except BadFrameError:
            bad += 1
            if bad >= MOST_BAD:
                return Close.BAD_FRAMES
            continue
        if isinstance(frame, Step1):
            connection.asked = True
            await connection.out.ask()
            rooms.committer.submit(Resync(room, connection, frame.state_vector))
        elif isinstance(frame, CommandFrame):
            await pace.begin()
            _command(frame.data, rooms, room, connection, pace)


def _command(data: bytes, rooms: Rooms, room: Room, connection: Connection, pace: Pace) -> None:
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
