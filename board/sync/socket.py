"""One socket of one page: frames in, frames out, and why it was closed."""

import asyncio
import logging
from typing import Any

from litestar import WebSocket

from board.errors import Refused
from board.live import framing
from board.live.close_codes import Close
from board.live.framing import BadFrameError, CommandMessage, SyncStep1
from board.live.protocol import protocol_of
from board.live.rate_limit import ConnectionLimit
from board.live.send_queue import AsgiSendQueue, SendQueue, TransportSendQueue
from board.people.cookie import Person
from board.people.roles import Role
from board.sync.commands import Answer, parse, refuse, request_id
from board.sync.document_kind import BOARD
from board.sync.room import Connection, Room
from board.sync.rooms import Rooms
from board.sync.work import Arrival, Resync, Work

log = logging.getLogger("shortlist.socket")

Wire = WebSocket[Any, Any, Any]

MOST_BAD = 3


async def serve(wire: Wire, rooms: Rooms, room: Room, person: Person, role: Role) -> Close | None:
    """Serves until one side ends it. The code says why we do; None when the browser left."""
    protocol = protocol_of(wire.scope)
    out: SendQueue = TransportSendQueue(protocol, room.sort_again) if protocol else AsgiSendQueue(wire.send_bytes)
    connection = Connection(person, role, out, since=asyncio.get_running_loop().time())
    reader = _Reader(wire, rooms, room, connection)
    if protocol is not None:
        protocol.on_message = reader.at_once
        protocol.on_stopping = lambda: rooms.part(room, out)
    for extra in room.enter(connection, rooms.clock.now()):
        extra.out.close(Close.ELSEWHERE)
    rooms.committer.submit(Arrival(room, connection))
    try:
        return await out.run(reader.read())
    except Exception as error:
        # Most often the transport went away under a send. The kind of an error holds no text.
        log.debug("A socket ended: %s", type(error).__name__)
        return None
    finally:
        if protocol is not None:
            protocol.on_message = None
        room.leave(connection, rooms.clock.now())
        room.untold = True


class _Reader:
    """Hears what one socket sends, as fast as its limit allows."""

    def __init__(self, wire: Wire, rooms: Rooms, room: Room, connection: Connection) -> None:
        self._wire = wire
        self._rooms = rooms
        self._room = room
        self._connection = connection
        self._limit = ConnectionLimit(rooms.senders.bucket(room.board.id, connection.person))
        self._waiting = False
        """for a message, with all before it done"""

    async def read(self) -> Close | None:
        """Until either side ends it."""
        bad = 0
        while True:
            self._waiting = True
            event = await self._wire.receive()
            self._waiting = False
            if event["type"] == "websocket.disconnect":
                return None
            await self._limit.bucket.acquire(lambda: self._connection.out.closed)
            try:
                data = event.get("bytes")
                frame = BOARD.decode(data if isinstance(data, bytes) else b"")
            except BadFrameError:
                bad += 1
                if bad >= MOST_BAD:
                    return Close.BAD_FRAMES
                continue
            if isinstance(frame, SyncStep1):
                self._connection.asked = True
                await self._connection.out.reserve()
                charge = self._limit.bucket.charge
                self._rooms.committer.submit(Resync(self._room, self._connection, frame.state_vector, charge))
            elif isinstance(frame, CommandMessage):
                await self._limit.begin()
                self._command(frame.json)

    def at_once(self, data: bytes) -> bool:
        """Takes a command for which nothing has to be waited for; anything else is left to `read`."""
        if not self._waiting:
            return False
        try:
            frame = BOARD.decode(data)
        except BadFrameError:
            return False
        if not isinstance(frame, CommandMessage) or not self._limit.try_begin():
            return False
        self._command(frame.json)
        return True

    def _command(self, data: bytes) -> None:
        """Every command that was begun is ended, whatever becomes of it."""
        command = parse(data)
        out, limit = self._connection.out, self._limit
        if isinstance(command, Refused):
            limit.end()
            if request := request_id(data):
                out.send(framing.answer(refuse(command).encode(request)))
            return

        def reply(answer: Answer) -> None:
            limit.end()
            out.send(framing.answer(answer.encode(command.id)))

        self._rooms.committer.submit(Work(self._room, self._connection.person, command, reply))
