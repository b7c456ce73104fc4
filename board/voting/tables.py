"""Ballots and consent answers under pseudonyms while they are open; receipts after the count.

A ballot's row is deleted at the close of the vote: what stays is the tally and one short hash for each dot.
"""

from sqlalchemy import JSON, Boolean, Column, Integer, LargeBinary, String, Table, Text

from board.db.base import metadata

ballots = Table(
    "ballots",
    metadata,
    Column("board", String, primary_key=True),
    Column("pseudonym", LargeBinary, primary_key=True),
    Column("dots", JSON, nullable=False),
    Column("bold", String),
    Column("done", Boolean, nullable=False),
    Column("receipt", String),
    Column("proxy", Boolean, nullable=False),
    Column("counts", Boolean, nullable=False),
    Column("new", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

answers = Table(
    "consent_answers",
    metadata,
    Column("board", String, primary_key=True),
    Column("pseudonym", LargeBinary, primary_key=True),
    Column("level", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("counts", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

# In which round a person first voted, and never for what: a single new ballot would be the difference of two counts.
voters = Table(
    "voters",
    metadata,
    Column("board", String, primary_key=True),
    Column("pseudonym", LargeBinary, primary_key=True),
    Column("round", Integer, nullable=False),
    sqlite_with_rowid=False,
)

receipts = Table(
    "receipts",
    metadata,
    Column("board", String, primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("option", String, primary_key=True),
    Column("hash", String, primary_key=True),
    sqlite_with_rowid=False,
)
