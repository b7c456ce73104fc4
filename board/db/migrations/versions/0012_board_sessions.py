"""The work session with which a board goes on, its links sealed for the people of the board."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Boards that are there go on with none."""
    op.create_table(
        "board_sessions",
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("chain", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("board", name=op.f("pk_board_sessions")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_board_sessions_chain"), "board_sessions", ["chain"], unique=False)
