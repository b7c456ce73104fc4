"""The record as Markdown: pastes into a wiki or an issue tracker, and what people wrote stays what they wrote."""

from collections.abc import Iterable, Iterator

from board.decisions import reading
from board.decisions.lines import Idea, Line
from board.records import canonical
from board.records.canonical import Json
from board.records.exports.escaping import escaped, inside
from board.words import say


def render(record: Json) -> bytes:
    told = reading.read(record)
    parts = [part for part in _parts(record, told) if part]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _parts(record: Json, told: reading.Reading) -> Iterator[str]:
    yield f"# {escaped(told.headline)}"
    yield f"> {told.draft}" if told.draft else ""
    yield f"**{say('decision-question')}:** {inside(told.question)}"
    yield escaped(told.text) if told.text else ""
    yield f"**{say('decision-why')}:** {inside(told.why)}" if told.why else ""
    yield _bullets(f"**{label}:** {inside(value)}" for label, value in told.facts)
    yield f"## {say('decision-next')}"
    yield _bullets(_step(step) for step in told.steps) or say("decision-no-next")
    yield f"## {say('decision-how')}"
    yield _bullets(f"**{label}:** {inside(value)}" for label, value in told.background)
    yield told.rules or say("tally-no-vote")
    yield _table(told) if told.rules or told.shortlist else ""
    yield _bullets(map(escaped, told.remarks))
    for one in told.rounds:
        yield f"### {one.title}"
        yield one.rules
        yield _rows((line, "") for line in one.lines)
    yield f"## {say('consent-title')}"
    yield told.not_asked or ""
    for check in told.consent:
        yield "" if check.is_this else f"{say('consent-earlier-asked')} {inside(check.wording)}"
        yield check.sentences
        yield _bullets(f"{count} · {level}" for count, level in check.counts)
        yield _bullets(f"{level}: {inside(reason)}" for level, reason in check.reasons)
    yield from _ideas(told)
    yield f"## {say('decision-times')}" if told.times else ""
    yield _bullets(f"{step}: {lasted}" for step, lasted in told.times)
    yield told.when
    yield "" if told.draft else f"`sha256 {canonical.digest(canonical.encode(record))}`"


def _step(step: reading.Step) -> str:
    who = " · ".join(inside(part) for part in (step.owner or say("decision-nobody"), step.when) if part)
    return f"{inside(step.text)} ({who})"


def _table(told: reading.Reading) -> str:
    listed = [(line, _place(at, line)) for at, line in enumerate(told.shortlist, start=1)]
    return _rows([*listed, *((line, "") for line in [*told.below, *told.folded])], say("tally-shortlist"))


def _place(at: int, line: Line) -> str:
    return f"{at}, {say(f'tally-reason-{line.reason}')}" if line.reason else str(at)


def _rows(lines: Iterable[tuple[Line, str]], last: str | None = None) -> str:
    heads = ["", say("tally-option"), say("tally-dots"), say("tally-bold"), *([last] if last else [])]
    rule = ["---", "---", "---:", "---:", *(["---"] if last else [])]
    rows = [
        [line.mark, escaped(line.whole), str(line.dots), str(line.bold), *([place] if last else [])]
        for line, place in lines
    ]
    return "\n".join("| " + " | ".join(row) + " |" for row in [heads, rule, *rows])


def _ideas(told: reading.Reading) -> Iterator[str]:
    if not told.groups and not told.lone:
        return
    yield f"## {say('decision-all-ideas')}"
    for group in told.groups:
        yield f"### {group.mark} · {inside(group.name)}"
        yield _bullets(map(_idea, group.ideas))
    if told.lone:
        yield f"### {say('decision-lone')}" if told.groups else ""
        yield _bullets(map(_idea, told.lone))
    if told.aside:
        yield f"### {say('tally-set-aside')}"
        yield _bullets(f"{line.mark} · {inside(line.name)}" for line in told.aside)


def _idea(idea: Idea) -> str:
    number = f"{idea.number} · " if idea.number else ""
    said = inside(idea.text) if idea.text is not None else f"*{idea.note}*"
    return f"{number}{said}" + (f" — {inside(idea.signed)}" if idea.signed else "")


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
