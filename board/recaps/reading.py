"""A recap as it is read, in the order of the page: the one source of what every form of it says.

`names` has those people who show their names to readers, by their number in the record. Only the live page has it: a
file cannot be taken back.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from board.recaps.ahead import Day, ahead, is_day, owner_of
from board.recaps.answered import Answered, answered
from board.recaps.chain import place
from board.recaps.change import Change, change
from board.recaps.decided import Decided, decided
from board.recaps.record import DRAFT
from board.recaps.sentence import ALONE, part, sentence
from board.recaps.who import Names, Who, on
from board.records.canonical import Json
from board.records.exports.escaping import isolated
from board.records.times import moment
from board.words import say

LEVELS = ("5", "4", "3", "2", "1", "0")
"""of the consent check, the best first"""
_ORDER = {"open": 0, "done": 1, "dropped": 2}


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str
    note: str | None = None
    """what somebody wrote with an answer"""


@dataclass(frozen=True, slots=True)
class Condition:
    text: str
    met: bool
    note: str | None
    carried: bool


@dataclass(frozen=True, slots=True)
class Task:
    id: str
    text: str
    state: str
    owner: str | None
    when: str | None
    first_step: str | None
    note: str | None
    item: str | None
    carried: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    text: str
    outcome: str
    why: str | None
    owner: str | None
    """who sees to it, as a sentence"""
    answers: list[tuple[int, str]]
    """how many gave which answer"""
    silent: str | None
    reasons: list[tuple[str, str]]
    """the answer and the reason"""
    by_name: list[tuple[str, str | None]]
    """who answered and how, as a sentence, and the reason"""


@dataclass(frozen=True, slots=True)
class Item:
    title: str
    is_break: bool
    planned: int
    took: int | None
    """minutes"""
    skipped: bool
    carried: bool


@dataclass(frozen=True, slots=True)
class Goal:
    person: str
    goal: str
    reach: str | None
    outcome: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    kind: str
    draft: str | None
    artifact: str
    headline: str
    """the verdict as a word"""
    verdict: str | None
    """who finishes it and when, who did, or who accepted it"""
    note: str | None
    sentence: str
    """what was to exist; empty where somebody worked alone"""
    short: str | None
    """what somebody who worked alone made, in numbers"""
    facts: list[Fact]
    background: list[Fact]
    """the problem and what holds"""
    answered: list[Answered]
    """what readers of the recaps before said, and what became of it"""
    summary: str | None
    next: str | None
    change: Change | None
    """None where people worked side by side and nothing was made together"""
    conditions: list[Condition]
    agreements: list[Agreement]
    decisions: list[Decided]
    tasks: list[Task]
    tasks_done: str | None
    goals: list[Goal]
    text: str | None
    """Markdown"""
    items: list[Item]
    changes: list[str]
    """of what was to exist, while the work went on"""
    ahead: list[Day]
    """the days that are still to come, the next first"""
    session: str | None
    """which session of its chain it is, from the second on, and what came of those before"""
    stamp: str
    numbered: str | None
    """what P1, P2 … stand for, where somebody is called so"""


def read(record: Json, names: Names | None = None) -> Reading:
    """The words for a frozen recap or a draft."""
    who, alone = Who(names or {}), is_alone(record)
    tasks = sorted((_task(one, who, alone) for one in record["tasks"]), key=lambda one: _ORDER[one.state])
    # In the order of the fields: `numbered` is known only when all others are.
    return Reading(
        kind=say("recap-kind"),
        draft=say("recap-draft") if record["format"] == DRAFT else None,
        artifact=record["artifact"],
        headline=_headline(record),
        verdict=who.verdict(record, alone=alone),
        note=record["note"],
        sentence="" if alone else _sentence(record, who),
        short=_short(record) if alone else None,
        facts=list(_facts(record, who)),
        background=list(_background(record)),
        answered=answered(record),
        summary=record["summary"],
        next=record["next"],
        change=_changed(record, alone),
        conditions=_conditions(record, alone),
        agreements=[_agreement(one, who) for one in record["agreements"]],
        decisions=decided(record),
        tasks=tasks,
        tasks_done=done_of([one.state for one in tasks]),
        goals=[] if alone else [_goal(one, who) for one in record["people"] if one["goal"]],
        text=record["made"]["text"],
        items=_items(record, alone),
        changes=[] if alone else [who.changed(one) for one in record["changes"]],
        ahead=ahead(record, who, alone=alone),
        session=place(record),
        stamp=moment(record.get("frozen_at") or record["as_of"]),
        numbered=say("recap-numbered") if who.numbered else None,
    )


def _changed(record: Json, alone: bool) -> Change | None:
    """What somebody made alone from an empty page stands in `short` already."""
    found = change(record)
    return None if alone and found and found.form == "nothing" and found.where is None else found


def _items(record: Json, alone: bool) -> list[Item]:
    """The minutes of a single item stand among the facts."""
    return [] if alone or len(record["agenda"]) < 2 else list(map(_item, record["agenda"]))


def done_of(states: list[str]) -> str | None:
    """How many tasks are done. Dropped ones do not count; None without any."""
    counted = [one for one in states if one != "dropped"]
    return say("recap-tasks-done", done=counted.count("done"), all=len(counted)) if counted else None


def is_alone(record: Json) -> bool:
    return record["kind"] in ALONE


def _headline(record: Json) -> str:
    if record["verdict"] is None:
        return say("recap-no-verdict")
    finished = record["verdict"] == "nearly" and record["finished_at"]
    return say("verdict-word-done") if finished else say(f"verdict-word-{record['verdict']}")


def _sentence(record: Json, who: Who) -> str:
    says = who.owner(record["owner"])
    if says is None:
        lead = next((one["person"] for one in record["people"] if one["role"] == "lead"), None)
        says = (who.shown(lead) if lead else None) or ""
    conditions = [_apart(one["text"]) for one in record["conditions"]]
    artifact, audience = _apart(record["artifact"]), _apart(record["audience"] or "")
    return sentence(artifact, audience, record["minutes"], conditions, says and isolated(says))


def _apart(text: str) -> str:
    """A part of a sentence that keeps its own direction of writing."""
    return isolated(part(text))


def _facts(record: Json, who: Who) -> Iterator[Fact]:
    if record["ended_at"]:
        if record["finished_at"]:
            yield Fact(say("recap-nearly-on"), moment(record["ended_at"]))
            yield Fact(say("recap-finished-on"), moment(record["finished_at"]))
        else:
            yield Fact(say("recap-ended-on"), moment(record["ended_at"]))
    if not is_alone(record):
        real = _minutes(record["seconds"])
        yield Fact(say("recap-time"), say("verdict-minutes", real=real, planned=record["minutes"]))
        yield Fact(say("recap-there"), who.there([one for one in record["people"] if not one["left"]]))
    for label, answers in ((say("recap-agreed"), record["agreed"]), (say("recap-accepted"), record["accepted"])):
        yield from (Fact(label, who.answer(one), one["note"]) for one in answers)


def _short(record: Json) -> str:
    made = record["made"]
    minutes = say("recap-short-minutes", minutes=_minutes(record["seconds"]))
    if made["text"] is None:
        return minutes
    return f"{minutes} {say('recap-short-text', words=made['words'], headings=made['headings'])}"


def _conditions(record: Json, alone: bool) -> list[Condition]:
    """Somebody who works alone has the one that the thing exists; once it does, the verdict says so."""
    found = [Condition(one["text"], one["met"], one["note"], one["carried"]) for one in record["conditions"]]
    return [] if alone and len(found) == 1 and found[0].met and not found[0].note else found


def _background(record: Json) -> Iterator[Fact]:
    for label, text in (("recap-problem", record["problem"]), ("recap-constraint", record["constraint"])):
        if text:
            yield Fact(say(label), text)


def _agreement(one: Json, who: Who) -> Agreement:
    owner, outcome = who.owner(one["owner"]), {True: "agreed", False: "not", None: "unknown"}[one["agreed"]]
    answers = one["answers"] or {}
    return Agreement(
        text=one["text"],
        outcome=say("recap-outcome", outcome="alone" if one["by"] == "alone" else outcome),
        why=one["why"],
        owner=say("recap-sees-to-it", name=owner) if owner else None,
        answers=[(answers[level], say(f"level-{level}")) for level in LEVELS if answers.get(level)],
        silent=say("recap-silent", count=one["silent"]) if one["silent"] else None,
        reasons=[(say(f"level-{said['level']}"), said["reason"]) for said in one["reasons"]],
        by_name=[
            (say("recap-agrees" if said["yes"] else "recap-disagrees", name=who.person(said["person"])), said["reason"])
            for said in one["by_name"]
        ],
    )


def _task(one: Json, who: Who, alone: bool) -> Task:
    return Task(
        id=one["task"],
        text=one["text"],
        state=one["state"],
        owner=owner_of(one, who, alone=alone),
        when=_when(one["when"]) if one["when"] or one["state"] == "open" else None,
        first_step=one["first_step"],
        note=one["note"],
        item=one["item"],
        carried=one["carried"],
    )


def _when(when: str | None) -> str:
    if when is None:
        return say("recap-no-date")
    return on(when) if is_day(when) else when


def _goal(one: Json, who: Who) -> Goal:
    outcome = say("ended-outcome", outcome=one["outcome"] or "none")
    return Goal(who.person(one["person"]), one["goal"], one["reach"], outcome, one["note"])


def _item(one: Json) -> Item:
    took = None if one["seconds"] is None else _minutes(one["seconds"])
    return Item(one["title"], one["kind"] == "break", one["minutes"], took, one["skipped"], one["carried"])


def _minutes(seconds: int) -> int:
    return round(seconds / 60)
