"""The record of a work session: what was to exist, what exists now, and whether it is done.

`build` makes the frozen form, `draft` the same of a session that nobody has shared yet. Both hold whole numbers and UTC
times only. Somebody who joined is `P1`, `P2` and so on: a name in bytes that never change could not be taken back. What
people typed stands there as they typed it.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import TypeVar

from board.protocol.document import LEVEL_KEYS
from board.protocol.worksession.document import (
    Accepted,
    Agreement,
    Change,
    Condition,
    Item,
    Owner,
    Person,
    Task,
)
from board.recaps.material import Material
from board.records.canonical import Json, whole
from board.records.kind import Kind
from board.records.times import utc

Ranked = TypeVar("Ranked", Condition, Item)

FORMAT = "shortlist-recap/1"
DRAFT = "shortlist-recap-draft/1"
KIND = Kind(name="recap", format=FORMAT, draft=DRAFT, path="/recaps/", title="artifact")


def build(material: Material) -> Json:
    """The frozen record. It needs a verdict; whether it may be shared is judged elsewhere."""
    if material.ending is None:
        raise ValueError("a recap needs a verdict")
    top = {"format": FORMAT, "frozen_at": utc(material.now)}
    return {key: whole(value) for key, value in (top | _body(material)).items()}


def draft(material: Material) -> Json:
    """The recap as it stands; what is not known yet is null or empty."""
    top = {"format": DRAFT, "as_of": utc(material.now)}
    return {key: whole(value) for key, value in (top | _body(material)).items()}


def numbered(people: Mapping[str, Person]) -> dict[str, str]:
    """The id of each person as the record has it: `P1` leads, the others stand in the order of their random ids."""
    ordered = sorted(people, key=lambda id: (people[id].role != "lead", id))
    return {id: f"P{number}" for number, id in enumerate(ordered, start=1)}


def sum_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def _body(material: Material) -> Json:
    who = _Who(numbered(material.people), material.people)
    contract, ending = material.contract, material.ending
    return {
        "follows": material.follows,
        "kind": material.kind,
        "number": material.number,
        "decision": material.decision,
        "artifact": contract.artifact,
        "audience": contract.audience or None,
        "problem": contract.problem or None,
        "constraint": contract.constraint or None,
        "owner": who.is_(contract.owner),
        "minutes": contract.minutes,
        "conditions": [_condition(one) for one in _ranked(material.conditions)],
        "changes": [{"at": utc(one.at), "field": one.field, "old": who.old(one)} for one in material.changes],
        "agreed": who.answers(material.agreed),
        "verdict": ending and ending.verdict,
        "note": (ending and ending.note) or None,
        "finisher": who.number(ending.finisher) if ending and ending.finisher else None,
        "by": ending and ending.by,
        "ended_at": utc(ending.at) if ending else None,
        "finished_at": utc(ending.finished_at) if ending and ending.finished_at is not None else None,
        "accepted": who.answers(material.accepted),
        "summary": material.lines.summary or None,
        "next": material.lines.next or None,
        "made": _made(material),
        "before": _before(material),
        "agreements": [who.agreement(one) for one in _in_time(material.agreements) if _is_answered(one)],
        "tasks": [who.task(id, material.tasks[id], material.agenda) for id in sorted(material.tasks)],
        "agenda": [_item(one) for one in _ranked(material.agenda)],
        "began_at": utc(material.began) if material.began is not None else None,
        "seconds": sum(int(one.spent or 0) for one in material.agenda.values()),
        "people": who.people(),
        "decisions": _decisions(material) or None,
        "answered": [one._asdict() for one in material.answered] or None,
        "chain": [one._asdict() for one in material.chain] or None,
    }


class _Who:
    """People as the record has them."""

    def __init__(self, numbers: Mapping[str, str], known: Mapping[str, Person]) -> None:
        self._numbers, self._known = numbers, known

    def number(self, person: str) -> str | None:
        return self._numbers.get(person)

    def is_(self, owner: Owner | None) -> Json | None:
        if owner is None:
            return None
        if owner.person is not None:
            return {"person": self.number(owner.person), "words": None} if owner.person in self._numbers else None
        return {"person": None, "words": owner.words}

    def old(self, change: Change) -> object:
        if isinstance(change.old, Owner):
            return self.is_(change.old)
        return utc(change.old) if change.field == "starts" and isinstance(change.old, int | float) else change.old

    def answers(self, answers: Iterable[Accepted]) -> list[Json]:
        return [
            {
                **self._named(one),
                "yes": one.yes,
                "note": one.note or None,
                "at": utc(one.at),
                "outdated": one.outdated,
            }
            for one in answers
        ]

    def _named(self, one: Accepted) -> Json:
        """Who answered. Somebody who joined and typed their own name is known by their number alone."""
        by = self._known.get(one.person or "")
        if by is not None and _is_own(one.name, by.name):
            return {"person": self.number(one.person or ""), "words": None}
        return {"person": None, "words": one.name}

    def task(self, id: str, task: Task, agenda: Mapping[str, Item]) -> Json:
        item = agenda.get(task.item or "")
        return {
            "task": id,
            "text": task.text,
            "owner": self.is_(task.owner),
            "when": task.when or None,
            "first_step": task.first_step or None,
            "state": task.state,
            "note": task.note or None,
            "item": item.title if item else None,
            "carried": task.origin is not None,
        }

    def agreement(self, one: Agreement) -> Json:
        by_name, why_not = one.by_name or {}, one.why_not or {}
        return {
            "text": one.text,
            "why": one.why or None,
            "owner": self.is_(one.owner),
            "by": one.by,
            "at": utc(one.at),
            "agreed": one.agreed,
            "answers": None if one.answers is None else {level: one.answers.get(level, 0) for level in LEVEL_KEYS},
            "silent": one.silent,
            "reasons": [{"level": said.level, "reason": said.reason} for said in one.reasons],
            "by_name": [
                {"person": number, "yes": by_name[id], "reason": why_not.get(id) or None}
                for id, number in self._numbers.items()
                if id in by_name
            ],
        }

    def people(self) -> list[Json]:
        return [
            {
                "person": number,
                "role": one.role,
                "decider": one.decider,
                "goal": one.goal or None,
                "reach": one.reach or None,
                "outcome": one.outcome,
                "note": one.note or None,
                "left": one.removed,
            }
            for id, number in self._numbers.items()
            for one in (self._known[id],)
        ]


def _condition(one: Condition) -> Json:
    return {"text": one.text, "met": one.met, "note": one.note or None, "carried": one.origin is not None}


def _item(one: Item) -> Json:
    return {
        "title": one.title,
        "kind": one.kind,
        "minutes": one.minutes,
        "seconds": None if one.spent is None else int(one.spent),
        "skipped": one.skipped,
        "carried": one.origin is not None,
    }


def _made(material: Material) -> Json:
    """The text, where there is one, and where the rest is."""
    text, ending = material.text, material.ending
    where = ending.elsewhere if ending else None
    was, became = material.lines.was or None, material.lines.became or None
    told = bool(where or was or became)
    written = bool(text.text.strip())
    return {
        "text": text.text if written else None,
        "characters": len(text.text) if written else 0,
        "words": text.words,
        "headings": text.headings,
        "elsewhere": {"where": where or None, "before": was, "after": became} if told else None,
    }


def _before(material: Material) -> Json | None:
    if material.before is None:
        return None
    (text, words, headings), origin = material.before
    return {
        "origin": origin,
        "sha256": sum_of(text),
        "characters": len(text),
        "words": words,
        "headings": headings,
        "text": text if material.lines.shows_before else None,
    }


def _is_answered(one: Agreement) -> bool:
    """What came of a board was answered there, and stands in its decision."""
    return not one.open and one.by != "board"


def _decisions(material: Material) -> list[Json]:
    """What boards decided that were opened in the session. A count without a decision stands in the text alone."""
    return [
        {"sha256": one.decision, "question": one.question, "decision": one.text or None}
        for one in _in_time(material.agreements)
        if one.decision and one.question
    ]


def _is_own(typed: str, name: str) -> bool:
    """Whether somebody typed their own name. A name that several have got a number behind it when they joined."""
    typed, name = typed.casefold(), name.casefold()
    return name == typed or (name.startswith(f"{typed} ") and name[len(typed) + 1 :].isdecimal())


def _in_time(agreements: Mapping[str, Agreement]) -> list[Agreement]:
    return [agreements[id] for id in sorted(agreements, key=lambda id: (agreements[id].at, id))]


def _ranked(values: Mapping[str, Ranked]) -> list[Ranked]:
    return [values[id] for id in sorted(values, key=lambda id: (values[id].rank, id))]
