"""A page on a document: its messages become jobs, and its socket enters and leaves."""

import asyncio
from abc import abstractmethod
from enum import StrEnum
from typing import Any, Generic, TypeVar

from board.errors import Refused
from board.live.commands import Answer, refuse, request_id
from board.live.connections import Connection
from board.live.document import LiveDocument
from board.live.jobs import ArrivalJob, SyncJob
from board.live.registry import Registry
from board.live.transport.close_codes import Close
from board.live.transport.connection import PageConnection, Socket, send_queue
from board.people.cookie import Person

D = TypeVar("D", bound=LiveDocument)


class DocumentPage(PageConnection, Generic[D]):
    """Submits what a page sends to the journal. Each kind says what it accepts and how a command is parsed."""

    __slots__ = ("_connection", "_document", "_registry")

    def __init__(self, socket: Socket, registry: Registry[D], document: D, person: Person, role: StrEnum) -> None:
        queue = send_queue(socket, document.connections.reroute)
        super().__init__(socket, queue, registry.senders.bucket(document.id, person))
        self._registry = registry
        self._document = document
        self._connection = Connection(person, role, queue, since=asyncio.get_running_loop().time())

    @abstractmethod
    def parse(self, json: bytes) -> Any:  # noqa: ANN401 each kind has commands of its own
        """The command in a JSON text, or Refused with the reason why it is none."""

    async def serve(self) -> Close | None:
        """Serves the page until one side ends it. The code says why the server does; None when the page left."""
        registry, document, connection = self._registry, self._document, self._connection
        for extra in document.enter(connection, registry.clock.now()):
            extra.out.close(Close.ELSEWHERE)
        registry.journal.submit(ArrivalJob(document, connection))
        try:
            return await self.run()
        finally:
            document.leave(connection, registry.clock.now())

    def on_sync_step_1(self, state_vector: bytes) -> None:
        registry, document, connection = self._registry, self._document, self._connection
        charge = self.limit.bucket.charge
        connection.asked = True
        if connection.notified and document.inbox.is_settled and registry.journal.is_current():
            # Nothing has to be waited for.
            document.sync(connection, state_vector, charge)
        else:
            registry.journal.submit(SyncJob(document, connection, state_vector, charge))

    def on_command(self, json: bytes) -> None:
        command = self.parse(json)
        if isinstance(command, Refused):
            request = request_id(json)
            self.answer(refuse(command).encode(request) if request else None)
            return

        def reply(answer: Answer) -> None:
            self.answer(answer.encode(command.id))

        registry, document = self._registry, self._document
        registry.journal.submit(registry.command_job(document, self._connection.person, command, reply))

    def on_stopping(self) -> None:
        self._registry.part(self._document, self.queue)
