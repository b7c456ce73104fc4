"""A board that goes through everything a big screen can show, led without a browser."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from e2e.api import Api, Table
from e2e.conversation import GROUPS, HARD, HARD_GROUPS, HARD_QUESTION, statements
from e2e.crowd import in_the_room
from e2e.people import Person, Watcher

QUESTION = "How can we make housing affordable in our city?"
CRITERION = "Which of these helps most within a year?"
DECISION = "We build on public land first, and rent what is built."
REASONS = ("It begins with land that we have", "Who pays for the roads?")


class Stage(NamedTuple):
    """Something that every page of a board shows at some time."""

    name: str
    step: str
    texts: tuple[str, ...] = ()
    """of which the big screen shows at least one, or its beginning"""

    def comes(self, person: Person) -> None:
        """Waits until the page is there."""
        person.is_at(self.step)

    def comes_large(self, screen: Watcher) -> None:
        """Waits until the big screen shows it."""
        self.comes(screen)
        if self.texts:
            screen.reads(re.compile("|".join(re.escape(text[:20]) for text in self.texts)))


@dataclass(frozen=True)
class Filling:
    """How much is on a board, and how hard it is to show."""

    ideas: int
    people: int = 12
    hard: bool = False
    groups: tuple[int, ...] = (0, 3, 8, 9)

    def __str__(self) -> str:
        return f"{self.ideas}-hard" if self.hard else str(self.ideas)

    @property
    def texts(self) -> list[str]:
        hard = HARD[: self.ideas] if self.hard else ()
        return [*hard, *statements(self.ideas - len(hard))]

    @property
    def names(self) -> tuple[str, ...]:
        return HARD_GROUPS if self.hard else GROUPS

    @property
    def settings(self) -> dict[str, object]:
        if not self.hard:
            return {"question": QUESTION, "criterion": CRITERION}
        return {"question": HARD_QUESTION, "criterion": CRITERION * 7, "problem": HARD[0][:600]}


def walk(table: Table, filling: Filling) -> Iterator[Stage]:
    """Takes an open board from stage to stage. Yields each stage when the server is there."""
    people = table.seat(filling.people)
    with in_the_room(people):
        yield Stage("welcome", "Welcome")
        yield from _write(table, filling)
        yield from _read(table, filling)
        yield from _group(table, filling)
        yield from _decide(table, filling)


def _write(table: Table, filling: Filling) -> Iterator[Stage]:
    table.go("diverge", minutes=10)
    table.write(filling.texts)
    yield Stage("write", "Write")
    table.lead.do("set_timer", minutes=0.01)
    yield Stage("write, time is up", "Write", ("Time is up",))


def _read(table: Table, filling: Filling) -> Iterator[Stage]:
    table.go("reveal")
    yield Stage("read", "Read")
    longest = max(table.written, key=lambda idea: len(table.written[idea]))
    table.lead.do("highlight_idea", idea=longest)
    yield Stage("read, one idea", "Read", (table.written[longest],))
    table.lead.do("highlight_idea", idea=None)


def _group(table: Table, filling: Filling) -> Iterator[Stage]:
    table.go("cluster")
    names = iter(filling.names)
    loose = iter(table.written)
    most = max(filling.groups)
    size = max(1, int(len(table.written) * 0.85 / max(most, 1)))
    for count in filling.groups:
        new = []
        for name in islice(names, count - len(table.groups)):
            table.groups[name] = table.lead.groups(islice(loose, size), name)
            new.append(name)
        yield Stage(f"group, {count} groups", "Group", tuple(new[-1:]))


def _decide(table: Table, filling: Filling) -> Iterator[Stage]:
    table.go("vote")
    vote(table.lead, table.people[: len(table.people) // 2])
    yield Stage("vote", "Vote")
    vote(table.lead, table.people)
    table.go("decide")
    yield Stage("count", "Decide")
    long = f" {HARD[0]}"[: 998 - len(DECISION)] if filling.hard else ""
    table.decide(DECISION + long, why=HARD[0] if filling.hard else "It got most dots, and the land is ours.")
    yield Stage("decision", "Decide", (DECISION,))
    reasons = [f"{one}{' and what we owe those who wait' * 14 if filling.hard else ''}" for one in REASONS]
    answer(table.people[:-1], reasons)
    yield Stage("consent check", "Decide", (DECISION,))
    table.lead.do("close_consent")
    yield Stage("answers and reasons", "Decide", tuple(reasons))
    table.lead.do("freeze")
    yield Stage("done", "Done")


def vote(lead: Api, people: list[Api]) -> None:
    """Everybody gives all dots: some options get many, several the same number, most none."""
    ballot = lead.boot()["meta"]["ballot"]
    options = [one["option"] for one in ballot["options"]]
    for n, person in enumerate(people):
        chance = random.Random(n)
        liked = sorted(range(len(options)), key=lambda place: place * chance.random())
        dots = {options[place]: 1 for place in liked[: int(ballot["dots"])]}
        bold = options[min(len(options) - 1, n % 5)]
        person.do("cast_ballot", dots=dots, bold=bold, done=True, round=int(ballot["round"]))


def answer(people: list[Api], reasons: list[str]) -> None:
    """Everybody answers whether they can live with the decision, the first ones with a reason."""
    for n, person in enumerate(people):
        reason = {"reason": reasons[n]} if n < len(reasons) else {}
        person.do("answer_consent", level=(4, 2, 5, 3, 5, 4, 3)[n % 7], **reason)
