"""The HTTP protocol that uvicorn runs, with a bound on the length of a head and deadlines for what a client sends.

The parser is written in C, which halves the cost of a join. It sets no limit on the length of a head, and uvicorn
has no time-out for the rest of a request.
"""

import asyncio

from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from board.live import FrameProtocol
from board.web.http.connections import Connection, Connections
from board.words import say

MOST_HEAD = 64 * 1024
"""bytes of a request before its body: far more than any browser sends with all its cookies"""


class BoundedHttp(HttpToolsProtocol):
    """Answers 400 to a head that is too long, 408 to a request that is too slow, 503 to too many connections."""

    connection: Connection | None = None
    """None before the connection is accepted, and for one that was refused"""
    _head = 0
    _in_head = True
    _receiving = True
    """a request is expected or under way"""
    _silent = True
    """no byte of the expected request has arrived"""

    cycle: RequestResponseCycle | None  # type: ignore[assignment] # None before the first request

    def __init__(
        self,
        connections: Connections,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, object],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._connections = connections
        self._limits = connections.limits

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        connection = self._connections.admit(transport, self.client[0] if self.client else "", self._overdue)
        if connection is None:
            self._connections.refuse(transport, self._plain(503, say("page-too-many-connections")))
        else:
            self.connection = connection
            connection.receiving(self._limits.head)

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        if self.connection is not None:
            self.connection.end()

    def data_received(self, data: bytes) -> None:
        if self.connection is None or self.transport.is_closing():
            return
        if not self._receiving and self._is_answered():
            # The parser skips empty lines before a request without a callback; the deadline begins with them.
            self._receive(self.connection)
        self._silent = False
        super().data_received(data)
        if not self._in_head:
            return
        self._head += len(data)
        if self._head > MOST_HEAD and not self.transport.is_closing():
            self.send_400_response(say("page-head-too-long"))

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._head, self._in_head = 0, True
        if self.connection is not None and not self._receiving:
            self._receive(self.connection)

    def on_headers_complete(self) -> None:
        self._in_head = False
        super().on_headers_complete()
        if self.connection is not None:
            self.connection.receiving(self._limits.transfer(self._announced()))

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._receiving, self._silent = False, True
        if self.connection is not None:
            self._rest(self.connection)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self.connection is not None and not self._receiving:
            self._rest(self.connection)

    def handle_websocket_upgrade(self) -> None:
        super().handle_websocket_upgrade()
        protocol = self.transport.get_protocol()
        if isinstance(protocol, FrameProtocol) and self.connection is not None:
            self.connection.upgraded()
            protocol.on_end = self.connection.end

    def pause_writing(self) -> None:
        super().pause_writing()
        if self.connection is not None:
            self.connection.writing(True)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self.connection is not None:
            self.connection.writing(False)

    def _receive(self, connection: Connection) -> None:
        self._receiving = True
        connection.receiving(self._limits.head)

    def _rest(self, connection: Connection) -> None:
        if self._is_answered():
            connection.idle(self.timeout_keep_alive)
        else:
            connection.at_work()

    def _is_answered(self) -> bool:
        return not self.pipeline and (self.cycle is None or self.cycle.response_complete)

    def _announced(self) -> int:
        """Returns the bytes of the body that the head announces; a chunked body may have any size."""
        for name, value in self.headers:
            if name == b"content-length":
                return int(value)
            if name == b"transfer-encoding":
                return self._limits.longest
        return 0

    def _overdue(self) -> None:
        """Closes the connection, with a 408 for a client that had begun a request."""
        if self._in_head and not self._is_answered():
            # The response to an earlier request is under way. Its end sets the next deadline.
            return
        cycle = self.cycle
        if self.transport.get_write_buffer_size() and cycle is not None and cycle.response_complete:
            # Still sending: closing waits until it is sent, under its own deadline.
            self.transport.close()
            return
        if self._receiving and not self._silent and self._may_answer():
            self.transport.write(self._plain(408, say("page-too-slow")))
        if cycle is not None:
            # Set before the application notices, so that it sends no response.
            cycle.disconnected = True
        self.transport.close()

    def _may_answer(self) -> bool:
        """Whether the client would read a response sent now as the one to its unfinished request."""
        return self._in_head or (not self.pipeline and self.cycle is not None and not self.cycle.response_started)

    def _plain(self, status: int, why: str) -> bytes:
        body = why.encode()
        fixed = f"content-type: text/plain; charset=utf-8\r\ncontent-length: {len(body)}\r\nconnection: close\r\n\r\n"
        return STATUS_LINE[status] + fixed.encode() + body
