"""The locked door: a newcomer with the link to take part does nothing and reads nothing, whatever they ask for."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from websockets.exceptions import ConnectionClosedError

from board.facilitation.policy import COMMANDS
from tests.brainstorm.clients import Browser, draft
from tests.brainstorm.wire import Json
from tests.cast import Group

LOCKED = 4410

# One well-formed command of each name, on whatever is there.
FIELDS: dict[str, Callable[[Group], Json]] = {
    "add_idea": lambda group: _own(),
    "edit_idea": lambda group: _own(idea=_idea(group)),
    "withdraw_idea": lambda group: {"idea": _idea(group), "secret": "A" * 22},
    "sign_idea": lambda group: {"idea": _idea(group), "secret": "A" * 22, "name": "Eve"},
    "ask": lambda group: {"question": str(uuid4()), "idea": _idea(group), "text": "Eve asks"},
    "answer_question": lambda group: {"question": str(uuid4()), "text": "Eve answers", "secret": "A" * 22},
    "set_ready": lambda group: {"ready": True},
    "place_idea": lambda group: {"idea": _idea(group), "cluster": None},
    "name_cluster": lambda group: {"cluster": _cluster(group), "name": "Eve was here"},
    "dissolve_cluster": lambda group: {"cluster": _cluster(group)},
    "merge": lambda group: {"merge": str(uuid4()), "from": [_idea(group)], "into": str(uuid4())},
    "undo_merge": lambda group: {"merge": next(iter(group.fay.root("merges")), str(uuid4()))},
    "cast_ballot": lambda group: {"dots": {}, "bold": None},
    "cast_proxy": lambda group: {"dots": {}, "bold": None, "proxy": str(uuid4())},
    "answer_consent": lambda group: {"level": 5},
    "open_phase": lambda group: {"phase": "lobby"},
    "set_timer": lambda group: {"extend": 60},
    "change_settings": lambda group: {"locked": False},
    "admit_late": lambda group: {},
    "set_aside": lambda group: {"option": _idea(group), "aside": True},
    "hide_idea": lambda group: {"idea": _idea(group), "hidden": True},
    "hide_question": lambda group: {"question": str(uuid4()), "hidden": True},
    "highlight_idea": lambda group: {"idea": _idea(group)},
    "close_consent": lambda group: {},
    "write_decision": lambda group: {"decision": "Eve decides", "owner": "Eve", "shortlist": []},
    "freeze": lambda group: {},
    "correct": lambda group: {},
}


def _own(**fields: str) -> Json:
    idea = draft("from outside")
    return {"idea": idea.id, "text": idea.text, "secret": idea.secret, **fields}


def _idea(group: Group) -> str:
    return next(iter(group.fay.root("ideas")), str(uuid4()))


def _cluster(group: Group) -> str:
    return next(iter(group.fay.root("clusters")), str(uuid4()))


async def test_the_list_of_commands_is_complete() -> None:
    assert set(FIELDS) == COMMANDS


@pytest.fixture
async def locked(group: Group) -> Group:
    """Three ideas, one of them in a group, and the door is locked in Group."""
    await group.writes(3)
    await group.goes("cluster")
    first = _idea(group)
    await group.pia.ok("merge", merge=str(uuid4()), **{"from": [first]}, into=str(uuid4()), name="Quick wins")
    await group.fay.until(lambda tab: tab.root("clusters"))
    await group.fay.ok("change_settings", locked=True)
    return group


def bare(name: str) -> str:
    return "cast_ballot" if name == "cast_proxy" else name


@pytest.mark.parametrize("phase", ["diverge", "reveal", "cluster", "vote", "decide"])
async def test_a_newcomer_can_give_no_command(locked: Group, phase: str) -> None:
    await locked.goes(phase)
    newcomer = await locked.newcomer()
    before, joined = locked.fay.all(), locked.fay.notice["counts"]["joined"]
    for name, fields in FIELDS.items():
        answer = await newcomer.command(bare(name), **fields(locked))
        assert answer["answer"] == "refused", name
        assert answer["code"] == "door_locked", name
    export = (await locked.browser("fay").export("json")).json()
    assert "Eve" not in str(export)
    assert "from outside" not in str(export)
    assert locked.fay.all() == before
    assert (await locked.browser("fay").boot())["notice"]["counts"]["joined"] == joined


async def test_people_inside_still_group(locked: Group) -> None:
    await locked.ben.ok("place_idea", idea=_idea(locked), cluster=None)
    await locked.fay.ok("place_idea", idea=_idea(locked), cluster=_cluster(locked))
    assert not locked.fay.notice["you"]["seated"], "grouping costs the facilitator no seat"


async def read_everything(browser: Browser, board: str) -> dict[str, int]:
    """Every address under which something of a board is read, with the status it answers."""
    paths = [
        f"/boards/{board}",
        f"/boards/{board}?as=watch",
        f"/boards/{board}?as=facilitate",
        f"/boards/{board}/qr/participate.svg",
        f"/api/boards/{board}/health",
        *(f"/api/boards/{board}/export.{ending}" for ending in ("json", "md", "csv", "pdf", "png", "svg")),
    ]
    return {path: (await browser.get(path)).status_code for path in paths}


async def test_a_newcomer_reads_nothing(locked: Group) -> None:
    newcomer = await locked.newcomer()
    assert set((await read_everything(newcomer, locked.board)).values()) == {403}
    assert not any(text in newcomer.everything() for text in (b"idea 0", b"Quick wins", b"What should we build"))


async def turned_away(browser: Browser, role: str | None) -> int | None:
    """Opens a page that gets not a single frame; returns the code with which it is closed."""
    socket = await browser.dial(role=role)
    with pytest.raises(ConnectionClosedError):
        await socket.recv()
    return socket.close_code


@pytest.mark.parametrize("role", [None, "watch", "participate"])
async def test_the_socket_of_a_newcomer_is_closed_without_a_frame(locked: Group, role: str | None) -> None:
    newcomer = await locked.newcomer()
    assert await turned_away(newcomer, role) == LOCKED


async def test_the_page_of_a_newcomer_says_that_the_door_is_locked(locked: Group) -> None:
    page = await (await locked.newcomer()).get(f"/boards/{locked.board}")
    assert page.status_code == 403
    assert "The door is locked" in page.text


async def test_a_tab_that_only_watched_is_closed_when_the_door_is_locked(group: Group) -> None:
    """It took no seat, so it never joined."""
    onlooker = await (await group.newcomer()).open("watch")
    await group.fay.ok("change_settings", locked=True)
    assert await onlooker.closed() == LOCKED


async def test_everybody_inside_reads_that_the_door_is_locked(locked: Group) -> None:
    for tab in (locked.fay, locked.pia, locked.ben, locked.olu):
        await tab.until(lambda tab: tab.meta("locked") is True)


async def test_facilitators_and_the_big_screen_read_without_a_seat(locked: Group) -> None:
    for link in ("facilitate", "watch"):
        newcomer = await locked.newcomer(link)
        assert (await newcomer.open(link)).root("ideas")
        assert (await newcomer.export("md")).status_code == 200
        assert not (await newcomer.boot())["notice"]["you"]["seated"]


async def test_the_link_of_the_facilitator_opens_no_seat_behind_the_lock(locked: Group) -> None:
    await locked.goes("vote")
    second = await locked.newcomer("facilitate")
    for name in ("cast_ballot", "add_idea"):
        answer = await second.command(name, **FIELDS[name](locked))
        assert (answer["answer"], answer["code"]) == ("refused", "door_locked")
    assert await turned_away(second, "participate") == LOCKED
    answer = await second.command("cast_ballot", **FIELDS["cast_proxy"](locked))
    assert answer["answer"] == "ok", "a proxy is for somebody who sits in the room"


async def test_an_open_door_lets_the_same_browser_in(locked: Group) -> None:
    newcomer = await locked.newcomer()
    await locked.fay.ok("change_settings", locked=False)
    moved: Any = await newcomer.command("place_idea", idea=_idea(locked), cluster=None)
    assert moved["answer"] == "ok"
    boot = await newcomer.boot()
    assert boot["notice"]["you"]["seated"], "whoever groups has joined"
    await locked.fay.ok("change_settings", locked=True)
    assert (await newcomer.open()).root("ideas")
