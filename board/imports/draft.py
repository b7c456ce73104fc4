"""What will come onto a board, and what is said about each line that does not come as it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from board.canvas import text as texts
from board.protocol import limits
from board.words import imports as words

MOST_BYTES = limits.FILE
MOST_IDEAS = 2_000
MOST_GROUPS = 300
LISTED = 100
"""problems that are told one by one; of the others the number is told"""


class Then(StrEnum):
    """What happens to a line with a problem."""

    OUT = "out"
    """it is left out"""
    ONCE = "once"
    """the same idea stands there already"""
    KEPT = "kept"
    """the idea comes along, without what is named"""


@dataclass(frozen=True, slots=True)
class Problem:
    """`why` is a sentence with its place; `excerpt` is how the text begins, so that it is found again."""

    why: str
    then: Then
    excerpt: str = ""
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """One idea; `group` is a place in the draft's groups."""

    text: str
    group: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`more` problems are not listed. `open` and `all` count ideas of a record of which both can be had."""

    ideas: list[Taken]
    groups: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    more: int = 0
    question: str | None = None
    open: int | None = None
    all: int | None = None

    def members(self) -> Iterable[tuple[str | None, list[str]]]:
        """Each group with its ideas, then those in no group under None."""
        inside: dict[int | None, list[str]] = {at: [] for at in (*range(len(self.groups)), None)}
        for idea in self.ideas:
            inside[idea.group].append(idea.text)
        return [(None if at is None else self.groups[at], held) for at, held in inside.items() if held]


class Gathering:
    """Takes ideas one by one, in the order of their lines, and holds them to the limits."""

    def __init__(self, *, named: str = words.LINE) -> None:
        """`named` is what a place is called: a line of a text, an idea of a record."""
        self._named = named
        self._ideas: list[Taken] = []
        self._first: dict[str, int] = {}
        self._groups: dict[str, int] = {}
        self._names: list[str] = []
        self._problems: list[Problem] = []
        self._more = 0
        self._empty: list[int] = []
        self._beyond: list[int] = []

    def take(self, at: int, text: str, *, group: str | None = None, name: str | None = None) -> None:
        """An idea at this place. `group` tells groups apart, `name` is shown; without it the group is called so."""
        given, text = text, texts.trimmed(texts.without_controls(text))
        if not text:
            self._empty.append(at)
        elif len(text) > texts.IDEA:
            self._problem(words.too_long(self.place(at), len(text), texts.IDEA), Then.OUT, text, at)
        elif texts.check(text, most=texts.IDEA):
            self._problem(words.unstorable(self.place(at)), Then.OUT, "", at)
        elif text in self._first:
            self._problem(words.same(self.place(at), self.place(self._first[text]).lower()), Then.ONCE, text, at)
        elif len(self._ideas) >= MOST_IDEAS:
            self._beyond.append(at)
        else:
            self._first[text] = at
            self._note_controls(at, given, group, name)
            self._ideas.append(Taken(text, self._group(at, group, group if name is None else name)))

    def note(self, why: str, then: Then = Then.OUT, excerpt: str = "", *, at: int | None = None) -> None:
        """Something about the whole, or about a place whose idea cannot be read."""
        self._problem(why, then, excerpt, *([] if at is None else [at]))

    def place(self, at: int) -> str:
        return f"{self._named} {at:,}"

    def done(self, *, question: str | None = None, open: int | None = None, all: int | None = None) -> Draft:
        """What came together. Empty places are told in one sentence, and those beyond the limit before all else."""
        problems = list(self._problems)
        if self._empty:
            problems.append(Problem(words.empty(self._named, self._empty), Then.OUT, places=tuple(self._empty)))
        # What is true of the whole has no place and comes first.
        problems.sort(key=lambda one: one.places[:1])
        if beyond := self._beyond:
            why = words.too_many(self.place(beyond[0]), len(beyond), MOST_IDEAS)
            problems.insert(0, Problem(why, Then.OUT, places=tuple(beyond)))
        return Draft(
            ideas=self._ideas,
            groups=self._names,
            problems=problems,
            more=self._more,
            question=None if question is None else texts.without_controls(question),
            open=open,
            all=all,
        )

    def _note_controls(self, at: int, *texts_given: str | None) -> None:
        """People read what they send on the preview, where such characters cannot be seen."""
        if any(text and texts.without_controls(text.strip()) != text.strip() for text in texts_given):
            self._problem(words.controls(self.place(at)), Then.KEPT, "", at)

    def _group(self, at: int, key: str | None, name: str | None) -> int | None:
        key, name = (texts.trimmed(texts.without_controls(one or "")) for one in (key, name))
        if not key:
            return None
        if key in self._groups:
            return self._groups[key]
        if texts.check(name, most=limits.GROUP_NAME, empty=True):
            self._problem(words.bad_group(self.place(at), len(name), limits.GROUP_NAME), Then.KEPT, "", at)
            return None
        if len(self._names) >= MOST_GROUPS:
            self._problem(words.too_many_groups(self.place(at), MOST_GROUPS), Then.KEPT, name, at)
            return None
        self._groups[key] = len(self._names)
        self._names.append(name)
        return self._groups[key]

    def _problem(self, why: str, then: Then, text: str, *places: int) -> None:
        if len(self._problems) >= LISTED:
            self._more += 1
        else:
            self._problems.append(Problem(why, then, words.excerpt(text), places))
