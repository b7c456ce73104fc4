"""The tables that the documents of all boards and sessions share, and what guards frozen records."""

import sqlalchemy as sa
from alembic import op

revision = "p0001"
down_revision = None

TEXT = sa.String(collation="C")
"""ordered by bytes, as on SQLite: the sessions of a chain are looked up by the range of their ids"""

GUARD = "RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog"
# With its schema: a temporary table of this name would come before it.
BURIED = "EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I.tombstones WHERE sha256 = $1)', TG_TABLE_SCHEMA) INTO buried"

REFUSE = f"CREATE FUNCTION refuse() {GUARD} AS $$ BEGIN RAISE EXCEPTION 'a % does not allow this', TG_ARGV[0]; END $$"
REST = (
    f"CREATE FUNCTION stay_deleted() {GUARD} AS $$ DECLARE buried boolean; BEGIN {BURIED} USING NEW.sha256; "
    "IF buried THEN RAISE EXCEPTION 'a deleted record does not come back'; END IF; RETURN NEW; END $$"
)
LEAVE = (
    f"CREATE FUNCTION leave_tombstone() {GUARD} AS $$ DECLARE buried boolean; BEGIN {BURIED} USING OLD.sha256; "
    "IF NOT buried THEN RAISE EXCEPTION 'a frozen record is deleted only with a tombstone'; END IF; RETURN OLD; END $$"
)
GUARDS = (
    REFUSE,
    REST,
    LEAVE,
    *(
        f"CREATE TRIGGER {name} {event} ON {table} {call}"
        for table in ("decisions", "recaps")
        for name, event, call in (
            (f"{table}_stay", "BEFORE UPDATE", "FOR EACH ROW EXECUTE FUNCTION refuse('frozen record')"),
            (f"{table}_rest", "BEFORE INSERT", "FOR EACH ROW EXECUTE FUNCTION stay_deleted()"),
            (f"{table}_leave", "BEFORE DELETE", "FOR EACH ROW EXECUTE FUNCTION leave_tombstone()"),
            (f"{table}_all", "BEFORE TRUNCATE", "EXECUTE FUNCTION refuse('frozen record')"),
        )
    ),
    "CREATE TRIGGER tombstones_stay BEFORE UPDATE OR DELETE ON tombstones "
    "FOR EACH ROW EXECUTE FUNCTION refuse('tombstone')",
    "CREATE TRIGGER tombstones_all BEFORE TRUNCATE ON tombstones EXECUTE FUNCTION refuse('tombstone')",
)


