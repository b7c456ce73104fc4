"""Reading together: who is ready, under a pseudonym of the phase."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Boards that are there begin without any."""
    op.create_table(
        "ready",
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("pseudonym", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("board", "pseudonym", name=op.f("pk_ready")),
        sqlite_with_rowid=False,
    )
