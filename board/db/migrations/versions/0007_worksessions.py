"""Work sessions: chains with their links, and what is stored of a session beside its document."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Tables of their own: nothing in them refers to a board, a seat or an idea."""
    op.create_table(
        "agreement_answers",
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("pseudonym", sa.LargeBinary(), nullable=False),
        sa.Column("agreement", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("session", "pseudonym", name=op.f("pk_agreement_answers")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agreement_keys",
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("agreement", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("session", "agreement", name=op.f("pk_agreement_keys")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "chains",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("newest", sa.String(), nullable=False),
        sa.Column("generations", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chains")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "deleted_session_links",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_deleted_session_links")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "deleted_worksessions",
        sa.Column("id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deleted_worksessions")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "renewed_links",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_renewed_links")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "session_lines",
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("session", "line", name=op.f("pk_session_lines")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "session_links",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("chain", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_session_links")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_session_links_chain"), "session_links", ["chain"], unique=False)
    op.create_table(
        "session_seats",
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("session", "hash", name=op.f("pk_session_seats")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "session_versions",
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("session", "number", name=op.f("pk_session_versions")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "worksessions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("undo", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("touched_at", sa.Float(), nullable=False),
        sa.Column("active_on", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worksessions")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_worksessions_active_on"), "worksessions", ["active_on"], unique=False)
