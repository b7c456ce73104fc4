"""One work session in every state: planned, in a break, nearly done, gone on with, and with a recap for readers."""

import time
from datetime import UTC, datetime
from uuid import uuid4

import msgspec
from sqlalchemy.ext.asyncio import AsyncEngine

from board.brainstorm import Limits
from board.clock import FixedClock
from board.errors import Invalid, NotFound, Refused
from board.live import Creations, Journal
from board.people.cookie import Person
from board.people.creating import CreationLimit
from board.people.links import mint
from board.protocol.refusals import Refusal
from board.protocol.worksession.document import SessionDocument
from board.protocol.worksession.links import Link
from board.words import say
from board.worksessions import (
    NewWorksession,
    SessionOpener,
    SessionRoom,
    SessionRooms,
    parse_session_command,
)

STAGES = ("plan", "running", "nearly", "another", "shared")
CONDITIONS = ("scope", "price", "date")
NAMES = ("Ana", "Ben", "Mara", "Tom")
DAYS = 6
"""until what is nearly done is finished"""


async def seed_sessions(engine: AsyncEngine, *, address: str) -> list[str]:
    """Makes the sessions and returns the lines to print."""
    clock, journal, limits = FixedClock(time.time()), Journal(engine), Limits()
    creations = Creations(CreationLimit(limits.boards_per_minute, limits.boards_per_hour))
    opener = SessionOpener(engine, journal.writer, clock, creations)
    rooms = SessionRooms(engine, journal, clock, build="seed")
    lines = []
    async with journal.running(), rooms.running():
        for stage in STAGES:
            # Each began half an hour ago.
            clock.advance(time.time() - 1800 - clock.now())
            opened = await opener.open(_brief(), address=None)
            play = Play(rooms, opened.id, opened.tokens, clock)
            await play.until(stage)
            shown = (Link.LEAD, Link.JOIN, Link.READ, Link.ACCEPT)
            lines += ["", say(f"seed-session-title-{stage}")]
            lines += [f"  {link:<12}{address}/join/{opened.tokens[link]}" for link in shown]
            if play.recap:
                lines.append(f"  {'recap':<12}{address}/recaps/{play.recap}")
    return lines


class Play:
    """One session, its lead and three other people."""

    def __init__(self, rooms: SessionRooms, id: str, tokens: dict[Link, str], clock: FixedClock) -> None:
        self._rooms, self._id, self._clock = rooms, id, clock
        links = [Link.LEAD, *[Link.JOIN] * (len(NAMES) - 1)]
        self._people = [Person(mint(), {link: tokens[link]}) for link in links]
        self._ids: list[str] = []
        self.recap = ""
        """the address of what was shared"""

    async def until(self, last: str) -> None:
        """Everything up to a stage."""
        await self._plan()
        if last != "plan":
            await self._draft()
        if last in ("nearly", "another"):
            await self._end(last)
        if last == "shared":
            await self._complete()
            await self._end("done")
            await self._share()
        if last == "another":
            await self._do(0, do="open_next")
        self._clock.advance(time.time() - self._clock.now())

    async def _plan(self) -> None:
        for at, name in enumerate(NAMES):
            answer = await self._do(at, do="join", name=name)
            self._ids.append(str(answer["person"]))
        await self._do(1, do="take", heading=say("seed-session-scope"))
        for task, owner in (("prices", 3), ("map", 1)):
            person = {"person": self._ids[owner]}
            await self._do(owner, do="add_task", task=str(uuid4()), text=say(f"seed-session-task-{task}"), owner=person)

    async def _draft(self) -> None:
        """The work begins and goes on until the break."""
        await self._do(0, do="start")
        await self._next(4)
        for condition in CONDITIONS[:2]:
            text, heading = say(f"seed-session-text-{condition}"), say(f"seed-session-{condition}")
            await self._do(1, do="append_text", line=str(uuid4()), text=text, heading=heading)
        await self._do(2, do="park", parked=str(uuid4()), text=say("seed-session-later"))
        first = min((await self._document()).conditions.items(), key=lambda item: item[1].rank)[0]
        await self._do(2, do="tick_condition", condition=first, met=True)
        await self._next(20)

    async def _end(self, verdict: str) -> None:
        await self._next(2)
        await self._next(3)
        done: dict[str, object] = {}
        if verdict == "nearly":
            day = datetime.fromtimestamp(time.time() + DAYS * 86_400, UTC).date()
            done = {"finisher": self._ids[2], "by": day.isoformat()}
        await self._do(0, do="end", verdict=verdict, **done)

    async def _complete(self) -> None:
        """What was still missing is written and ticked."""
        text, heading = say("seed-session-text-date"), say("seed-session-date")
        await self._do(1, do="append_text", line=str(uuid4()), text=text, heading=heading)
        for condition in (await self._document()).conditions:
            await self._do(2, do="tick_condition", condition=condition, met=True)

    async def _share(self) -> None:
        """Readers get a recap. One task is done after it."""
        await self._do(2, do="show_name", shown=True)
        summary, later = say("seed-session-summary"), say("seed-session-next")
        shared = await self._do(0, do="share", visibility="link", summary=summary, next=later, making=True)
        self.recap = str(shared["recap"])
        task = next(iter((await self._document()).tasks))
        await self._do(0, do="set_task", task=task, state="done")

    async def _next(self, minutes: int) -> None:
        """Lets these minutes pass, then moves on to the next item."""
        self._clock.advance(minutes * 60)
        clock = (await self._document()).meta.clock
        await self._do(0, do="next_item", **{"from": clock.item if clock else ""})

    async def _document(self) -> SessionDocument:
        return (await self._room()).session.document

    async def _room(self) -> SessionRoom:
        # While the clock leaps, a session that nobody looks at may leave memory.
        if (room := await self._rooms.find(self._id)) is None:
            raise NotFound(Refusal.NO_DEMONSTRATION)
        return room

    async def _do(self, person: int, **fields: object) -> dict[str, object]:
        command = parse_session_command(msgspec.json.encode({"id": "seed"} | fields))
        if isinstance(command, Refused):
            raise Invalid(command.code, **command.params)
        answer = await self._rooms.command(await self._room(), self._people[person], command)
        if answer.reason is not None:
            raise Invalid(answer.reason.code, **answer.reason.params)
        return answer.extra or {}


def _brief() -> NewWorksession:
    return NewWorksession(
        artifact=say("seed-session-artifact"),
        audience=say("seed-session-audience"),
        problem=say("seed-problem"),
        constraint=say("seed-constraint"),
        conditions=[say(f"seed-session-{condition}") for condition in CONDITIONS],
    )
