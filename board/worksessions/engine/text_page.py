"""A page on the text of a session: what it writes becomes jobs, piece by piece."""

import asyncio
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from board.live.registry import Registry
from board.live.transport import framing
from board.live.transport.close_codes import Close
from board.live.transport.connection import PageConnection, Socket, send_queue
from board.people.cookie import Person
from board.worksessions.engine.document_kind import TEXT
from board.worksessions.engine.room import SessionRoom
from board.worksessions.engine.text_channel import TextConnection
from board.worksessions.engine.text_jobs import Ignored, Outcome, TextArrivalJob, TextSyncJob, TextUpdateJob
from board.worksessions.text.pieces import pieces
from board.worksessions.text.reading import read
from board.worksessions.text.shared import log_of
from board.worksessions.text.update import FRAME, Reason, RefusedUpdateError, TextUpdate

REASK = 1.0
"""seconds after which a page with a gap is asked again for what is missing"""


class TextPage(PageConnection):
    """Sync as stock Yjs providers speak it. Our own pages hear as well how many of their updates are committed."""

    __slots__ = ("_connection", "_room", "_rooms")

    kind = TEXT

    def __init__(
        self, socket: Socket, rooms: Registry[SessionRoom], room: SessionRoom, person: Person, role: StrEnum
    ) -> None:
        queue = send_queue(socket, room.channel.connections.reroute)
        super().__init__(socket, queue, rooms.senders.bucket(log_of(room.id), person))
        self._rooms = rooms
        self._room = room
        self._connection = TextConnection(
            person,
            role,
            queue,
            since=asyncio.get_running_loop().time(),
            epoch=room.session.text.epoch,
            writer=room.session.person(person),
            counts=TEXT.choose_subprotocol(socket.scope["subprotocols"]) is not None,
        )

    async def serve(self) -> Close | None:
        """Another history of the text than ours is turned away."""
        room, connection = self._room, self._connection
        if self._socket.query_params.get("epoch") != str(connection.epoch):
            return Close.OTHER_EPOCH
        for extra in room.channel.connections.enter(connection):
            extra.out.close(Close.ELSEWHERE)
        self._rooms.journal.submit(TextArrivalJob(room, connection))
        try:
            return await self.run()
        finally:
            room.channel.leave(connection)

    def on_command(self, json: bytes) -> None:
        """The text has no commands."""
        raise NotImplementedError

    def on_sync_step_1(self, state_vector: bytes) -> None:
        self._connection.asked = True
        charge = self.limit.bucket.charge
        if self._connection.notified and self._room.inbox.is_settled and self._rooms.journal.is_current():
            # Nothing has to be waited for.
            self._room.channel.sync(self._connection, self._room.session.text.document, state_vector, charge)
        else:
            self._rooms.journal.submit(TextSyncJob(self._room, self._connection, state_vector, charge))

    def on_awareness(self, update: bytes) -> None:
        self._room.channel.hear(self._connection, update)

    def on_update(self, update: bytes, *, whole: bool) -> None:
        connection = self._connection
        finished = partial(self._finish, connection.receipts.take(), whole=whole)
        try:
            left = pieces(read(update, FRAME), self._room.session.text.history.clocks)
            submit_pieces(self._rooms, self._room, Writer(connection.person, connection.epoch), left, finished)
        except RefusedUpdateError as refused:
            finished(refused.reason)

    def _finish(self, number: int, outcome: Outcome, *, whole: bool) -> None:
        """The update of this number was dealt with."""
        connection = self._connection
        if outcome is None:
            reached = connection.receipts.commit(number, whole=whole)
            if reached is not None and connection.counts:
                self.queue.send(framing.committed(reached))
        elif isinstance(outcome, Reason) and not outcome.heals:
            self.limit.bucket.penalise()
            self.queue.close(Close.TOO_LARGE if outcome is Reason.TOO_LARGE else Close.UPDATE_REFUSED)
        elif outcome not in (Ignored.MAY_NOT_WRITE, Ignored.OTHER_EPOCH):
            connection.receipts.miss(number)
            now = asyncio.get_running_loop().time()
            if now - connection.asked_again_at > REASK:
                self._rooms.journal.submit(TextArrivalJob(self._room, connection))
                connection.asked_again_at = now


class Writer(NamedTuple):
    """Who wrote, and in which history of the text."""

    person: Person
    epoch: int


def submit_pieces(
    rooms: Registry[SessionRoom],
    room: SessionRoom,
    writer: Writer,
    left: Iterator[TextUpdate],
    finished: Callable[[Outcome], None],
) -> None:
    """Submits one piece after another, and calls `finished` once: after the last, or with why one was not committed.

    Raises RefusedUpdateError when the first one has no neighbours.
    """
    first = next(left)

    def done(outcome: Outcome) -> None:
        if outcome is not None:
            finished(outcome)
            return
        try:
            following = next(left, None)
        except RefusedUpdateError as refused:
            finished(refused.reason)
            return
        if following is None:
            finished(None)
        else:
            rooms.journal.submit(TextUpdateJob(rooms.current(room), *writer, following, done))

    rooms.journal.submit(TextUpdateJob(room, *writer, first, done))
