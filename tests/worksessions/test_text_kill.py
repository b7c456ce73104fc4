"""After a kill at any moment, all words that a page knew to be committed are in the text, and all replicas are equal.

Five people type all the time, two laptops are offline now and then, and three have providers of y-websocket, which
echo everybody's awareness.
`SHORTLIST_TEXT_KILLS=200 pytest tests/worksessions/test_text_kill.py -o timeout=0` runs the long version.
"""

import asyncio
import contextlib
import os
import random
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

import pytest
from pycrdt import Doc
from websockets.exceptions import WebSocketException

from board.worksessions.text.reading import read
from board.worksessions.text.update import STORED
from tests.brainstorm.node import Script
from tests.brainstorm.node import running as started
from tests.brainstorm.place import Place, standing
from tests.brainstorm.running import passing
from tests.worksessions import stock
from tests.worksessions.clients import ARTIFACT, Member
from tests.worksessions.text_pages import TextPage

KILLS = int(os.environ.get("SHORTLIST_TEXT_KILLS", "10"))
CHAPTER = 20
"""kills that one text goes through"""
TYPISTS, LAPTOPS, STOCK = 5, 2, 3

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(600)]


class Author(ABC):
    """Writes words that nobody else writes, and takes some of them away again."""

    def __init__(self, member: Member, name: str, place: Place) -> None:
        self.member, self.name, self.place = member, name, place
        self.written: list[str] = []
        self.erased: list[str] = []
        self.kept, self.gone = set[str](), set[str]()
        """what the page said is committed: words, and their deletion"""

    @abstractmethod
    async def go_on(self) -> None:
        """Until it is cancelled."""

    @abstractmethod
    async def show(self) -> tuple[str, bytes]:
        """The text of the page's replica, and the whole of it as an update."""

    def _next(self) -> str:
        self.written.append(f"<{self.name}{len(self.written)}é>")
        return self.written[-1]

    def _unwanted(self) -> str | None:
        return self.written[-3] if len(self.written) % 7 == 0 else None


class Typist(Author):
    """Keeps the replica while the connection breaks."""

    def __init__(self, member: Member, name: str, place: Place, *, offline: bool) -> None:
        super().__init__(member, name, place)
        self.offline = offline
        self.doc: Doc[Any] | None = None

    async def go_on(self) -> None:
        while True:
            await self.place.up.wait()
            with contextlib.suppress(OSError, WebSocketException, AssertionError, TimeoutError):
                await self._write()

    async def show(self) -> tuple[str, bytes]:
        page = await TextPage.opened(self.member, doc=self.doc)
        await page.saved()
        shown = str(page), page.doc.get_update()
        await page.close()
        return shown

    async def _write(self) -> None:
        page = await TextPage.opened(self.member, doc=self.doc)
        self.doc = page.doc
        try:
            while self.place.up.is_set():
                self._word(page)
                page.points({"cursor": {"word": len(self.written)}, "user": {"name": self.name}}, len(self.written))
                written, erased = set(self.written), set(self.erased)
                await page.saved()
                self.kept, self.gone = written, erased
                await passing(random.uniform(0, 0.05))
                if self.offline and random.random() < 0.2:
                    page.cut()
                    for _ in range(5):
                        self._word(page)
                    return
        finally:
            await page.close()

    def _word(self, page: TextPage) -> None:
        page.type(self._next(), str(page).index("\n"))
        if (gone := self._unwanted()) is not None:
            at = str(page).find(gone)
            if at >= 0:
                page.erase(at, at + len(gone))
                self.erased.append(gone)