def upgrade() -> None:
    """What a document must be able to forget is in tables of its own, in two schemas: the server makes them."""
    for schema in ("private_rows", "logs"):
        op.execute(sa.schema.CreateSchema(schema))
    op.create_table(
        "documents",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        postgresql_with={"fillfactor": 50},
    )
    op.create_table(
        "board_sessions",
        sa.Column("board", TEXT, nullable=False),
        sa.Column("chain", TEXT, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("board", name=op.f("pk_board_sessions")),
    )
    op.create_index(op.f("ix_board_sessions_chain"), "board_sessions", ["chain"], unique=False)
    op.create_table(
        "boards",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("phase", TEXT, nullable=False),
        sa.Column("deadline", sa.Float(), nullable=True),
        sa.Column("left", sa.Float(), nullable=True),
        sa.Column("length", sa.Float(), nullable=True),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("next_number", sa.Integer(), nullable=False),
        sa.Column("late_people", sa.Integer(), nullable=False),
        sa.Column("letters", sa.JSON(), nullable=False),
        sa.Column("history", sa.JSON(), nullable=False),
        sa.Column("active_on", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boards")),
    )
    op.create_index(op.f("ix_boards_active_on"), "boards", ["active_on"], unique=False)
    op.create_table(
        "chains",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("newest", TEXT, nullable=False),
        sa.Column("generations", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chains")),
    )
    op.create_table(
        "decision_sessions",
        sa.Column("chain", TEXT, nullable=False),
        sa.Column("decision", sa.String(64, collation="C"), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("chain", name=op.f("pk_decision_sessions")),
    )
    op.create_index(op.f("ix_decision_sessions_decision"), "decision_sessions", ["decision"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("sha256", sa.String(64, collation="C"), nullable=False),
        sa.Column("board", sa.String(64, collation="C"), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("follows", sa.String(64, collation="C"), nullable=True),
        sa.Column("frozen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_board"), "decisions", ["board"], unique=False)
    op.create_index(op.f("ix_decisions_follows"), "decisions", ["follows"], unique=False)
    op.create_index(op.f("ix_decisions_frozen_at"), "decisions", ["frozen_at"], unique=False)
    op.create_table(
        "deleted_links",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_deleted_links")),
    )
    op.create_table(
        "deleted_session_links",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_deleted_session_links")),
    )
    op.create_table(
        "deleted_worksessions",
        sa.Column("id", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deleted_worksessions")),
    )
    op.create_table(
        "links",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("board", TEXT, nullable=False),
        sa.Column("role", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_links")),
    )
    op.create_index(op.f("ix_links_board"), "links", ["board"], unique=False)
    op.create_table(
        "recap_feedback",
        sa.Column("chain", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("session", TEXT, nullable=False),
        sa.Column("recap", sa.String(64, collation="C"), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("claim", sa.LargeBinary(), nullable=False),
        sa.Column("helped", TEXT, nullable=False),
        sa.Column("unclear", TEXT, nullable=False),
        sa.Column("missing", TEXT, nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("answer", TEXT, nullable=True),
        sa.Column("note", TEXT, nullable=True),
        sa.Column("told_in", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("chain", "id", name=op.f("pk_recap_feedback")),
    )
    op.create_index(op.f("ix_recap_feedback_recap"), "recap_feedback", ["recap"], unique=False)
    op.create_index(op.f("ix_recap_feedback_session"), "recap_feedback", ["session"], unique=False)
    op.create_table(
        "recap_pages",
        sa.Column("sha256", sa.String(64, collation="C"), nullable=False),
        sa.Column("session", TEXT, nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("making", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_recap_pages")),
    )
    op.create_index(op.f("ix_recap_pages_session"), "recap_pages", ["session"], unique=False)
    op.create_table(
        "recaps",
        sa.Column("sha256", sa.String(64, collation="C"), nullable=False),
        sa.Column("session", sa.String(64, collation="C"), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("follows", sa.String(64, collation="C"), nullable=True),
        sa.Column("frozen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_recaps")),
    )
    op.create_index(op.f("ix_recaps_follows"), "recaps", ["follows"], unique=False)
    op.create_index(op.f("ix_recaps_frozen_at"), "recaps", ["frozen_at"], unique=False)
    op.create_index(op.f("ix_recaps_session"), "recaps", ["session"], unique=False)
    op.create_table(
        "receipts",
        sa.Column("board", TEXT, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("option", TEXT, nullable=False),
        sa.Column("hash", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("board", "round", "option", "hash", name=op.f("pk_receipts")),
    )
    op.create_table(
        "renewed_links",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_renewed_links")),
    )
    op.create_table(
        "session_boards",
        sa.Column("board", TEXT, nullable=False),
        sa.Column("chain", TEXT, nullable=False),
        sa.Column("session", TEXT, nullable=False),
        sa.Column("item", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("board", name=op.f("pk_session_boards")),
    )
    op.create_index(op.f("ix_session_boards_chain"), "session_boards", ["chain"], unique=False)
    op.create_index(op.f("ix_session_boards_session"), "session_boards", ["session"], unique=False)
    op.create_table(
        "session_lines",
        sa.Column("session", TEXT, nullable=False),
        sa.Column("line", TEXT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("session", "line", name=op.f("pk_session_lines")),
    )
    op.create_table(
        "session_links",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("chain", TEXT, nullable=False),
        sa.Column("link", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_session_links")),
    )
    op.create_index(op.f("ix_session_links_chain"), "session_links", ["chain"], unique=False)
    op.create_table(
        "session_seats",
        sa.Column("session", TEXT, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("person", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("session", "hash", name=op.f("pk_session_seats")),
    )
    op.create_table(
        "session_versions",
        sa.Column("session", TEXT, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("session", "number", name=op.f("pk_session_versions")),
    )
    op.create_table(
        "tombstones",
        sa.Column("sha256", sa.String(64, collation="C"), nullable=False),
        sa.Column("follows", sa.String(64, collation="C"), nullable=True),
        sa.Column("deleted_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_tombstones")),
    )
    op.create_index(op.f("ix_tombstones_follows"), "tombstones", ["follows"], unique=False)
    op.create_table(
        "worksessions",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("text_epoch", sa.Integer(), nullable=False),
        sa.Column("undo", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("touched_at", sa.Float(), nullable=False),
        sa.Column("active_on", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worksessions")),
    )
    op.create_index(op.f("ix_worksessions_active_on"), "worksessions", ["active_on"], unique=False)
    op.create_table(
        "address_counts",
        sa.Column("hash", sa.LargeBinary(), primary_key=True),
        sa.Column("empty_at", sa.Double(), nullable=False),
        prefixes=["UNLOGGED"],
    )
    op.create_index(op.f("ix_address_counts_empty_at"), "address_counts", ["empty_at"], unique=False)
    for guard in GUARDS:
        op.execute(guard)
