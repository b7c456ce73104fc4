"""Links by the hash of their token, and seats by the hash of the person's: no name, no time, no address."""

from sqlalchemy import Column, Integer, LargeBinary, String, Table

from board.db.base import metadata

links = Table(
    "links",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("board", String, nullable=False, index=True),
    Column("role", String, nullable=False),
    sqlite_with_rowid=False,
)

seats = Table(
    "seats",
    metadata,
    Column("board", String, primary_key=True),
    Column("hash", LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)

keys = Table(
    "keys",
    metadata,
    Column("board", String, primary_key=True),
    Column("purpose", String, primary_key=True),
    Column("key", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

quotas = Table(
    "quotas",
    metadata,
    Column("board", String, primary_key=True),
    Column("pseudonym", LargeBinary, primary_key=True),
    Column("used", Integer, nullable=False),
    sqlite_with_rowid=False,
)
