"""The files of PostgreSQL do not say who answered what in a session, nor, after its end, who typed what."""

import uuid
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from random import Random

import msgspec
import pytest
from pycrdt import write_var_uint

from board.people.links import digest
from tests.brainstorm.running import Server
from tests.scale import leaks
from tests.scale.cluster import Database
from tests.scale.guessing import UNLIKELY, Attacker, Puzzle
from tests.scale.loot import next_transaction, take, take_analyzed
from tests.scale.played import token
from tests.worksessions.boards import gathered, opens
from tests.worksessions.clients import Member, Work, session
from tests.worksessions.text_pages import TextPage

pytestmark = pytest.mark.timeout(300)

SEED = 1819
NAMES = ("Ben", "Jo", "Mara")
CHECK = "00000000-0000-4000-8000-000000000001"


@dataclass
class Meeting:
    """A session of four people, one of whom leads, and the truth about it."""

    work: Work
    random: Random
    reasons: dict[bytes, int] = field(default_factory=dict)
    """the reason of an answer → who gave it"""
    pseudonyms: list[bytes] = field(default_factory=list)
    key: bytes = b""
    typed: list[bytes] = field(default_factory=list)
    """words that somebody typed and somebody deleted"""
    clients: list[int] = field(default_factory=list)
    """under which somebody typed"""

    async def answer(self) -> None:
        """Everybody does something under their name, then answers without it."""
        work = self.work
        for name in NAMES:
            await work.comes(name)
        await work.lead.tab.ok("start")
        await work.lead.tab.ok("propose_agreement", agreement=CHECK, text="One space each", why="It is enough")
        await work.seen("agreements", CHECK, by="level", open=True)
        for person in self.random.sample(range(len(work.members)), len(work.members)):
            tab, reason = work.members[person].tab, f"reason {self.random.getrandbits(64):016x}"
            await tab.ok("add_task", task=str(uuid.UUID(int=self.random.getrandbits(128), version=4)), text="A task")
            await tab.ok("answer_agreement", agreement=CHECK, level=self.random.randrange(6), reason=reason)
            self.reasons[reason.encode()] = person
        found = await work.server.provided("session_rooms").find(work.id)
        self.pseudonyms = [found.session.pseudonym(CHECK, token(member)) for member in work.members]
        self.key = found.session.keys[CHECK]

    async def write(self) -> None:
        """The check is closed; everybody types, and deletes what the one before typed."""
        await self.work.lead.tab.ok("close_agreement", agreement=CHECK)
        for member in self.work.members:
            page = await TextPage.opened(member)
            self.clients.append(int(page.doc.client_id))
            for _ in range(3):
                words = f"typed {self.random.getrandbits(64):016x}"
                page.type(words)
                await page.saved()
                page.erase(len(str(page)) - len(words), len(str(page)))
                await page.saved()
                self.typed.append(words.encode())
            await page.close()

    async def end(self) -> None:
        await self.work.lead.tab.ok("end", verdict="done")

    def puzzles(self) -> dict[str, Puzzle]:
        """Who gave which answer; of each person the files have a seat, an id and a name."""
        seats = [digest(token(member)) for member in self.work.members]
        people = [member.person.encode() for member in self.work.members]
        pseudonyms = {one: person for person, one in enumerate(self.pseudonyms)}
        return {
            "answer → seat": Puzzle(self.reasons, seats),
            "answer → person": Puzzle(self.reasons, people),
            "pseudonym → seat": Puzzle(pseudonyms, seats),
            "pseudonym → person": Puzzle(pseudonyms, people),
        }

    def texts(self) -> list[bytes]:
        """What tells who typed what, and what was typed and deleted."""
        plain = [form for one in self.clients for form in (write_var_uint(one), msgspec.msgpack.encode(one))]
        return [*self.typed, *plain]


@pytest.fixture
async def meetings(running: Server) -> AsyncIterator[list[Meeting]]:
    async with AsyncExitStack() as stack:
        yield [Meeting(await stack.enter_async_context(session(running)), Random(SEED + n)) for n in range(5)]


