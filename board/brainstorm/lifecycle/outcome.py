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
    question: str
    sentence: str
    why: str | None
    owner: str | None


class CountedOption(NamedTuple):
    """One option of a count."""

    name: str
    """as the record calls it: of a hidden one it says no more than that"""
    dots: int


class Counted(NamedTuple):
    """The last vote that was closed."""

    question: str
    options: tuple[CountedOption, ...]
    """the most dots first"""


class Outcome(NamedTuple):
    """What is stored of a board."""

    exists: bool
    decided: Decided | None = None
    """from the record, which outlives its board"""
    counted: Counted | None = None
    """only without a decision"""


async def outcome_of(conn: AsyncConnection, *, board: str, counts: bool = True) -> Outcome:
    """What is stored of this board now. The count takes loading the board: without `counts` it is left out."""
    exists = await store.exists(conn, board=board)
    if (found := await conn.run_sync(_newest, board)) is not None:
        return Outcome(exists, decided=_decided(found))
    loaded = await store.load(conn, board=board) if exists and counts else None
    return Outcome(exists, counted=_count(loaded) if loaded else None)


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
    return Decided(found.sha256, told["question"], sentence, told["why"], told["owner"])


def _count(board: Board) -> Counted | None:
    told = record.draft(material(board, 0))
    if not told["rounds"]:
        return None
    tally = lines.tally_lines(told["rounds"][-1], lines.ideas_by_id(told))
    return Counted(told["question"], tuple(CountedOption(one.name, one.dots) for one in tally))
