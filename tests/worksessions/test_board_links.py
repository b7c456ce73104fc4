"""The links of a board follow those of the chain in which it was opened."""

import pytest

from tests.brainstorm.database import rows
from tests.worksessions.boards import comes, gathered, given, links, opens
from tests.worksessions.clients import Work
from tests.worksessions.test_boards import found

__all__ = ["found"]
pytestmark = pytest.mark.anyio


async def test_new_links_move_those_of_the_boards_with_them(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    async with gathered(found, item) as group:
        old = await given(found.members[1], item)
        await group.goes("diverge")
        idea = await group.pia.write("hers 8101")
        new = (await found.lead.tab.ok("renew_links", which=["join"]))["links"]
        assert await group.pia.closed() == 4404
        assert not group.fay.gone, "the lead's link is the same"
        answer = await group.sam.get(old["take_part"])
        assert answer.status_code == 410
        assert (await group.browser("pia").get(f"/boards/{group.board}")).status_code == 404
        await found.members[1].follow(f"/join/{new['join']}")
        found.members[1].tab = await found.members[1].open()
        told = await given(found.members[1], item)
        assert told["take_part"] != old["take_part"]
        pia = await comes(found.members[1], item)
        page = await pia.open()
        await page.ok("edit_idea", idea=idea.id, text="still hers 8101", secret=idea.secret)
        assert rows(found.server.file, "SELECT count(*) FROM seats")[0] == (3,), "she has the same seat"
        assert (await given(found.lead, item))["take_part"] == told["take_part"]
        await page.close()


async def test_a_new_link_for_the_lead_moves_the_facilitators_too(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    fay = await comes(found.lead, item)
    page, old = await fay.open(), links(found.lead, item)
    new = (await found.lead.tab.ok("renew_links", which=["lead"]))["links"]
    assert await page.closed() == 4404
    assert (await fay.get(old["lead"])).status_code == 410
    await found.lead.follow(f"/join/{new['lead']}")
    found.lead.tab = await found.lead.open()
    again = await comes(found.lead, item)
    assert (await again.boot())["role"] == "facilitate"


async def test_an_open_session_of_the_chain_knows_the_new_links_of_its_boards(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    await found.lead.tab.ok("end", verdict="another")
    following = str((await found.lead.tab.ok("open_next"))["worksession"])
    later = await found.lead.comes_to(following)
    old = links(found.lead, item)
    await later.ok("renew_links", which=["join"])
    await found.lead.tab.until(lambda tab: tab.notice["you"]["boards"][item]["take_part"] != old["take_part"])
    assert (await (await comes(found.lead, item)).boot())["role"] == "facilitate"
