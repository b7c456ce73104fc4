"""Ideas as rows: what is not in the document, and the hash of each idea's claim secret. No author column, no time."""

from sqlalchemy import Column, LargeBinary, String, Table, Text

from board.db.base import metadata

ideas = Table(
    "ideas",
    metadata,
    Column("board", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("state", String, nullable=False),
    Column("text", Text),
    Column("secret", LargeBinary),
    sqlite_with_rowid=False,
)
