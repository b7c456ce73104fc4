"""The page of the accept link: a yes or no by somebody who is not in the session, and who sees nothing else of it."""

import re
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from board.words import say
from tests.brainstorm.clients import Tab, browser
from tests.brainstorm.running import Server
from tests.web.reading import one, read
from tests.worksessions.clients import Member, Work, session

pytestmark = pytest.mark.anyio

TEXT = "# Draft\n\nThe river is not to be named."
SENTENCE = (
    "A brief for the council, in 60 minutes. Done when scope is in it and the price is in it. Ana says when it’s done."
)


async def shown(member: Member, work: Work) -> httpx.Response:
    """The page as this browser gets it by the accept link."""
    await member.follow(work.links["accept"])
    return await member.get(f"/worksessions/{member.board}")


def form(page: str, **typed: str) -> dict[str, str]:
    """What the form of the page sends, with what somebody typed."""
    return {"shown": one(page, "input", name="shown").attributes["value"] or "", "name": "Dr. Okafor"} | typed


@pytest.fixture
async def client(work: Work) -> Member:
    """Somebody who holds the accept link alone."""
    member = Member(work.server.base)
    work.members.append(member)
    return member


async def test_the_link_leads_to_the_sentence_alone(work: Work, client: Member) -> None:
    lead = work.lead.tab
    await lead.ok("append_text", line="a1d3f0a4-0f0c-4a5e-9a5e-2f1f0c7d1e03", text=TEXT)
    await lead.ok("add_task", task="a1d3f0a4-0f0c-4a5e-9a5e-2f1f0c7d1e01", text="Ask Iris about the quay")
    await lead.ok("park", parked="a1d3f0a4-0f0c-4a5e-9a5e-2f1f0c7d1e02", text="Could the bus lane end there")
    await lead.ok("edit_contract", problem="Rents doubled", constraint="No new tax")
    await work.comes("Bertrand")
    answer = await shown(client, work)
    assert client.board == f"{work.id}/accept"
    assert one(answer.text, "p", class_="sentence").text == SENTENCE
    for word in ("river", "Draft", "Iris", "quay", "bus lane", "Rents", "No new tax", "Bertrand", "Review", "boot"):
        assert word not in answer.text
    for link in ("lead", "join", "read"):
        assert work.links[link].rpartition("/")[2] not in answer.text


async def test_the_link_opens_neither_the_session_nor_its_socket(work: Work, client: Member) -> None:
    await shown(client, work)
    client.board = work.id
    for path in (f"/worksessions/{work.id}", f"/worksessions/{work.id}/qr/join.svg"):
        assert (await client.get(path)).status_code == 404
    assert await Tab(await client.dial()).closed() == 4404


async def test_a_yes_is_kept_with_name_and_time(work: Work, client: Member) -> None:
    page = (await shown(client, work)).text
    address = f"/worksessions/{work.id}/accept"
    answer = await client.post(address, data=form(page, answer="yes", note=" Go on. "))
    assert answer.status_code == 303
    thanks = await client.get(answer.headers["location"])
    assert one(thanks.text, "p", class_="thanks").text == say("accept-kept-yes")
    assert not [element for element in read(thanks.text) if element.tag == "form"]
    (kept,) = (await work.until_meta(state="plan"))["agreed"]
    assert (kept["name"], kept["yes"], kept["note"]) == ("Dr. Okafor", True, "Go on.")


async def test_a_later_change_asks_again(work: Work, client: Member) -> None:
    page = (await shown(client, work)).text
    address = f"/worksessions/{work.id}/accept"
    thanks = (await client.post(address, data=form(page, answer="yes"))).headers["location"]
    assert parse_qs(urlsplit(thanks).query)["answered"] == ["yes"]
    await work.lead.tab.ok("edit_contract", artifact="A letter")
    again = (await client.get(thanks)).text
    assert one(again, "p", class_="thanks").text == say("accept-changed")
    assert one(again, "input", name="name").attributes["value"] == ""


async def test_nobody_says_yes_to_what_they_have_not_read(work: Work, client: Member) -> None:
    page = (await shown(client, work)).text
    await work.lead.tab.ok("edit_contract", artifact="A letter")
    answer = await client.post(f"/worksessions/{work.id}/accept", data=form(page, answer="yes", note="Fine & <good>"))
    assert answer.status_code == 409
    assert "A letter" in one(answer.text, "p", class_="sentence").text
    # What was typed is still there.
    assert one(answer.text, "textarea", name="note").text.strip() == "Fine & <good>"
    assert one(answer.text, "input", name="name").attributes["value"] == "Dr. Okafor"
    assert (await work.until_meta(state="plan"))["agreed"] == []


