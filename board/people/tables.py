"""Links by the hash of their token, and seats by the hash of the person's: no name, no time, no address.

When a board is deleted, the hashes of its links stay, so that a person who opens one learns that it was deleted. The
tokens were random and are stored nowhere else: the hashes do not reveal which belong together or when they were made.
"""

from sqlalchemy import Boolean, Column, Integer, LargeBinary, String, Table

from board.db.base import metadata

links = Table(
    "links",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("board", String, nullable=False, index=True),
    Column("role", String, nullable=False),
    sqlite_with_rowid=False,
)

deleted_links = Table(
    "deleted_links",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)

seats = Table(
    "seats",
    metadata,
    Column("board", String, primary_key=True),
    Column("hash", LargeBinary, primary_key=True),
    Column("counts", Boolean, nullable=False),
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

board_sessions = Table(
    "board_sessions",
    metadata,
    # The work session with which a board goes on. It has no person of either.
    Column("board", String, primary_key=True),
    Column("chain", String, nullable=False, index=True),
    # Its links, under a key that the links of the board derive and the database does not have.
    Column("sealed", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

session_boards = Table(
    "session_boards",
    metadata,
    # A board that was opened inside a session. It has no person of either, and no time.
    Column("board", String, primary_key=True),
    Column("chain", String, nullable=False, index=True),
    Column("session", String, nullable=False, index=True),
    Column("item", String, nullable=False),
    sqlite_with_rowid=False,
)

ready = Table(
    "ready",
    metadata,
    Column("board", String, primary_key=True),
    Column("pseudonym", LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)

quotas = Table(
    "quotas",
    metadata,
    Column("board", String, primary_key=True),
    Column("pseudonym", LargeBinary, primary_key=True),
    Column("used", Integer, nullable=False),
    Column("late", Integer, nullable=False),
    Column("counts", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
