"""The rows that are read from a page byte by byte are those that PostgreSQL itself sees there."""

import pytest

from tests.scale.cluster import Database
from tests.scale.heap import Found
from tests.scale.loot import Line, take

ITEMS = """
    SELECT lp, t_xmin::text::int, t_xmax::text::int, t_ctid::text, t_data
    FROM heap_page_items(get_raw_page('noted', 0)) WHERE lp_flags = 1 ORDER BY lp
"""


def lines(database: Database, table: str = "public.noted") -> list[Line]:
    return [line for line in take(database).lines if line.relation == table]


@pytest.fixture
def noted(shared: Database) -> Database:
    """A table of which some rows were replaced and some deleted."""
    with shared.superuser() as connection:
        connection.execute("CREATE TABLE noted (number integer, word text, content bytea)")
        for number in range(20):
            content = f"content {number} ".encode() * 300
            connection.execute("INSERT INTO noted VALUES (%s, %s, %s)", (number, f"word {number}", content))
        connection.execute("UPDATE noted SET word = NULL WHERE number < 3")
        connection.execute("DELETE FROM noted WHERE number > 16")
    return shared


def test_every_row_is_found_dead_or_alive(noted: Database) -> None:
    with noted.superuser() as connection:
        connection.execute("CREATE EXTENSION pageinspect")
        theirs = connection.execute(ITEMS).fetchall()
    found = lines(noted)
    assert len(theirs) == len(found) == 23
    assert [(line.place[1], line.xid) for line in found] == [(at, xmin) for at, xmin, *_ in theirs]
    assert [line.found is Found.DEAD for line in found] == [xmax != 0 for _, _, xmax, *_ in theirs]
    assert sum(line.found is Found.DEAD for line in found) == 6


def test_values_are_unpacked_and_large_ones_fetched(noted: Database) -> None:
    with noted.superuser() as connection:
        connection.execute("ALTER TABLE noted ALTER content SET STORAGE EXTERNAL")
        connection.execute("INSERT INTO noted VALUES (20, 'stored elsewhere', %s)", (b"uncompressed " * 400,))
    contents = [line.content for line in lines(noted)]
    assert sum(b"\x1fword 7\x1f" + b"content 7 " * 300 in content for content in contents) == 1
    assert sum(b"stored elsewhere\x1f" + b"uncompressed " * 400 in content for content in contents) == 1
    assert b"content 7 " * 300 not in noted.stored(), "the page itself has it compressed"


def test_what_vacuum_freed_is_carved_from_the_page(noted: Database) -> None:
    with noted.superuser() as connection:
        connection.execute("VACUUM noted")
    carved = {line.content.split(b"\x1f")[1] for line in lines(noted) if line.found is Found.CARVED}
    assert {b"word 17", b"word 18", b"word 19"} <= carved


def test_truncate_leaves_nothing(noted: Database) -> None:
    with noted.superuser() as connection:
        connection.execute("TRUNCATE noted")
    assert lines(noted) == []
    assert not take(noted).holding(b"word 7")
