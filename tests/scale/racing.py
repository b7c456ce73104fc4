"""Commands that race over two processes, on documents that everybody has open at both."""

import asyncio
import itertools
import os
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Generic, TypeVar

from board.protocol.document import BoardDocument
from board.protocol.worksession.document import SessionDocument
from tests.brainstorm.clients import PATIENCE, Browser, Tab
from tests.brainstorm.running import eventually
from tests.brainstorm.wire import Json
from tests.scale.cluster import Database
from tests.scale.fleet import Fleet, fleet
from tests.scale.visits import Visits

B = TypeVar("B", bound=Browser)

RACES = int(os.environ.get("RACES", "300"))
"""commands in all tests of races together: `RACES=10000 pytest tests/scale -k races` takes its time"""
TESTS = 6
"""that share them"""
LONGEST = 3600 if "RACES" in os.environ else 180
"""seconds that one of these tests may take"""
ROOTS = sorted({*BoardDocument.__struct_fields__, *SessionDocument.__struct_fields__})
HURRIED = "tests.scale.hurried"


def document(tab: Tab) -> Json:
    """The whole document of a board or a session, as this page has it."""
    return {root: tab.root(root) for root in ROOTS}


@dataclass
class Person(Generic[B]):
    """Somebody who has the document open at both processes, as on two devices."""

    browser: B
    tabs: tuple[Tab, Tab]

    def by_turns(self) -> Iterator[Tab]:
        """Without an end."""
        return itertools.cycle(self.tabs)


class Race:
    """Two processes that serve the same documents, a third one that reads them, and a count of what has raced."""

    def __init__(self, servers: Fleet) -> None:
        self.bases, self.database = servers.bases, servers.database
        self.sent = 0

    def rounds(self) -> Iterator[Random]:
        """As many as it takes to send this test's share of all commands, each with a seed of its own."""
        self.sent = 0
        for seed in itertools.count(1):
            yield Random(seed)
            print(f"seed {seed}: {self.sent} commands so far")
            if self.sent >= RACES / TESTS:
                return

    async def comes(self, visits: Visits, browser: B, here: Tab) -> Person[B]:
        """Opens the second page of somebody who has one at the first process."""
        twin = await visits.elsewhere(browser, self.bases[1])
        return Person(browser, (here, await twin.open()))

    async def do(self, tab: Tab, do: str, **fields: object) -> Json:
        """Gives a command that races. No race is answered with "try again"."""
        self.sent += 1
        answer = await tab.do(do, **fields)
        assert answer["answer"] in ("ok", "late", "refused"), answer
        return answer

    async def at_once(self, tabs: Iterable[Tab], do: str, **fields: object) -> list[str]:
        """Gives the same command from several pages, and returns its answers."""
        answers = await asyncio.gather(*(self.do(tab, do, **fields) for tab in tabs))
        return [str(one["answer"]) for one in answers]

    async def equal(self, visits: Visits, browser: Browser, tabs: Iterable[Tab]) -> Json:
        """Waits until every page has what a process reads that just comes to the document, and returns that."""
        pages = list(tabs)
        reader = await (await visits.elsewhere(browser, self.bases[2])).open()
        await eventually(lambda: all(document(tab) == document(reader) for tab in pages), within=PATIENCE)
        found = document(reader)
        await reader.close()
        return found


@asynccontextmanager
async def racing(shared: Database, folder: Path) -> AsyncIterator[Race]:
    """The third process is only there to read."""
    async with fleet(shared, folder, 3, modules=dict.fromkeys(range(3), HURRIED)) as servers:
        yield Race(servers)
        for at in range(3):
            assert "Traceback" not in servers.log(at)