async def seats_told(database: Database, server: Server) -> dict[str, float]:
    """Whose seat on a board inside a session is whose in the session, guessed better than by chance."""
    since = next_transaction(database)
    before = take_analyzed(database, since=since).files
    puzzles: dict[str, list[Puzzle]] = {"seat": [], "person": []}
    async with AsyncExitStack() as stack:
        for number in range(5):
            work = await stack.enter_async_context(session(server, kind="brainstorming"))
            for name in (*NAMES, "Olu", "Sam"):
                await work.comes(name)
            await work.lead.tab.ok("start")
            await work.until_meta(state="running")
            await opens(work, work.order[0])
            group = await stack.enter_async_context(gathered(work, work.order[0]))
            await group.goes("diverge")
            # Whoever opened the board facilitates it, and takes no seat.
            for person, tab in enumerate(Random(SEED + number).sample(group.voters, len(group.voters))):
                await tab.write(f"idea {person}")
            people = work.members[1:]
            seats = {digest(own(member, "board_")): person for person, member in enumerate(people)}
            puzzles["seat"].append(Puzzle(seats, [digest(own(member, "worksession_")) for member in people]))
            puzzles["person"].append(Puzzle(seats, [member.person.encode() for member in people]))
        loot = take_analyzed(database, before, since)
    attacker, found = Attacker(loot, SEED), {}
    for name, some in puzzles.items():
        assert all(loot.holding(one) for puzzle in some for one in (*puzzle.things, *puzzle.marks))
        for way, score in attacker.guess_people(some).items():
            found[f"{name}, {way}"] = score.luck
    return {name: luck for name, luck in found.items() if luck < UNLIKELY}


def own(member: Member, kind: str) -> str:
    """The person's own token in a cookie of the board or of the session."""
    (value,) = [value for name, value in member.http.cookies.items() if name.startswith(kind)]
    return str(value).partition(".")[0]


async def test_the_files_do_not_join_a_seat_on_a_board_with_one_in_its_session(
    shared: Database, running: Server
) -> None:
    assert await seats_told(shared, running) == {}


async def test_the_same_attacker_joins_seats_that_stand_as_people_came(
    shared: Database, running: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaks.order_kept(monkeypatch, shared)
    assert await seats_told(shared, running)


async def told(database: Database, meetings: list[Meeting]) -> dict[str, float]:
    """What is guessed of the answers better than by chance, while the check is open and when it is closed."""
    since = next_transaction(database)
    before = take_analyzed(database, since=since).files
    found = {}
    for when in (Meeting.answer, Meeting.write):
        for meeting in meetings:
            await when(meeting)
        attacker = Attacker(take_analyzed(database, before, since), SEED)
        for name in meetings[0].puzzles():
            for way, score in attacker.guess_people(one.puzzles()[name] for one in meetings).items():
                found[f"{when.__name__}: {name}, {way}"] = score.luck
    return {name: luck for name, luck in found.items() if luck < UNLIKELY}


async def test_the_files_do_not_say_whose_answer_it_is(shared: Database, meetings: list[Meeting]) -> None:
    assert await told(shared, meetings) == {}
    loot = take(shared)
    for meeting in meetings:
        assert not [one for one in (meeting.key, *meeting.pseudonyms) if loot.holding(one)]
        assert all(map(loot.holding, meeting.reasons))


async def test_the_same_attacker_finds_whose_answer_it_is(
    shared: Database, meetings: list[Meeting], monkeypatch: pytest.MonkeyPatch
) -> None:
    leaks.seats_beside_answers(monkeypatch, shared)
    assert await told(shared, meetings)


async def left(database: Database, meetings: list[Meeting]) -> list[str]:
    """Where something is left that tells who typed what, after the end."""
    for meeting in meetings[:2]:
        await meeting.answer()
        await meeting.write()
    loot = take(database)
    assert all(loot.holding(one) for meeting in meetings[:2] for one in meeting.texts()), "until then it is there"
    take_analyzed(database)
    for meeting in meetings[:2]:
        await meeting.end()
    loot = take_analyzed(database)
    return [where for meeting in meetings[:2] for one in meeting.texts() for where in loot.holding(one)]


async def test_after_the_end_no_file_says_who_typed_what(shared: Database, meetings: list[Meeting]) -> None:
    assert await left(shared, meetings) == []


@pytest.mark.parametrize(
    ("leak", "where"), [(leaks.logs_deleted, "logs."), (leaks.statistics_kept, "pg_catalog.pg_statistic")]
)
async def test_what_was_typed_is_found_where_it_is_left(
    shared: Database, running: Server, monkeypatch: pytest.MonkeyPatch, leak: object, where: str
) -> None:
    assert callable(leak)
    leak(monkeypatch, shared)
    async with AsyncExitStack() as stack:
        meetings = [Meeting(await stack.enter_async_context(session(running)), Random(SEED + n)) for n in range(2)]
        assert [one for one in await left(shared, meetings) if one.startswith(where)]
