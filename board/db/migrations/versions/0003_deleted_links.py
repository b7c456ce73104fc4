"""The links of a deleted board are known as such by the hashes of their tokens."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Boards that are deleted already left nothing by which their links could be known."""
    op.create_table(
        "deleted_links",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_deleted_links")),
        sqlite_with_rowid=False,
    )
