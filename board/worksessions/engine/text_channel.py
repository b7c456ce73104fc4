"""The sockets of a session's text: what they are sent after a commit, and whose cursor is where.

The text is committed and sent out with the session's own document, by the same committer: a command may write both.
"""

import asyncio
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from board.canvas.co_written import CoWrittenText
from board.live.connections import Connection, Connections
from board.live.document import answer_replica
from board.live.snapshot_cache import SnapshotCache
from board.live.transport import framing
from board.live.transport.close_codes import Close
from board.worksessions.engine.receipts import Receipts
from board.worksessions.text import awareness
from board.worksessions.text.awareness import State

ASK_EVERY = 15.0
"""seconds between two questions for what a page has: it heals what was lost, and keeps stock clients connected"""
CURSORS_EVERY = 0.1
"""seconds between two updates of cursors"""


@dataclass(eq=False, slots=True)
class TextConnection(Connection):
    """One socket of the text."""

    epoch: int = 0
    """the history that the page has"""
    writer: str | None = None
    """the person in the session's document; None for whoever only reads"""
    counts: bool = False
    """speaks our subprotocol, in which the server says how many of its frames are committed"""
    receipts: Receipts = field(default_factory=Receipts)
    asked_again_at: float = -math.inf
    """loop time at which it was last asked for what was missing"""
    client: int | None = None
    """under which id it shows its cursor"""


class TextChannel:
    """All sockets of one text."""

    def __init__(self, epoch: int, report: Callable[[bytes], None] = lambda _: None) -> None:
        """`epoch` is that of the text. `report` is called with the cursors that moved, for other processes."""
        self.epoch = epoch
        self.connections = Connections()
        self.snapshots = SnapshotCache()
        self._silent = False
        """nobody sees a cursor: one that stops beside an answer would name its author"""
        self._cursors: dict[TextConnection, State] = {}
        self._moved: dict[int, tuple[State, str | None]] = {}
        """states that are to be sent on"""
        self._report = report
        self._others: dict[str, dict[int, tuple[State, str | None]]] = {}
        """process → client → where its cursor is"""
        self._asked_at: float | None = None
        self._checked_at = 0.0
        self.shown: bytes | None = None
        """the state vector of the text when the session's document last followed it"""
        self.shown_at = 0.0
        """loop time of that"""

    def leave(self, connection: TextConnection) -> None:
        """A socket closed: its cursor goes at once."""
        self.connections.leave(connection)
        last = self._cursors.pop(connection, None)
        if last is not None:
            self._send_on(State(last.client, last.clock + 1, None, gone=True), None)

    def welcome(self, connection: TextConnection, text: CoWrittenText) -> None:
        """What the server has, and where everybody's cursor is. Memory must be what is stored."""
        if connection.epoch != self.epoch:
            connection.out.close(Close.OTHER_EPOCH)
            return
        connection.notified = True
        connection.out.send(framing.step_1(text.vector))
        states = [(state, one.writer) for one, state in self._cursors.items()]
        if states := [*states, *(state for known in self._others.values() for state in known.values())]:
            connection.out.send(framing.awareness(awareness.encode(states)))

    def sync(
        self, connection: TextConnection, text: CoWrittenText, state_vector: bytes, charge: Callable[[int], None]
    ) -> None:
        """Sends a replica what it lacks, and charges the bytes. Memory must be what is stored."""
        answer_replica(connection, self.connections, partial(self.snapshots.answer, text, state_vector), charge)

    def spread(self, text: CoWrittenText, updates: Iterable[bytes]) -> None:
        """Sends what was committed to every replica."""
        for update in updates:
            frame = framing.update(update)
            self.snapshots.remember(text, frame)
            self.connections.spread(frame)

    def begin_epoch(self, epoch: int) -> None:
        """No replica has what follows: pages take a new document, and never merge two histories."""
        self.epoch, self.snapshots = epoch, SnapshotCache()
        self.connections.close_all(Close.OTHER_EPOCH)

    def show_cursors(self, *, shown: bool) -> None:
        """Takes all cursors away while a check without names is open, or a board. Each is shown again when it moves."""
        self._silent = not shown
        if self._silent:
            for state in self._cursors.values():
                self._send_on(State(state.client, state.clock + 1, None, gone=True), None)
            self._cursors.clear()
            for process in list(self._others):
                self.receive(process, None)

    def tend(self, text: CoWrittenText) -> None:
        """Called often: closes dead sockets, and asks for what the server lacks. Memory must be what is stored."""
        if not self.connections:
            self._asked_at = None
            return
        now = asyncio.get_running_loop().time()
        if now - self._checked_at >= 1:
            self._checked_at = now
            self.connections.check_timeouts(now)
        if self._asked_at is None:
            # Whoever comes is asked in any case.
            self._asked_at = now
        elif now - self._asked_at >= ASK_EVERY:
            self._asked_at = now
            self._ask(text)

    def _ask(self, text: CoWrittenText) -> None:
        frame = framing.step_1(text.vector)
        for connection in self.connections:
            if connection.synced:
                connection.out.send(frame)

    def hear(self, connection: TextConnection, update: bytes) -> None:
        """A page says where its cursor is. What it says of others is ignored, and so is what makes no sense."""
        try:
            own = [one for one in awareness.read(update) if self._is_own(connection, one[0])]
            for client, clock, text in own[:1]:
                connection.client = client
                self._keep(connection, awareness.state(client, clock, text))
        except awareness.BadAwarenessError:
            return

    def receive(self, process: str, content: bytes | None) -> None:
        """Another process reports which cursors moved there; None when it has none any more."""
        known = self._others.pop(process, {})
        moved: list[tuple[State, str | None]]
        if content is None:
            moved = [(State(client, state.clock + 1, None, gone=True), None) for client, (state, _) in known.items()]
        else:
            moved = [] if self._silent else awareness.relayed(content)
            known |= {state.client: (state, person) for state, person in moved}
            if known := {client: one for client, one in known.items() if not one[0].gone}:
                self._others[process] = known
        if moved:
            self._show(moved)

    def _is_own(self, connection: TextConnection, client: int) -> bool:
        if connection.client is not None:
            return client == connection.client
        return all(one.client != client for one in self._cursors.values())

    def _keep(self, connection: TextConnection, state: State) -> None:
        last = self._cursors.get(connection)
        if self._silent or connection.writer is None or (last is not None and state.clock <= last.clock):
            return
        if state.gone:
            self._cursors.pop(connection, None)
        else:
            self._cursors[connection] = state
        self._send_on(state, connection.writer)

    def _send_on(self, state: State, person: str | None) -> None:
        if not self._moved:
            asyncio.get_running_loop().call_later(CURSORS_EVERY, self._flush)
        self._moved[state.client] = state, person

    def _flush(self) -> None:
        moved, self._moved = self._moved, {}
        self._report(self._show(moved.values()))

    def _show(self, states: Iterable[tuple[State, str | None]]) -> bytes:
        """Sends states to every page, and returns them as they are sent."""
        update = awareness.encode(states)
        frame = framing.awareness(update)
        for connection in self.connections:
            if connection.notified:
                connection.out.send(frame)
        return update
