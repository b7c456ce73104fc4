"""The text of a session as several people write it: its epoch, and who writes under which id.

Its updates stand in the log of documents. A session from before gets them when it is next opened.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Every text begins with its first epoch."""
    op.add_column("worksessions", sa.Column("text_epoch", sa.Integer(), nullable=False, server_default="1"))
    op.create_table(
        "session_writers",
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("client", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("session", "client", name=op.f("pk_session_writers")),
        sqlite_with_rowid=False,
    )
