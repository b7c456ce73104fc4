"""Frozen records. The bytes are the record; the other columns only help to find it."""

from sqlalchemy import DDL, BigInteger, Column, LargeBinary, String, Table, event

from board.db.base import metadata

decisions = Table(
    "decisions",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("board", String(64), nullable=False, index=True),
    Column("content", LargeBinary, nullable=False),
    Column("follows", String(64), nullable=True, index=True),
    Column("frozen_at", BigInteger, nullable=False),
)

STAY = (
    "CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions "
    "BEGIN SELECT RAISE(ABORT, 'a frozen decision cannot be changed'); END"
)
event.listen(decisions, "after_create", DDL(STAY).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]
