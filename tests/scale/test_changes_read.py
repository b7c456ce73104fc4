"""From the first idea to the record, and from the first item to the next session: the other process reads what was
written, and has the same as one that loads all of it.
"""

import uuid

import httpx
import pytest

from board.brainstorm.state.parts import WORK as BOARD
from board.live.bell import Bell
from board.worksessions.state.parts import WORK as SESSION
from tests.brainstorm.clients import Tab
from tests.brainstorm.running import eventually
from tests.brainstorm.wire import Json
from tests.scale.compared import Compared
from tests.scale.conftest import Pair
from tests.scale.played import Moment, playing
from tests.scale.racing import document
from tests.scale.visits import Visits
from tests.worksessions.clients import session
from tests.worksessions.replying import sends
from tests.worksessions.test_decision_page import Decided
from tests.worksessions.text_pages import TextPage

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def notified(monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers hear of every commit. What they find by a look has no names."""

    async def blind(_self: Bell, _connection: object) -> None:
        """It does not look."""

    monkeypatch.setattr(Bell, "_look", blind)
    monkeypatch.setattr(Bell, "is_current", lambda _: True)


OWN_EPOCHS = frozenset(("receipts", "records"))
"""what begins an epoch, with which a board is loaded whole"""


async def test_a_whole_board_is_read_part_by_part(pair: Pair, visits: Visits, compared: Compared) -> None:
    async with playing(pair.first, 1, seed=4) as [played]:
        group = played.group
        here = await group.room()
        page = await (await visits.elsewhere(group.browser("fay"), pair.second.base)).open()
        there = await pair.second.provided("rooms").find(group.board)
        for moment in Moment:
            await played.go(moment)
            if moment == Moment.REVEALED:
                first, second, *_ = group.fay.root("ideas")
                key, into = str(uuid.uuid4()), str(uuid.uuid4())
                await group.fay.ok("merge", merge=key, into=into, **{"from": [first, second]})
            await eventually(lambda: there.board.version == here.board.version)
            await page.until(lambda tab: document(tab) == document(group.fay))
            assert there.board.merge_bytes == here.board.merge_bytes
        await Decided(group, group.fay.meta("frozen")).opens(group.browser("fay").http)
        await eventually(lambda: there.board.session is not None)
    assert compared.read.keys() == BOARD.names - OWN_EPOCHS


async def test_a_whole_session_is_read_part_by_part(pair: Pair, visits: Visits, compared: Compared) -> None:
    rooms = [server.provided("session_rooms") for server in (pair.first, pair.second)]

    async def same(id: str) -> None:
        here, there = [await one.find(id) for one in rooms]
        await eventually(lambda: here.session.version == there.session.version)

    async def ok(tab: Tab, do: str, **fields: object) -> Json:
        """A command after which both processes have the same: what is stored meanwhile would be loaded whole."""
        answer = await tab.ok(do, **fields)
        for id in opened:
            await same(id)
        return answer

    async with session(pair.first, kind="brainstorming") as work:
        lead, ben, opened = work.lead.tab, await visits.member(pair.second.base, work.links["join"], "Ben"), [work.id]
        for name in ("Jo", "Mara"):
            await work.comes(name)
            await same(work.id)
        await ok(lead, "start")
        await ok(lead, "append_text", line=str(uuid.uuid4()), text="A line of its own.")
        page = await TextPage.opened(work.lead)
        page.type("And what Ana types.")
        await page.saved()
        check = str(uuid.uuid4())
        await ok(lead, "propose_agreement", agreement=check, text="One space each", why="It is enough")
        await ok(lead, "answer_agreement", agreement=check, level=2, reason="It is not")
        await ok(lead, "open_board", item=work.order[0])
        await ok(lead, "next_item", **{"from": work.order[0]})
        link = (await ok(lead, "renew_links", which=["join"]))["links"]["join"]
        assert await ben.tab.closed() == 4404
        await ben.follow(f"/join/{link}")
        ben.tab = await ben.open()
        await ok(lead, "end", verdict="another")
        following = str((await ok(lead, "open_next"))["worksession"])
        later = await ben.comes_to(following)
        opened.append(following)
        recap = str((await ok(lead, "share", visibility="link"))["recap"])
        async with httpx.AsyncClient(base_url=pair.first.base) as mara:
            assert (await sends(mara, recap, helped="The map.")).status_code == 303
        for id in opened:
            await same(id)
        lead = await work.lead.comes_to(following)
        await ok(lead, "renew_links", which=["read"])
        await ok(lead, "remove", person=ben.person)
        assert await later.closed() == 4404
    assert compared.read.keys() == SESSION.names
