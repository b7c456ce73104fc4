"""The tables of frozen records. The bytes are the record; the other columns only serve to find it.

Triggers make a row immutable. A record can only be deleted as a whole, and only after its address was entered into
`tombstones`, which keeps the address for good and rejects any other record there, of whatever kind.
"""

from sqlalchemy import DDL, BigInteger, Column, LargeBinary, String, Table, event

from board.db.base import metadata


def _records(name: str, source: str) -> Table:
    """The table of one kind of record. `source` is the column with the id of what a record was made of."""
    return Table(
        name,
        metadata,
        Column("sha256", String(64), primary_key=True),
        Column(source, String(64), nullable=False, index=True),
        Column("content", LargeBinary, nullable=False),
        Column("follows", String(64), nullable=True, index=True),
        Column("frozen_at", BigInteger, nullable=False, index=True),
    )


decisions = _records("decisions", "board")
recaps = _records("recaps", "session")

# `follows` stays, so that the chain of records can still be followed past a deleted one.
tombstones = Table(
    "tombstones",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("follows", String(64), nullable=True, index=True),
    Column("deleted_at", BigInteger, nullable=False),
)

# REPLACE deletes conflicting rows, by key or by rowid, without firing delete triggers, so insert triggers stop it.
_STAYS = (
    "CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions "
    "BEGIN SELECT RAISE(ABORT, 'a frozen decision cannot be changed'); END",
    "CREATE TRIGGER decisions_alone BEFORE INSERT ON decisions "
    "WHEN EXISTS (SELECT 1 FROM decisions WHERE sha256 = NEW.sha256 OR rowid = NEW.rowid) "
    "BEGIN SELECT RAISE(ABORT, 'a frozen decision cannot be replaced'); END",
)
_LEAVES = (
    "CREATE TRIGGER decisions_leave BEFORE DELETE ON decisions "
    "WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE sha256 = OLD.sha256) "
    "BEGIN SELECT RAISE(ABORT, 'a frozen decision is deleted only with a tombstone'); END",
    "CREATE TRIGGER decisions_rest BEFORE INSERT ON decisions "
    "WHEN EXISTS (SELECT 1 FROM tombstones WHERE sha256 = NEW.sha256) "
    "BEGIN SELECT RAISE(ABORT, 'a deleted decision does not come back'); END",
)


def _guards(kind: str, triggers: tuple[str, ...]) -> tuple[str, ...]:
    """The triggers of a table of records: those of decisions with the name of the kind in place of theirs."""
    return tuple(trigger.replace("decision", kind) for trigger in triggers)


GUARDS = {
    "decisions": _guards("decision", _STAYS),
    "recaps": _guards("recap", _STAYS),
    "tombstones": (
        *_guards("decision", _LEAVES),
        *_guards("recap", _LEAVES),
        "CREATE TRIGGER tombstones_stay BEFORE UPDATE ON tombstones "
        "BEGIN SELECT RAISE(ABORT, 'a tombstone cannot be changed'); END",
        "CREATE TRIGGER tombstones_leave BEFORE DELETE ON tombstones "
        "BEGIN SELECT RAISE(ABORT, 'a tombstone cannot be deleted'); END",
        "CREATE TRIGGER tombstones_alone BEFORE INSERT ON tombstones "
        "WHEN EXISTS (SELECT 1 FROM tombstones WHERE sha256 = NEW.sha256 OR rowid = NEW.rowid) "
        "BEGIN SELECT RAISE(ABORT, 'a tombstone cannot be replaced'); END",
    ),
}
for table in (decisions, recaps, tombstones):
    for guard in GUARDS[table.name]:
        event.listen(table, "after_create", DDL(guard).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]
