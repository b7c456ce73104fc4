"""Which browsers count as people, and the roles that a link grants."""

import contextlib
from http.cookies import SimpleCookie

import pytest
from websockets.exceptions import ConnectionClosedError, InvalidStatus

from board.decisions.exports.formats import DRAFTS
from tests.brainstorm import wire
from tests.brainstorm.clients import Browser, draft
from tests.brainstorm.database import dump
from tests.brainstorm.running import Server
from tests.cast import QUESTION, Group


async def test_a_link_preview_writes_nothing(group: Group) -> None:
    before = dump(group.server.file)
    newcomer = await group.newcomer()
    await newcomer.page()
    await newcomer.boot("participate")
    for ending in DRAFTS:
        await newcomer.export(ending)
    await newcomer.get(f"/boards/{group.board}/qr/participate.svg")
    assert dump(group.server.file) == before
    assert (await newcomer.boot())["notice"]["counts"]["joined"] == 2
    await newcomer.open()
    assert (await newcomer.boot())["notice"]["counts"]["joined"] == 3


async def test_the_cookie_is_for_this_board_and_for_no_script(group: Group) -> None:
    browser = Browser(group.server.base)
    answer = await browser.get(group.links["participate"])
    assert answer.headers["location"] == f"/boards/{group.board}"
    cookie = SimpleCookie(answer.headers["set-cookie"])[f"board_{group.board}"]
    assert cookie["httponly"]
    assert not cookie["secure"]
    assert (cookie["samesite"].lower(), cookie["path"]) == ("lax", "/")
    token = group.links["participate"].rpartition("/")[2]
    assert cookie.value.endswith(token)
    assert token not in answer.headers["location"]
    await browser.close()


async def test_two_links_in_one_browser_are_one_person_with_two_roles(group: Group) -> None:
    pia, person = group.browser("pia"), person_of(group.browser("pia"))
    await pia.follow(group.links["watch"])
    for link in ("facilitate", "participate", "watch", "facilitate"):
        await pia.follow(group.links[link])
        assert person_of(pia) == person
    boot = await pia.boot()
    assert (boot["role"], boot["roles"]) == ("facilitate", ["facilitate", "participate", "watch"])
    assert set(boot["links"]) == {"facilitate", "participate", "watch"}
    assert {role: (await pia.boot(role))["role"] for role in boot["roles"]} == {role: role for role in boot["roles"]}
    await pia.open("participate")
    assert (await pia.boot())["notice"]["counts"]["joined"] == 2
    await group.goes("diverge")
    assert (await pia.command("set_timer", extend=60))["answer"] == "ok"


def person_of(browser: Browser) -> str:
    (value,) = browser.http.cookies.values()
    return value.partition(".")[0]


async def test_the_facilitator_who_opens_the_participants_link_stays_facilitator(group: Group) -> None:
    fay = group.browser("fay")
    await fay.follow(group.links["participate"])
    assert (await fay.boot())["role"] == "facilitate"
    tab = await fay.open()
    assert tab.notice["you"]["role"] == "facilitate"
    assert tab.notice["counts"]["joined"] == 2
    assert not tab.notice["you"]["seated"]