class StockAuthor(Author):
    """Somebody at an unmodified client: nobody says there what is committed."""

    script: Script
    page: int
    turn: "asyncio.Task[None]"

    async def open(self, script: Script) -> None:
        self.script, self.page = script, await stock.opened(script, self.member, self.name)
        await stock.until(script, self.page, lambda said: said["synced"])

    async def go_on(self) -> None:
        while True:
            # Cut off halfway, it would not be known whether the word is in the replica.
            self.turn = asyncio.create_task(self._write())
            await asyncio.shield(self.turn)
            await passing(random.uniform(0, 0.1))

    async def _write(self) -> None:
        await self.script.ask(page=self.page, insert=self._next(), at=0)
        await self.script.ask(page=self.page, cursor={"anchor": len(self.written)})
        gone = self._unwanted()
        if gone is not None and (await self.script.ask(page=self.page, erase=gone))["erased"]:
            self.erased.append(gone)

    async def show(self) -> tuple[str, bytes]:
        await self.turn
        state = await stock.state(self.script, self.page)
        said = await self.script.ask(page=self.page)
        assert said["closed"].count(1006) == len(said["closed"]), "the server was killed, and refused nothing"
        return str(said["text"]), state


def known(state: bytes) -> tuple[dict[int, int], list[tuple[int, int, int]]]:
    """How much of each client is in a replica, and what of it is deleted."""
    update = read(state, STORED)
    deleted: list[tuple[int, int, int]] = []
    for client, start, end in sorted(update.deleted):
        if deleted and deleted[-1][0] == client and deleted[-1][2] == start:
            start = deleted.pop()[1]
        deleted.append((client, start, end))
    return {section.span.client: section.span.end for section in update.sections}, deleted


class Writing:
    """A session whose people write one text at once, whatever happens to the server."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.authors: list[Author] = []

    async def open(self, script: Script) -> None:
        opening = Member(self.place.base)
        self.place.browsers.append(opening)
        answer = await opening.post("/api/worksessions", json={"kind": "team", "artifact": ARTIFACT})
        self.links = answer.json()["links"]
        for number in range(TYPISTS + LAPTOPS + STOCK):
            member = Member(self.place.base)
            self.place.browsers.append(member)
            await member.follow(self.links["lead" if number == 0 else "join"])
            assert (await member.command("join", name=f"Person {number}"))["answer"] == "ok"
            name = "abcdefghij"[number]
            if number < TYPISTS + LAPTOPS:
                self.authors.append(Typist(member, name, self.place, offline=number >= TYPISTS))
            else:
                self.authors.append(author := StockAuthor(member, name, self.place))
                await author.open(script)

    def kept(self) -> int:
        return sum(len(one.kept) for one in self.authors)

    async def _check_kept(self) -> None:
        stranger = await TextPage.opened(self.authors[0].member)
        text = str(stranger)
        await stranger.close()
        for one in self.authors:
            assert [word for word in one.kept - set(one.erased) if word not in text] == [], one.name
            assert [word for word in one.gone if word in text] == [], one.name

    async def check(self) -> None:
        """What was committed is there, once; what was erased is not; and every replica is equal in words and state."""
        # Those who have their replica would send again what the server lost.
        await self._check_kept()
        late = await TextPage.opened(self.authors[0].member)
        shown: list[tuple[str, bytes]] = []
        async with asyncio.timeout(60):
            # A stock client waits before it connects again.
            while {words for words, _ in shown} != {str(late)}:
                await passing(0.1)
                shown = [await one.show() for one in self.authors]
        text, state = str(late), late.doc.get_update()
        for one in self.authors:
            gone = set(one.erased)
            assert [word for word in one.written if text.count(word) != (word not in gone)] == [], one.name
        assert [known(one) == known(state) for _, one in shown] == [True] * len(shown)
        assert (await self.authors[0].member.export("json")).json()["text"] == text
        await late.close()


@pytest.mark.parametrize("kills", [CHAPTER] * (KILLS // CHAPTER) + [KILLS % CHAPTER] * (KILLS % CHAPTER > 0))
async def test_no_word_that_was_committed_is_lost(database: Path, kills: int) -> None:
    async with standing(database) as place, started("stock.mjs") as script:
        writing = Writing(place)
        await writing.open(script)
        going_on = [asyncio.create_task(one.go_on()) for one in writing.authors]
        for _ in range(kills):
            await place.kill_at_random(writing.kept)
        assert not any(task.done() for task in going_on)
        for task in going_on:
            task.cancel()
        await asyncio.gather(*going_on, return_exceptions=True)
        await place.kill_and_start()
        assert writing.kept() > 0
        await writing.check()
