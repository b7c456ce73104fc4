"""A record as it is read, in the order of the page: the one source of what every form of it says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from board.decisions import consents, standing, story
from board.decisions.consents import Consent
from board.decisions.lines import Idea, Line, hidden_in, ideas_by_id, isolated, line, tally_lines
from board.decisions.remarks import remarks
from board.records.times import day, instant, moment
from board.words import decisions as words

Json = Mapping[str, Any]
# What people type before a day, where the sentence says it already.
_BY = re.compile(r"\Aby\s+", re.IGNORECASE)
# Options below the cut that are shown before the others fold away.
SHOWN_BELOW = 5


@dataclass(frozen=True, slots=True)
class Step:
    text: str
    owner: str | None
    when: str | None


@dataclass(frozen=True, slots=True)
class Round:
    title: str
    rules: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Reading:
    question: str
    draft: str | None
    kind: str
    headline: str
    text: str | None
    why: str | None
    facts: list[tuple[str, str]]
    steps: list[Step]
    background: list[tuple[str, str]]
    rules: str | None
    shortlist: list[Line]
    below: list[Line]
    folded: list[Line]
    remarks: list[str]
    consent: list[Consent]
    """those about the decision as it stands first, then the newest"""
    not_asked: str | None
    """says that the decision as it stands was not asked about"""
    consent_in_short: str
    rounds: list[Round]
    aside: list[Line]
    groups: list[Line]
    lone: list[Idea]
    times: list[tuple[str, str]]
    when: str


def read(record: Json) -> Reading:
    ideas = ideas_by_id(record)
    deciding, checks = standing.deciding(record), consents.checks(record)
    scores = {score["option"]: score for score in deciding["tally"]} if deciding else {}
    listed = [
        replace(line(option, scores.get(option["option"], option), ideas), story=story.tell(record, option, ideas))
        for option in record["shortlist"]
    ]
    ids = {option["option"] for option in record["shortlist"]}
    rest = [one for one in (deciding or {"tally": ()})["tally"] if one["option"] not in ids]
    below = tally_lines({**deciding, "tally": rest}, ideas) if deciding else []
    fold = _fold(below)
    return Reading(
        question=record["question"],
        draft=words.DRAFT if record["format"].startswith("shortlist-draft/") else None,
        kind=words.KIND.get(record["outcome"] or "", words.BRAND),
        headline=_headline(record, deciding),
        text=record["decision"] if record["outcome"] == "recommended" else None,
        why=record["why"],
        facts=_facts(record),
        steps=[Step(step["text"], step["owner"], step["when"]) for step in record["next_steps"]],
        background=_background(record),
        rules=words.rules(deciding["dots"], len(deciding["options"])) if deciding else None,
        shortlist=listed,
        below=below[:fold],
        folded=below[fold:],
        remarks=remarks(record),
        consent=checks,
        not_asked=consents.missing(record, checks),
        consent_in_short=consents.in_short(checks),
        rounds=_rounds(record, ideas),
        aside=[line(option, {"dots": 0, "bold": 0}, ideas) for option in record["set_aside"]],
        groups=_groups(record, ideas),
        lone=_lone(record, ideas),
        times=[(words.STEP[one["phase"]], words.lasted(one["seconds"])) for one in _ended(record)],
        when=_when(record),
    )


def above(told: Reading) -> frozenset[str]:
    """The letters of groups whose ideas hang under the shortlist already; paper names these groups only."""
    listed = {(line.mark, frozenset(line.ideas)) for line in told.shortlist if line.kind == "cluster"}
    return frozenset(group.mark for group in told.groups if (group.mark, frozenset(group.ideas)) in listed)


def people(record: Json) -> str:
    told, ideas = record["people"], ideas_by_id(record).values()
    return words.took_part(told["joined"], told["wrote"], len(ideas), hidden_in(ideas), told["voted"])


def _fold(below: list[Line]) -> int:
    """How many lines below the cut stay open: a fold that hides two lines would only be in the way."""
    return SHOWN_BELOW if len(below) > SHOWN_BELOW + 2 else len(below)


def _headline(record: Json, deciding: Json | None) -> str:
    if record["outcome"] == "recommended":
        options = len(deciding["options"]) if deciding else len(record["shortlist"])
        by = _by(record)
        owner = isolated(record["owner"] or words.NOBODY)
        return words.recommends(len(record["shortlist"]), options, owner, isolated(by) or None)
    return record["decision"] or (words.UNDECIDED if record["outcome"] is None else words.NO_TEXT)


def _facts(record: Json) -> list[tuple[str, str]]:
    who = words.WHO.get(record["outcome"] or "", words.WHO["recommended"])
    facts: list[tuple[str, str | None]] = [(who, record["owner"])]
    if record["outcome"] == "recommended" and record["decide_by"]:
        facts.append((words.DECIDE_BY, _by(record)))
    final = record.get("frozen_at")
    facts.append((words.MADE_FINAL, day(final)) if final else (words.DRAFT_OF, moment(record["as_of"])))
    facts.append((words.TOOK_PART, people(record)))
    return [(label, value) for label, value in facts if value]


def _by(record: Json) -> str:
    """The day as it stands after the word "by" and before the end of a sentence."""
    return _BY.sub("", (record["decide_by"] or "").strip(), count=1).rstrip(".")


def _background(record: Json) -> list[tuple[str, str]]:
    told = ((words.PROBLEM, "problem"), (words.CONSTRAINT, "constraint"), (words.CHOOSE_BY, "criterion"))
    return [(label, record[key]) for label, key in told if record[key]]


def _rounds(record: Json, ideas: Mapping[str, Idea]) -> list[Round]:
    """All rounds, when there were several."""
    if len(record["rounds"]) < 2:
        return []
    return [
        Round(
            words.round_title(one["round"], one["runoff"]),
            words.rules(one["dots"], len(one["options"])),
            tally_lines(one, ideas),
        )
        for one in record["rounds"]
    ]


def _groups(record: Json, ideas: Mapping[str, Idea]) -> list[Line]:
    groups = [
        {"letter": one["letter"], "kind": "cluster", "name": one["name"], "ideas": one["members"]}
        | ({} if one["name"] or one.get("hidden") else {"name": words.UNNAMED})
        for one in record["clusters"]
    ]
    return [line(one, {"dots": 0, "bold": 0}, ideas) for one in groups]


def _lone(record: Json, ideas: Mapping[str, Idea]) -> list[Idea]:
    grouped = {idea for one in record["clusters"] for idea in one["members"]}
    return [one for idea, one in ideas.items() if idea not in grouped]


def _ended(record: Json) -> list[Json]:
    return [one for one in record["phases"] if one["seconds"] is not None and one["phase"] in words.STEP]


def _when(record: Json) -> str:
    ended = _ended(record)
    if not ended:
        return ""
    start, end = instant(ended[0]["start"]), instant(ended[-1]["end"])
    last = f"{end:%H:%M}" if start.date() == end.date() else moment(ended[-1]["end"]).removesuffix(" UTC")
    return f"{moment(ended[0]['start']).removesuffix(' UTC')} – {last} UTC"
