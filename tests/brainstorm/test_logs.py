"""At the chattiest level no log line holds an idea, a token, a cookie, an address of a board or of a person."""

from pathlib import Path
from typing import cast

from board.brainstorm.engine.rooms import Rooms
from tests.brainstorm.clients import draft, holds
from tests.brainstorm.running import MovableClock, Server, started
from tests.cast import Group, gather
from tests.ports import free_port

TEXTS = ["a private 4711 thought", "第四千七百一十二个想法", "a private 4713 reason", "a private 4714 decision"]
TEXTS += ["a private 4716 question", "a private 4717 answer"]


async def whole_session(group: Group) -> None:
    await group.goes("diverge")
    ideas = [await group.pia.write(text) for text in TEXTS[:2]]
    await group.ben.do("add_idea", idea=ideas[0].id, text=TEXTS[0] + "\0", secret=ideas[0].secret)
    await group.ben.put("a text frame " + TEXTS[0])
    late = draft("x" * 1001)
    await group.browser("ben").command("add_idea", idea=late.id, text=late.text, secret=late.secret)
    await group.goes("reveal")
    question = {"question": ideas[1].id, "idea": ideas[0].id}
    await group.ben.ok("ask", **question, text=TEXTS[4])
    await group.ben.do("ask", **(question | {"question": ideas[0].id}), text=TEXTS[4] + "\0")
    # A phase change lets the question in.
    await group.goes("diverge")
    await group.goes("reveal")
    await group.pia.ok("answer_question", question=ideas[1].id, text=TEXTS[5], secret=ideas[0].secret)
    await group.fay.ok("hide_question", question=ideas[1].id, hidden=True)
    await group.pia.ok("set_ready", ready=True)
    await group.goes("cluster")
    await group.load_everything()
    await group.goes("vote")
    await group.votes([(group.pia, [ideas[0].id]), (group.ben, [])])
    await group.goes("decide")
    await group.fay.ok("write_decision", decision=TEXTS[3], owner="Mara", shortlist=[ideas[0].id])
    await group.pia.ok("answer_consent", level=1, reason=TEXTS[2])
    sha256 = (await group.fay.ok("freeze"))["decision"]
    for path in (f"/decisions/{sha256}", f"/join/{'x' * 24}", f"/boards/{'y' * 24}", "/nowhere?secret=private-4715"):
        await group.browser("olu").get(path)


async def test_no_log_tells_anything_of_anybody(database: Path) -> None:
    async with started(database, free_port(), "e2e.hurried", BOARD_LOG_LEVEL="debug") as process:
        # Nobody reaches into the rooms of another process.
        elsewhere = Server(process.base, RealTime(), database, cast("Rooms", None), lambda _: None)
        async with gather(elsewhere) as group:
            await whole_session(group)
            # A client that vanishes in the middle.
            group.pia.socket.transport.abort()
            await group.pia.closed()
            secret = [value for browser in group.browsers.values() for value in browser.http.cookies.values()]
            secret += [part for value in secret for part in value.split(".")]
            secret += [link.rpartition("/")[2] for link in group.links.values()]
            hidden = [*TEXTS, *secret, group.board, "127.0.0.1:", "private-4715"]
        await process.stop()
    written = process.output.read_bytes().replace(process.base.encode(), b"")
    assert [text for text in hidden if holds(written, text)] == []


class RealTime(MovableClock):
    """The clock of another process cannot be moved."""

    def advance(self, seconds: float) -> None:
        """The grace passes by itself."""
