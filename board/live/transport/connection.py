"""One page on one websocket: its messages are read no faster than the rate limit allows, and handed to its document."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import ClassVar

from litestar import WebSocket
from litestar.datastructures import State

from board.live.transport import framing
from board.live.transport.close_codes import Close
from board.live.transport.framing import (
    AwarenessUpdate,
    BadFrameError,
    CommandMessage,
    DocumentKind,
    Message,
    SyncStep1,
    SyncUpdate,
    TooLargeFrameError,
)
from board.live.transport.protocol import protocol_of
from board.live.transport.rate_limit import ConnectionLimit, TokenBucket
from board.live.transport.send_queue import AsgiSendQueue, SendQueue, TransportSendQueue

log = logging.getLogger("shortlist.socket")

Socket = WebSocket[object, object, State]

MAX_BAD_FRAMES = 3
"""the last of them closes the connection"""


async def accept(socket: Socket, kind: DocumentKind) -> None:
    """Accepts a handshake, with the limits of the document that the page asks for."""
    if (protocol := protocol_of(socket.scope)) is not None:
        protocol.limit_messages(kind.max_message, kind.too_large)
    await socket.accept(subprotocols=kind.choose_subprotocol(socket.scope["subprotocols"]))


def send_queue(socket: Socket, on_change: Callable[[], None]) -> SendQueue:
    """The send queue of an accepted websocket. `on_change` is called when its `fast_path` may have changed."""
    protocol = protocol_of(socket.scope)
    return AsgiSendQueue(socket.send_bytes) if protocol is None else TransportSendQueue(protocol, on_change)


class PageConnection(ABC):
    """Serves one websocket. Each kind of document subclasses it and says what the messages mean.

    It is a base class because a handler beside it would be one more object for each of thousands of open sockets.
    """

    __slots__ = ("_socket", "_waiting", "limit", "queue")

    kind: ClassVar[DocumentKind]

    def __init__(self, socket: Socket, queue: SendQueue, bucket: TokenBucket) -> None:
        self._socket = socket
        self.queue = queue
        self.limit = ConnectionLimit(bucket)
        self._waiting = False
        """for the next message, with all before it handled"""

    @abstractmethod
    def on_command(self, json: bytes) -> None:
        """A command. Call `answer` once for it, now or later."""

    @abstractmethod
    def on_sync_step_1(self, state_vector: bytes) -> None:
        """The page asks for the document. Send step 2 with `reserved=True`."""

    def on_update(self, update: bytes, *, whole: bool) -> None:
        """The page changed the document. Called only for a kind that accepts `SyncUpdate`.

        `whole`: it is all that the server lacked when it asked.
        """
        raise NotImplementedError

    def on_awareness(self, update: bytes) -> None:
        """The page's transient state. Called only for a kind that accepts `AwarenessUpdate`."""
        raise NotImplementedError

    def on_stopping(self) -> None:
        """The server stops. Close the connection when everything that was read is answered."""
        self.queue.close(Close.RESTARTING)

    def answer(self, json: bytes | None) -> None:
        """Ends a command, and sends its answer; None when the page could not tell which command is meant."""
        self.limit.end()
        if json is not None:
            self.queue.send(framing.answer(json))

    async def serve(self) -> Close | None:
        """Serves the page until one side ends it. The code says why the server does; None when the page left."""
        return await self.run()

    async def run(self) -> Close | None:
        """Serves until either side ends it. The code says why the server does; None when the page left."""
        protocol = protocol_of(self._socket.scope)
        if protocol is not None:
            protocol.on_message = self.handle_at_once
            protocol.on_stopping = self.on_stopping
        try:
            return await self.queue.run(self._read())
        except Exception as error:
            # Most often the transport was closed during a send. The class of an error holds no text of a person.
            log.debug("A socket ended: %s", type(error).__name__)
            return None
        finally:
            if protocol is not None:
                protocol.on_message = None

    async def _read(self) -> Close | None:
        bad = 0
        while True:
            self._waiting = True
            event = await self._socket.receive()
            self._waiting = False
            if event["type"] == "websocket.disconnect":
                if event.get("code") == Close.TOO_LARGE:
                    # It was larger than any message, so that nobody read it.
                    self.limit.bucket.penalise()
                return None
            await self.limit.bucket.acquire(lambda: self.queue.closed)
            data = event.get("bytes")
            try:
                message = self.kind.decode(data if isinstance(data, bytes) else b"")
            except TooLargeFrameError:
                self.limit.bucket.penalise()
                return Close.TOO_LARGE
            except BadFrameError:
                bad += 1
                if bad >= MAX_BAD_FRAMES:
                    return Close.BAD_FRAMES
                continue
            if message is not None:
                await self._handle(message)

    async def _handle(self, message: Message) -> None:
        if isinstance(message, CommandMessage):
            await self.limit.begin()
            self.on_command(message.json)
        elif isinstance(message, SyncStep1):
            await self.queue.reserve()
            self.on_sync_step_1(message.state_vector)
        else:
            self._handle_change(message)

    def _handle_change(self, message: SyncUpdate | AwarenessUpdate) -> None:
        self.limit.bucket.charge(len(message.update))
        if isinstance(message, SyncUpdate):
            self.on_update(message.update, whole=message.whole)
        else:
            self.on_awareness(message.update)

    def handle_at_once(self, data: bytes) -> bool:
        """Handles a message for which nothing has to be waited for; any other is left to the reading task."""
        if not self._waiting:
            return False
        try:
            message = self.kind.decode(data)
        except BadFrameError:
            return False
        if isinstance(message, CommandMessage) and self.limit.try_begin():
            self.on_command(message.json)
        elif isinstance(message, SyncUpdate | AwarenessUpdate) and self.limit.bucket.try_spend():
            self._handle_change(message)
        else:
            return False
        return True
