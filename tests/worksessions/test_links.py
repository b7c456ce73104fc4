"""Links that are renewed: the old ones end at once, in every session of the chain."""

import pytest

from board.protocol.refusals import Refusal
from board.protocol.worksession.commands import RenewLinks, SetGoal
from board.words import say
from tests.brainstorm.clients import Tab
from tests.brainstorm.database import rows
from tests.worksessions.chains import after_the_end, at_once, person
from tests.worksessions.clients import Work

pytestmark = pytest.mark.anyio


async def renew(work: Work, *which: str) -> dict[str, str]:
    """The tokens of all links afterwards."""
    links = (await work.lead.tab.ok("renew_links", which=which))["links"]
    assert isinstance(links, dict)
    return links


async def check_leads(work: Work, link: str, token: str) -> None:
    """Asserts that a link leads somewhere."""
    path, status = (f"/calendars/{token}.ics", 200) if link == "calendar" else (f"/join/{token}", 303)
    assert (await work.lead.get(path)).status_code == status, link


async def test_an_old_join_link_is_cut_off_and_says_why(running: Work) -> None:
    ben, old = running.members[1], running.links
    new = await renew(running, "join")
    assert await ben.tab.closed() == 4404
    assert old["lead"].endswith(new["lead"])
    for link in ("join", "read", "calendar"):
        answer = await running.lead.get(old[link])
        assert (answer.status_code, say(Refusal.LINK_RENEWED) in answer.text) == (410, True), link
    refused = await ben.post(f"/api/worksessions/{running.id}/commands", json={"id": "1", "do": "back"})
    assert (refused.status_code, refused.json()["code"]) == (410, Refusal.LINK_RENEWED)
    assert (await ben.get(f"/worksessions/{running.id}")).status_code == 410
    for link in ("lead", "accept"):
        assert (await running.lead.get(old[link])).status_code == 303, link
    await running.lead.tab.ok("pause", paused=True)


async def test_who_opens_the_new_join_link_has_the_same_seat(running: Work) -> None:
    ben = running.members[1]
    new = await renew(running, "join")
    await ben.follow(f"/join/{new['join']}")
    page = await ben.open()
    assert page.notice["you"]["person"] == ben.person
    await page.ok("set_goal", goal="the figures")


async def test_the_lead_gets_the_new_links_before_the_old_one_ends(running: Work) -> None:
    new = await renew(running, "lead")
    assert await running.lead.tab.closed() == 4404
    assert (await running.lead.get(running.links["lead"])).status_code == 410
    for link, token in new.items():
        assert not running.links[link].endswith(token)
        await check_leads(running, link, token)
    await running.lead.follow(f"/join/{new['lead']}")
    await (await running.lead.open()).ok("pause", paused=True)


async def test_every_open_page_of_the_lead_gets_the_new_links_and_nobody_else_does(running: Work) -> None:
    lead, ben = running.lead, running.members[1]
    second = await lead.open()
    elsewhere = (await running.comes("Ana", "lead")).tab
    assert second.notice["you"]["links"] == {}
    new = await renew(running, "read")
    for page in (lead.tab, second, elsewhere):
        await page.until(lambda tab: tab.notice["you"]["links"] == new)
    await ben.tab.ok("set_goal", goal="the figures")
    assert (await ben.open()).notice["you"]["links"] == {}


async def test_what_somebody_still_holds_goes_on_opening_the_session(running: Work) -> None:
    ben = running.members[1]
    await ben.tab.close()
    for link in ("accept", "read"):
        await ben.follow(running.links[link])
    page = await ben.open()
    await renew(running, "read")
    await page.ok("set_goal", goal="the figures")
    await renew(running, "join")
    # What is left is the accept link, which opens no page.
    assert await page.closed() == 4408
    assert await Tab(await ben.dial()).closed() == 4404


async def test_an_open_session_of_the_same_chain_follows_at_once(running: Work) -> None:
    ben = running.members[1]
    id = await after_the_end(running)
    next_page = await ben.comes_to(id)
    await renew(running, "join")
    assert await next_page.closed() == 4404
    assert await ben.tab.closed() == 4404
    refused = await ben.post(f"/api/worksessions/{id}/commands", json={"id": "1", "do": "back"})
    assert (refused.status_code, refused.json()["code"]) == (410, Refusal.LINK_RENEWED)


async def test_a_command_that_came_by_an_old_link_is_refused_right_after_the_renewal(running: Work) -> None:
    lead, ben = person(running.lead, running, "lead"), person(running.members[1], running, "join")
    renewed, refused = await at_once(
        running,
        (running.id, lead, RenewLinks(id="1", which=["join"])),
        (running.id, ben, SetGoal(id="2", goal="too late")),
    )
    assert renewed.answer == "ok"
    assert refused.reason is not None
    assert refused.reason.code == Refusal.LINK_RENEWED


async def test_links_that_two_sessions_renew_at_once_are_renewed_one_after_the_other(running: Work) -> None:
    id, lead = await after_the_end(running), person(running.lead, running, "lead")
    first, second = await at_once(
        running,
        (running.id, lead, RenewLinks(id="1", which=["join"])),
        (id, lead, RenewLinks(id="2", which=["accept"])),
    )
    assert (first.answer, second.answer) == ("ok", "ok")
    tokens = second.extra["links"]
    assert isinstance(tokens, dict)
    for link, token in tokens.items():
        await check_leads(running, link, token)
    for link in ("join", "read", "accept", "calendar"):
        assert (await running.lead.get(running.links[link])).status_code == 410, link
    assert rows(running.server.file, "SELECT count(*) FROM session_links") == [(5,)]
