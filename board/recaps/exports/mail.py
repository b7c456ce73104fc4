"""The recap in ten lines of plain text, to paste into a message."""

from board.recaps import reading
from board.records import canonical
from board.records.canonical import Json
from board.records.exports.escaping import isolated
from board.records.exports.shortening import short
from board.words import say

LONGEST = 400


def render(record: Json, link: str) -> str:
    told = reading.read(record)
    lines = [
        _headline(told),
        told.short or isolated(told.sentence),
        _facts(told),
        _changed(told),
        _conditions(told),
        _named("recap-head-why", told.summary),
        _named("recap-head-next", told.next),
        _tasks(told),
        f"{say('decision-link')}: {link}",
        f"{say('proof-sum')}: {canonical.digest(canonical.encode(record))}",
    ]
    return "\n".join(short(" ".join(line.split()), LONGEST) for line in lines if line) + "\n"


def _headline(told: reading.Reading) -> str:
    artifact = isolated(told.artifact)
    said = say("recap-title", artifact=artifact, verdict=told.headline) if artifact else f"{told.kind}: {told.headline}"
    return " ".join(part for part in (said, told.verdict, told.note and isolated(told.note)) if part)


def _facts(told: reading.Reading) -> str:
    return "; ".join(f"{one.label}: {isolated(one.value)}" for one in told.facts)


def _changed(told: reading.Reading) -> str:
    if told.change is None:
        return _named("recap-head-goals", "; ".join(f"{isolated(one.goal)} ({one.outcome})" for one in told.goals))
    parts = (told.change.headline, told.change.after, told.change.where)
    return f"{say('recap-head-changed')}: {' '.join(isolated(part) for part in parts if part)}"


def _conditions(told: reading.Reading) -> str:
    if not told.conditions:
        return ""
    stands = say("verdict-stands", met=sum(one.met for one in told.conditions), all=len(told.conditions))
    open_ones = "; ".join(isolated(one.text) for one in told.conditions if not one.met)
    missing = f" {say('verdict-not-met')}: {open_ones}" if open_ones else ""
    return f"{say('verdict-done-when')}: {stands}.{missing}"


def _tasks(told: reading.Reading) -> str:
    listed = "; ".join(_task(one) for one in told.tasks if one.state == "open")
    return f"{say('export-head-tasks')}: {told.tasks_done} {listed}" if told.tasks_done else ""


def _task(task: reading.Task) -> str:
    who = ", ".join(isolated(part) for part in (task.owner, task.when) if part)
    return f"{isolated(task.text)} ({who})" if who else isolated(task.text)


def _named(key: str, text: str | None) -> str:
    return f"{say(key)}: {isolated(text)}" if text else ""
