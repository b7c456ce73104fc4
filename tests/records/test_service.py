"""Records in their tables: chains, deletion, and addresses that no record of any kind takes a second time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import IntegrityError

from board.db.base import metadata
from board.records import canonical, service
from board.records.service import Damaged, Found, RecordStore

STORES = {"decisions": service.decisions, "recaps": service.recaps}


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest) -> RecordStore:
    """The records of each kind in turn."""
    return STORES[request.param]


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[Connection]:
    engine = create_engine(f"sqlite:///{tmp_path / 'board.db'}")
    metadata.create_all(engine, tables=[metadata.tables[name] for name in (*STORES, "tombstones")])
    with engine.begin() as conn:
        yield conn
    engine.dispose()


def chain(conn: Connection, store: RecordStore, length: int) -> list[str]:
    """Records of which each follows the one before it."""
    made: list[str] = []
    for number in range(length):
        follows = made[-1] if made else None
        content = b"record %d" % number
        made.append(store.store(conn, source=f"s{number}", content=content, frozen_at=number + 0.9, follows=follows))
    return made


def test_a_record_is_found_with_the_ones_that_follow_it(conn: Connection, store: RecordStore) -> None:
    first, second, third = chain(conn, store, 3)
    assert first == canonical.digest(b"record 0")
    assert store.look_up(conn, sha256=first) == Found(first, "s0", b"record 0", None, second, third, 0)
    assert store.look_up(conn, sha256=third) == Found(third, "s2", b"record 2", second, None, None, 2)
    assert store.look_up(conn, sha256="0" * 64) is None


def test_a_deleted_record_leaves_its_address_and_no_gap(conn: Connection, store: RecordStore) -> None:
    first, second, third = chain(conn, store, 3)
    store.remove(conn, sha256=second, now=7.5)
    assert store.look_up(conn, sha256=second) is None
    assert service.look_up_deleted(conn, sha256=second) == 7
    found = store.look_up(conn, sha256=first)
    assert found is not None
    assert found.newer == third
    store.remove(conn, sha256="0" * 64, now=8)
    assert service.look_up_deleted(conn, sha256="0" * 64) is None


def test_each_kind_has_its_own_records(conn: Connection) -> None:
    decision = service.decisions.store(conn, source="b1", content=b"decision", frozen_at=1)
    recap = service.recaps.store(conn, source="b1", content=b"recap", frozen_at=1)
    assert service.decisions.of(conn, source="b1") == [decision]
    assert service.recaps.of(conn, source="b1") == [recap]
    assert service.recaps.look_up(conn, sha256=decision) is None
    service.decisions.remove(conn, sha256=recap, now=2)
    assert service.recaps.look_up(conn, sha256=recap) is not None


@pytest.mark.parametrize("other", STORES)
def test_a_deleted_record_comes_back_in_no_table(conn: Connection, store: RecordStore, other: str) -> None:
    (sha256,) = chain(conn, store, 1)
    store.remove(conn, sha256=sha256, now=2)
    with pytest.raises(IntegrityError, match="does not come back"):
        STORES[other].store(conn, source="s1", content=b"record 0", frozen_at=3)


def test_bytes_that_were_changed_outside_are_not_served(conn: Connection, store: RecordStore) -> None:
    (sha256,) = chain(conn, store, 1)
    name = next(name for name, one in STORES.items() if one is store)
    conn.exec_driver_sql(f"DROP TRIGGER {name}_stay")
    conn.exec_driver_sql(f"UPDATE {name} SET content = x'00'")  # noqa: S608 - no input
    with pytest.raises(Damaged):
        store.look_up(conn, sha256=sha256)
