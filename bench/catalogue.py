"""What it costs PostgreSQL to forget: tables of its own for each board, as Shortlist has them, or partitions.

`python -m bench catalogue` measures both on a PostgreSQL of its own, which is deleted afterwards.
"""

import contextlib
import secrets
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from sqlalchemy import Connection, Engine, create_engine

from board.brainstorm.state.parts import PRIVATE_ROWS
from board.live.stored import update_log
from tests.scale.cluster import Database, cluster

BOARDS, QUICK = 10_000, 200
MINUTES = 5.0
"""after which no more boards are opened to fill a database; the figures then say how many there are"""
AT_ONCE = 50
"""boards that are opened in one transaction while the database is filled"""
SAMPLE = 100
"""boards that are timed one by one when all others are there"""
TOUCHED = 1_000
"""boards that one connection reads and writes before its memory is measured"""
STORED = b"\x80" * 1500
"""about what the private rows of a board take with ten ideas"""
UPDATE = b"\x80" * 200
CATALOGUES = ("pg_class", "pg_attribute", "pg_type", "pg_depend", "pg_index", "pg_constraint", "pg_inherits")

Figures = dict[str, float]


class Way(NamedTuple):
    """One way of storing what boards have to forget: statements, with `{0}` for the id of a board."""

    name: str
    prepare: tuple[str, ...]
    open: Callable[[Connection, str], object]
    change: tuple[str, ...]
    """what the commit of a change does"""
    forget: tuple[str, ...]
    """what a reveal does: the log so far is gone"""
    read: tuple[str, ...]


def _open_own(conn: Connection, board: str) -> None:
    """As Shortlist does it."""
    update_log.create_log(conn, document=board)
    PRIVATE_ROWS.create(conn, board)


def _open_partitions(conn: Connection, board: str) -> None:
    for statement in (*_PARTITIONS, _PUT):
        _run(conn, statement, board)


_PARTITIONS = (
    "CREATE TABLE \"private {0}\" PARTITION OF private FOR VALUES IN ('{0}')",
    "CREATE TABLE \"log {0}\" PARTITION OF log FOR VALUES IN ('{0}')",
)
_PUT = "INSERT INTO private VALUES ('{0}', %(stored)s)"

OWN = Way(
    "own tables",
    (),
    _open_own,
    (
        'TRUNCATE private_rows."{0}"',
        'INSERT INTO private_rows."{0}" VALUES (%(stored)s)',
        'INSERT INTO logs."{0}" VALUES (1, (SELECT coalesce(max(seq), 0) + 1 FROM logs."{0}"), %(update)s)',
    ),
    (
        'TRUNCATE logs."{0}"',
        'INSERT INTO logs."{0}" VALUES (2, 1, %(update)s)',
        'TRUNCATE private_rows."{0}"',
        'INSERT INTO private_rows."{0}" VALUES (%(stored)s)',
    ),
    ('SELECT content FROM private_rows."{0}"', 'SELECT seq, "update" FROM logs."{0}" WHERE epoch = 1 ORDER BY seq'),
)
PARTITIONS = Way(
    "list partitions",
    (
        "CREATE TABLE private (document text NOT NULL, content bytea NOT NULL) PARTITION BY LIST (document)",
        'CREATE TABLE log (document text, epoch integer, seq integer, "update" bytea NOT NULL,'
        " PRIMARY KEY (document, epoch, seq)) PARTITION BY LIST (document)",
    ),
    _open_partitions,
    (
        'TRUNCATE "private {0}"',
        _PUT,
        "INSERT INTO log VALUES"
        " ('{0}', 1, (SELECT coalesce(max(seq), 0) + 1 FROM log WHERE document = '{0}'), %(update)s)",
    ),
    (
        'DROP TABLE "private {0}", "log {0}"',
        *_PARTITIONS,
        _PUT,
        "INSERT INTO log VALUES ('{0}', 2, 1, %(update)s)",
    ),
    (
        "SELECT content FROM private WHERE document = '{0}'",
        "SELECT seq, \"update\" FROM log WHERE document = '{0}' AND epoch = 1 ORDER BY seq",
    ),
)
WAYS = (OWN, PARTITIONS)


def _run(conn: Connection, statement: str, board: str) -> None:
    given = {name: value for name, value in {"stored": STORED, "update": UPDATE}.items() if f"%({name})s" in statement}
    conn.exec_driver_sql(statement.format(board), given)


def _doing(statements: tuple[str, ...]) -> Callable[[Connection, str], None]:
    def do(conn: Connection, board: str) -> None:
        for statement in statements:
            _run(conn, statement, board)

    return do


