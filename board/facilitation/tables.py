"""One row a board: where it stands. What it says stands in the document."""

from sqlalchemy import JSON, Column, Float, Integer, String, Table

from board.db.base import metadata

boards = Table(
    "boards",
    metadata,
    Column("id", String, primary_key=True),
    Column("phase", String, nullable=False),
    Column("deadline", Float),
    Column("left", Float),
    Column("length", Float),
    Column("epoch", Integer, nullable=False),
    Column("round", Integer, nullable=False),
    Column("next_number", Integer, nullable=False),
    Column("late_people", Integer, nullable=False),
    Column("letters", JSON, nullable=False),
    Column("history", JSON, nullable=False),
    # Days since 1970 in UTC, and no more than the day: a time would stand beside somebody's last idea.
    Column("active_on", Integer, nullable=False, index=True),
)