async def test_after_the_end_it_asks_about_the_verdict(running: Work) -> None:
    client = Member(running.server.base)
    running.members.append(client)
    before = (await shown(client, running)).text
    await running.lead.tab.ok("end", verdict="nearly", finisher=running.lead.person, by="2030-12-04", note="Only speed")
    address = f"/worksessions/{running.id}/accept"
    page = (await client.get(address)).text
    assert one(page, "h1").text == "Nearly."
    assert one(page, "p", class_="rest").text == "Ana finishes it by 4 December 2030."
    assert "Only speed" not in page
    assert (await client.post(address, data=form(before, answer="yes"))).status_code == 409
    assert (await client.post(address, data=form(page, answer="no", note="The price is missing"))).status_code == 303
    (kept,) = (await running.until_meta(state="ended"))["accepted"]
    assert (kept["yes"], kept["note"]) == (False, "The price is missing")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"answer": ""}, "accept-choose"),
        ({"answer": "perhaps"}, "accept-choose"),
        ({"answer": "yes", "name": " "}, "empty"),
    ],
)
async def test_what_cannot_be_kept_comes_back_with_the_reason(
    work: Work, client: Member, typed: dict[str, str], why: str
) -> None:
    page = (await shown(client, work)).text
    answer = await client.post(f"/worksessions/{work.id}/accept", data=form(page, **typed))
    assert answer.status_code == 422
    assert one(answer.text, "p", class_="wrong").text == say(why)
    assert (await work.until_meta(state="plan"))["agreed"] == []


async def test_more_conditions_than_the_sentence_names_are_listed(server: Server) -> None:
    async with session(server, conditions=[f"part {n} is there" for n in range(7)]) as work:
        client = Member(server.base)
        work.members.append(client)
        page = (await shown(client, work)).text
        assert len(re.findall(r"<li dir=\"auto\">part \d is there</li>", page)) == 7


async def test_other_links_do_not_open_it(work: Work) -> None:
    member = Member(work.server.base)
    work.members.append(member)
    await member.follow(work.links["join"])
    address = f"/worksessions/{work.id}/accept"
    assert (await member.get(address)).status_code == 404
    assert (await member.post(address, data={"shown": "x", "name": "Ben", "answer": "yes"})).status_code == 404
    async with browser(work.server.base) as stranger:
        assert (await stranger.get(address)).status_code == 404


async def test_another_site_cannot_answer(work: Work, client: Member) -> None:
    page = (await shown(client, work)).text
    answer = await client.post(
        f"/worksessions/{work.id}/accept",
        data=form(page, answer="yes"),
        headers={"Origin": "https://elsewhere.example"},
    )
    assert answer.status_code == 403


async def ended(work: Work, **verdict: object) -> tuple[Member, str]:
    """Somebody with the accept link, and the page as it is after the end."""
    client = Member(work.server.base)
    work.members.append(client)
    await shown(client, work)
    await work.lead.tab.ok("end", **({"verdict": "done"} | verdict))
    return client, (await client.get(f"/worksessions/{work.id}/accept")).text


async def test_after_the_end_it_shows_what_was_made_and_nothing_else(running: Work) -> None:
    lead = running.lead.tab
    await lead.ok("append_text", line="a1d3f0a4-0f0c-4a5e-9a5e-2f1f0c7d1e03", text="The *river* <b>rises</b>.")
    await lead.ok("add_task", task="a1d3f0a4-0f0c-4a5e-9a5e-2f1f0c7d1e01", text="Ask Iris about the quay")
    await lead.ok("tick_condition", condition=next(iter(running.document["conditions"])), met=True)
    _, page = await ended(running, note="Only speed")
    lines = [element.attributes["class"] for element in read(page) if element.tag == "li"]
    assert sorted(lines, key=str) == ["met", "open"]
    assert "The <em>river</em> &lt;b&gt;rises&lt;/b&gt;." in page
    for word in ("quay", "Only speed", "Ben", "Review", "boot", "/recaps/"):
        assert word not in page


async def test_nobody_says_yes_to_another_text_than_the_one_they_read(running: Work) -> None:
    client, page = await ended(running, verdict="nearly", finisher=running.lead.person, by="2030-12-04")
    await running.lead.tab.ok("append_text", line="a1d3f0a4-0f0c-4a5e-9a5e-2f1f0c7d1e04", text="One more.")
    address = f"/worksessions/{running.id}/accept"
    assert (await client.post(address, data=form(page, answer="yes"))).status_code == 409
    page = (await client.get(address)).text
    await running.lead.tab.ok("tick_condition", condition=next(iter(running.document["conditions"])), met=True)
    assert (await client.post(address, data=form(page, answer="yes"))).status_code == 409


@pytest.mark.parametrize(
    ("where", "links"), [("https://example.org/x", 1), ("javascript:alert(1)", 0), ("In the archive", 0)]
)
async def test_what_was_made_elsewhere_is_a_link_when_it_can_be_one(running: Work, where: str, links: int) -> None:
    _, page = await ended(running, elsewhere=where)
    place = next(element for element in read(page) if (element.tag, element.attributes.get("class")) == ("p", "where"))
    assert (place.text, page.count(f'href="{where}"')) == (where, links)


async def test_answers_stand_beside_it_with_their_times(running: Work) -> None:
    client, page = await ended(running)
    assert "<dt>" not in page
    answer = await client.post(f"/worksessions/{running.id}/accept", data=form(page, answer="yes"))
    thanks = (await client.get(answer.headers["location"])).text
    assert one(thanks, "dt").text == say("recap-accepted")
    assert re.fullmatch(r"Dr\. Okafor, .* \d{4}, \d\d:\d\d UTC", one(thanks, "dd").text)
