"""Typeset files of a live board: the server stays small, its process ends with it, and a page says when it is off."""

import os
import re
import signal
from pathlib import Path

import pytest

from board.decisions.exports.formats import FORMATS
from board.protocol.refusals import Refusal
from board.records.exports import typeset_process
from board.words import say
from tests.brainstorm.place import Place
from tests.brainstorm.running import eventually
from tests.cast import Group

DRAFTS = int(os.environ.get("SHORTLIST_DRAFTS", "3"))
MIB = 2**20
PLENTY = "Homes that are built by the council, and streets that belong to those who live in them. " * 5
PROC = Path("/proc")
linux = pytest.mark.skipif(not (PROC / "self/statm").exists(), reason="this system does not show processes as files")


def resident(pid: int) -> int:
    return int((PROC / str(pid) / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def children(pid: int) -> list[int]:
    return [
        int(child) for task in (PROC / str(pid) / "task").iterdir() for child in (task / "children").read_text().split()
    ]


def alive(pid: int) -> bool:
    """Whether it runs; one that ended and is not yet waited for does not."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def pid_of(place: Place) -> int:
    assert place.server is not None
    pid = place.server.running.pid
    assert pid is not None
    return pid


async def drafts(place: Place, links: dict[str, str], ending: str = "pdf") -> bytes:
    """A draft for somebody who is new on the board."""
    answer = await (await place.somebody(links=links)).export(ending)
    assert answer.status_code == 200, answer.text
    return answer.content


@linux
@pytest.mark.timeout(60 + 30 * DRAFTS)
async def test_after_many_large_drafts_the_server_is_as_small_as_before(place: Place) -> None:
    started = resident(pid_of(place))
    ideas = [{"text": f"Idea {n}: {PLENTY[n % 40 : n % 40 + 250]}"} for n in range(900)]
    links = await place.new_board(ideas=ideas)
    for _ in range(DRAFTS):
        assert (await drafts(place, links)).startswith(b"%PDF")
        await place.all_leave()
    grown = resident(pid_of(place)) - started
    print(f"{DRAFTS} drafts: the server had {started / MIB:.0f} MB at its start and grew by {grown / MIB:.1f} MB")
    assert grown <= 30 * MIB


@linux
async def test_the_process_ends_with_a_server_that_stops(place: Place) -> None:
    await drafts(place, await place.new_board(), "png")
    (process,) = children(pid_of(place))
    assert place.server is not None
    await place.server.stop()
    assert not alive(process)


@linux
async def test_the_process_ends_by_itself_when_the_server_is_killed(place: Place) -> None:
    await drafts(place, await place.new_board(), "png")
    (process,) = children(pid_of(place))
    assert alive(process)
    await place.kill()
    await eventually(lambda: not alive(process), within=30)


@linux
async def test_a_process_that_is_killed_costs_nobody_the_next_file(place: Place) -> None:
    links = await place.new_board()
    await drafts(place, links, "png")
    (process,) = children(pid_of(place))
    os.kill(process, signal.SIGKILL)
    await eventually(lambda: not alive(process))
    assert (await drafts(place, links, "svg")).startswith(b"<svg")


async def test_the_page_of_a_board_brings_the_registered_formats(group: Group) -> None:
    told = (await group.browser("ben").boot())["formats"]
    assert [one["ending"] for one in told] == list(FORMATS)
    assert {one["ending"] for one in told if one["typeset"]} == {"pdf", "png", "svg"}
    assert {one["ending"] for one in told if not one["draft"]} == {"html"}
    assert all(one["label"] for one in told)


# --- where no process starts -----------------------------------------------------------------------------------------


async def test_where_no_process_starts_the_answers_and_the_pages_say_so(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    ben = group.browser("ben")
    assert (await ben.boot())["typesets"] is True
    monkeypatch.setattr(typeset_process, "COMMAND", ("/nowhere/python",))
    typeset = {ending for ending, one in FORMATS.items() if one.typeset}
    for ending in typeset:
        answer = await ben.export(ending)
        assert answer.status_code == 503
        assert answer.json()["code"] == Refusal.TYPESETTING_OFF
    assert (await ben.export("md")).status_code == 200
    assert (await ben.boot())["typesets"] is False

    await group.joins(1)
    await group.writes(1)
    await group.goes("vote")
    await group.votes([(tab, group.options()) for tab in group.voters])
    await group.goes("decide")
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=group.options()[:1])
    address = f"/decisions/{(await group.fay.ok('freeze'))['decision']}"
    page = (await ben.get(address)).text
    assert say(Refusal.TYPESETTING_OFF) in page
    assert set(re.findall(rf'href="{address}\.(\w+)"', page)) == FORMATS.keys() - typeset
    refused = await ben.get(f"{address}.pdf")
    assert refused.status_code == 503
    assert say(Refusal.TYPESETTING_OFF) in refused.text
