"""Sessions that began with a decision, and which of them stand on its page."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Sessions that are there stand on no page."""
    op.create_table(
        "decision_sessions",
        sa.Column("chain", sa.String(), nullable=False),
        sa.Column("decision", sa.String(length=64), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("chain", name=op.f("pk_decision_sessions")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_decision_sessions_decision"), "decision_sessions", ["decision"], unique=False)
