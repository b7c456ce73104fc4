"""A board that is open in this process."""

from board.brainstorm.engine.delayed import DelayedCommands
from board.brainstorm.engine.notice_state import NoticeState
from board.brainstorm.engine.presence import Presence
from board.brainstorm.state.board import Board
from board.live.connections import Connection
from board.live.document import Committer, LiveDocument
from board.live.transport.send_queue import SendQueue


class Room(LiveDocument):
    """Each field is an object with one owner, so a signature shows what a function may change.

    `board` belongs to the committer, `delayed` to judging, `notices` to broadcast, `presence` to
    `page`; the fields of `LiveDocument` belong to the journal and the registry.
    """

    def __init__(self, board: Board, committer: "Committer[Room]") -> None:
        super().__init__(board.id, committer)
        self.board = board
        self.delayed = DelayedCommands()
        self.notices = NoticeState()
        self.presence = Presence()
        self.parting: list[SendQueue] = []
        """readers who stay for a delayed command, and are let go when the server stops"""

    def here(self, now: float) -> int:
        """How many take part and are here: people, not sockets."""
        return self.presence.here(self.connections, self.board, now)

    def enter(self, connection: Connection, now: float) -> list[Connection]:
        """A socket opened. Returns those that are more than one person may hold."""
        self.presence.enter(connection, self.board, now)
        return self.connections.enter(connection)

    def leave(self, connection: Connection, now: float) -> None:
        """A socket closed."""
        self.connections.leave(connection)
        self.presence.leave(connection, self.board, now)
        self.notices.pending = True

    def is_busy(self) -> bool:
        return bool(self.delayed or self.board.changes)
