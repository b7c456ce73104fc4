"""The consent checks of a record: which wording each of them asked about, and what the group answered.

A check belongs to the sentence that people read, not to the record: a decision may be reworded or corrected after it.
Every form of a record says so by what is here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from board.decisions.lines import in_a_sentence
from board.records.canonical import Json
from board.voting.consent import DOUBTING, LEVELS
from board.words import say


@dataclass(frozen=True, slots=True)
class Consent:
    """One ended check: the wording it asked about, its sentences, the counts above zero, and the reasons."""

    wording: str
    is_this: bool
    """the wording is the decision of the record, letter by letter"""
    answered: str
    objections: str
    """empty when so few people answered that nothing is shown"""
    doubts: int
    counts: list[tuple[int, str]]
    reasons: list[tuple[str, str]]
    against: list[tuple[str, str]]
    """the reasons of those who object or doubt, the strongest first"""

    @property
    def sentences(self) -> str:
        """How many answered, and whether anybody objected."""
        return " ".join(said for said in (self.answered, self.objections) if said)


def checks(record: Json) -> list[Consent]:
    """Every ended check. Those about the decision as it stands come first, then the newest."""
    told = [_check(one, record["decision"]) for one in reversed(record["consent"])]
    return sorted(told, key=lambda one: not one.is_this)


def missing(record: Json, told: list[Consent]) -> str | None:
    """The sentence which says that the group was not asked about the decision as it stands; None when it was."""
    if not told:
        return say("consent-not-held")
    return say("consent-not-this-wording") if record["decision"] and not told[0].is_this else None


def in_short(told: list[Consent]) -> str:
    """The answer to the check in one paragraph, with the wording it was about when that is not the decision."""
    if not told:
        return say("consent-not-asked")
    first = told[0]
    if first.is_this:
        return first.sentences
    return say("consent-another-wording", sentences=first.sentences, wording=in_a_sentence(first.wording))


def objected(told: list[Consent]) -> tuple[str, list[tuple[str, str]]]:
    """What was objected to the decision as a whole, and why."""
    if not told:
        return say("consent-not-asked"), []
    first = told[0]
    sentences = [
        say("consent-about-the-whole") if first.is_this else say("consent-about-an-earlier-wording"),
        first.objections or first.answered,
        *([say("consent-doubts", count=first.doubts)] if first.doubts else []),
    ]
    return " ".join(sentences), first.against


def _check(check: Json, decision: str | None) -> Consent:
    counts = {level: int(check["counts"][str(level)]) for level in reversed(LEVELS)}
    answers = sum(counts.values())
    against = sorted((one for one in check["reasons"] if one["level"] <= DOUBTING), key=lambda one: int(one["level"]))
    return Consent(
        wording=check["decision"],
        is_this=check["decision"] == decision,
        answered=_answered(answers, check["silent"]),
        objections=say("consent-objections", objected=counts[1], stopped=counts[0]) if answers else "",
        doubts=counts[DOUBTING],
        counts=[(count, _level(level)) for level, count in counts.items() if count],
        reasons=_labelled(check["reasons"]),
        against=_labelled(against),
    )


def _answered(count: int, silent: int) -> str:
    """How many answered; no count is a check with so few answers that they are not shown."""
    if not count:
        return say("consent-too-few", silent=silent)
    if not silent:
        return say("consent-answered", count=count)
    return say("consent-answered-of", count=count, people=count + silent, silent=silent)


def _level(level: int) -> str:
    return say(f"level-{level}")


def _labelled(reasons: Sequence[Json]) -> list[tuple[str, str]]:
    return [(_level(one["level"]), one["reason"]) for one in reasons]
