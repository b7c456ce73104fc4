"""A board inside a session stays anonymous: neither what is stored nor what is sent joins its seats with people."""

import logging
import math
import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

import pytest
from pycrdt import write_var_uint

from board.people.links import digest
from board.worksessions.engine import notices
from board.worksessions.engine.room import SessionRoom, Told
from board.worksessions.engine.text_channel import TextChannel
from board.worksessions.rules.policy import Course
from board.worksessions.state import links as derived_links
from board.worksessions.state.session import Session
from tests.brainstorm.chance import MOST_SUCCESSIONS, correlation, successions
from tests.brainstorm.database import cells, dump, rows
from tests.brainstorm.running import Server, passing
from tests.cast import Group
from tests.worksessions.boards import counted, decides, gathered, opens
from tests.worksessions.clients import Member, Work
from tests.worksessions.test_boards import found
from tests.worksessions.test_unlinkable import BOARD, SESSION, derived, keys_of, starts, tokens, values
from tests.worksessions.text_pages import TextPage

__all__ = ["found"]
pytestmark = pytest.mark.anyio

RUNS = 48
"""ideas whose author the attacker guesses; on a busy machine some frames arrive after it has counted"""
UNLIKELY = 1e-4
"""a success that chance has so rarely is none of chance"""
PEOPLE = 24


def tail(successes: int, runs: int, chance: float) -> float:
    """The probability that chance alone guesses this many authors or more."""
    return sum(math.comb(runs, k) * chance**k * (1 - chance) ** (runs - k) for k in range(successes, runs + 1))


def cookies(work: Work, kind: str) -> set[bytes]:
    return tokens([*work.members], kind)


