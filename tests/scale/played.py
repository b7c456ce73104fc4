"""Boards that are played on a real server by writers whose order is drawn by a seed, and what is true of them."""

import contextlib
from base64 import urlsafe_b64decode
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from enum import IntEnum
from random import Random

from board.canvas.ideas import sealed
from board.people.links import digest
from board.voting.receipts import receipt
from tests.brainstorm.clients import Browser, Tab, Written
from tests.brainstorm.running import Server
from tests.cast import Group, gather
from tests.scale.guessing import Puzzle

PEOPLE = 4
IDEAS = 3
"""by each of them"""


class Moment(IntEnum):
    """When the attacker looks."""

    WRITING = 1
    REVEALED = 2
    VOTING = 3
    COUNTED = 4
    ANSWERING = 5
    FROZEN = 6


@dataclass
class Played:
    """A board and the truth about it, which no file may tell."""

    group: Group
    random: Random
    people: list[tuple[str, Tab]] = field(default_factory=list)
    """the token in the cookie, and the page"""
    ideas: dict[str, int] = field(default_factory=dict)
    """idea → its author's place among the people"""
    codes: dict[str, int] = field(default_factory=dict)
    """the code of a ballot → who cast it"""
    dots: dict[str, int] = field(default_factory=dict)
    """the receipt of a dot → whose it is"""
    reasons: dict[str, int] = field(default_factory=dict)
    """the reason of an answer → who gave it"""
    marks: dict[str, list[bytes]] = field(default_factory=dict)
    """purpose → the pseudonym of each person"""
    gone: dict[bytes, Moment] = field(default_factory=dict)
    """what is in no file from this moment on"""
    never: list[bytes] = field(default_factory=list)
    """what is in no file at all, not even for a moment"""
    written: list[Written] = field(default_factory=list)

    async def go(self, moment: Moment) -> None:
        """Plays on from the moment before to this one."""
        steps = {
            Moment.WRITING: self._write,
            Moment.REVEALED: self._reveal,
            Moment.VOTING: self._vote,
            Moment.COUNTED: self._count,
            Moment.ANSWERING: self._answer,
            Moment.FROZEN: self._freeze,
        }
        await steps[moment]()

    async def _write(self) -> None:
        """Person after person, so that any order that was kept tells the authors."""
        await self.group.goes("diverge")
        for person in self._shuffled():
            _, tab = self.people[person]
            for _ in range(IDEAS):
                idea = await tab.write(self._text("idea"))
                self.ideas[idea.id] = person
                self._claimed(idea)
            await self._changes_hidden(tab, person)
        await self._note("write", Moment.REVEALED)

    async def _changes_hidden(self, tab: Tab, person: int) -> None:
        withdrawn = await tab.write(self._text("withdrawn while hidden"))
        await tab.ok("withdraw_idea", idea=withdrawn.id, secret=withdrawn.secret)
        edited = self.written[-1]
        await tab.ok("edit_idea", idea=edited.id, secret=edited.secret, text=self._text("edited"))
        self._goes(Moment.REVEALED, withdrawn.text, edited.text)
        self._claimed(withdrawn)

    async def _reveal(self) -> None:
        await self.group.goes("reveal")

    async def _vote(self) -> None:
        """Before it, somebody takes an idea back that all have read, and somebody words one differently."""
        own = {author: idea for idea in self.written if (author := self.ideas.get(idea.id)) is not None}
        withdrawn, reworded = own[0], own[1]
        self._goes(Moment.COUNTED, await self._read(withdrawn.id))
        await self.people[0][1].ok("withdraw_idea", idea=withdrawn.id, secret=withdrawn.secret)
        del self.ideas[withdrawn.id]
        for _ in range(3):
            await self.group.released()
            self._goes(Moment.COUNTED, await self._read(reworded.id))
            text = self._text("reworded")
            await self.people[1][1].ok("edit_idea", idea=reworded.id, secret=reworded.secret, text=text)
        await self.group.released()
        await self.group.goes("vote")
        options = self.group.options()
        for person in self._shuffled():
            code = f"a-code-{self.random.getrandbits(64):016x}"
            chosen = self.random.sample(options, 2)
            await self.people[person][1].ok("cast_ballot", dots=dict.fromkeys(chosen, 1), receipt=code)
            self.codes[code] = person
            self.dots |= {receipt(code, 1, option, 1): person for option in chosen}
        self._goes(Moment.COUNTED, *self.codes)
        await self._note("vote", Moment.COUNTED)
        await self._note("voters", Moment.FROZEN)

    async def _count(self) -> None:
        await self.group.goes("decide")

    async def _answer(self) -> None:
        option = self.group.fay.meta("rounds")[0]["options"][0]["option"]
        await self.group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[option])
        for person in self._shuffled():
            reason = self._text("reason")
            await self.people[person][1].ok("answer_consent", level=self.random.randrange(6), reason=reason)
            self.reasons[reason] = person
        await self._note("consent", Moment.FROZEN)

    async def _freeze(self) -> None:
        await self.group.fay.ok("close_consent")
        await self.group.fay.ok("freeze")

    async def _read(self, idea: str) -> str:
        await self.group.pia.until(lambda tab: idea in tab.root("ideas"))
        return str(self.group.pia.root("ideas")[idea])

    async def _note(self, purpose: str, until: Moment) -> None:
        """The pseudonyms of a purpose, whose key is deleted at some moment."""
        board = (await self.group.room()).board
        known = [board.known_as(purpose, token) for token, _ in self.people]
        self.marks[purpose] = [one for one in known if one is not None]
        assert len(self.marks[purpose]) == PEOPLE
        self.gone |= dict.fromkeys([*self.marks[purpose], board.keys[purpose]], until)

    def _goes(self, moment: Moment, *texts: str) -> None:
        self.gone |= {text.encode(): moment for text in texts}

    def _claimed(self, idea: Written) -> None:
        self.written.append(idea)
        secret = urlsafe_b64decode(idea.secret + "==")
        self.never += [idea.secret.encode(), secret]
        self.gone[sealed(secret)] = Moment.FROZEN

    def _text(self, what: str) -> str:
        """Says nothing of its author, not even by its length."""
        return f"{what} {self.random.getrandbits(64):016x}"

    def _shuffled(self) -> list[int]:
        return self.random.sample(range(PEOPLE), PEOPLE)

    def puzzles(self, moment: Moment) -> dict[str, Puzzle]:
        """What there is to guess at a moment, each of these by a name."""
        seats = [digest(token) for token, _ in self.people]
        ideas = _keys(self.ideas)
        found = {"idea → seat": Puzzle(ideas, seats)}
        if moment == Moment.WRITING:
            found |= {"idea → pseudonym": Puzzle(ideas, self.marks["write"])}
            found |= {"pseudonym → seat": Puzzle(_owned(self.marks["write"]), seats)}
        if moment == Moment.VOTING:
            found |= {"ballot → seat": Puzzle(_keys(self.codes), seats)}
            found |= {"ballot → voter": Puzzle(_keys(self.codes), self.marks["voters"])}
            found |= {"ballot's pseudonym → seat": Puzzle(_owned(self.marks["vote"]), seats)}
        if moment >= Moment.COUNTED:
            found |= {"dot → seat": Puzzle(_keys(self.dots), seats)}
        if moment in (Moment.COUNTED, Moment.ANSWERING):
            found |= {"dot → voter": Puzzle(_keys(self.dots), self.marks["voters"])}
            found |= {"voter → seat": Puzzle(_owned(self.marks["voters"]), seats)}
        if moment >= Moment.ANSWERING:
            found |= {"answer → seat": Puzzle(_keys(self.reasons), seats)}
        if moment == Moment.ANSWERING:
            found |= {"answer → voter": Puzzle(_keys(self.reasons), self.marks["voters"])}
            found |= {"answer's pseudonym → seat": Puzzle(_owned(self.marks["consent"]), seats)}
        return found

    def one_author(self, moment: Moment) -> dict[str, Puzzle]:
        """Things of which each person made several."""
        found = {"ideas": Puzzle(_keys(self.ideas), [])}
        if moment >= Moment.COUNTED:
            found |= {"dots": Puzzle(_keys(self.dots), [])}
        return found


def _keys(things: dict[str, int]) -> dict[bytes, int]:
    return {thing.encode(): person for thing, person in things.items()}


def _owned(marks: list[bytes]) -> dict[bytes, int]:
    return {mark: person for person, mark in enumerate(marks)}


def token(browser: Browser) -> str:
    """The person's own token in the cookie of the board."""
    (value,) = browser.http.cookies.values()
    return str(value).partition(".")[0]


@contextlib.asynccontextmanager
async def playing(server: Server, count: int, seed: int) -> AsyncIterator[list[Played]]:
    """This number of boards, each with its people."""
    async with contextlib.AsyncExitStack() as stack:
        boards = []
        for number in range(count):
            group = await stack.enter_async_context(gather(server))
            await group.joins(PEOPLE - len(group.voters))
            browsers = [one for name, one in group.browsers.items() if name not in ("fay", "olu", "sam")]
            played = Played(group, Random(seed * 1000 + number))
            played.people = list(zip(map(token, browsers), group.voters, strict=True))
            played.never += [one.encode() for one, _ in played.people]
            boards.append(played)
        yield boards
