"""What will come onto a board, and each line that does not come as it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from board.canvas import text as texts
from board.protocol import limits

MOST_BYTES = limits.FILE
MOST_IDEAS = 2_000
MOST_GROUPS = 300
LISTED = 100
"""problems that are listed one by one; the others are counted"""
EXCERPT = 70

Named = Literal["line", "idea"]
"""what a place is: a line of a text, or an idea of a record"""


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
    """What was found, by its key in the catalogue; `sentences` makes the sentence.

    `excerpt` is how the text begins, so that it is found again; `columns` are those of a table that it is about.
    """

    key: str
    then: Then
    excerpt: str = ""
    places: tuple[int, ...] = ()
    params: Mapping[str, str | int] = field(default_factory=dict)
    columns: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """For programs, as a refusal's is."""
        return self.key.removeprefix("ideas-").replace("-", "_")


@dataclass(frozen=True, slots=True)
class Taken:
    """One idea; `group` is a place in the draft's groups."""

    text: str
    group: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`more` problems are not listed. For a record, `open` and `all` count the ideas of the two possible imports."""

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

    def __init__(self, *, named: Named = "line") -> None:
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
            self._problem("ideas-too-long", Then.OUT, text, at, length=len(text), limit=texts.IDEA)
        elif texts.check(text, most=texts.IDEA):
            self._problem("ideas-unstorable", Then.OUT, "", at)
        elif text in self._first:
            self._problem("ideas-same", Then.ONCE, text, at, other=self._first[text])
        elif len(self._ideas) >= MOST_IDEAS:
            self._beyond.append(at)
        else:
            self._first[text] = at
            self._note_controls(at, given, group, name)
            self._ideas.append(Taken(text, self._group(at, group, group if name is None else name)))

    def note(self, key: str, then: Then = Then.OUT, excerpt: str = "", at: int | None = None, **params: int) -> None:
        """Something about the whole, or about a place whose idea cannot be read."""
        self._problem(key, then, excerpt, at, **params)

    def note_columns(self, key: str, names: Iterable[str], then: Then = Then.OUT) -> None:
        """Something about columns of the table."""
        self._keep(Problem(key, then, columns=tuple(excerpt(name) for name in names)))

    def done(self, *, question: str | None = None, open: int | None = None, all: int | None = None) -> Draft:
        """The finished draft. One problem lists all empty places; ideas beyond the limit are reported first."""
        problems = list(self._problems)
        if self._empty:
            problems.append(self._about("ideas-empty", Then.OUT, "", self._empty))
        # What is true of the whole has no place and comes first.
        problems.sort(key=lambda one: one.places[:1])
        if beyond := self._beyond:
            problems.insert(0, self._about("ideas-too-many", Then.OUT, "", beyond, limit=MOST_IDEAS))
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
            self._problem("ideas-controls", Then.KEPT, "", at)

    def _group(self, at: int, key: str | None, name: str | None) -> int | None:
        key, name = (texts.trimmed(texts.without_controls(one or "")) for one in (key, name))
        if not key:
            return None
        if key in self._groups:
            return self._groups[key]
        if (most := limits.GROUP_NAME) < len(name):
            self._problem("ideas-group-too-long", Then.KEPT, "", at, length=len(name), limit=most)
            return None
        if texts.check(name, most=most, empty=True):
            self._problem("ideas-group-unstorable", Then.KEPT, "", at)
            return None
        if len(self._names) >= MOST_GROUPS:
            self._problem("ideas-too-many-groups", Then.KEPT, name, at, limit=MOST_GROUPS)
            return None
        self._groups[key] = len(self._names)
        self._names.append(name)
        return self._groups[key]

    def _problem(self, key: str, then: Then, text: str, at: int | None, **params: int) -> None:
        self._keep(self._about(key, then, text, [] if at is None else [at], **params))

    def _about(self, key: str, then: Then, text: str, places: Sequence[int], **params: int) -> Problem:
        where: dict[str, str | int] = {"of": self._named, "at": places[0], "count": len(places)} if places else {}
        return Problem(key, then, excerpt(text), tuple(places), where | params)

    def _keep(self, problem: Problem) -> None:
        if len(self._problems) >= LISTED:
            self._more += 1
        else:
            self._problems.append(problem)


def excerpt(text: str) -> str:
    """How a text begins, on one line."""
    line = " ".join(text[: EXCERPT * 4].split())
    return line if len(line) <= EXCERPT else f"{line[:EXCERPT].rstrip()}…"
