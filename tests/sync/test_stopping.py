"""The server is stopped as a supervisor does it: it answers what it has read, says that it restarts, and is back."""

import asyncio
import contextlib
from pathlib import Path
from threading import Event

import httpx
import pytest

from board.sync import store
from tests.cast import gather
from tests.sync.clients import draft
from tests.sync.place import Place
from tests.sync.running import MovableClock, passing, serving


async def test_what_was_read_is_answered_before_the_end_even_what_has_to_wait(place: Place) -> None:
    leads = await place.open_board()
    ben = place.people[0]
    await leads.give("open_phase", phase="diverge")
    idea = draft("written before the restart")
    await ben.write([idea])
    fay, page = await leads.page(), await ben.page()
    request = await fay.send("open_phase", phase="reveal")
    await fay.until(lambda tab: tab.notice["closing"])
    assert place.server is not None
    began = asyncio.get_running_loop().time()
    assert await place.server.stop() in (0, -15)
    assert asyncio.get_running_loop().time() - began < 15
    assert (await fay.answer(request))["answer"] == "ok", "the grace of two seconds passes first"
    assert await fay.closed() == await page.closed() == 1012
    assert page.phase == "reveal"
    assert "Traceback" not in place.server.output.read_text()
    await place.start()
    assert (await place.view())["ideas"] == {idea.id: idea.text}


async def test_a_commit_that_is_under_way_is_answered(
    database: Path, clock: MovableClock, front_end: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way, goes_on = Event(), Event()
    save = store.save

    def slowly(*args: object, **kwargs: object) -> None:
        under_way.set()
        assert goes_on.wait(20)
        save(*args, **kwargs)  # type: ignore[arg-type]

    async with contextlib.AsyncExitStack() as stack:
        server = await stack.enter_async_context(serving(database, clock))
        group = await stack.enter_async_context(gather(server))
        await group.goes("diverge")
        monkeypatch.setattr(store, "save", slowly)
        ideas = [draft(f"idea {number}") for number in range(20)]
        sent = [await group.pia.send("add_idea", idea=one.id, text=one.text, secret=one.secret) for one in ideas]
        await asyncio.to_thread(under_way.wait, 10)
        server.stop()
        await passing(0.5)
        async with httpx.AsyncClient(trust_env=False) as newcomer:
            with pytest.raises(httpx.ConnectError):
                await newcomer.get(f"{server.base}/health")
        goes_on.set()
        answers = [await group.pia.answer(request) for request in sent]
        assert [answer["answer"] for answer in answers] == ["ok"] * 20
        assert await group.pia.closed() == await group.ben.closed() == 1012
