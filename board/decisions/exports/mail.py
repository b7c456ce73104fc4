"""The record in ten lines of plain text, to paste into a message."""

from collections.abc import Mapping
from typing import Any

from board.decisions import reading
from board.decisions.lines import isolated, short
from board.records import canonical
from board.words import decisions as words

LONGEST = 400


def render(record: Mapping[str, Any], link: str) -> str:
    told = reading.read(record)
    facts = "; ".join(f"{label}: {isolated(value)}" for label, value in told.facts)
    steps = "; ".join(_step(step) for step in told.steps) or words.NO_NEXT
    listed = "; ".join(f"{isolated(line.name)} ({words.many(line.dots, 'dot')})" for line in told.shortlist)
    lines = [
        f"{told.kind}: {isolated(told.headline)}",
        f"{words.QUESTION}: {isolated(told.question)}",
        told.text and f"{words.DECISION}: {isolated(told.text)}",
        told.why and f"{words.WHY}: {isolated(told.why)}",
        facts,
        f"{words.NEXT}: {steps}",
        listed and f"{words.SHORTLIST}: {listed}",
        f"{words.CONSENT} {told.consent_in_short}",
        f"{words.LINK}: {link}",
        f"{words.SUM}: {canonical.digest(canonical.encode(record))}",
    ]
    return "\n".join(short(" ".join(line.split()), LONGEST) for line in lines if line) + "\n"


def _step(step: reading.Step) -> str:
    who = ", ".join(isolated(part) for part in (step.owner, step.when) if part)
    return f"{isolated(step.text)} ({who})" if who else isolated(step.text)
