"""A session that another process has changed: what that one wrote is read, and nothing else."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from pycrdt import Doc, Text
from sqlalchemy import Engine
from sqlalchemy.ext.asyncio import AsyncConnection

from board.canvas.vectors import decode
from board.db.engine import create_engine, create_sync_engine
from board.live.document import Changed
from board.live.stored.documents import advance
from board.live.stored.update_log import MOST_ROWS
from board.people.links import digest
from board.protocol.worksession.links import Link
from board.worksessions.state import store
from board.worksessions.state.parts import WORK
from board.worksessions.state.session import Session
from board.worksessions.text.reading import read
from board.worksessions.text.update import FRAME, ROOT
from tests.scale.cluster import Database
from tests.scale.compared import content
from tests.worksessions.in_memory import Desk, new

pytestmark = pytest.mark.anyio


class Process:
    """One that has written the session so far."""

    def __init__(self, desk: Desk, engine: Engine) -> None:
        self.desk = desk
        self._engine = engine
        desk.session.links = {digest(desk.lead.links[Link.LEAD]): Link.LEAD}
        with desk.session.change():
            # Stored whole: its logs have the last batch alone.
            desk.session.begin_epoch()
            desk.session.text.begin_epoch()
        with engine.begin() as conn:
            store.create(conn, session=desk.session)
        WORK.stored(desk.session)
        desk.session.version = 0

    def stores(self) -> Changed:
        """Stores what changed, as the journal does, and returns the names of it."""
        session = self.desk.session
        assert WORK.is_dirty(session)
        changed = WORK.changed(session)
        with self._engine.begin() as conn:
            WORK.save(conn, session)
            advance(conn, {session.id: changed})
        WORK.stored(session)
        return changed


@pytest.fixture
def first(shared: Database) -> Iterator[Process]:
    engine = create_sync_engine(shared.url)
    yield Process(Desk(), engine)
    engine.dispose()


@pytest.fixture
async def conn(shared: Database) -> AsyncIterator[AsyncConnection]:
    engine = create_engine(shared.url)
    async with engine.connect() as one:
        yield one
    await engine.dispose()


async def loaded(conn: AsyncConnection, first: Process) -> Session:
    session = await store.load(conn, session=first.desk.session.id)
    await conn.rollback()
    assert session is not None
    return session


async def follows(conn: AsyncConnection, session: Session, version: int, *changed: Changed) -> bool:
    names = frozenset(name for names in changed for name in names or ())
    followed = await WORK.follow(conn, session, version, names)
    await conn.rollback()
    return followed


def typed(session: Session, text: str, doc: "Doc[Any]") -> None:
    """A page types at the end of what it has of the text."""
    doc.apply_update(session.text.document.state())
    before = doc.get_state()
    doc.get(ROOT, type=Text).insert(len(str(doc.get(ROOT, type=Text)).encode()), text)
    with session.change():
        session.text.take(read(doc.get_update(before), FRAME), "ben", lambda _: True)
        session.show_text()


async def test_a_session_that_followed_is_the_same_as_one_that_was_loaded(
    first: Process, conn: AsyncConnection
) -> None:
    page: Doc[Any] = Doc()
    typed(first.desk.session, "A new client is a row of its own. ", page)
    assert first.stores() == frozenset(("log", "text", "private_rows"))
    second = await loaded(conn, first)
    assert second.text.document.vector
    typed(first.desk.session, "Next, 𝄞 and the rest.", page)
    assert (typing := first.stores()) == frozenset(("log", "text"))
    first.desk.ok(first.desk.lead, "park", parked=new(), text="Who pays?")
    assert (parking := first.stores()) == frozenset(("log",))
    assert await follows(conn, second, 3, typing, parking)
    fresh = await loaded(conn, first)
    assert content(second) == content(fresh)
    assert second.document == first.desk.document
    assert second.text.value == first.desk.text
    assert decode(second.text.document.vector) == second.text.history.clocks
    assert (len(second.missed), len(second.text.missed)) == (2, 1)
    assert not second.is_behind_text
    typed(second, " From here on.", Doc())
    assert second.text.value.endswith("Next, 𝄞 and the rest. From here on.")


async def test_rows_are_read_that_were_written_and_no_others(first: Process, conn: AsyncConnection) -> None:
    second = await loaded(conn, first)
    typed(first.desk.session, "Ben types.", Doc())
    typing = first.stores()
    ben = first.desk.comes("Ben")
    assert (joining := first.stores()) == frozenset(("log", "session_seats"))
    first.desk.ok(ben, "park", parked=new(), text="Who pays?")
    parking = first.stores()
    assert await follows(conn, second, 3, typing, joining, parking)
    assert content(second) == content(await loaded(conn, first))
    first.desk.comes("Cleo")
    joining = first.stores()
    seats = dict(second.seats)
    assert await follows(conn, second, 4, parking)
    assert dict(second.seats) == seats
    first.desk.ok(ben, "park", parked=new(), text="Who else pays?")
    first.stores()
    assert not await follows(conn, second, 4, joining), "a later version has more than these names say"


async def test_a_document_is_loaded_whole_where_names_do_not_say_enough(first: Process, conn: AsyncConnection) -> None:
    page: Doc[Any] = Doc()
    typed(first.desk.session, "A new client is a row of its own. ", page)
    first.stores()
    second = await loaded(conn, first)
    typed(first.desk.session, "Read from the log, ", page)
    one = first.stores()
    first.desk.session.text.log.rows = MOST_ROWS
    typed(first.desk.session, "which is a snapshot since.", page)
    two = first.stores()
    assert not await follows(conn, second, 3, one, two)
    again = await store.load(conn, session=second.id, known=second)
    assert again is not None
    assert (len(again.missed), len(again.text.missed)) == (2, 1), "pages get what was read before"
    assert not await follows(conn, again, 3, frozenset(("a part of a newer server",)))
    with first.desk.session.change():
        first.desk.session.begin_epoch()
    assert first.stores() is None
