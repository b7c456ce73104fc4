"""A board that is open in this process."""

from typing import Any

from board.brainstorm.engine.delayed import DelayedCommands
from board.brainstorm.engine.notice_state import NoticeState
from board.brainstorm.engine.presence import Here, Presence
from board.brainstorm.state.board import Board
from board.canvas.writer import Canvas
from board.live.connections import Connection
from board.live.document import Committer, LiveDocument
from board.live.transport.send_queue import SendQueue
from board.protocol.roles import Role


class Room(LiveDocument):
    """Each field is an object with one owner, so a signature shows what a function may change.

    `board` belongs to the committer, `delayed` to judging, `notices` to broadcast, `presence` to
    `page`; the fields of `LiveDocument` belong to the journal and the registry.
    """

    def __init__(self, board: Board, committer: "Committer[Room, Any]") -> None:  # Any: jobs of all kinds
        super().__init__(board.id, committer)
        self.board = board
        self.stored_phase = board.phase
        """that of the last batch"""
        self.told_epoch = board.epoch
        """that of the last batch, too"""
        self.delayed = DelayedCommands()
        self.notices = NoticeState()
        self.presence = Presence()
        self.parting: list[SendQueue] = []
        """readers who stay for a delayed command, and are let go when the server stops"""

    @property
    def version(self) -> int:
        return self.board.version

    @property
    def replica(self) -> Canvas:
        return self.board.canvas

    @property
    def links(self) -> dict[bytes, Role]:
        return self.board.links

    def here(self, now: float) -> int:
        """How many take part and are here: people, not sockets."""
        return self.presence.here(self.connections, self.board, self.others, now)

    def people(self, now: float) -> Here | None:
        return self.presence.report(self.connections, self.board, now)

    def people_moved(self, now: float) -> None:
        self.presence.receive(self.others, now)
        self.notices.pending = True

    def receive_cursors(self, process: str, content: bytes | None) -> None:
        """Nobody has one on a board."""

    def enter(self, connection: Connection, now: float) -> list[Connection]:
        self.presence.enter(connection, self.board, now)
        return super().enter(connection, now)

    def leave(self, connection: Connection, now: float) -> None:
        super().leave(connection, now)
        self.presence.leave(connection, self.board, now)
        self.notices.pending = True

    def is_busy(self) -> bool:
        return bool(self.delayed or any(self.board.waiting.values()))
