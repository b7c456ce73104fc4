"""Programs that preview a link learn nothing about the board, and do not count as people."""

import pytest

from board.protocol.refusals import Refusal
from board.words import say
from tests.brainstorm.clients import Browser
from tests.brainstorm.database import dump
from tests.cast import QUESTION, Group
from tests.web.reading import one

FETCHERS = {
    "Slack": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Signal": "WhatsApp/2",
    "Messages": "Mozilla/5.0 (Macintosh) AppleWebKit/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    "Teams": "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
    "Matrix": "Synapse (bot; +https://github.com/matrix-org/synapse)",
    "Word": "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
}
PEOPLE = {
    "phone": "Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36",
    "laptop": "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    "chat": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Line/13.6.0",
    "script": "curl/8.7.1",
}

CARD = (say("page-card"), say("page-card-text"))


def card(html: str) -> tuple[str | None, str | None]:
    found = [one(html, "meta", property=f"og:{name}").attributes["content"] for name in ("title", "description")]
    return found[0], found[1]


@pytest.mark.parametrize("agent", FETCHERS.values(), ids=FETCHERS)
async def test_every_link_looks_alike_to_a_program_that_draws_cards(group: Group, agent: str) -> None:
    before = dump(group.server.file)
    links = [group.links[role].removeprefix(group.server.base) for role in ("facilitate", "participate", "watch")]
    unknown = ["/join/" + "A" * 24, "/boards/" + "A" * 24, f"/boards/{group.board}"]
    seen = set()
    for path in [*links, *unknown]:
        answer = await group.sam.get(path, headers={"user-agent": agent})
        assert (answer.status_code, "set-cookie" in answer.headers) == (200, False), path
        seen.add(answer.text)
    assert len(seen) == 1
    html = seen.pop()
    assert card(html) == CARD
    assert QUESTION not in html
    assert dump(group.server.file) == before


@pytest.mark.parametrize("agent", PEOPLE.values(), ids=PEOPLE)
async def test_browsers_and_scripts_are_let_in(group: Group, agent: str) -> None:
    answer = await group.sam.get(group.links["participate"], headers={"user-agent": agent})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/boards/{group.board}")


async def test_a_browser_that_is_mistaken_for_one_goes_on_with_a_press(group: Group) -> None:
    sam = Browser(group.server.base)
    sam.http.headers["user-agent"] = "Mozilla/5.0 (Linux; Android 12; Somebot 7) Chrome/126.0.0.0"
    link = group.links["participate"]
    mistaken = await sam.get(link)
    pressed = await sam.get(link + str(one(mistaken.text, "a", class_="quiet").attributes["href"]))
    assert pressed.headers["location"] == f"/boards/{group.board}"
    sam.board = group.board
    assert (await sam.boot())["role"] == "participate"
    await sam.close()


async def test_an_unknown_program_with_a_cookie_jar_gets_a_card_without_the_question(group: Group) -> None:
    sam = Browser(group.server.base)
    sam.http.headers["user-agent"] = "linkdrawer/2.0"
    await sam.follow(group.links["participate"])
    assert card(await sam.page()) == CARD
    await sam.close()


async def test_an_unknown_program_without_one_gets_the_same(group: Group) -> None:
    answer = await group.sam.get(f"/boards/{group.board}", headers={"user-agent": "linkdrawer/2.0"})
    assert answer.status_code == 404
    assert card(answer.text) == CARD
    await group.fay.ok("change_settings", locked=True)
    newcomer = Browser(group.server.base)
    await newcomer.follow(group.links["participate"])
    door = await newcomer.get(f"/boards/{group.board}")
    assert (door.status_code, card(door.text)) == (403, CARD)
    await newcomer.close()


async def test_the_address_of_a_board_alone_says_what_to_do_and_nothing_more(group: Group) -> None:
    sam = group.sam
    there, nowhere = [await sam.get(f"/boards/{board}") for board in (group.board, "B" * 24)]
    assert (there.status_code, there.text) == (404, nowhere.text)
    assert one(there.text, "p", class_="lead").text == say(Refusal.NO_LINK)
    for said in (say("page-no-link-help-board"), say("page-no-cookie-help")):
        assert said in there.text
    command = {"id": "1", "do": "freeze"}
    for board in (group.board, "B" * 24):
        answer = await sam.post(f"/api/boards/{board}/commands", json=command)
        assert (answer.status_code, answer.json()["code"]) == (404, "no_link")
    unknown = await sam.get("/join/" + "B" * 24)
    assert (unknown.status_code, one(unknown.text, "p", class_="lead").text) == (404, say(Refusal.UNKNOWN_LINK))
    for page in (there, nowhere, unknown):
        assert "deleted" not in page.text.replace("its cookies were deleted", "")