async def test_a_locked_door_refuses_newcomers_only(group: Group) -> None:
    await group.goes("diverge")
    await group.fay.ok("change_settings", locked=True)
    assert (await group.browser("pia").open()).notice["you"]["seated"]
    newcomer = await group.newcomer()
    socket = await newcomer.dial()
    frames: list[str | bytes] = []
    with contextlib.suppress(ConnectionClosedError):
        await socket.send(wire.ask(b"\0"))
    with contextlib.suppress(ConnectionClosedError):
        async for frame in socket:
            frames.append(frame)
    assert {frame[0] for frame in frames} <= {wire.NOTICE}, "the ideas stay inside"
    assert socket.close_code == 4410
    idea = draft("from outside")
    answer = await newcomer.command("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
    assert answer["answer"] == "refused"
    watcher = await (await group.newcomer("watch")).open()
    leader = await (await group.newcomer("facilitate")).open()
    assert not leader.notice["you"]["seated"]
    assert watcher.notice["counts"]["joined"] == 2
    await group.fay.ok("change_settings", locked=False)
    assert (await newcomer.open()).notice["you"]["seated"]


async def test_here_counts_people_and_not_their_pages(group: Group) -> None:
    assert group.olu.notice["counts"]["here"] == 2
    again = await group.browser("pia").open()
    third = (await group.joins(1))[0]
    take_part = await group.browser("fay").open("participate")
    await group.olu.until(lambda tab: tab.notice["counts"]["here"] == 4)
    await again.close()
    await third.close()
    group.more.clear()
    group.server.clock.advance(20)
    await group.goes("diverge")
    assert group.olu.notice["counts"]["here"] == 4, "who left a moment ago may be back at once"
    group.server.clock.advance(11)
    await group.olu.until(lambda tab: tab.notice["counts"]["here"] == 3)
    await take_part.close()
    group.server.clock.advance(31)
    await group.olu.until(lambda tab: tab.notice["counts"]["here"] == 2)
    assert group.olu.notice["counts"]["joined"] == 4


FOREIGN = ("https://evil.example", "null", "http://127.0.0.1:1", "{base}.evil.example", "ftp://x", "")


@pytest.mark.parametrize("origin", FOREIGN)
async def test_another_sites_page_opens_no_socket(group: Group, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await group.browser("pia").dial(origin=origin.format(base=group.server.base) or None)
    assert refused.value.response.status_code == 403


async def test_another_sites_page_gives_no_command(group: Group) -> None:
    pia = group.browser("pia")
    await group.goes("diverge")
    idea = draft("forged")
    command = {"id": "1", "do": "add_idea", "idea": idea.id, "text": idea.text, "secret": idea.secret}
    for origin in FOREIGN[:-1]:
        headers = {"Origin": origin.format(base=group.server.base)}
        for path in (f"/api/boards/{group.board}/commands", "/api/boards"):
            answer = await pia.post(path, json=command | {"question": "?"}, headers=headers)
            assert answer.status_code == 403, (origin, path)
        assert (await pia.post("/boards", data={"question": "?"}, headers=headers)).status_code == 403
    del pia.http.headers["Origin"]
    answer = await pia.post(f"/api/boards/{group.board}/commands", json=command)
    assert answer.json() == {"id": "1", "answer": "ok"}, "a script sends none"


async def test_the_links_of_a_board_are_shown_downwards_only(group: Group) -> None:
    expected = {"fay": {"facilitate", "participate", "watch"}, "pia": {"participate"}, "olu": {"participate", "watch"}}
    for name, kinds in expected.items():
        boot = await group.browser(name).boot()
        assert {kind: group.links[kind] for kind in kinds} == boot["links"]
        page = (await group.browser(name).page()).encode()
        for kind in set(group.links) - kinds:
            assert group.links[kind].rpartition("/")[2].encode() not in page
    big_screen = await group.browser("fay").boot("watch")
    assert set(big_screen["links"]) == {"participate", "watch"}


async def test_the_home_page_opens_a_board(server: Server) -> None:
    browser = Browser(server.base)
    wrong = await browser.post("/boards", data={"question": " ", "minutes": "soon", "problem": "kept"})
    assert wrong.status_code == 422
    assert "kept" in wrong.text
    form = {"question": f" {QUESTION} ", "minutes": "7", "visibility": "hidden", "dots": ""}
    opened = await browser.post("/boards", data=form)
    assert opened.status_code == 303
    browser.board = opened.headers["location"].removeprefix("/boards/")
    boot = await browser.boot()
    assert (boot["role"], boot["meta"]["question"], boot["meta"]["minutes"]) == ("facilitate", QUESTION, 7)
    assert boot["notice"]["phase"] == "lobby"
    await browser.close()
