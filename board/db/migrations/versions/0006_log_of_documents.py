"""The update log belongs to any live document."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Name the key column for what it holds."""
    op.execute("ALTER TABLE log RENAME COLUMN board TO document")
