"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """All tables of a board, and decisions that no UPDATE can reach."""
    op.create_table(
        "ballots",
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("pseudonym", sa.LargeBinary(), nullable=False),
        sa.Column("dots", sa.JSON(), nullable=False),
        sa.Column("bold", sa.String(), nullable=True),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=True),
        sa.Column("proxy", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("board", "pseudonym", name=op.f("pk_ballots")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "boards",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("deadline", sa.Float(), nullable=True),
        sa.Column("left", sa.Float(), nullable=True),
        sa.Column("length", sa.Float(), nullable=True),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("next_number", sa.Integer(), nullable=False),
        sa.Column("letters", sa.JSON(), nullable=False),
        sa.Column("history", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boards")),
    )
    op.create_table(
        "consent_answers",
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("pseudonym", sa.LargeBinary(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("board", "pseudonym", name=op.f("pk_consent_answers")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "decisions",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("board", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("follows", sa.String(length=64), nullable=True),
        sa.Column("frozen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_board"), "decisions", ["board"], unique=False)
    op.create_index(op.f("ix_decisions_follows"), "decisions", ["follows"], unique=False)
    op.create_table(
        "ideas",
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("secret", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("board", "id", name=op.f("pk_ideas")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "keys",
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("board", "purpose", name=op.f("pk_keys")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "links",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_links")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_links_board"), "links", ["board"], unique=False)
    op.create_table(
        "log",
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("update", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("board", "epoch", "seq", name=op.f("pk_log")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quotas",
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("pseudonym", sa.LargeBinary(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("board", "pseudonym", name=op.f("pk_quotas")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "receipts",
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("option", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("board", "round", "option", "hash", name=op.f("pk_receipts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "seats",
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("board", "hash", name=op.f("pk_seats")),
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions "
            "BEGIN SELECT RAISE(ABORT, 'a frozen decision cannot be changed'); END"
        )
