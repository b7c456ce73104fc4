"""Reading together: who is ready, and the questions about ideas and their answers that are not in the document."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Boards that are there begin without any."""
    op.create_table(
        "ready",
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("pseudonym", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("board", "pseudonym", name=op.f("pk_ready")),
        sqlite_with_rowid=False,
    )
    _of_questions("waiting_questions", sa.Column("idea", sa.String(), nullable=False), _text())
    _of_questions("waiting_answers", _text())
    answer = sa.Column("answer", sa.Text(), nullable=True)
    _of_questions("covered_questions", _text(), answer, sa.Column("with_idea", sa.Boolean(), nullable=False))


def _text() -> sa.Column[str]:
    return sa.Column("text", sa.Text(), nullable=False)


def _of_questions(table: str, *columns: sa.Column[str] | sa.Column[bool]) -> None:
    op.create_table(
        table,
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("board", "question", name=op.f(f"pk_{table}")),
        sqlite_with_rowid=False,
    )
