"""Rows say whether the person behind them counts towards the floors of three, and who voted in an earlier round."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Nobody counts yet on boards that are there: whoever is still connected does 30 s after the start."""
    no = sa.false()
    op.add_column("seats", sa.Column("counts", sa.Boolean(), nullable=False, server_default=no))
    for table in ("quotas", "ballots", "consent_answers"):
        op.add_column(table, sa.Column("counts", sa.Boolean(), nullable=False, server_default=no))
    op.add_column("quotas", sa.Column("late", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("ballots", sa.Column("new", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("boards", sa.Column("late_people", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "voters",
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("pseudonym", sa.LargeBinary(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("board", "pseudonym", name=op.f("pk_voters")),
        sqlite_with_rowid=False,
    )
