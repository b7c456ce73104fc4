"""The record in ten lines of plain text, to paste into a message."""

from board.decisions import reading
from board.records import canonical
from board.records.canonical import Json
from board.records.exports.escaping import isolated
from board.records.exports.shortening import short
from board.words import say

LONGEST = 400


def render(record: Json, link: str) -> str:
    told = reading.read(record)
    facts = "; ".join(f"{label}: {isolated(value)}" for label, value in told.facts)
    steps = "; ".join(_step(step) for step in told.steps) or say("decision-no-next")
    listed = "; ".join(say("tally-line", name=isolated(line.name), dots=line.dots) for line in told.shortlist)
    lines = [
        f"{told.kind}: {isolated(told.headline)}",
        f"{say('decision-question')}: {isolated(told.question)}",
        told.text and f"{say('decision-decision')}: {isolated(told.text)}",
        told.why and f"{say('decision-why')}: {isolated(told.why)}",
        facts,
        f"{say('decision-next')}: {steps}",
        listed and f"{say('tally-shortlist')}: {listed}",
        f"{say('consent-title')} {told.consent_in_short}",
        f"{say('decision-link')}: {link}",
        f"{say('proof-sum')}: {canonical.digest(canonical.encode(record))}",
    ]
    return "\n".join(short(" ".join(line.split()), LONGEST) for line in lines if line) + "\n"


def _step(step: reading.Step) -> str:
    who = ", ".join(isolated(part) for part in (step.owner, step.when) if part)
    return f"{isolated(step.text)} ({who})" if who else isolated(step.text)
