"""One board in every phase, written through the real engine from a real public conversation."""

import asyncio
import csv
import secrets
import time
from pathlib import Path
from uuid import uuid4

import msgspec
from sqlalchemy.ext.asyncio import AsyncEngine

from board.brainstorm import BoardOpener, Limits, NewBoard, Room, Rooms, parse_command
from board.clock import FixedClock
from board.errors import Invalid, NotFound, Refused
from board.live import Creations, Journal
from board.people.cookie import Person
from board.people.creating import CreationLimit
from board.people.links import mint
from board.protocol.phases import ORDER, Phase
from board.protocol.refusals import Refusal
from board.protocol.roles import Role
from board.words import say

DATA = Path(__file__).parents[2] / "tests" / "data" / "polis"
IDEAS, PEOPLE = 48, 14
# The conversation is in English, whatever language the server speaks: parts of words by which ideas are grouped.
MARKS = {
    "public": ("state", "council", "government", "public"),
    "cheaper": ("material", "construction", "builder", "cost of building", "prefab"),
    "investors": ("invest", "speculat", "capital gain", "owner-occup", "foreign", "landlord"),
    "renting": ("rent", "tenan"),
    "land": ("land", "section", "height", "densit", "apartment", "zoning"),
}
# It also asked people about themselves.
ABOUT_ONESELF = ("I ", "My ")


async def seed_boards(engine: AsyncEngine, *, address: str) -> list[str]:
    """Makes the boards and returns the lines to print. Raises NotFound when the conversation is not at hand."""
    texts, votes = [row["comment-body"].strip() for row in _ideas()], _votes()
    clock = FixedClock(time.time())
    limits, journal = Limits(), Journal(engine)
    creations = Creations(CreationLimit(limits.boards_per_minute, limits.boards_per_hour))
    opener = BoardOpener(engine, journal.writer, clock, limits, creations)
    rooms = Rooms(engine, journal, clock, limits, build="seed")
    lines = [say("seed-head")]
    async with journal.running(), rooms.running():
        for phase in ORDER:
            # The session of each board starts from the beginning, with a minute in its lobby.
            clock.advance(time.time() - 1560 - clock.now())
            board, links = await opener.open(_new_board(), address=None)
            room = await rooms.find(board)
            if room is None:
                raise NotFound(Refusal.NO_DEMONSTRATION)
            play = Play(rooms, room, clock, links)
            await play.until(phase, texts, votes)
            lines += ["", say(f"seed-title-{phase}"), *(f"  {role:<12}{address}/join/{links[role]}" for role in Role)]
            if phase is Phase.FROZEN:
                lines.append(f"  {'decision':<12}{address}/decisions/{room.board.meta.frozen}")
    return lines


