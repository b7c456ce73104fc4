"""Ideas as rows: what is not in the document, and the hash of each idea's claim secret. No author column, no time.

`waiting_changes` holds what authors changed in ideas that everybody sees until it enters the document. Its rows name
no author and no time either, and each new row rewrites all of its board in random order. So it is with questions and
answers that wait; a question that is in the document has a row only while it is hidden.
"""

from sqlalchemy import Boolean, Column, LargeBinary, String, Table, Text

from board.db.base import metadata

ideas = Table(
    "ideas",
    metadata,
    Column("board", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("state", String, nullable=False),
    Column("text", Text),
    Column("secret", LargeBinary),
    sqlite_with_rowid=False,
)

waiting_changes = Table(
    "waiting_changes",
    metadata,
    Column("board", String, primary_key=True),
    Column("idea", String, primary_key=True),
    Column("text", Text),
    Column("withdrawn", Boolean, nullable=False),
    Column("name", Text),
    sqlite_with_rowid=False,
)

waiting_questions = Table(
    "waiting_questions",
    metadata,
    Column("board", String, primary_key=True),
    Column("question", String, primary_key=True),
    Column("idea", String, nullable=False),
    Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)

waiting_answers = Table(
    "waiting_answers",
    metadata,
    Column("board", String, primary_key=True),
    Column("question", String, primary_key=True),
    Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)

covered_questions = Table(
    "covered_questions",
    metadata,
    Column("board", String, primary_key=True),
    Column("question", String, primary_key=True),
    Column("text", Text, nullable=False),
    Column("answer", Text),
    Column("with_idea", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
