"""Recaps of sessions: immutable rows beside the decisions, and what their pages show that is in no record."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

GUARDS = (
    "CREATE TRIGGER recaps_stay BEFORE UPDATE ON recaps "
    "BEGIN SELECT RAISE(ABORT, 'a frozen recap cannot be changed'); END",
    "CREATE TRIGGER recaps_alone BEFORE INSERT ON recaps "
    "WHEN EXISTS (SELECT 1 FROM recaps WHERE sha256 = NEW.sha256 OR rowid = NEW.rowid) "
    "BEGIN SELECT RAISE(ABORT, 'a frozen recap cannot be replaced'); END",
    "CREATE TRIGGER recaps_leave BEFORE DELETE ON recaps "
    "WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE sha256 = OLD.sha256) "
    "BEGIN SELECT RAISE(ABORT, 'a frozen recap is deleted only with a tombstone'); END",
    "CREATE TRIGGER recaps_rest BEFORE INSERT ON recaps "
    "WHEN EXISTS (SELECT 1 FROM tombstones WHERE sha256 = NEW.sha256) "
    "BEGIN SELECT RAISE(ABORT, 'a deleted recap does not come back'); END",
)


def upgrade() -> None:
    """Tombstones are shared with decisions: an address that was deleted stays empty in both tables."""
    op.create_table(
        "recaps",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("session", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("follows", sa.String(length=64), nullable=True),
        sa.Column("frozen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_recaps")),
    )
    for column in ("session", "follows", "frozen_at"):
        op.create_index(op.f(f"ix_recaps_{column}"), "recaps", [column], unique=False)
    op.create_table(
        "recap_pages",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("making", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_recap_pages")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_recap_pages_session"), "recap_pages", ["session"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        for guard in GUARDS:
            op.execute(guard)
