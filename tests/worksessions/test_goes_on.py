"""The work goes on: everybody on the board's page is given the links of the session, and nothing joins the two."""

import html
import uuid

import msgspec
import pytest
from httpx import Response

from board.people.links import digest
from tests.brainstorm.clients import Browser, Tab, browser
from tests.brainstorm.database import dump, rows
from tests.cast import Group
from tests.worksessions.clients import Member
from tests.worksessions.test_decision_page import Decided, decided
from tests.worksessions.test_unlinkable import BOARD, SESSION, starts, values

__all__ = ["decided"]
pytestmark = pytest.mark.anyio


def pages(group: Group) -> list[Tab]:
    return [group.fay, group.pia, group.ben, group.olu]


async def offered(tab: Tab) -> dict[str, object]:
    """The work that a page offers."""
    await tab.until(lambda tab: tab.notice["you"]["work"])
    work = tab.notice["you"]["work"]
    assert isinstance(work, dict)
    return work


async def gone(tab: Tab) -> None:
    await tab.until(lambda tab: tab.notice["you"]["work"] is None)


async def test_everybody_on_the_page_is_given_the_same_links_without_a_reload(decided: Decided) -> None:
    group = decided.group
    assert all(tab.notice["you"]["work"] is None for tab in pages(group))
    lead, _ = await decided.opens(group.browser("fay").http)
    works = [await offered(tab) for tab in pages(group)]
    assert all(work == works[0] for work in works)
    links = (await lead.boot())["links"]
    assert works[0] == {
        "artifact": "The plan 6101",
        "minutes": 60,
        "starts": None,
        "join": links["join"].removeprefix(group.server.base),
        "read": links["read"].removeprefix(group.server.base),
    }
    later = await (await group.newcomer()).open()
    assert later.notices[0]["you"]["work"] == works[0], "whoever connects later gets it with the first notice"


async def test_the_links_are_in_no_document_and_not_in_the_database(decided: Decided) -> None:
    group = decided.group
    lead, _ = await decided.opens(group.browser("fay").http)
    links = (await lead.boot())["links"]
    await offered(group.pia)
    stored = "\n".join(dump(group.server.file))
    for link in ("join", "read"):
        token = links[link].rpartition("/")[2]
        assert token not in str(group.pia.all())
        assert token.encode() not in group.server.stored()
        assert token not in stored
    (row,) = rows(group.server.file, "SELECT sealed FROM board_sessions")
    assert isinstance(row[0], bytes)
    assert b"The plan" not in row[0]


@pytest.mark.parametrize("who", ["pia", "olu", "sam"])
async def test_nobody_else_sends_the_board_anywhere(decided: Decided, who: str) -> None:
    group = decided.group
    other = group.sam if who == "sam" else group.browser(who)
    await decided.opens(other.http, "Fire Mara")
    await group.server.settled()
    assert rows(group.server.file, "SELECT * FROM board_sessions") == []
    assert (await group.browser("ben").boot())["notice"]["you"]["work"] is None


async def test_a_newer_session_takes_the_place_of_the_one_before(decided: Decided) -> None:
    group = decided.group
    await decided.opens(group.browser("fay").http)
    await offered(group.pia)
    await decided.opens(group.browser("fay").http, "Another plan")
    await group.pia.until(lambda tab: tab.notice["you"]["work"]["artifact"] == "Another plan")


@pytest.mark.parametrize("which", ["deleted", "join", "read"])
async def test_links_that_lead_nowhere_any_more_are_offered_to_nobody(decided: Decided, which: str) -> None:
    group = decided.group
    _, tab = await decided.opens(group.browser("fay").http)
    await offered(group.pia)
    await (tab.ok("delete") if which == "deleted" else tab.ok("renew_links", which=[which]))
    for page in pages(group):
        await gone(page)
    assert rows(group.server.file, "SELECT * FROM board_sessions") == []


async def test_a_new_link_for_the_client_alone_takes_nothing_from_the_board(decided: Decided) -> None:
    group = decided.group
    _, tab = await decided.opens(group.browser("fay").http)
    work = await offered(group.pia)
    await tab.ok("renew_links", which=["accept"])
    assert (await group.browser("ben").boot())["notice"]["you"]["work"] == work


async def test_the_session_that_follows_is_behind_the_same_link(decided: Decided) -> None:
    group = decided.group
    _, tab = await decided.opens(group.browser("fay").http)
    work = await offered(group.pia)
    await tab.ok("start")
    await tab.ok("end", verdict="another")
    following = str((await tab.ok("open_next"))["worksession"])
    answer = await group.browser("ben").http.get(str(work["join"]))
    assert answer.headers["location"] == f"/worksessions/{following}"


async def test_a_board_that_is_deleted_keeps_no_links_and_its_session_goes_on(decided: Decided) -> None:
    group = decided.group
    fay = group.browser("fay").http
    _, tab = await decided.opens(fay)
    await offered(group.pia)
    assert (await fay.delete(f"/api/boards/{group.board}?decision=keep")).status_code == 204
    assert rows(group.server.file, "SELECT * FROM board_sessions") == []
    await tab.ok("add_condition", condition=str(uuid.uuid4()), text="It is sent")


