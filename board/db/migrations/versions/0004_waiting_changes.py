"""Changes of ideas that everybody sees, stored until they enter the document."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Nothing waits on boards that are there already."""
    op.create_table(
        "waiting_changes",
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("idea", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("board", "idea", name=op.f("pk_waiting_changes")),
        sqlite_with_rowid=False,
    )
