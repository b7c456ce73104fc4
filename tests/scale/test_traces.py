"""The files of PostgreSQL reveal no author, no ballot and no answer, and hold nothing that was to be forgotten."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from tests.brainstorm.running import Server
from tests.scale import leaks
from tests.scale.cluster import Database
from tests.scale.guessing import UNLIKELY, Attacker
from tests.scale.loot import Loot, next_transaction, take_analyzed
from tests.scale.played import Moment, Played, playing

SEED = 1818


@dataclass
class Findings:
    """What the attacker found out."""

    lucky: dict[str, float] = field(default_factory=dict)
    """what was guessed, when and how → how often chance does as well"""
    left: list[str] = field(default_factory=list)
    """what is still in a file, and where"""
    in_log: int = 0
    """how much of what is gone is still in the write-ahead log at the end"""

    @property
    def told(self) -> dict[str, float]:
        """What the files tell."""
        return {name: luck for name, luck in self.lucky.items() if luck < UNLIKELY}


class Looking:
    """The attacker looks at what changed since this began."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._since = next_transaction(database)
        self._before = take_analyzed(database, since=self._since).files
        self.findings = Findings()

    def look(self, boards: Sequence[Played], moment: Moment) -> None:
        """Reads all files, guesses, and searches for what should be gone."""
        loot = take_analyzed(self._database, self._before, self._since)
        lucky = self.findings.lucky
        attacker = Attacker(loot, SEED)
        for puzzle in (one for board in boards for one in board.puzzles(moment).values()):
            assert all(map(loot.holding, (*puzzle.things, *puzzle.marks))), "there is something to guess"
        for name in boards[0].puzzles(moment):
            for way, score in attacker.guess_people(board.puzzles(moment)[name] for board in boards).items():
                lucky[f"{moment.name}: {name}, {way}"] = score.luck
        for name in boards[0].one_author(moment):
            for where, score in attacker.guess_authors(board.one_author(moment)[name] for board in boards).items():
                lucky[f"{moment.name}: one author of {name}, {where}"] = score.luck
        self.findings.left += left(loot, boards, moment)
        if moment is Moment.FROZEN:
            self.findings.in_log = sum(what in loot.wal for board in boards for what in board.gone)


def left(loot: Loot, boards: Sequence[Played], moment: Moment) -> list[str]:
    """What should be gone and is still in a file, or should never have been in one."""
    gone = {what for board in boards for what, at in board.gone.items() if at <= moment}
    never = {what for board in boards for what in board.never}
    found = [f"{moment.name}: {what!r} in {place}" for what in gone | never for place in loot.holding(what)]
    # The write-ahead log has what the tables had, and nothing that they never had.
    once = never if moment is Moment.FROZEN else set()
    return found + [f"{moment.name}: {what!r} in the write-ahead log" for what in once if what in loot.wal]


async def attacked(
    database: Database, server: Server, boards: int, last: Moment = Moment.FROZEN, *, restart: bool = False
) -> Findings:
    """Plays boards up to a moment, and lets the attacker look at all moments before."""
    looking = Looking(database)
    async with playing(server, boards, SEED) as played:
        for moment in Moment:
            if moment > last:
                break
            for board in played:
                await board.go(moment)
            looking.look(played, moment)
        if restart:
            # PostgreSQL writes more files when it stops: statistics of its own, and notices.
            await asyncio.to_thread(database.cluster.restart)
            looking.look(played, last)
    return looking.findings


@pytest.mark.timeout(300)
async def test_the_files_tell_no_more_than_chance_and_nothing_that_is_gone(shared: Database, running: Server) -> None:
    findings = await attacked(shared, running, boards=6, restart=True)
    assert findings.told == {}
    assert findings.left == []
    assert len(findings.lucky) > 50
    # This is measured and not promised: `docs/scale.md` says how long it stays.
    assert findings.in_log > 0


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("leak", "until", "told"), leaks.TOLD, ids=lambda one: getattr(one, "__name__", ""))
async def test_the_same_attacker_finds_a_leak(
    shared: Database,
    running: Server,
    monkeypatch: pytest.MonkeyPatch,
    leak: Callable[[pytest.MonkeyPatch, Database], None],
    until: Moment,
    told: str,
) -> None:
    leak(monkeypatch, shared)
    findings = await attacked(shared, running, boards=4, last=until)
    assert any(name.startswith(told) for name in findings.told), findings.lucky


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("leak", "until", "where"), leaks.LEFT, ids=lambda one: getattr(one, "__name__", ""))
async def test_what_is_left_behind_is_found(
    shared: Database,
    running: Server,
    monkeypatch: pytest.MonkeyPatch,
    leak: Callable[[pytest.MonkeyPatch, Database], None],
    until: Moment,
    where: str,
) -> None:
    leak(monkeypatch, shared)
    findings = await attacked(shared, running, boards=2, last=until)
    assert any(f" in {where}" in one for one in findings.left), findings.left
