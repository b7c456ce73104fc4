"""What an attacker makes of the files: whose something is, and what has one author. Chance is the measure."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from tests.scale.loot import LEDGERS, Line, Loot

UNLIKELY = 1e-6
"""chance alone is as good as that so rarely that it was none; there are about a hundred comparisons in one test"""
MOST_GAP = 100_000
"""bytes between two places in a file that are still called near"""


def tail(successes: int, runs: int, chance: float) -> float:
    """The probability that chance alone has at least this number of successes."""
    return sum(math.comb(runs, k) * chance**k * (1 - chance) ** (runs - k) for k in range(successes, runs + 1))


@dataclass(frozen=True)
class Puzzle:
    """Things, people, and who made what. All of one board; the attacker does not know the solution."""

    things: Mapping[bytes, int]
    """what a thing is known by in the files → who made it"""
    marks: Sequence[bytes]
    """what each person is known by"""


@dataclass
class Score:
    """How often a way of guessing was right."""

    right: int = 0
    guesses: int = 0
    expected: list[float] = field(default_factory=list)

    def add(self, *, right: bool, chance: float) -> None:
        self.right += right
        self.guesses += 1
        self.expected.append(chance)

    @property
    def luck(self) -> float:
        """How often chance would do as well."""
        if not self.guesses:
            return 1.0
        return tail(self.right, self.guesses, sum(self.expected) / self.guesses)


class Attacker:
    """Looks at everything of one board that was found at one moment."""

    def __init__(self, loot: Loot, seed: int) -> None:
        self._loot = loot
        self._random = Random(seed)
        self._fresh = _fresh(loot.lines)

    def guess_people(self, puzzles: Iterable[Puzzle]) -> dict[str, Score]:
        """Who made what, guessed in three ways."""
        ways: dict[str, Callable[[Puzzle], dict[bytes, Counter[int]]]] = {
            "one transaction": self._by_transaction,
            "near in a file": self._by_distance,
            "the same place in an order": self._by_order,
        }
        scores = {name: Score() for name in ways}
        for puzzle in puzzles:
            people = range(len(puzzle.marks))
            for name, way in ways.items():
                hints = way(puzzle)
                for thing, author in puzzle.things.items():
                    best = max((hints[thing][one] for one in people), default=0)
                    guess = self._random.choice([one for one in people if hints[thing][one] == best])
                    scores[name].add(right=guess == author, chance=1 / len(people))
        return scores

    def guess_authors(self, puzzles: Iterable[Puzzle]) -> dict[str, Score]:
        """Which things have one author, told by being neighbours: in a file, or in the order of transactions."""
        scores: defaultdict[str, Score] = defaultdict(Score)
        for puzzle in puzzles:
            counts = Counter(puzzle.things.values())
            n = len(puzzle.things)
            chance = sum(one * (one - 1) for one in counts.values()) / (n * (n - 1))
            for relation, order in self._orders(puzzle.things):
                if len(order) == n:
                    for one, other in pairwise(order):
                        same = puzzle.things[one] == puzzle.things[other]
                        scores[relation].add(right=same, chance=chance)
        return dict(scores)

    def _orders(self, things: Collection[bytes]) -> Iterator[tuple[str, list[bytes]]]:
        """For each table, all private rows being one, the order in which things were first written there."""
        wanted = _any_of(things)
        places: defaultdict[str, dict[bytes, tuple[object, ...]]] = defaultdict(dict)
        for line in self._loot.lines:
            for match in wanted.finditer(line.content):
                of, thing, found = places[_kind(line.relation)], match.group(), (line.xid, *line.place, match.start())
                of[thing] = min(found, of.get(thing, found))
        for relation, found_at in places.items():
            yield relation, sorted(found_at, key=found_at.__getitem__)

    def _by_transaction(self, puzzle: Puzzle) -> dict[bytes, Counter[int]]:
        """A transaction that wrote something new of a thing and of few people speaks for these."""
        hints: defaultdict[bytes, Counter[int]] = defaultdict(Counter)
        known = {mark: one for one, mark in enumerate(puzzle.marks)}
        wanted = _any_of([*puzzle.things, *known])
        for lines in self._fresh.values():
            found = [set(wanted.findall(line)) for line in lines]
            people = {known[one] for line in found for one in line if one in known}
            for line in found:
                beside = {known[one] for one in line if one in known}
                for thing in line & puzzle.things.keys():
                    for one in people:
                        hints[thing][one] += (1000 + 1000 * (one in beside)) // len(people)
        return hints

    def _by_distance(self, puzzle: Puzzle) -> dict[bytes, Counter[int]]:
        """The person who stands nearest in a file."""
        hints: defaultdict[bytes, Counter[int]] = defaultdict(Counter)
        known = {mark: one for one, mark in enumerate(puzzle.marks)}
        wanted = _any_of([*puzzle.things, *known])
        for content in self._loot.files.values():
            found = [(match.start(), match.group()) for match in wanted.finditer(content)]
            people = [(at, known[what]) for at, what in found if what in known]
            for at, thing in found:
                if thing in puzzle.things and people:
                    gap, one = min((abs(place - at), one) for place, one in people)
                    hints[thing][one] = max(hints[thing][one], MOST_GAP - gap)
        return hints

    def _by_order(self, puzzle: Puzzle) -> dict[bytes, Counter[int]]:
        """The first things belong to the first person, and so on."""
        hints: defaultdict[bytes, Counter[int]] = defaultdict(Counter)
        known = {mark: one for one, mark in enumerate(puzzle.marks)}
        people = dict(self._orders(known))
        for relation, order in self._orders(puzzle.things):
            for queue in (people[relation],) if relation in people else people.values():
                for at, thing in enumerate(order):
                    hints[thing][known[queue[at * len(queue) // len(order)]]] += 1
        return hints


def _any_of(texts: Iterable[bytes]) -> re.Pattern[bytes]:
    return re.compile(b"|".join(map(re.escape, texts)))


def _kind(relation: str) -> str:
    """The tables of one document have a schema of their own, and count as one for all documents."""
    schema, _, table = relation.rpartition(".")
    return schema if schema.endswith(("private_rows", "logs")) else table


def _fresh(lines: Sequence[Line]) -> dict[int, list[bytes]]:
    """Transaction → the rows that it wrote. Private rows are written whole: of them, those that are new."""
    found: defaultdict[int, list[bytes]] = defaultdict(list)
    before: set[tuple[str, bytes]] = set()
    for line in sorted(lines, key=lambda line: line.xid):
        known = (line.relation, line.content)
        if known not in before or not line.relation.startswith(LEDGERS):
            before.add(known)
            found[line.xid].append(line.content)
    return found
