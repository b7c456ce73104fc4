"""The real disk fails: it is full, a file may not grow, another process holds the lock. No answer claims a lost write.

The full disk is a file system of its own of a few megabytes, where this process may mount one. The other two are met
everywhere on Linux.
"""

import asyncio
import contextlib
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.brainstorm.clients import Tab, Written, browser, draft
from tests.brainstorm.database import lock_held
from tests.brainstorm.outbox import Outbox
from tests.brainstorm.place import Place, standing
from tests.brainstorm.running import eventually, passing
from tests.cast import QUESTION
from tests.databases import needs_sqlite

TOLD = 5.0
"""seconds within which every page says that it is read-only"""
PEOPLE = 3

pytestmark = [
    pytest.mark.timeout(100),
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits another process and mounts small disks"),
]

Fault = Callable[[Place], AbstractContextManager[None]]


@contextlib.contextmanager
def full_disk(place: Place) -> Iterator[None]:
    """Somebody else's file takes all the room there is."""
    ballast = place.file.parent / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(512))
    yield
    ballast.unlink()


@contextlib.contextmanager
def no_more_growth(place: Place) -> Iterator[None]:
    """No file of the server may grow beyond 4 kB: the first frame of a write-ahead log is larger."""
    assert place.server is not None
    pid = place.server.running.pid
    _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, hard))
    yield
    if place.server is not None:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard, hard))


def locked(place: Place) -> AbstractContextManager[None]:
    return lock_held(place.file)


FAULTS: list[Fault] = [full_disk, no_more_growth, locked]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB."""
    point = tmp_path / "disk"
    point.mkdir()
    mount = shutil.which("mount")
    if mount is None or subprocess.run([mount, "-t", "tmpfs", "-o", "size=3m", "tmpfs", point], check=False).returncode:
        pytest.skip("this process may not mount a disk of its own; the limit on a file's size stands for it")
    yield point
    subprocess.run([shutil.which("umount") or "umount", "--lazy", point], check=True)


@pytest.fixture
async def place(request: pytest.FixtureRequest, database: Path, fault: Fault) -> AsyncIterator[Place]:
    needs_sqlite("The disk that fails is the server's own.")
    if fault is full_disk:
        database = Path(shutil.copy(database, request.getfixturevalue("disk")))
    async with standing(database, PEOPLE) as place:
        yield place


@pytest.fixture
async def leads(place: Place) -> Outbox:
    leads = await place.open_board()
    assert (await leads.give("open_phase", phase="diverge"))["answer"] == "ok"
    return leads


class Writers:
    """Everybody writes until told to stop, whatever the answers; each keeps an idea until its answer is `ok`."""

    def __init__(self, place: Place) -> None:
        self._enough = False
        self.written: list[Written] = []
        self._tasks = [asyncio.create_task(self._write(one)) for one in place.people]

    async def _write(self, one: Outbox) -> None:
        while not self._enough:
            # Long enough to be more than what is left over somewhere on a full disk.
            idea = draft(f"{len(self.written)} {'long ' * 50}".strip())
            self.written.append(idea)
            await one.write([idea])
            await passing(0.02)

    async def end(self) -> list[Written]:
        """All ideas, once the server has answered all of them."""
        self._enough = True
        await asyncio.gather(*self._tasks)
        return self.written


def answered(place: Place) -> int:
    return sum(len(one.answered) for one in place.people)


async def all_say(tabs: list[Tab], *, readonly: bool, within: float) -> None:
    async with asyncio.timeout(within):
        await asyncio.gather(*(tab.until(lambda tab: tab.notice["readonly"] is readonly, within) for tab in tabs))


async def is_all_there(place: Place, leads: Outbox, written: list[Written]) -> None:
    assert (await leads.give("open_phase", phase="reveal"))["answer"] == "ok"
    assert (await place.view())["ideas"] == {idea.id: idea.text for idea in written}


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_of_the_disk_is_told_and_passes(place: Place, leads: Outbox, fault: Fault) -> None:
    writers = Writers(place)
    await eventually(lambda: answered(place) >= 10)
    watcher = await (await place.somebody("watch")).open()
    tabs = [watcher, *[await one.page() for one in [leads, *place.people]]]
    with fault(place):
        await all_say(tabs, readonly=True, within=TOLD)
        before = answered(place)
        # A late joiner reads what is stored, and a new board cannot be opened.
        assert (await (await place.somebody("watch")).open()).notice["readonly"]
        async with browser(place.base) as stranger:
            opening = await stranger.post("/api/boards", json={"question": QUESTION})
        assert opening.status_code == (507 if fault is full_disk else 503), opening.text
        assert answered(place) == before
        assert all(tab.socket.close_code is None for tab in tabs)
    await all_say(tabs, readonly=False, within=15)
    await is_all_there(place, leads, await writers.end())


@pytest.mark.parametrize("fault", FAULTS if "SOAK" in os.environ else [full_disk])
async def test_a_kill_in_the_middle_of_a_fault_loses_nothing(place: Place, leads: Outbox, fault: Fault) -> None:
    writers = Writers(place)
    await eventually(lambda: answered(place) >= 10)
    with fault(place):
        await (await place.people[0].page()).until(lambda tab: tab.notice["readonly"])
        await place.kill()
    await place.start()
    await is_all_there(place, leads, await writers.end())
