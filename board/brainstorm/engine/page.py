"""What the messages of a page mean to its board, and who enters and leaves the room."""

import asyncio

from board.brainstorm.commands.contract import parse_command
from board.brainstorm.engine.broadcast import resync
from board.brainstorm.engine.document_kind import BOARD
from board.brainstorm.engine.jobs import ArrivalJob, CommandJob, SyncJob
from board.brainstorm.engine.room import Room
from board.brainstorm.engine.rooms import Rooms
from board.errors import Refused
from board.live.commands import Answer, refuse, request_id
from board.live.connections import Connection
from board.live.transport.close_codes import Close
from board.live.transport.connection import PageConnection, Socket, send_queue
from board.people.cookie import Person
from board.people.roles import Role


async def serve(socket: Socket, rooms: Rooms, room: Room, person: Person, role: Role) -> Close | None:
    """Serves a page until one side ends it. The code says why the server does; None when the page left."""
    queue = send_queue(socket, room.connections.reroute)
    connection = Connection(person, role, queue, since=asyncio.get_running_loop().time())
    page = BoardPage(socket, rooms, room, connection)
    for extra in room.enter(connection, rooms.clock.now()):
        extra.out.close(Close.ELSEWHERE)
    rooms.journal.submit(ArrivalJob(room, connection))
    try:
        return await page.run()
    finally:
        room.leave(connection, rooms.clock.now())


class BoardPage(PageConnection):
    """Submits what a page sends to the journal."""

    __slots__ = ("_connection", "_room", "_rooms")

    kind = BOARD

    def __init__(self, socket: Socket, rooms: Rooms, room: Room, connection: Connection) -> None:
        super().__init__(socket, connection.out, rooms.senders.bucket(room.id, connection.person))
        self._rooms = rooms
        self._room = room
        self._connection = connection

    def on_sync_step_1(self, state_vector: bytes) -> None:
        room, connection, charge = self._room, self._connection, self.limit.bucket.charge
        connection.asked = True
        if connection.notified and room.inbox.is_settled:
            # Nothing has to be waited for.
            resync(room, connection, state_vector, charge)
        else:
            self._rooms.journal.submit(SyncJob(room, connection, state_vector, charge))

    def on_command(self, json: bytes) -> None:
        command = parse_command(json)
        if isinstance(command, Refused):
            request = request_id(json)
            self.answer(refuse(command).encode(request) if request else None)
            return

        def reply(answer: Answer) -> None:
            self.answer(answer.encode(command.id))

        self._rooms.journal.submit(CommandJob(self._room, self._connection.person, command, reply))

    def on_stopping(self) -> None:
        self._rooms.part(self._room, self.queue)