async def test_nothing_that_is_stored_joins_a_seat_with_a_person(found: Work, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    item, asked = found.order[0], str(uuid.uuid4())
    await found.members[1].tab.ok("ask_everybody", item=asked, question="Where?")
    await opens(found, item)
    async with gathered(found, item) as group:
        await counted(group)
        option = group.fay.meta("rounds")[0]["options"][0]["option"]
        await group.fay.ok("write_decision", decision="So be it", owner="Mara", shortlist=[option])
        for tab in group.voters:
            await tab.ok("answer_consent", level=2, reason="It is far")
        server = found.server
        await server.settled()
        board, session = values(server, BOARD), values(server, SESSION)
        assert len(rows(server.file, "SELECT * FROM seats")) == 3
        assert len(rows(server.file, "SELECT * FROM session_seats")) == 4
        assert not starts(board) & starts(session)
        keys = {bytes(row[0]) for row in keys_of(server, "keys")}
        held = {kind: cookies(found, kind) for kind in ("board_", "worksession_")}
        assert not starts(held["board_"]) & starts(held["worksession_"]), "each has tokens of its own"
        assert not starts(set().union(*held.values())) & (starts(board) | starts(session)), "no token is stored"
        assert not starts(set(derived(board | held["board_"], keys))) & starts(session)
        assert not starts(set(derived(session | held["worksession_"], keys))) & starts(board - hashes(server))
        between = values(server, ("session_boards",))
        people = values(server, ("seats", "session_seats", "quotas", "consent_answers", "voters")) - {
            found.id.encode(),
            group.board.encode(),
        }
        assert not starts(between) & starts(people)
        told = [text for text in dump(server.file) if group.board in text and found.id in text]
        assert len(told) == 1, "one row names both"
        assert not [one for one in people if one.hex() in told[0].lower() or one in told[0].encode()]
        for secret in (*held["board_"], *held["worksession_"], group.board.encode(), found.id.encode()):
            assert not [text for text in logged(caplog) if secret.decode() in text]


def logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the product and its server log."""
    names = ("board", "shortlist", "litestar", "uvicorn")
    return [str(one.getMessage()) for one in caplog.records if one.name.startswith(names)]


def hashes(server: Server) -> set[bytes]:
    """Those of the links of all boards, which tokens of the session open: everybody holds the same."""
    return {bytes(row[0]) for row in rows(server.file, "SELECT hash FROM links") if isinstance(row[0], bytes)}


async def test_only_the_cookie_of_whoever_asks_tells_that_they_asked(found: Work) -> None:
    ben, asked = found.members[1], str(uuid.uuid4())
    await ben.tab.ok("ask_everybody", item=asked, question="Where?")
    await found.server.settled()
    ((board,),) = rows(found.server.file, "SELECT board FROM session_boards")
    stored = values(found.server, (*SESSION, *BOARD, "log", "session_boards"))

    def opened_by(known: set[bytes]) -> bool:
        spelled = {spelling for one in known for spelling in (one.decode("latin-1"), one.hex())}
        made = {digest(derived_links.facilitate(one, str(board))) for one in spelled}
        return bool(made & hashes(found.server))

    mine = {next(iter(ben.http.cookies.values())).split(".")[0].encode()}
    assert opened_by(mine), "with the cookie in hand it can be found"
    assert not opened_by(stored)
    others = {part.encode() for one in found.members if one is not ben for part in cookie(one).split(".")}
    assert not opened_by(others)


def cookie(member: Member) -> str:
    return next(value for name, value in member.http.cookies.items() if name.startswith("worksession_"))


async def test_the_order_on_the_page_does_not_tell_who_of_the_session_is_who(found: Work) -> None:
    for number in range(PEOPLE - len(found.members)):
        await found.comes(f"Person {number}")
    item, server = found.order[0], found.server
    await opens(found, item)
    async with gathered(found, item) as group:
        await group.writes(2)
        await group.goes("decide")
        await decides(group)
        await server.settled()
        known = {digest(own(member.http.cookies, "board_")): str(n) for n, member in enumerate(found.members)}
        joined = {digest(own(member.http.cookies, "worksession_")): str(n) for n, member in enumerate(found.members)}
    there = [known[cell.values[1]] for cell in cells(server.file, "seats")]
    here = [joined[cell.values[1]] for cell in cells(server.file, "session_seats")]
    assert len(there) == PEOPLE - 1
    here = [one for one in here if one in there]
    assert successions(there, here) < MOST_SUCCESSIONS
    assert abs(correlation(there, here)) < 0.95
    assert successions(here, sorted(here, key=int)) > MOST_SUCCESSIONS, "in the session they stand as they came"


def own(jar: object, kind: str) -> str:
    """The person's own token in a cookie."""
    return next(str(value).split(".")[0] for name, value in jar.items() if name.startswith(kind))  # type: ignore[attr-defined]


class Overheard(TextPage):
    """A page of the text that keeps every byte."""

    def __init__(self, *given: object) -> None:
        self.frames: list[bytes] = []
        super().__init__(*given)  # type: ignore[arg-type]

    def _take(self, message: bytes) -> None:
        self.frames.append(message)
        super()._take(message)


@dataclass(frozen=True)
class Run:
    """One idea, and the frames that the attacker got while it was written."""

    author: str
    live: Sequence[bytes]
    text: Sequence[bytes]

    def traces(self, marks: Sequence[bytes]) -> int:
        """How often somebody stands in the frames."""
        return sum(frame.count(mark) for frame in (*self.live, *self.text) for mark in marks)

    @property
    def lengths(self) -> tuple[int, ...]:
        return len(self.live), sum(map(len, self.live)), len(self.text), sum(map(len, self.text))


class Attacker:
    """Leads the session and facilitates the board; nothing is sent to anybody that they do not get."""

    def __init__(self, work: Work, group: Group, text: Overheard, pages: dict[str, TextPage]) -> None:
        self.work, self.text, self.pages = work, text, pages
        self.suspects = work.members[1:]
        self.tabs = dict(zip([one.person for one in self.suspects], group.voters, strict=True))
        self.marks = {id: (id.encode(), write_var_uint(int(page.doc.client_id))) for id, page in pages.items()}
        """who somebody is in the document, and the client under which they write: known from before the board"""

    async def watches(self, run: int) -> Run:
        """Somebody leaves the session to write one idea on the board; the others go on as they may."""
        random, tab = Random(run), self.work.lead.tab
        author = random.choice(self.suspects)
        live, text = len(tab.frames), len(self.text.frames)
        await author.tab.close()
        for member in self.suspects:
            if member is not author:
                self.pages[member.person].points({"cursor": run}, clock=run + 2)
                self.pages[member.person].type("x")
                await member.tab.do("take", heading="the price is in it")
        await self.tabs[author.person].write(f"an idea {run}")
        self.work.server.clock.advance(11)
        await tab.until(lambda tab: tab.notice["present"] == len(self.suspects))
        # Cursors are sent ten times a second.
        await passing(0.15)
        await tab.ok("open_board", item=self.work.order[0])
        seen = Run(author.person, tab.frames[live:], self.text.frames[text:])
        author.tab = await author.open()
        await tab.until(lambda tab: tab.notice["present"] == len(self.suspects) + 1)
        return seen

    def least_seen(self, run: Run, random: Random) -> str:
        """Whoever left the fewest traces was busy elsewhere."""
        traces = {one.person: run.traces(self.marks[one.person]) for one in self.suspects}
        return random.choice([one for one, count in traces.items() if count == min(traces.values())])

    def most_alike(self, run: Run, known: Sequence[Run], random: Random) -> str:
        """Whoever wrote when the frames were as many and as long as these."""
        distances = [sum(abs(a - b) for a, b in zip(run.lengths, one.lengths, strict=True)) for one in known]
        return random.choice([one.author for one, far in zip(known, distances, strict=True) if far == min(distances)])


async def guessed(work: Work) -> list[float]:
    """How often chance guesses as well as the attacker, by each of the two ways."""
    await opens(work, work.order[0])
    async with gathered(work, work.order[0]) as group:
        await group.goes("diverge")
        text = await Overheard.opened(work.lead)
        pages = {one.person: await TextPage.opened(one) for one in work.members[1:]}
        attacker = Attacker(work, group, text, pages)
        runs = [await attacker.watches(run) for run in range(RUNS)]
        for page in (text, *pages.values()):
            await page.close()
    assert len(Counter(run.author for run in runs)) == len(attacker.suspects)
    chance, random = 1 / len(attacker.suspects), Random(RUNS)
    least = sum(attacker.least_seen(run, random) == run.author for run in runs)
    known, rest = runs[: RUNS // 2], runs[RUNS // 2 :]
    alike = sum(attacker.most_alike(run, known, random) == run.author for run in rest)
    return [tail(least, RUNS, chance), tail(alike, len(rest), chance)]


@pytest.mark.timeout(300)
async def test_all_frames_of_the_session_tell_an_attacker_no_more_than_chance(found: Work) -> None:
    assert min(await guessed(found)) > UNLIKELY


def cursors_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    show = TextChannel.show_cursors
    monkeypatch.setattr(TextChannel, "show_cursors", lambda self, *, shown: show(self, shown=True))


def here_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told = notices.told

    def leaking(room: SessionRoom, now: float, *, readonly: bool) -> Told:
        return replace(told(room, now, readonly=readonly), here=tuple(sorted(room.here(now))))

    monkeypatch.setattr(notices, "told", leaking)


def the_text_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    course = Session.course

    def open_course(session: Session, *, left_open: bool) -> Course:
        return replace(course(session, left_open=left_open), board_open=False)

    monkeypatch.setattr(Session, "course", open_course)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("leak", [cursors_go_on, here_is_told, the_text_stays_open])
async def test_the_same_attacker_finds_a_leak(
    found: Work, monkeypatch: pytest.MonkeyPatch, leak: Callable[[pytest.MonkeyPatch], None]
) -> None:
    leak(monkeypatch)
    assert min(await guessed(found)) < UNLIKELY


async def test_the_attacker_is_as_good_as_chance_at_chance() -> None:
    assert tail(0, RUNS, 1 / 3) == pytest.approx(1)
    assert tail(RUNS, RUNS, 1 / 3) < UNLIKELY
    assert tail(RUNS // 3, RUNS, 1 / 3) > 0.3
