"""Boards know the day they were last used, and a decision can be deleted as a whole and in no other way."""

import time

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

GUARDS = (
    "CREATE TRIGGER decisions_alone BEFORE INSERT ON decisions "
    "WHEN EXISTS (SELECT 1 FROM decisions WHERE sha256 = NEW.sha256 OR rowid = NEW.rowid) "
    "BEGIN SELECT RAISE(ABORT, 'a frozen decision cannot be replaced'); END",
    "CREATE TRIGGER decisions_leave BEFORE DELETE ON decisions "
    "WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE sha256 = OLD.sha256) "
    "BEGIN SELECT RAISE(ABORT, 'a frozen decision is deleted only with a tombstone'); END",
    "CREATE TRIGGER decisions_rest BEFORE INSERT ON decisions "
    "WHEN EXISTS (SELECT 1 FROM tombstones WHERE sha256 = NEW.sha256) "
    "BEGIN SELECT RAISE(ABORT, 'a deleted decision does not come back'); END",
    "CREATE TRIGGER tombstones_stay BEFORE UPDATE ON tombstones "
    "BEGIN SELECT RAISE(ABORT, 'a tombstone cannot be changed'); END",
    "CREATE TRIGGER tombstones_leave BEFORE DELETE ON tombstones "
    "BEGIN SELECT RAISE(ABORT, 'a tombstone cannot be deleted'); END",
    "CREATE TRIGGER tombstones_alone BEFORE INSERT ON tombstones "
    "WHEN EXISTS (SELECT 1 FROM tombstones WHERE sha256 = NEW.sha256 OR rowid = NEW.rowid) "
    "BEGIN SELECT RAISE(ABORT, 'a tombstone cannot be replaced'); END",
)


def upgrade() -> None:
    """Boards that are there already count as used today: nothing is deleted for a time that nobody wrote down."""
    today = int(time.time() // 86400)
    op.add_column("boards", sa.Column("active_on", sa.Integer(), nullable=False, server_default=str(today)))
    with op.batch_alter_table("boards") as boards:
        boards.alter_column("active_on", server_default=None)
        boards.create_index(op.f("ix_boards_active_on"), ["active_on"])
    op.create_index(op.f("ix_decisions_frozen_at"), "decisions", ["frozen_at"], unique=False)
    op.create_table(
        "tombstones",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("follows", sa.String(length=64), nullable=True),
        sa.Column("deleted_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_tombstones")),
    )
    op.create_index(op.f("ix_tombstones_follows"), "tombstones", ["follows"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        for guard in GUARDS:
            op.execute(guard)