def measure(way: Way, database: Database, boards: int, minutes: float) -> Figures:
    """Fills a database with boards, and measures on top of them."""
    engine = create_engine(database.url, pool_size=1, max_overflow=0)
    with engine.begin() as conn:
        _doing(way.prepare)(conn, "")
    there, took = _fill(engine, way, boards, minutes)
    print(f"{way.name}: {len(there)} boards after {took:.0f} s", file=sys.stderr, flush=True)
    # Every board is written to at some time.
    sample = there[:: max(1, len(there) // SAMPLE)][:SAMPLE]
    figures = {
        "boards": len(there),
        "filling s": took,
        "open ms": _median(engine, way.open, [_id() for _ in range(SAMPLE)]),
        "change ms": _median(engine, _doing(way.change), sample),
        "read ms": _median(engine, _doing(way.read), sample),
        "forget ms": _median(engine, _doing(way.forget), sample),
        "planning ms": _planning(engine, way, sample),
    }
    engine.dispose()
    return figures | _memory(way, database, there[:TOUCHED]) | _catalogues(database)


def _fill(engine: Engine, way: Way, boards: int, minutes: float) -> tuple[list[str], float]:
    there: list[str] = []
    began = time.monotonic()
    while len(there) < boards and time.monotonic() - began < minutes * 60:
        new = [_id() for _ in range(min(AT_ONCE, boards - len(there)))]
        with engine.begin() as conn:
            conn.exec_driver_sql("SET LOCAL synchronous_commit = off")
            for board in new:
                way.open(conn, board)
        there += new
    return there, time.monotonic() - began


def _id() -> str:
    return secrets.token_urlsafe(18)


def _median(engine: Engine, do: Callable[[Connection, str], object], boards: list[str]) -> float:
    """Milliseconds of a transaction, its commit included."""
    took = []
    for board in boards:
        began = time.perf_counter()
        with engine.begin() as conn:
            do(conn, board)
        took.append(time.perf_counter() - began)
    return median(took) * 1000


def _planning(engine: Engine, way: Way, boards: list[str]) -> float:
    """Milliseconds that the planner needs to read one board, on a connection that has planned before."""
    took = []
    with engine.connect() as conn:
        for board in boards:
            lines = conn.exec_driver_sql("EXPLAIN (ANALYZE, SUMMARY) " + way.read[-1].format(board)).scalars().all()
            took += [float(line.split()[2]) for line in lines if line.startswith("Planning Time")]
    return median(took)


def _memory(way: Way, database: Database, boards: list[str]) -> Figures:
    """Bytes that a connection of the pool holds, until it is closed, after it has read and written these boards."""
    engine = create_engine(database.url, pool_size=1, max_overflow=0)
    with engine.connect() as conn:
        pid = int(conn.exec_driver_sql("SELECT pg_backend_pid()").scalar_one())
        conn.rollback()
        before = anonymous(pid)
        for board in boards:
            _doing(way.read)(conn, board)
            _doing(way.change)(conn, board)
            conn.commit()
        grown = anonymous(pid) - before
    engine.dispose()
    return {"touched": len(boards), "memory MB": grown / 1024}


def anonymous(pid: int) -> int:
    """Kilobytes of a process that no other shares; none of one that has ended."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text("ascii").splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1])
    return 0


def _catalogues(database: Database) -> Figures:
    """Rows and bytes of the system's tables, with their indexes and what is dead in them, and files of the database."""
    figures: Figures = {}
    with database.superuser() as connection:
        for name in CATALOGUES:
            rows, size = connection.execute(
                f"SELECT count(*), pg_total_relation_size('{name}') FROM {name}"  # noqa: S608 - our names
            ).fetchone() or (0, 0)
            figures[f"{name} rows"], figures[f"{name} MB"] = rows, size / 2**20
        size, oid = connection.execute(
            "SELECT pg_database_size(datname), oid FROM pg_database WHERE datname = current_database()"
        ).fetchone() or (0, 0)
        figures["database MB"] = size / 2**20
        figures["files"] = sum(1 for _ in (database.cluster.data / "base" / str(oid)).iterdir())
    return figures


def table(found: Mapping[str, Figures]) -> str:
    """The figures of all ways side by side, as Markdown."""
    names = list(next(iter(found.values())))
    lines = ["| | " + " | ".join(found) + " |", "| --- |" + " ---: |" * len(found)]
    for name in names:
        lines.append(f"| {name} | " + " | ".join(_told(figures[name]) for figures in found.values()) + " |")
    return "\n".join(lines)


def _told(figure: float) -> str:
    if figure >= 100 or figure == int(figure):
        return f"{figure:,.0f}"
    return f"{figure:.1f}" if figure >= 1 else f"{figure:.2f}"


def main(boards: int, minutes: float) -> int:
    """Measures one way after the other and prints the table. Each is filled for at most `minutes`."""
    found: dict[str, Figures] = {}
    with cluster() as postgres:
        for way in WAYS:
            with postgres.database() as database:
                found[way.name] = measure(way, database, boards, minutes)
    print(table(found))
    return 0
