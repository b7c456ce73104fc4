"""What came of a board, for whoever opened it inside something else: from the database alone, never from memory."""

import json
from typing import NamedTuple

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from board.brainstorm.commands.deciding import material
from board.brainstorm.state import store
from board.brainstorm.state.board import Board
from board.decisions import lines, reading, record
from board.records.service import Damaged, Found, decisions


class Decided(NamedTuple):
    """A decision that is final."""

    sha256: str
    """the address of its record"""
    sentence: str
    why: str | None
    owner: str | None


class Counted(NamedTuple):
    """One option of a count."""

    name: str
    """as the record calls it: of a hidden one it says no more than that"""
    dots: int


class Outcome(NamedTuple):
    """What is stored of a board."""

    exists: bool
    decided: Decided | None = None
    """from the record, which outlives its board"""
    counted: tuple[Counted, ...] = ()
    """of the last vote that was closed, the most dots first; empty before, and when there is a decision"""


async def outcome_of(conn: AsyncConnection, *, board: str) -> Outcome:
    """What is stored of this board now."""
    exists = await store.exists(conn, board=board)
    if (found := await conn.run_sync(_newest, board)) is not None:
        return Outcome(exists, decided=_decided(found))
    loaded = await store.load(conn, board=board) if exists else None
    return Outcome(exists, counted=_count(loaded) if loaded else ())


def _newest(conn: Connection, board: str) -> Found | None:
    """The record of a board that nothing corrects."""
    try:
        found = [decisions.look_up(conn, sha256=sha256) for sha256 in decisions.of(conn, source=board)]
    except Damaged:
        return None
    return next((one for one in found if one is not None and one.newer is None), None)


def _decided(found: Found) -> Decided:
    told = json.loads(found.content)
    sentence = told["decision"] or reading.read(told).headline
    return Decided(found.sha256, sentence, told["why"], told["owner"])


def _count(board: Board) -> tuple[Counted, ...]:
    told = record.draft(material(board, 0))
    if not told["rounds"]:
        return ()
    ideas = lines.ideas_by_id(told)
    return tuple(Counted(one.name, one.dots) for one in lines.tally_lines(told["rounds"][-1], ideas))
