"""What readers of a recap replied, and how it was answered."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Recaps that are there begin without any."""
    op.create_table(
        "recap_feedback",
        sa.Column("chain", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("recap", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("claim", sa.LargeBinary(), nullable=False),
        sa.Column("helped", sa.String(), nullable=False),
        sa.Column("unclear", sa.String(), nullable=False),
        sa.Column("missing", sa.String(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("told_in", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("chain", "id", name=op.f("pk_recap_feedback")),
        sqlite_with_rowid=False,
    )
    for column in ("session", "recap"):
        op.create_index(op.f(f"ix_recap_feedback_{column}"), "recap_feedback", [column], unique=False)
