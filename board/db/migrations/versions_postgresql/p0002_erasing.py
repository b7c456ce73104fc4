"""Notes the tables from which texts were deleted for good: their files have them until they are written afresh."""

import sqlalchemy as sa
from alembic import op

revision = "p0002"
down_revision = "p0001"

TEXTS = {
    "decisions": ("content",),
    "recaps": ("content",),
    "recap_pages": ("making",),
    "recap_feedback": ("helped", "unclear", "missing", "note"),
    "session_versions": ("text",),
}
"""table of all documents → its columns with texts, which ANALYZE may not copy into the system's tables"""
NOTE = (
    "CREATE FUNCTION note_deletion() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "IF EXISTS (SELECT 1 FROM gone) THEN INSERT INTO unerased (relation) SELECT unnest(TG_ARGV); END IF; "
    "RETURN NULL; END $$"
)
# Versions of a text are thinned out all the time; they are to be in no file once their session is deleted.
DELETED_WITH = {"session_versions": "worksessions"}


def upgrade() -> None:
    op.create_table(
        "unerased",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), primary_key=True),
        sa.Column("relation", sa.String(), nullable=False),
    )
    op.execute(NOTE)
    for table, columns in TEXTS.items():
        op.execute(f"ALTER TABLE {table} " + ", ".join(f"ALTER {column} SET STATISTICS 0" for column in columns))
        op.execute(
            f"CREATE TRIGGER {table}_deleted AFTER DELETE ON {DELETED_WITH.get(table, table)} "
            f"REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note_deletion('{table}')"
        )
