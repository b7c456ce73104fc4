"""Cursors in the text of a session are seen at all processes, and are gone with theirs."""

import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from board.live.peers import others
from board.live.peers.peers import Peers
from tests.brainstorm.running import Server, eventually, passing
from tests.scale.conftest import Pair
from tests.scale.visits import Visits
from tests.worksessions.clients import Member, Work, session
from tests.worksessions.text_pages import TextPage


@dataclass
class Writers:
    """Ana leads and is at the first process, Ben at the second one."""

    work: Work
    ana: TextPage
    ben: TextPage
    there: Member

    @property
    def client(self) -> int:
        return int(self.ana.doc.client_id)


@pytest.fixture
async def writers(pair: Pair, visits: Visits) -> AsyncIterator[Writers]:
    async with session(pair.first) as work:
        await work.lead.tab.ok("start")
        there = await visits.member(pair.second.base, work.links["join"], "Ben")
        yield Writers(work, await TextPage.opened(work.lead), await TextPage.opened(there), there)


async def test_a_cursor_is_seen_at_the_other_process_with_its_person(writers: Writers, visits: Visits) -> None:
    ana, ben = writers.ana, writers.ben
    ana.points({"cursor": "here"})
    said = {"person": writers.work.lead.person, "cursor": "here"}
    await ben.until(lambda: ben.cursors.get(writers.client) == said)
    later = await TextPage.opened(await visits.member(writers.there.base, writers.work.links["join"], "Cleo"))
    await later.until(lambda: later.cursors.get(writers.client) == said)
    ana.cut()
    await ben.until(lambda: ben.cursors[writers.client] is None)
    await later.until(lambda: later.cursors[writers.client] is None)


async def test_no_cursor_is_seen_elsewhere_while_a_check_without_names_is_open(
    writers: Writers, visits: Visits
) -> None:
    work, ana, ben = writers.work, writers.ana, writers.ben
    for name in ("Cleo", "Dina"):
        await visits.member(writers.there.base, work.links["join"], name)
    ana.points({"cursor": "here"})
    await ben.until(lambda: ben.cursors.get(writers.client) is not None)
    await work.lead.tab.until(lambda tab: len(tab.notice["here"]) == 4)
    agreement = str(uuid.uuid4())
    await work.lead.tab.ok("propose_agreement", agreement=agreement, text="We ask for 40 euros")
    await ben.until(lambda: ben.cursors[writers.client] is None)
    ana.points({"cursor": "there"}, 5)
    await passing(1)
    late = await TextPage.opened(await visits.member(writers.there.base, work.links["join"], "Eve"))
    await passing(0.5)
    assert (ben.cursors[writers.client], late.cursors) == (None, {})
    await work.lead.tab.ok("close_agreement", agreement=agreement, withdraw=True)
    await passing(0.5)
    ana.points({"cursor": "back"}, 6)
    await late.until(lambda: late.cursors.get(writers.client) is not None)


def peers_of(server: Server) -> Peers:
    peers = server.rooms._loaded.func.__self__  # type: ignore[attr-defined]
    assert isinstance(peers, Peers)
    return peers


@pytest.mark.parametrize("reported", [True, False])
async def test_cursors_go_with_their_process(
    writers: Writers, pair: Pair, monkeypatch: pytest.MonkeyPatch, reported: bool
) -> None:
    """Also when its reports of who is there are lost."""
    monkeypatch.setattr(others, "DEAD_AFTER", 6.0)
    ana, ben, first = writers.ana, writers.ben, peers_of(pair.first)
    there = peers_of(pair.second)._of(("session", writers.work.id))
    await eventually(lambda: there)
    if not reported:
        monkeypatch.setattr(first, "_put_people", lambda key, people: None)
        await eventually(lambda: not there)
    ana.points({"cursor": "here"})
    await ben.until(lambda: ben.cursors.get(writers.client) is not None)
    # Nothing that it says arrives any more, as when it is killed.
    monkeypatch.setattr(first, "_put", lambda entry: None)
    await ben.until(lambda: ben.cursors[writers.client] is None)


async def test_whoever_only_has_the_text_open_keeps_their_cursor(writers: Writers, pair: Pair) -> None:
    """As programs do that speak y-websocket."""
    ana, ben = writers.ana, writers.ben
    await writers.work.lead.tab.close()
    pair.first.clock.advance(11)
    ana.points({"cursor": "here"})
    await ben.until(lambda: ben.cursors.get(writers.client) is not None)
    await passing(3)
    assert ben.cursors[writers.client] is not None
