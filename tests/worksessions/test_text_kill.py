"""After a kill at any moment, all words that a page knew to be committed are in the text, and all replicas are equal.

`SHORTLIST_TEXT_KILLS=200 pytest tests/worksessions/test_text_kill.py -o timeout=0` runs the long version.
"""

import asyncio
import contextlib
import os
import random
from pathlib import Path
from typing import Any

import pytest
from pycrdt import Doc
from websockets.exceptions import WebSocketException

from tests.brainstorm.place import Place, standing
from tests.brainstorm.running import passing
from tests.worksessions.clients import ARTIFACT, Member
from tests.worksessions.text_pages import TextPage

KILLS = int(os.environ.get("SHORTLIST_TEXT_KILLS", "10"))
CHAPTER = 20
"""kills that one text goes through"""
TYPISTS, LAPTOPS, STOCK = 5, 2, 3

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(600)]


class Typist:
    """Writes words that nobody else writes, and keeps the replica while the connection breaks."""

    def __init__(self, member: Member, name: str, place: Place, *, offline: bool = False, stock: bool = False) -> None:
        self.member, self.name, self.place = member, name, place
        self.offline, self.stock = offline, stock
        self.doc: Doc[Any] | None = None
        self.written: list[str] = []
        self.erased: list[str] = []
        self.kept, self.gone = set[str](), set[str]()
        """what the page said is committed: words, and their deletion"""

    async def go_on(self) -> None:
        while True:
            await self.place.up.wait()
            with contextlib.suppress(OSError, WebSocketException, AssertionError, TimeoutError):
                await self._write()

    async def _write(self) -> None:
        page = await TextPage.opened(self.member, doc=self.doc, ours=not self.stock)
        self.doc = page.doc
        try:
            while self.place.up.is_set():
                self._word(page)
                page.points({"cursor": {"word": len(self.written)}, "user": {"name": self.name}}, len(self.written))
                if not self.stock:
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
        """Writes a word somewhere, and takes an earlier one away now and then."""
        word = f"<{self.name}{len(self.written)}é>"
        self.written.append(word)
        page.type(word, str(page).index("\n"))
        if len(self.written) % 7 == 0:
            gone = self.written[-3]
            at = str(page).find(gone)
            if at >= 0:
                page.erase(at, at + len(gone))
                self.erased.append(gone)


class Writing:
    """A session whose people write one text at once, whatever happens to the server."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.typists: list[Typist] = []

    async def open(self) -> None:
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
            offline, stock = TYPISTS <= number < TYPISTS + LAPTOPS, number >= TYPISTS + LAPTOPS
            self.typists.append(Typist(member, name, self.place, offline=offline, stock=stock))

    def kept(self) -> int:
        return sum(len(one.kept) for one in self.typists)

    async def _check_kept(self) -> None:
        stranger = await TextPage.opened(self.typists[0].member)
        text = str(stranger)
        await stranger.close()
        for one in self.typists:
            assert [word for word in one.kept - set(one.erased) if word not in text] == [], one.name
            assert [word for word in one.gone if word in text] == [], one.name

    async def check(self) -> None:
        """What was committed is there, once; what was erased is not; and every replica is equal in words and state."""
        # Those who have their replica would send again what the server lost.
        await self._check_kept()
        pages = [await TextPage.opened(one.member, doc=one.doc) for one in self.typists]
        for page in pages:
            await page.saved()
        late = await TextPage.opened(self.typists[0].member)
        for page in pages:
            await page.until(lambda: len({str(one) for one in (*pages, late)}) == 1)
        text = str(late)
        for one in self.typists:
            gone = set(one.erased)
            assert [word for word in one.written if text.count(word) != (word not in gone)] == [], one.name
        assert all(page.clocks == late.clocks for page in pages)
        assert (await self.typists[0].member.export("json")).json()["text"] == text
        for page in (*pages, late):
            await page.close()


@pytest.mark.parametrize("kills", [CHAPTER] * (KILLS // CHAPTER) + [KILLS % CHAPTER] * (KILLS % CHAPTER > 0))
async def test_no_word_that_was_committed_is_lost(database: Path, kills: int) -> None:
    async with standing(database) as place:
        writing = Writing(place)
        await writing.open()
        going_on = [asyncio.create_task(one.go_on()) for one in writing.typists]
        for _ in range(kills):
            await place.kill_at_random(writing.kept)
        assert not any(task.done() for task in going_on)
        for task in going_on:
            task.cancel()
        await asyncio.gather(*going_on, return_exceptions=True)
        await place.kill_and_start()
        assert writing.kept() > 0
        await writing.check()
