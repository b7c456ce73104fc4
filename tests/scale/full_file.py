"""A SQLite file with boards in every phase, sessions in every state, and something in each table."""

from pathlib import Path

from sqlalchemy import LargeBinary, insert
from sqlalchemy import create_engine as create_plain_engine

from board.copying import rows
from board.db.base import metadata
from board.db.engine import create_engine
from board.db.migrate import migrate
from board.seed import seed
from tests.decisions import kept as decision
from tests.recaps import kept as recap
from tests.scale import stored

UNSEEN = {"late": 0, "done": False, "new": True, "level": 3, "state": "shown"}
"""values that a table takes only from a list"""


def filler(table: str, board: str, session: str) -> dict[str, object]:
    """A row that nothing refers to; what belongs to a document belongs to one that is there."""
    given: dict[str, object] = UNSEEN | ({} if table in rows.REPLACED else {"board": board, "session": session})
    row: dict[str, object] = {}
    for column in metadata.tables[table].columns:
        kind = column.type.python_type
        made = b"\xffbytes of " + column.name.encode() if isinstance(column.type, LargeBinary) else kind()
        row[column.name] = given.get(column.name, f"a {column.name} <é>" if made == "" else made)
    return row


def fill(file: Path) -> None:
    """A row in each table that the seed left empty."""
    engine = create_plain_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        board = connection.exec_driver_sql("SELECT id FROM boards WHERE phase = 'vote'").scalar_one()
        session = connection.exec_driver_sql("SELECT max(id) FROM worksessions").scalar_one()
        for name in sorted(stored.WHOLE | stored.IN_LEDGERS):
            if not connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one():  # noqa: S608
                connection.execute(insert(metadata.tables[name]), [filler(name, board, session)])
        for kept, table in ((decision, "decisions"), (recap, "recaps")):
            connection.exec_driver_sql(
                f"INSERT INTO {table} VALUES (?, 'gone', ?, NULL, 1)",  # noqa: S608
                (kept.SHA256, kept.CONTENT),
            )
    engine.dispose()


async def play(url: str) -> None:
    await migrate(url, metadata)
    engine = create_engine(url)
    await seed(engine, address="http://board.example")
    await engine.dispose()
