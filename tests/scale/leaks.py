"""Ways of storing a board on PostgreSQL that would tell: each of them must be found by whoever reads the files."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from random import SystemRandom
from typing import Any, TypeVar

import pytest
from sqlalchemy import Connection, create_engine

from board.brainstorm.commands import dispatch as boards
from board.brainstorm.state.parts import PRIVATE_ROWS as BOARDS
from board.db import rows
from board.db.base import metadata
from board.live.handlers import Handlers
from board.live.stored import documents, private_rows, update_log
from board.live.stored.documents import own
from board.protocol.commands import AddIdea
from board.protocol.worksession.commands import AnswerAgreement
from board.worksessions.commands import dispatch as sessions
from board.worksessions.state.parts import PRIVATE_ROWS as SESSIONS
from tests.scale.cluster import Database
from tests.scale.played import Moment

T = TypeVar("T")
OPEN = ("ideas", "quotas")


def rows_of_all_boards(patch: pytest.MonkeyPatch, database: Database) -> None:
    """Ideas and how much people wrote are in tables of all boards, as on SQLite."""
    engine = create_engine(database.url)
    metadata.create_all(engine, [metadata.tables[name] for name in OPEN])
    engine.dispose()
    parts = [
        private_rows.RowsPart(part._field, replace(part.rows, forgettable=part.rows.table.name not in OPEN))
        for part in BOARDS._parts
    ]
    patch.setattr(BOARDS, "_parts", parts)
    patch.setattr(BOARDS, "_whole", [part for part in parts if part.rows.forgettable])
    patch.setattr(BOARDS, "_others", [part for part in parts if not part.rows.forgettable])


def seats_beside_ideas(patch: pytest.MonkeyPatch, _database: Database) -> None:
    """The transaction that stores an idea writes the seat of its author somewhere else."""
    _seats_beside(patch, boards.HANDLERS, AddIdea, "idea", BOARDS)


def seats_beside_answers(patch: pytest.MonkeyPatch, _database: Database) -> None:
    """The transaction that stores an answer to a check writes the seat of whoever gave it somewhere else."""
    _seats_beside(patch, sessions.HANDLERS, AnswerAgreement, "reason", SESSIONS)


def _seats_beside(
    patch: pytest.MonkeyPatch,
    handlers: Handlers,
    kind: type,
    field: str,
    of: Any,  # noqa: ANN401 the private rows of any kind of document
) -> None:
    function, save, noted = handlers[kind], of.save, list[bytes]()

    def noting(context: Any, command: Any) -> object:  # noqa: ANN401
        noted.extend((context.person.seat, getattr(command, field).encode()))
        return function(context, command)

    def saving(conn: Connection, state: Any) -> None:  # noqa: ANN401
        save(conn, state)
        conn.exec_driver_sql("CREATE TABLE IF NOT EXISTS seen (what bytea)")
        for one in noted:
            conn.exec_driver_sql("INSERT INTO seen VALUES (%s)", (one,))
        noted.clear()

    patch.setitem(handlers, kind, noting)
    patch.setattr(of, "save", saving)


def rows_deleted(patch: pytest.MonkeyPatch, _database: Database) -> None:
    """Private rows are replaced by DELETE, which leaves those before in its page."""

    def put(conn: Connection, document: str, content: dict[str, list[list[object]]]) -> None:
        conn.exec_driver_sql(own("DELETE FROM private_rows.{}", document))
        conn.exec_driver_sql(own("INSERT INTO private_rows.{} VALUES (%s)", document), (private_rows._encode(content),))

    patch.setattr(private_rows, "_put", put)


def logs_deleted(patch: pytest.MonkeyPatch, _database: Database) -> None:
    """The updates of an epoch are deleted, which leaves them in their pages."""

    def empty(conn: Connection, *, document: str) -> None:
        conn.exec_driver_sql(own("DELETE FROM logs.{}", document))

    patch.setattr(update_log, "empty_log", empty)


class InOrder(SystemRandom):
    """Draws nothing."""

    def sample(self, population: Collection[T], k: int, **_: object) -> list[T]:
        return list(population)[:k]


def order_kept(patch: pytest.MonkeyPatch, _database: Database) -> None:
    """Private rows stand in the order in which they were added."""
    patch.setattr(rows, "_random", InOrder())


def statistics_kept(patch: pytest.MonkeyPatch, _database: Database) -> None:
    """ANALYZE looks at the updates of a document."""
    create = documents.create_table

    def creating(conn: Connection, schema: str, document: str, columns: Mapping[str, str], *also: str) -> None:
        create(conn, schema, document, columns, *also)
        seen = ", ".join(f"ALTER {name} SET STATISTICS -1" for name in columns)
        conn.exec_driver_sql(own(f"ALTER TABLE {schema}.{{}} {seen}", document))

    patch.setattr(update_log, "create_table", creating)


TOLD = [
    (rows_of_all_boards, Moment.WRITING, "WRITING: idea → pseudonym, one transaction"),
    (seats_beside_ideas, Moment.WRITING, "WRITING: idea → seat, one transaction"),
    (rows_deleted, Moment.WRITING, "WRITING: idea → pseudonym, one transaction"),
    (order_kept, Moment.WRITING, "WRITING: one author of ideas"),
    (order_kept, Moment.VOTING, "VOTING: ballot → voter, the same place in an order"),
]
"""the leak, until when it is played, and what the attacker learns"""

LEFT = [
    (rows_deleted, Moment.REVEALED, "private_rows."),
    (logs_deleted, Moment.COUNTED, "logs."),
    (statistics_kept, Moment.COUNTED, "pg_catalog.pg_statistic"),
]
"""the leak, until when it is played, and where something is left"""
