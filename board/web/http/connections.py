"""Open TCP connections: how many an address may have, and the deadline for the next step of each.

Every connection is in one of four states: *receiving* a request, *idle* between two requests, *closing*, or at work
(answering a request, or a websocket), where no deadline holds. One sweep a second ends those that are overdue; a timer
for each request would cost more. Counts are kept only while an address has connections, and nothing is logged.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from uvicorn.middleware.proxy_headers import _TrustedHosts

from board.live import reset
from board.people.network import network


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a client may take and how many connections an address may have; durations in seconds."""

    head: float = 15.0
    """from accepting the connection, or from the first byte of a later request, to the end of the head"""
    body: float = 20.0
    """for a body or a response of any size, on top of its size divided by `slowest`"""
    slowest: float = 16 * 1024
    """bytes per second of the slowest line that is served"""
    longest: int = 8 * 1024 * 1024
    """bytes of a body that count for its deadline; no route accepts more"""
    open: int = 600
    """connections of an address that is not a trusted proxy"""
    receiving: int = 600
    """unfinished requests of an address, trusted proxies included"""
    refused: int = 100
    """refused connections of all addresses that stay open for `linger`, so that the client can read the reason"""
    linger: float = 2.0
    sweep: float = 1.0

    def transfer(self, size: int) -> float:
        """Returns the seconds in which `size` bytes must arrive, or the client must receive them."""
        return self.body + min(size, self.longest) / self.slowest


@dataclass(eq=False, slots=True)
class Peer:
    """All connections of one address, or of one IPv6 /64."""

    trusted: bool
    open: int = 0
    # Ordered by when the state began, which a set is not.
    receiving: "dict[Connection, None]" = field(default_factory=dict)
    idle: "dict[Connection, None]" = field(default_factory=dict)

    def victim(self) -> "Connection | None":
        """Returns the connection to close for a new one: idle for longest, or else receiving for longest.

        A browser reopens an idle connection when it needs one, and an honest request arrives within moments.
        A connection that is still sending a response is spared.
        """
        for state in (self.idle, self.receiving):
            for connection in state:
                if not connection.transport.get_write_buffer_size():
                    return connection
        return None


class Connection:
    """One TCP connection until it ends, including the time as a websocket."""

    __slots__ = ("_overdue", "_peer", "_registry", "_state", "due", "take_by", "transport")

    def __init__(
        self, registry: "Connections", peer: Peer, transport: asyncio.Transport, overdue: Callable[[], None]
    ) -> None:
        self.transport = transport
        self.due: float | None = None
        """the time, on the clock of the event loop, by which the client must take the next step"""
        self._overdue = overdue
        self._registry = registry
        self._peer = peer
        self._state: dict[Connection, None] | None = None
        self.take_by: float | None = None
        """the time by which the client must have received what is buffered for it"""

    def receiving(self, seconds: float) -> None:
        """A request is expected or under way, and must make progress within `seconds`."""
        fresh = self._state is not self._peer.receiving
        self._enter(self._peer.receiving, seconds)
        if fresh and len(self._peer.receiving) > self._registry.limits.receiving:
            next(iter(self._peer.receiving)).make_room()

    def idle(self, seconds: float) -> None:
        """Nothing is under way; the connection is kept for another request."""
        self._enter(self._peer.idle, seconds)

    def at_work(self) -> None:
        """The client has sent its request and waits for the server."""
        self._enter(None, None)

    def upgraded(self) -> None:
        """The connection is a websocket from now on, with its own protocol object."""
        self.at_work()
        self._overdue = _nothing

    def writing(self, waits: bool) -> None:
        """Sets whether bytes of a response are buffered for a client that does not read them."""
        self.take_by = self._transfer_end() if waits else None

    def make_room(self) -> None:
        """Closes it in favour of another connection of the same address."""
        self._enter(None, None)
        self.transport.close()

    def end(self) -> None:
        """The connection is lost."""
        self._enter(None, None)
        self._registry.forget(self, self._peer)

    def sweep(self, now: float) -> None:
        """Ends it when it is overdue: `due` has passed, or the client reads nothing."""
        if self.due is not None and now >= self.due:
            self._overdue()
        if self.take_by is None and self.transport.is_closing():
            # Closing waits until everything is sent, which may never happen.
            self.take_by = self._transfer_end()
        elif self.take_by is not None and now >= self.take_by:
            reset(self.transport)

    def _enter(self, state: "dict[Connection, None] | None", seconds: float | None) -> None:
        if self._state is not state:
            if self._state is not None:
                del self._state[self]
            if state is not None:
                state[self] = None
            self._state = state
        self.due = None if seconds is None else self._registry.now() + seconds

    def _transfer_end(self) -> float:
        return self._registry.now() + self._registry.limits.transfer(self.transport.get_write_buffer_size())


class Connections:
    """The open connections of one server. `trusted`: addresses of proxies, as uvicorn reads them."""

    def __init__(self, trusted: str, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._trusted = _TrustedHosts(trusted)
        self._peers: dict[bytes, Peer] = {}
        self._keys: dict[Connection, bytes] = {}
        self._refused: dict[asyncio.Transport, float] = {}
        self._sweeps = False

    def __len__(self) -> int:
        """Returns the number of open connections that were admitted."""
        return len(self._keys)

    def now(self) -> float:
        return asyncio.get_running_loop().time()

    def admit(self, transport: asyncio.Transport, address: str, overdue: Callable[[], None]) -> Connection | None:
        """Returns a new connection, for which one of the same address may be closed; None when there is no room.

        `overdue` is called when `due` has passed.
        """
        key = network(address)
        if (peer := self._peers.get(key)) is None:
            peer = self._peers[key] = Peer(self._is_trusted(address))
        if not peer.trusted and peer.open >= self.limits.open:
            if (victim := peer.victim()) is None:
                return None
            victim.make_room()
        peer.open += 1
        connection = Connection(self, peer, transport, overdue)
        self._keys[connection] = key
        self._start()
        return connection

    def refuse(self, transport: asyncio.Transport, answer: bytes) -> None:
        """Sends the reason to a connection that was not admitted, and ends it."""
        if len(self._refused) >= self.limits.refused:
            reset(transport)
            return
        transport.write(answer)
        # Bytes that still arrive would reset a closed connection, and the client would not see the reason.
        transport.write_eof()
        self._refused[transport] = self.now() + self.limits.linger
        self._start()

    def forget(self, connection: Connection, peer: Peer) -> None:
        """Removes an ended connection from the counts, and the address with its last connection."""
        key = self._keys.pop(connection, None)
        if key is not None:
            peer.open -= 1
            if not peer.open:
                self._peers.pop(key, None)

    def _is_trusted(self, address: str) -> bool:
        # Bypasses the cache, which would keep addresses.
        return self._trusted.always_trust or self._trusted._compute_trust(address)

    def _start(self) -> None:
        if not self._sweeps:
            self._sweeps = True
            asyncio.get_running_loop().call_later(self.limits.sweep, self._sweep)

    def _sweep(self) -> None:
        now = self.now()
        for connection in tuple(self._keys):
            # Hardly any of a thousand open sockets has a deadline.
            if connection.due is not None or connection.take_by is not None or connection.transport.is_closing():
                connection.sweep(now)
        for transport in [one for one, until in self._refused.items() if now >= until]:
            del self._refused[transport]
            transport.abort()
        self._sweeps = False
        if self._keys or self._refused:
            self._start()


def _nothing() -> None:
    """A websocket has deadlines of its own."""
