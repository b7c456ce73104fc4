"""A session as Markdown that a person reads: what was to exist, what became of it, and the text.

What people typed into fields is escaped. The text is Markdown already, so it stands last and as it is.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from board.protocol.worksession.document import (
    Accepted,
    Agreement,
    Condition,
    Contract,
    Ending,
    Item,
    Owner,
    Parked,
    Person,
    SessionDocument,
    Task,
)
from board.records import times
from board.records.exports.escaping import escaped, inside
from board.words import day, say
from board.worksessions.exports.sentence import owner_name, sentence
from board.worksessions.rules.ending import is_day

Ranked = TypeVar("Ranked", Condition, Item)
MINUTE = 60


def render(document: SessionDocument, text: str) -> bytes:
    """The file, in UTF-8."""
    parts = [part for part in _parts(document, text) if part]
    return ("\n\n".join(parts) + "\n").encode()


def _parts(document: SessionDocument, text: str) -> Iterator[str]:
    meta = document.meta
    yield f"# {escaped(meta.contract.artifact) or say('export-untitled')}"
    yield f"> {say('export-state', state=str(meta.state))}"
    yield escaped(sentence(document))
    yield _bullets(_facts(document))
    yield from _section("done-when", (_ticked(one.met, one.text, one.note) for one in _ranked(document.conditions)))
    yield from _answers("contract-answers", meta.agreed)
    if meta.ending is not None:
        yield f"## {say('export-head-verdict')}"
        yield _verdict(meta.ending, document.people)
        yield _bullets(_ending_facts(meta.ending))
    yield from _answers("verdict-answers", meta.accepted)
    yield from _agenda(document)
    yield from _section("people", map(_person, document.people.values()))
    yield from _section("tasks", (_task(one, document.people) for one in document.tasks.values()))
    yield from _section("agreed", (_agreement(one, document.people) for one in document.agreements.values()))
    yield from _section("later", map(_thought, document.parked.values()))
    if body := text.strip("\n"):
        yield f"## {say('export-head-text')}"
        yield f"---\n\n{body}"


def _facts(document: SessionDocument) -> Iterator[str]:
    meta, contract = document.meta, document.meta.contract
    yield from _fact("why", contract.problem)
    yield from _fact("holds", contract.constraint)
    if contract.starts is not None:
        yield f"**{say('export-starts')}:** {_starts(contract, contract.starts)}"
    if meta.clock is not None:
        yield f"**{say('export-began')}:** {_moment(meta.clock.began)}"
    for what, address in (("decision", meta.decision), ("before", meta.before), ("next", meta.next)):
        if address:
            yield f"**{say(f'export-fact-{what}')}:** `{address}`"


def _starts(contract: Contract, starts: int) -> str:
    zone = ZoneInfo(contract.zone) if contract.zone else UTC
    local = datetime.fromtimestamp(starts, zone)
    told = say("export-starts-at", day=day(local), time=f"{local:%H:%M}", zone=contract.zone or "UTC")
    return say("export-weekly", starts=told) if contract.repeats else told


def _verdict(ending: Ending, people: dict[str, Person]) -> str:
    finisher = escaped(people[ending.finisher].name) if ending.finisher in people else say("export-no-owner")
    if ending.verdict == "nearly" and ending.finished_at is not None:
        return say("export-verdict-finished", finisher=finisher, moment=_moment(ending.finished_at))
    if ending.verdict == "nearly" and ending.by is not None:
        return say("export-verdict-nearly", finisher=finisher, day=day(date.fromisoformat(ending.by)))
    return say("export-verdict-done") if ending.verdict == "done" else say("export-verdict-another")


def _ending_facts(ending: Ending) -> Iterator[str]:
    if ending.note:
        yield inside(ending.note)
    yield from _fact("elsewhere", ending.elsewhere)
    yield f"**{say('export-ended')}:** {_moment(ending.at)}"


def _answers(what: str, answers: Iterable[Accepted]) -> Iterator[str]:
    lines = [_with_note(_answer(one), one.note) for one in answers]
    if lines:
        yield f"### {say(f'export-head-{what}')}"
        yield _bullets(lines)


def _answer(one: Accepted) -> str:
    name, moment = inside(one.name), _moment(one.at)
    answer = say("export-yes", name=name, moment=moment) if one.yes else say("export-no", name=name, moment=moment)
    return say("export-outdated", answer=answer) if one.outdated else answer


def _agenda(document: SessionDocument) -> Iterator[str]:
    items = _ranked(document.agenda)
    if not items:
        return
    yield f"## {say('export-head-agenda')}"
    heads = [say(f"export-column-{head}") for head in ("item", "owner", "planned", "real")]
    rows = [[inside(one.title), _owner(one.owner, document.people), _minutes(one.minutes), _took(one)] for one in items]
    spent = [one.spent for one in items if one.spent is not None]
    real = _minutes(round(sum(spent) / MINUTE)) if spent else ""
    rows.append([say("export-total"), "", _minutes(sum(one.minutes for one in items)), real])
    yield "\n".join("| " + " | ".join(row) + " |" for row in [heads, ["---", "---", "---:", "---:"], *rows])


def _took(item: Item) -> str:
    if item.skipped:
        return say("export-skipped")
    return "" if item.spent is None else _minutes(round(item.spent / MINUTE))


def _person(person: Person) -> str:
    told = [
        say("export-leads") if person.role == "lead" else "",
        say("export-decides") if person.decider else "",
        say("export-left") if person.removed else "",
    ]
    goal = inside(person.goal) if person.goal else ""
    if person.outcome:
        goal = f"{goal} ({say('export-outcome', outcome=person.outcome)})".strip()
    return _with_note(_in_brackets(inside(person.name), told) + (f": {goal}" if goal else ""), person.note)


def _task(task: Task, people: dict[str, Person]) -> str:
    told = [
        say("export-dropped") if task.state == "dropped" else "",
        _owner(task.owner, people) or say("export-no-owner"),
        _when(task.when),
    ]
    step = say("export-first-step", step=inside(task.first_step)) if task.first_step else ""
    line = _in_brackets(f"[{'x' if task.state == 'done' else ' '}] {inside(task.text)}", told)
    return _with_note(f"{line}<br>{step}" if step else line, task.note)


def _when(when: str | None) -> str:
    if not when:
        return say("export-now")
    return day(date.fromisoformat(when)) if is_day(when) else inside(when)


def _agreement(one: Agreement, people: dict[str, Person]) -> str:
    outcome = "open" if one.open else {True: "agreed", False: "not", None: "unknown"}[one.agreed]
    if one.by == "board":
        outcome = "decided" if one.agreed else "counted"
    line = f"**{say('export-agreement', outcome=outcome)}:** {inside(one.text)}"
    return _with_note(_in_brackets(line, [_owner(one.owner, people)]), one.why)


def _thought(one: Parked) -> str:
    return _in_brackets(inside(one.text), [say("export-settled", settled=one.settled) if one.settled else ""])


def _owner(owner: Owner | None, people: dict[str, Person]) -> str:
    return inside(owner_name(owner, people)) if owner else ""


def _ticked(met: bool, text: str, note: str | None) -> str:
    return _with_note(f"[{'x' if met else ' '}] {inside(text)}", note)


def _with_note(line: str, note: str | None) -> str:
    return f"{line}<br>{inside(note)}" if note else line


def _in_brackets(line: str, told: Iterable[str]) -> str:
    known = " · ".join(part for part in told if part)
    return f"{line} ({known})" if known else line


def _fact(what: str, value: str | None) -> Iterator[str]:
    if value:
        yield f"**{say(f'export-fact-{what}')}:** {inside(value)}"


def _section(what: str, lines: Iterable[str]) -> Iterator[str]:
    if listed := _bullets(lines):
        yield f"## {say(f'export-head-{what}')}"
        yield listed


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _ranked(values: dict[str, Ranked]) -> list[Ranked]:
    return [values[id] for id in sorted(values, key=lambda id: (values[id].rank, id))]


def _minutes(minutes: int) -> str:
    return say("export-minutes", minutes=minutes)


def _moment(seconds: float) -> str:
    return times.moment(times.utc(seconds))
