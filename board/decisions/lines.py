"""The options of a record as lines to read: what each is called, what it got, and the ideas behind it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from board.records.canonical import Json
from board.records.exports.escaping import isolated
from board.records.exports.shortening import short
from board.words import say

# A row is read at a glance; the whole text stands with the ideas.
GLANCE = 140
IN_A_SENTENCE = 60


@dataclass(frozen=True, slots=True)
class Idea:
    """One raw idea; without a text it was hidden or taken back, and `note` says which."""

    number: int | None
    text: str | None
    signed: str | None = None
    note: str | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Branch:
    """A group that was put into another one: its own ideas, and the groups that had been put into it before."""

    mark: str
    name: str
    ideas: tuple[Idea, ...]
    branches: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What opens behind a line of the shortlist: where it came from, how it scored, what was objected and why."""

    root: Branch
    scored: list[str]
    objected: list[str]
    reasons: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Line:
    """One option of a round."""

    mark: str
    kind: str
    name: str
    whole: str
    dots: int
    bold: int
    ideas: tuple[Idea, ...]
    won_bold: bool = False
    reason: str | None = None
    story: Story | None = None


def ideas_by_id(record: Json) -> dict[str, Idea]:
    return {
        one["idea"]: Idea(one["number"], None, note=say("decision-hidden"), hidden=True)
        if one.get("hidden")
        else Idea(one["number"], one["text"], one.get("signed"))
        for one in record["ideas"]
    }


def gone_idea() -> Idea:
    """An idea that its author took back."""
    return Idea(None, None, note=say("decision-gone"))


def hidden_in(ideas: Iterable[Idea]) -> int:
    """How many of these the facilitator has hidden."""
    return sum(idea.hidden for idea in ideas)


def how_many(ideas: Collection[Idea]) -> str:
    """Every count of ideas in a record: all of them, and how many of them nobody can read."""
    hidden = hidden_in(ideas)
    if not hidden:
        return say("decision-ideas", count=len(ideas))
    if hidden == len(ideas):
        return say("decision-ideas-all-hidden", count=hidden)
    return say("decision-ideas-some-hidden", count=len(ideas), hidden=hidden)


def line(option: Json, score: Json, ideas: Mapping[str, Idea]) -> Line:
    whole = called(option)
    return Line(
        mark=option["letter"] or str(option["number"] or ""),
        kind=option["kind"],
        name=short(whole, GLANCE),
        whole=whole,
        dots=score["dots"],
        bold=score["bold"],
        ideas=tuple(ideas.get(idea) or gone_idea() for idea in option["ideas"]),
        won_bold=option.get("bold_winner", False),
        reason=option.get("why"),
    )


def tally_lines(one_round: Json, ideas: Mapping[str, Idea]) -> list[Line]:
    """A round in the order of its tally."""
    options = {option["option"]: option for option in one_round["options"]}
    return [line(options[score["option"]], score, ideas) for score in one_round["tally"]]


def round_title(one_round: Json) -> str:
    number = one_round["round"]
    return say("tally-runoff", number=number) if one_round["runoff"] else say("tally-round", number=number)


def called(option: Json) -> str:
    if option["name"]:
        return str(option["name"])
    return say("decision-hidden-group") if option["kind"] == "cluster" else say("decision-hidden-idea")


def naming(record: Json) -> Callable[[str], str]:
    """A function from every option to the name by which a sentence may call it."""
    stood = [option for one in record["rounds"] for option in one["options"]]
    options = {option["option"]: option for option in [*stood, *record["shortlist"]]}
    return lambda option: in_a_sentence(called(options[option]))


def in_a_sentence(text: str) -> str:
    """People's words as one of our sentences quotes them: on one line, shortened, in their own direction."""
    return say("decision-quoted", name=isolated(short(" ".join(text.split()), IN_A_SENTENCE)))
