"""The text of a session as several people write it: a document of its own, its epoch, and who writes under which id.

It was a field of the governed document. That one is written whole, without the text and in a new epoch, so that pages
from before take it whole as well.
"""

import pycrdt
import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

ROOTS = ("meta", "conditions", "agenda", "people", "tasks", "parked", "agreements")
LOG = sa.table(
    "log", sa.column("document"), sa.column("epoch"), sa.column("seq"), sa.column("update", sa.LargeBinary())
)
SESSIONS = sa.table("worksessions", sa.column("id"), sa.column("epoch"))
UNKNOWN = {"text_epoch": 1, "text_digest": "", "headings": [], "characters": 0, "words": 0, "written": False}
"""what follows from the text is found out when the session is next opened"""


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
    connection = op.get_bind()
    for session, epoch in connection.execute(sa.select(SESSIONS.c.id, SESSIONS.c.epoch)).all():
        _part(connection, session, epoch)


def _part(connection: sa.Connection, session: str, epoch: int) -> None:
    of_session = LOG.c.document == session
    updates = connection.scalars(sa.select(LOG.c.update).where(of_session, LOG.c.epoch == epoch).order_by(LOG.c.seq))
    before: pycrdt.Doc[pycrdt.Map[object]] = pycrdt.Doc()
    after: pycrdt.Doc[pycrdt.Map[object]] = pycrdt.Doc()
    co_written: pycrdt.Doc[pycrdt.Text] = pycrdt.Doc()
    for update in updates:
        before.apply_update(update)
    content = {root: before.get(root, type=pycrdt.Map).to_py() or {} for root in ROOTS}
    text = str(content["meta"].pop("text", ""))
    content["meta"].pop("version", None)
    content["meta"] |= UNKNOWN
    with after.transaction():
        for root, values in content.items():
            after.get(root, type=pycrdt.Map).update(values)
    co_written.get("artifact", type=pycrdt.Text).insert(0, text)
    connection.execute(sa.delete(LOG).where(of_session))
    connection.execute(sa.update(SESSIONS).where(SESSIONS.c.id == session).values(epoch=epoch + 1))
    rows = ((session, epoch + 1, after), (f"{session}/text", 1, co_written))
    for document, begun, written in rows:
        row = {"document": document, "epoch": begun, "seq": 1, "update": written.get_update()}
        connection.execute(sa.insert(LOG).values(row))
