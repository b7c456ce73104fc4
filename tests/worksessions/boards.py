"""A board inside a session: its people, each in the browser in which they are in the session."""

import contextlib
from collections.abc import AsyncIterator

from tests.brainstorm.clients import Browser, Tab
from tests.brainstorm.wire import Json
from tests.cast import Group
from tests.worksessions.clients import Member, Work

NAMES = ("fay", "pia", "ben")


def links(member: Member, item: str) -> Json:
    """The links of the board of an item, as the newest notice has them; empty for somebody who gets none."""
    found = member.tab.notice["you"]["boards"].get(item, {})
    assert isinstance(found, dict)
    return found


async def given(member: Member, item: str) -> Json:
    """Waits for the links of the board of an item."""
    await member.tab.until(lambda tab: item in tab.notice["you"]["boards"])
    return links(member, item)


async def opens(work: Work, item: str) -> None:
    """The lead opens the board of an item."""
    await work.lead.tab.ok("open_board", item=item)
    await work.seen("agenda", item, board={"state": "open", "decision": None, "asks": False})


async def comes(member: Member, item: str) -> Browser:
    """Somebody of the session follows their link to the board of an item."""
    browser = Browser(member.base, member.http)
    found = await given(member, item)
    await browser.follow(found["lead"] or found["take_part"])
    return browser


@contextlib.asynccontextmanager
async def gathered(work: Work, item: str) -> AsyncIterator[Group]:
    """Everybody of the session comes to the board. Whoever opened it facilitates; they are the first in the session."""
    browsers = {f"{n}": await comes(member, item) for n, member in enumerate(work.members)}
    fay, pia, ben, *more = [await browser.open() for browser in browsers.values()]
    named = dict(zip((*NAMES, *map(str, range(len(NAMES), len(browsers)))), browsers.values(), strict=True))
    found = (await named["fay"].boot())["links"]
    named["olu"] = Browser(work.server.base)
    await named["olu"].follow(found["watch"])
    olu, sam = await named["olu"].open(), Browser(work.server.base)
    board = named["fay"].board
    try:
        yield Group(work.server, board, found, named, fay, pia, ben, olu, sam, more)
    finally:
        for browser in named.values():
            for tab in browser.tabs:
                await tab.close()
        await named["olu"].http.aclose()
        await sam.http.aclose()


async def counted(group: Group, ideas: int = 6) -> list[str]:
    """The group writes, votes and closes the vote: the nth option has one dot more than the next. Their ids."""
    await group.writes(ideas)
    await group.goes("vote")
    options = group.options()
    await group.votes([(tab, options[: n + 1]) for n, tab in enumerate(group.voters)])
    await group.goes("decide")
    return options


async def decides(group: Group, decision: str = "We build a bridge", **fields: object) -> str:
    """The facilitator writes the decision and makes it final; its address."""
    option = group.fay.meta("rounds")[0]["options"][0]["option"]
    wanted = {"why": "It lasts longest", "owner": "Mara", "shortlist": [option]} | fields
    await group.fay.ok("write_decision", decision=decision, **wanted)
    return str((await group.fay.ok("freeze"))["decision"])


async def board_is(work: Work, item: str, state: str) -> Json:
    """Waits until the board of an item is in this state; returns what the document says of it."""
    await work.lead.tab.until(lambda tab: _board(tab, item).get("state") == state)
    return _board(work.lead.tab, item)


def _board(tab: Tab, item: str) -> Json:
    found = tab.root("agenda").get(item, {}).get("board", {})
    assert isinstance(found, dict)
    return found
