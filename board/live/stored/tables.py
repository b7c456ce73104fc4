"""The update log of live documents: what replicas hold is what is in here, in this order. No time."""

from sqlalchemy import Column, Integer, LargeBinary, String, Table

from board.db.base import metadata

log = Table(
    "log",
    metadata,
    Column("document", String, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("update", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
