"""The boards that were opened inside a session."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Sessions that are there have opened none."""
    op.create_table(
        "session_boards",
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("chain", sa.String(), nullable=False),
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("board", name=op.f("pk_session_boards")),
        sqlite_with_rowid=False,
    )
    for column in ("chain", "session"):
        op.create_index(op.f(f"ix_session_boards_{column}"), "session_boards", [column], unique=False)
