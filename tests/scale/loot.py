"""What somebody has who gets the data folder of a PostgreSQL: every file, and every version of a row in them."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from tests.scale.cluster import Database
from tests.scale.heap import Column, Found, Outside, Row, plain, rows

WAL = "pg_wal"
ALIGNMENT = {"c": 1, "s": 2, "i": 4, "d": 8}
# Large values of a table are in a second one, which is called after its number: here after its name.
RELATIONS = """
    SELECT c.oid, CASE WHEN o.oid IS NULL THEN '' ELSE 'toast.' END || n.nspname || '.' ||
        coalesce(o.relname, c.relname), pg_relation_filenode(c.oid)::text, c.relkind IN ('r', 't', 'm')
    FROM pg_class c LEFT JOIN pg_class o ON o.reltoastrelid = c.oid
    JOIN pg_namespace n ON n.oid = coalesce(o.relnamespace, c.relnamespace) WHERE pg_relation_filenode(c.oid) > 0
"""
TOAST = "toast."
COLUMNS = "SELECT attrelid, attlen, attalign FROM pg_attribute WHERE attnum > 0 ORDER BY attrelid, attnum"
LEDGERS = "private_rows."


@dataclass(frozen=True, slots=True)
class Line:
    """Something that one transaction wrote: a row, or one of the private rows of a document."""

    xid: int
    relation: str
    place: tuple[int, int, int]
    """page, place on the page, and which of the private rows"""
    found: Found
    content: bytes
    """the values of the row one after the other, each as it was before it was compressed or put elsewhere"""


@dataclass(frozen=True)
class Relation:
    """A table or an index, as the system's tables tell."""

    oid: int
    name: str
    has_rows: bool
    columns: Sequence[Column]


@dataclass
class Loot:
    """All of it, at one moment after a checkpoint."""

    files: Mapping[str, bytes]
    """path below the data folder → content, of those that changed; without pg_wal and without other databases"""
    wal: bytes
    lines: list[Line] = field(default_factory=list)

    @functools.cached_property
    def _all(self) -> bytes:
        return b"\n".join([*self.files.values(), *(line.content for line in self.lines)])

    def holding(self, text: bytes) -> list[str]:
        """Where something is: the tables with a row that holds it, otherwise the files."""
        if text not in self._all:
            return []
        tables = sorted({line.relation for line in self.lines if text in line.content})
        return tables or [path for path, content in self.files.items() if text in content]


def take(database: Database, before: Mapping[str, bytes] | None = None, since: int = 0) -> Loot:
    """Reads every file, but what did not change since `before`; of the rows those that a transaction with this number
    or a later one wrote."""
    with database.superuser() as connection:
        connection.execute("CHECKPOINT")
        columns: dict[int, list[Column]] = {}
        for oid, length, align in connection.execute(COLUMNS):
            columns.setdefault(oid, []).append(Column(length, ALIGNMENT[align]))
        relations = {
            number: Relation(oid, name, has_rows, columns.get(oid, []))
            for oid, name, number, has_rows in connection.execute(RELATIONS)
        }
        (own,) = connection.execute("SELECT oid FROM pg_database WHERE datname = current_database()").fetchone() or (0,)
    data = database.cluster.data
    files = dict(_files(data, f"base/{own}"))
    wal = b"".join(path.read_bytes() for path in sorted((data / WAL).glob("[0-9A-F]*")))
    if before is not None:
        files = {path: content for path, content in files.items() if before.get(path) != content}
    return Loot(files, wal, list(_lines(files, relations, f"base/{own}/", since)))


def take_analyzed(database: Database, before: Mapping[str, bytes] | None = None, since: int = 0) -> Loot:
    """The same after ANALYZE, which copies values into the statistics. Autovacuum does it now and then."""
    with database.superuser() as connection:
        connection.execute("ANALYZE")
    return take(database, before, since)


def next_transaction(database: Database) -> int:
    """The number of a transaction that begins now."""
    with database.superuser() as connection:
        (number,) = connection.execute("SELECT pg_current_xact_id()::text").fetchone() or ("0",)
    return int(number)


def _files(data: Path, own: str) -> Iterator[tuple[str, bytes]]:
    """Those of other databases of the same server are of no concern."""
    for path in data.rglob("*"):
        name = path.relative_to(data).as_posix()
        if name.startswith(WAL) or (name.startswith("base/") and not name.startswith((f"{own}/", "base/pgsql_tmp"))):
            continue
        try:
            if path.is_file():
                yield name, path.read_bytes()
        except FileNotFoundError:
            # It was unlinked since: a temporary file, or one that a checkpoint removes.
            continue


def _lines(files: Mapping[str, bytes], relations: Mapping[str, Relation], own: str, since: int) -> Iterator[Line]:
    found: list[tuple[Relation, Row]] = []
    for path, content in files.items():
        number = path.removeprefix(own).partition(".")[0]
        relation = relations.get(number)
        if relation is not None and path.startswith(own) and relation.has_rows:
            found += [(relation, row) for row in rows(content, since)]
    outside = _outside(found)
    for relation, row in found:
        values = [_whole(value, column, outside) for value, column in _stored(relation, row)]
        for at, content in enumerate(_split(relation, values)):
            yield Line(row.xmin, relation.name, (row.page, row.at, at), row.found, content)


def _stored(relation: Relation, row: Row) -> Iterator[tuple[bytes, Column]]:
    for value, column in zip(row.values(relation.columns), relation.columns, strict=False):
        if value is not None:
            yield value, column


def _outside(found: Sequence[tuple[Relation, Row]]) -> dict[tuple[int, int], dict[int, bytes]]:
    """The pieces of large values: (TOAST table, value) → number → piece."""
    pieces: dict[tuple[int, int], dict[int, bytes]] = {}
    for relation, row in found:
        if not relation.name.startswith(TOAST):
            continue
        values = row.values(relation.columns)
        if len(values) == 3 and None not in values:
            value, number = (int.from_bytes(one or b"", "little") for one in values[:2])
            piece = plain(values[2] or b"")
            if isinstance(piece, bytes):
                pieces.setdefault((relation.oid, value), {})[number] = piece
    return pieces


def _whole(value: bytes, column: Column, outside: Mapping[tuple[int, int], Mapping[int, bytes]]) -> bytes:
    if column.length != -1:
        return value
    content = plain(value)
    if not isinstance(content, Outside):
        return content
    pieces = outside.get((content.table, content.value), {})
    whole = b"".join(pieces[number] for number in sorted(pieces))
    return content.unpacked(whole)


def _split(relation: Relation, values: Sequence[bytes]) -> list[bytes]:
    """The row of a document holds private rows of many kinds, in an order that tells nothing."""
    if relation.name.startswith(LEDGERS) and values:
        try:
            content = msgspec.msgpack.decode(values[0])
            return [name.encode() + b" " + msgspec.msgpack.encode(row) for name in content for row in content[name]]
        except (msgspec.DecodeError, TypeError, AttributeError):
            # What is carved may be broken off.
            pass
    return [b"\x1f".join(values)]
