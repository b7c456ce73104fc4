"""Whenever a process reads what another one wrote, the document is loaded whole as well: the two must be the same."""

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from board.brainstorm.lifecycle.copying import STORED_BOARDS
from board.brainstorm.state.board import Board
from board.live.stored.parts import UnitOfWork
from board.worksessions.lifecycle.copying import STORED_SESSIONS
from board.worksessions.state.session import Session


@dataclass
class Compared:
    """What was read, and what came of it."""

    read: Counter[str] = field(default_factory=Counter)
    """name of a part → how often it was read"""
    different: list[str] = field(default_factory=list)
    """the names of what was read when a document became another one than what is stored"""

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        follow = UnitOfWork.follow

        async def compared(
            work: UnitOfWork[Any],
            conn: AsyncConnection,
            state: Any,  # noqa: ANN401 a board or a session
            version: int,
            changed: Set[str],
        ) -> bool:
            follows = await follow(work, conn, state, version, changed)
            if follows:
                self.read.update(changed)
                if await loaded(conn, state) != content(state):
                    self.different.append(" ".join(sorted(changed)))
            return follows

        patch.setattr(UnitOfWork, "follow", compared)


async def loaded(conn: AsyncConnection, state: Board | Session) -> object:
    """All that is stored of a document, as a process has it that just opened it."""
    kind: Any = STORED_BOARDS if isinstance(state, Board) else STORED_SESSIONS
    fresh = await kind.load(conn, state.id)
    assert fresh is not None
    return content(fresh)


def content(state: Board | Session) -> object:
    """All that a document has in memory and that is stored."""
    known = (state.version, state.log.seq, state.row, state.links)
    if isinstance(state, Board):
        return *known, STORED_BOARDS.content(state), state.session
    text, chain = state.text, (state.generations, state.earlier, state.last_number, dict(state.replies))
    return *known, STORED_SESSIONS.content(state), text.log.seq, text.history, chain, dict(state.boards)