class Play:
    """One board, its facilitator and fourteen people."""

    def __init__(self, rooms: Rooms, room: Room, clock: FixedClock, links: dict[Role, str]) -> None:
        self._rooms, self._room, self._clock = rooms, room, clock
        self._lead = Person(mint(), {Role.FACILITATOR: links[Role.FACILITATOR]})
        self._people = [Person(mint(), {Role.PARTICIPANT: links[Role.PARTICIPANT]}) for _ in range(PEOPLE)]

    async def until(self, last: Phase, texts: list[str], votes: list[set[int]]) -> None:
        """All phases up to `last`, which is going on now; what led to it was within the last hour."""
        self._clock.advance(time.time() - 1500 - self._clock.now())
        for phase in ORDER[1 : ORDER.index(Phase.DECIDE) + 1]:
            if ORDER.index(phase) > ORDER.index(last):
                break
            if phase is last:
                self._clock.advance(time.time() - self._clock.now())
            await self._open(phase)
            await self._act(phase, texts, votes, over=phase is not last)
            self._clock.advance(0 if phase is last else 240)
        if last is Phase.FROZEN:
            await self._do(self._lead, do="freeze")

    async def _act(self, phase: Phase, texts: list[str], votes: list[set[int]], *, over: bool) -> None:
        """What people do in a phase; half of it when the phase is not over."""
        if phase is Phase.DIVERGE:
            await self._write(texts if over else texts[: len(texts) // 2])
        elif phase is Phase.CLUSTER:
            await self._group(texts)
        elif phase is Phase.VOTE:
            await self._vote(texts, votes, over=over)
        elif phase is Phase.DECIDE:
            await self._decide()

    async def _do(self, person: Person, **fields: object) -> None:
        command = parse_command(msgspec.json.encode({"id": "seed"} | fields))
        if isinstance(command, Refused):
            raise Invalid(command.code, **command.params)
        given = asyncio.create_task(self._rooms.command(self._room, person, command))
        while not (await asyncio.wait({given}, timeout=0.5))[0]:
            # A phase change waits for its time, and the clock of this play moves only here.
            for delayed in (await self._present()).delayed:
                self._clock.advance(max(0.0, delayed.until - self._clock.now()))
        answer = given.result()
        await self._present()
        if answer.reason is not None:
            raise Invalid(answer.reason.code, **answer.reason.params)

    async def _present(self) -> Room:
        """The open room: while the clock leaps, a board that nobody looks at may leave memory."""
        self._room = await self._rooms.find(self._room.id) or self._room
        return self._room

    async def _open(self, phase: Phase) -> None:
        minutes: dict[str, object] = {"minutes": 10} if phase is Phase.DIVERGE else {}
        await self._do(self._lead, do="open_phase", phase=str(phase), **minutes)

    async def _write(self, texts: list[str]) -> None:
        for at, text in enumerate(texts):
            secret = secrets.token_urlsafe(16)
            await self._do(self._people[at % PEOPLE], do="add_idea", idea=str(uuid4()), text=text, secret=secret)

    async def _group(self, texts: list[str]) -> None:
        ideas = {text: key for key, text in self._room.board.document.ideas.items()}
        left = set(texts)
        for group, marks in MARKS.items():
            members = [text for text in texts if text in left and any(mark in text.lower() for mark in marks)]
            left -= set(members)
            await self._do(
                self._people[0],
                do="merge",
                merge=str(uuid4()),
                **{"from": [ideas[text] for text in members if text in ideas]},
                into=str(uuid4()),
                name=say(f"seed-group-{group}"),
            )

    async def _vote(self, texts: list[str], votes: list[set[int]], *, over: bool) -> None:
        ballot = self._room.board.meta.ballot
        if ballot is None:
            raise ValueError("no vote is open")
        ideas = self._room.board.document.ideas
        for at, (person, agreed) in enumerate(zip(self._people, votes, strict=False)):
            share = {
                option.option: sum(texts.index(ideas[idea]) in agreed for idea in option.ideas)
                / len(option.ideas) ** 0.8
                for option in ballot.options
            }
            # Best liked first; who likes many equally well does not begin with the same.
            turned = list(share)[at:] + list(share)[:at]
            liked = sorted((key for key in turned if share[key] > 0), key=lambda key: -share[key])
            dots = dict.fromkeys(liked[: ballot.dots], 1)
            bold = liked[at * 5 % len(liked)] if liked else None
            await self._do(
                person,
                do="cast_ballot",
                dots=dots,
                bold=bold,
                done=over or at % 3 > 0,
                receipt=secrets.token_urlsafe(16),
            )

    async def _decide(self) -> None:
        proposal = self._room.board.meta.proposal
        shortlist = proposal.shortlist if proposal else ()
        await self._do(self._lead, do="write_decision", shortlist=shortlist, **_decision())
        reasons = {level: say(f"seed-reason-{level}") for level in (3, 2)}
        for at, person in enumerate(self._people[:-1]):
            level = (5, 4, 4, 3, 5, 2, 5)[at % 7]
            await self._do(person, do="answer_consent", level=level, reason=reasons.pop(level, ""))
        await self._do(self._lead, do="close_consent")


def _new_board() -> NewBoard:
    return NewBoard(
        question=say("seed-question"),
        problem=say("seed-problem"),
        constraint=say("seed-constraint"),
        criterion=say("seed-criterion"),
        owner=say("seed-owner"),
    )


def _decision() -> dict[str, object]:
    steps = [{key: say(f"seed-step-{step}-{key}") for key in ("text", "owner", "when")} for step in ("brief", "prices")]
    return {
        "decision": say("seed-decision"),
        "why": say("seed-why"),
        "owner": say("seed-owner"),
        "next_steps": steps,
    }


def _rows(name: str) -> list[dict[str, str]]:
    if not (DATA / name).exists():
        raise NotFound(Refusal.NO_DEMONSTRATION)
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _ideas() -> list[dict[str, str]]:
    """The first statements that the conversation's own moderators kept and that propose something."""
    rows = sorted(_rows("comments.csv"), key=lambda row: int(row["comment-id"]))
    kept = {row["comment-body"].strip(): row for row in rows if row["moderated"] == "1"}
    return [row for text, row in kept.items() if not text.startswith(ABOUT_ONESELF)][:IDEAS]


def _votes() -> list[set[int]]:
    """For each of the most active people: which of the ideas they agreed with."""
    keys = [row["comment-id"] for row in _ideas()]
    people = sorted(_rows("participants-votes.csv"), key=lambda row: -int(row["n-agree"]))[:PEOPLE]
    return [{at for at, key in enumerate(keys) if row[key] == "1"} for row in people]
