"""A record as it is read, in the order of the page: the one source of what every form of it says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from board.decisions import consents, standing, story
from board.decisions.consents import Consent
from board.decisions.lines import Idea, Line, hidden_in, ideas_by_id, line, round_title, tally_lines
from board.decisions.remarks import remarks
from board.protocol.phases import ORDER, Phase
from board.records.canonical import Json
from board.records.exports.escaping import isolated
from board.records.times import day, lasted, moment, span
from board.words import say

# What people type before a day, where the sentence says it already.
_BY = re.compile(r"\Aby\s+", re.IGNORECASE)
# Options below the cut that are shown before the others fold away.
SHOWN_BELOW = 5
TIMED = frozenset(ORDER) - {Phase.FROZEN}


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
        replace(
            line(option, scores.get(option["option"], option), ideas),
            story=story.tell(record, option, ideas, checks),
        )
        for option in record["shortlist"]
    ]
    ids = {option["option"] for option in record["shortlist"]}
    rest = [one for one in (deciding or {"tally": ()})["tally"] if one["option"] not in ids]
    below = tally_lines({**deciding, "tally": rest}, ideas) if deciding else []
    fold = _fold(below)
    return Reading(
        question=record["question"],
        draft=say("decision-draft") if record["format"].startswith("shortlist-draft/") else None,
        kind=say(f"decision-kind-{record['outcome']}") if record["outcome"] else say("decision-brand"),
        headline=_headline(record),
        text=record["decision"] if record["outcome"] == "recommended" else None,
        why=record["why"],
        facts=_facts(record),
        steps=[Step(step["text"], step["owner"], step["when"]) for step in record["next_steps"]],
        background=_background(record),
        rules=_rules(deciding) if deciding else None,
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
        times=[(say(f"step-{one['phase']}"), lasted(one["seconds"])) for one in _ended(record)],
        when=_when(record),
    )


def above(told: Reading) -> frozenset[str]:
    """The letters of groups whose ideas hang under the shortlist already; paper names these groups only."""
    listed = {(line.mark, frozenset(line.ideas)) for line in told.shortlist if line.kind == "cluster"}
    return frozenset(group.mark for group in told.groups if (group.mark, frozenset(group.ideas)) in listed)


def people(record: Json) -> str:
    """Who took part. People are counted from three on; below that the record holds no number and none is named."""
    told, ideas = record["people"], ideas_by_id(record).values()
    count, hidden = len(ideas), hidden_in(ideas)
    parts = [say("decision-joined", count=told["joined"])] if told["joined"] is not None else []
    if told["wrote"] is None:
        parts.append(say("decision-written", count=count, hidden=hidden))
    else:
        parts.append(say("decision-wrote", people=told["wrote"], count=count, hidden=hidden))
    if told["voted"] is not None:
        parts.append(say("decision-voted", count=told["voted"]))
    return ", ".join(parts)


def _fold(below: list[Line]) -> int:
    """How many lines below the cut stay open: a fold that hides two lines would only be in the way."""
    return SHOWN_BELOW if len(below) > SHOWN_BELOW + 2 else len(below)


def _headline(record: Json) -> str:
    if record["outcome"] == "recommended":
        return _recommendation(record)
    return record["decision"] or (say("decision-undecided") if record["outcome"] is None else say("decision-no-text"))


def _recommendation(record: Json) -> str:
    chosen, options = len(record["shortlist"]), standing.options_to_choose_from(record)
    owner = isolated(record["owner"] or say("decision-nobody"))
    if by := isolated(day_to_decide_by(record)):
        return say("decision-recommends-by", chosen=chosen, options=options, owner=owner, day=by)
    return say("decision-recommends", chosen=chosen, options=options, owner=owner)


def _facts(record: Json) -> list[tuple[str, str]]:
    who = say(f"decision-who-{record['outcome'] or 'recommended'}")
    facts: list[tuple[str, str | None]] = [(who, record["owner"])]
    if record["outcome"] == "recommended" and record["decide_by"]:
        facts.append((say("decision-decide-by"), day_to_decide_by(record)))
    final = record.get("frozen_at")
    if final:
        facts.append((say("decision-made-final"), day(final)))
    else:
        facts.append((say("decision-as-of"), moment(record["as_of"])))
    facts.append((say("decision-took-part"), people(record)))
    return [(label, value) for label, value in facts if value]


def day_to_decide_by(record: Json) -> str:
    """The day as it stands after the word "by" and before the end of a sentence."""
    return _BY.sub("", (record["decide_by"] or "").strip(), count=1).rstrip(".")


def _background(record: Json) -> list[tuple[str, str]]:
    told = (
        (say("decision-problem"), record["problem"]),
        (say("decision-constraint"), record["constraint"]),
        (say("decision-criterion"), record["criterion"]),
    )
    return [(label, text) for label, text in told if text]


def _rounds(record: Json, ideas: Mapping[str, Idea]) -> list[Round]:
    """All rounds, when there were several."""
    if len(record["rounds"]) < 2:
        return []
    return [Round(round_title(one), _rules(one), tally_lines(one, ideas)) for one in record["rounds"]]


def _rules(one_round: Json) -> str:
    return say("tally-rules", dots=one_round["dots"], options=len(one_round["options"]))


def _groups(record: Json, ideas: Mapping[str, Idea]) -> list[Line]:
    groups = [
        {"letter": one["letter"], "kind": "cluster", "name": one["name"], "ideas": one["members"]}
        | ({} if one["name"] or one.get("hidden") else {"name": say("decision-unnamed")})
        for one in record["clusters"]
    ]
    return [line(one, {"dots": 0, "bold": 0}, ideas) for one in groups]


def _lone(record: Json, ideas: Mapping[str, Idea]) -> list[Idea]:
    grouped = {idea for one in record["clusters"] for idea in one["members"]}
    return [one for idea, one in ideas.items() if idea not in grouped]


def _ended(record: Json) -> list[Json]:
    return [one for one in record["phases"] if one["seconds"] is not None and one["phase"] in TIMED]


def _when(record: Json) -> str:
    ended = _ended(record)
    return span(ended[0]["start"], ended[-1]["end"]) if ended else ""