async def test_the_code_on_the_big_screen_is_for_those_who_are_on_the_board(decided: Decided) -> None:
    group = decided.group
    address = f"/boards/{group.board}/qr/work.svg"
    assert (await group.browser("olu").get(address)).status_code == 404
    await decided.opens(group.browser("fay").http)
    for name in ("fay", "pia", "olu"):
        assert (await group.browser(name).get(address)).status_code == 200
    assert (await group.sam.get(address)).status_code == 404


async def joins(group: Group, person: Browser, work: dict[str, object], name: str) -> Member:
    member = Member(group.server.base, person.http)
    await member.joins(str(work["join"]), name)
    return member


async def test_who_joined_cannot_be_derived_from_the_board_nor_who_did_not(decided: Decided) -> None:
    """Of two people one joins. What is stored of the board, and what its other pages get, is the same either way."""
    group = decided.group
    await decided.opens(group.browser("fay").http)
    work = await offered(group.pia)
    await offered(group.ben)
    await group.server.settled()
    before = {table: rows(group.server.file, f"SELECT * FROM {table}") for table in BOARD}  # noqa: S608
    heard = len(group.ben.notices)
    member = await joins(group, group.browser("pia"), work, "Pia")
    await group.server.settled()
    after = {table: rows(group.server.file, f"SELECT * FROM {table}") for table in BOARD}  # noqa: S608
    assert after == before, "the board does not know that she joined"
    assert all(notice["you"] == group.ben.notice["you"] for notice in group.ben.notices[heard - 1 :])
    assert not starts(values(group.server, BOARD)) & starts(values(group.server, SESSION))
    board, session = (group.browser("pia").http.cookies[name] for name in cookies(group.browser("pia")))
    assert not set(board.split(".")) & set(session.split("."))
    sealed = values(group.server, ("board_sessions",)) - {group.board.encode()}
    tokens = {part for value in (board, session) for part in value.split(".")}
    assert not starts(sealed) & starts({digest(part) for part in tokens} | {part.encode() for part in tokens})
    await member.close()


def cookies(person: Browser) -> list[str]:
    return sorted(person.http.cookies)


async def test_a_stranger_on_the_page_of_the_decision_finds_no_link(decided: Decided) -> None:
    group = decided.group
    await decided.opens(group.browser("fay").http)
    work = msgspec.to_builtins(await offered(group.pia))
    async with browser(group.server.base) as stranger:
        page = html.unescape((await stranger.get(f"/decisions/{decided.sha256}")).text)
    assert str(work["join"]) not in page
    assert str(work["read"]) not in page


async def presses(decided: Decided, who: str, **values: str) -> Response:
    """Somebody presses the button beside the first next step, or on the page that follows."""
    answer = await decided.group.browser(who).http.post(f"/decisions/{decided.sha256}/worksessions", data=values)
    assert answer.status_code in (303, 422, 429), answer.text
    return answer


async def test_whoever_led_the_board_reads_who_is_invited_before_they_are(decided: Decided) -> None:
    group, path = decided.group, f"/decisions/{decided.sha256}/worksessions"
    answer = await presses(decided, "fay", pause="5")
    assert answer.headers["location"] == f"{path}?pause=5"
    page = html.unescape((await group.browser("fay").http.get(answer.headers["location"])).text)
    assert "Invite everybody here" in page
    assert "Everybody still on the board’s page sees it at once and can join with a name." in page
    assert 'name="pause" value="5" checked' in page
    assert "So be it." in page
    await group.server.settled()
    assert rows(group.server.file, "SELECT * FROM board_sessions") == [], "nobody is invited yet"

    answer = await presses(decided, "fay", invite="board", artifact="The plan", minutes="90", problem="Rents double.")
    assert answer.headers["location"].startswith("/worksessions/")
    work = await offered(group.pia)
    assert (work["artifact"], work["minutes"], work["starts"]) == ("The plan", 90, None)
    lead = Member(group.server.base, group.browser("fay").http)
    lead.board = answer.headers["location"].removeprefix("/worksessions/")
    assert (await lead.boot())["document"]["meta"]["contract"]["problem"] == "Rents double."


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"artifact": " "}, "Write what will exist at the end."),
        ({"artifact": "x" * 201}, "Up to 200 fit."),
        ({"artifact": "The plan", "constraint": "x" * 601}, "Up to 600 fit."),
    ],
)
async def test_what_cannot_be_kept_comes_back_with_what_was_typed(
    decided: Decided, values: dict[str, str], why: str
) -> None:
    answer = await presses(decided, "fay", invite="board", minutes="30", **values)
    assert answer.status_code == 422
    assert why in html.unescape(answer.text)
    assert 'value="30" checked' in answer.text
    assert rows(decided.group.server.file, "SELECT * FROM board_sessions") == []


@pytest.mark.parametrize("who", ["pia", "olu"])
async def test_a_reader_starts_by_one_press_and_invites_nobody(decided: Decided, who: str) -> None:
    path = f"/decisions/{decided.sha256}"
    assert (await presses(decided, who)).headers["location"].startswith("/worksessions/")
    page = await decided.group.browser(who).http.get(f"{path}/worksessions")
    assert page.headers["location"] == path
    assert (await presses(decided, who, invite="board", artifact="x")).headers["location"] == path
    await decided.group.server.settled()
    assert rows(decided.group.server.file, "SELECT * FROM board_sessions") == []
