"""Texts are rendered one at a time, and sessions take turns."""

import asyncio
import threading
import uuid

import pytest

from board.markdown.rendering import rendered
from board.worksessions import SessionRooms, TextRenderer
from board.worksessions.exports import fragments
from tests.brainstorm.running import Server
from tests.worksessions.clients import Work, session

pytestmark = pytest.mark.anyio
LONG = "a line of *some* length\n\n" * 1200


async def test_many_requests_for_one_session_keep_no_other_waiting(server: Server, work: Work) -> None:
    """A request names its own person, so a limit for each person bounds no session."""
    rooms: SessionRooms = server.provided("session_rooms")
    renderer, done = TextRenderer(), list[str]()
    async with session(server) as other:
        asked, waiting = await rooms.find(work.id), await rooms.find(other.id)
        assert asked is not None
        assert waiting is not None

        async def earlier(number: int) -> None:
            await renderer.earlier(asked, f"{number}\n\n{LONG}")
            done.append("earlier")

        async def current() -> None:
            await renderer.current(waiting)
            done.append("current")

        await asyncio.gather(*(earlier(number) for number in range(8)), current())
        assert done.index("current") <= 2


async def test_a_text_that_is_played_keeps_no_other_waiting(server: Server, work: Work) -> None:
    await work.lead.tab.ok("start")
    for number in range(8):
        await work.lead.tab.ok("append_text", line=str(uuid.uuid4()), text=f"line {number}")
        await work.lead.tab.ok("name_version", name=f"{number}")
    rooms: SessionRooms = server.provided("session_rooms")
    renderer, done = TextRenderer(), list[str]()
    async with session(server) as other:
        played, waiting = await rooms.find(work.id), await rooms.find(other.id)
        assert played is not None
        assert waiting is not None

        async def current() -> None:
            await renderer.current(waiting)
            done.append("current")

        async def making() -> None:
            await renderer.making(played)
            done.append("making")

        await asyncio.gather(making(), current())
        assert done == ["current", "making"]
        assert await renderer.making(played) is await renderer.making(played)


async def test_a_version_is_rendered_once_for_all_who_read_it(server: Server, work: Work) -> None:
    rooms: SessionRooms = server.provided("session_rooms")
    renderer, room = TextRenderer(), await rooms.find(work.id)
    assert room is not None
    first, *others = await asyncio.gather(*(renderer.earlier(room, LONG) for _ in range(3)))
    assert all(one is first for one in others)
    assert await renderer.earlier(room, "another") != first


async def test_a_page_waits_for_its_text_only_so_long(
    server: Server, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms: SessionRooms = server.provided("session_rooms")
    renderer, room = TextRenderer(), await rooms.find(work.id)
    assert room is not None
    may_end = threading.Event()

    def slowly(text: str) -> str:
        may_end.wait(30)
        return rendered(text)

    monkeypatch.setattr(fragments, "rendered", slowly)
    monkeypatch.setattr(fragments, "SOON", 0.05)
    assert await renderer.soon(room) is None
    may_end.set()
    assert await renderer.current(room) == rendered(room.session.text.value)
    assert await renderer.soon(room) == rendered(room.session.text.value)


async def test_the_page_of_a_running_session_brings_the_text(running: Work) -> None:
    await running.lead.tab.ok("append_text", line=str(uuid.uuid4()), text="We ask *Tom* first")
    await running.until_meta()
    html = (await running.members[1].boot())["html"]
    assert "We ask <em>Tom</em> first" in str(html)


async def test_the_page_of_a_session_that_is_prepared_needs_no_text(work: Work) -> None:
    assert (await work.lead.boot())["html"] is None
