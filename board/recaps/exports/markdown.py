"""The recap as Markdown: pastes into a wiki or an issue tracker.

What people typed into fields stays what they typed. The text is Markdown already, so it stands last and as it is.
"""

from collections.abc import Iterable, Iterator

from board.recaps import reading
from board.recaps.ahead import Day
from board.recaps.answered import Answered
from board.recaps.change import Change
from board.recaps.decided import Decided
from board.records import canonical
from board.records.canonical import Json
from board.records.exports.escaping import escaped, inside
from board.words import say


def render(record: Json) -> bytes:
    told = reading.read(record)
    parts = [part for part in _parts(record, told) if part]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _parts(record: Json, told: reading.Reading) -> Iterator[str]:
    yield f"# {_title(told)}"
    yield f"> {told.draft}" if told.draft else ""
    yield f"**{told.kind}: {told.headline}**" + (f" {inside(told.verdict)}" if told.verdict else "")
    yield inside(told.note) if told.note else ""
    yield told.short or escaped(told.sentence)
    yield _bullets(_fact(one) for one in told.facts)
    yield from _section("recap-head-answered", map(_answered, told.answered))
    if told.change:
        yield f"## {say('recap-head-changed')}"
        yield from _change(told.change)
    yield from _section("verdict-done-when", map(_condition, told.conditions))
    yield from _paragraph("recap-head-why", told.summary)
    yield from _paragraph("recap-head-next", told.next)
    agreed = (*map(_agreement, told.agreements), *map(_decided, told.decisions))
    yield from _section("export-head-agreed", agreed)
    if told.tasks:
        yield f"## {say('export-head-tasks')}"
        yield told.tasks_done or ""
        yield _bullets(map(_task, told.tasks))
    yield from _section("recap-head-goals", map(_goal, told.goals))
    if told.items:
        yield f"## {say('recap-head-minutes')}"
        yield _minutes(told.items)
    yield from _section("decision-next", map(_day, told.ahead))
    yield from _began(record, told)
    yield from _section("recap-head-meanwhile", map(inside, told.changes))
    yield from _section("chain-head", [told.session] if told.session else [])
    yield told.numbered or ""
    yield told.stamp
    yield "" if told.draft else f"`sha256 {canonical.digest(canonical.encode(record))}`"
    yield from _text("export-head-text", told.text)
    if told.change and told.change.form == "brought":
        yield from _text("recap-head-before", told.change.before)


def _title(told: reading.Reading) -> str:
    return escaped(" ".join(told.artifact.split())) or told.kind


def _change(change: Change) -> Iterator[str]:
    yield change.headline
    # Of a text that is shown, both wordings stand at the end of the file; nothing is marked there.
    yield change.about or "" if change.before is None else ""
    if change.form == "elsewhere":
        named = (("recap-was", change.before), ("recap-became", change.after))
        yield _bullets(f"**{say(key)}:** {inside(text)}" for key, text in named if text)
    yield f"**{say('export-fact-elsewhere')}:** {inside(change.where)}" if change.where else ""


def _fact(one: reading.Fact) -> str:
    return _with(f"**{one.label}:** {inside(one.value)}", one.note)


def _answered(one: Answered) -> str:
    return _with(f"**{one.box}:** {inside(one.said)}<br>→ {one.answer}", one.note)


def _condition(one: reading.Condition) -> str:
    carried = f" ({say('verdict-task-from')})" if one.carried else ""
    return _with(f"[{'x' if one.met else ' '}] {inside(one.text)}{carried}", one.note)


def _agreement(one: reading.Agreement) -> str:
    lines = [f"**{one.outcome}:** {inside(one.text)}"]
    lines += [inside(part) for part in (one.why, one.owner) if part]
    lines += [f"{count} · {level}" for count, level in one.answers]
    lines += [one.silent] if one.silent else []
    lines += [f"{inside(who)}: {inside(reason)}" if reason else inside(who) for who, reason in one.by_name]
    lines += [f"{level}: {inside(reason)}" for level, reason in one.reasons]
    return "<br>".join(lines)


def _decided(one: Decided) -> str:
    return f"**{one.outcome}:** {inside(one.text)}<br>{inside(one.question)}<br>`sha256 {one.sha256}`"


def _task(one: reading.Task) -> str:
    known = [
        say("recap-task-state", state=one.state) if one.state == "dropped" else "",
        inside(one.owner) if one.owner else say("verdict-task-nobody"),
        inside(one.when) if one.when else "",
        say("verdict-task-from") if one.carried else "",
    ]
    line = f"[{'x' if one.state == 'done' else ' '}] {inside(one.text)} ({' · '.join(part for part in known if part)})"
    step = f"{say('verdict-task-first')}: {inside(one.first_step)}" if one.first_step else ""
    return _with(f"{line}<br>{step}" if step else line, one.note)


def _goal(one: reading.Goal) -> str:
    line = f"{inside(one.person)}: {inside(one.goal)} ({one.outcome})"
    return _with(_with(line, one.reach), one.note)


def _minutes(items: list[reading.Item]) -> str:
    heads = [say("export-column-item"), say("export-column-planned"), say("export-column-real")]
    rows = [
        [
            inside(one.title) + (f" ({say('verdict-task-from')})" if one.carried else ""),
            say("export-minutes", minutes=one.planned),
            _took(one),
        ]
        for one in items
    ]
    return "\n".join("| " + " | ".join(row) + " |" for row in [heads, ["---", "---:", "---:"], *rows])


def _took(one: reading.Item) -> str:
    if one.skipped:
        return say("export-skipped")
    return "" if one.took is None else say("export-minutes", minutes=one.took)


def _day(one: Day) -> str:
    return f"{one.day}: {inside(one.what)}" + (f" ({inside(one.owner)})" if one.owner else "")


def _began(record: Json, told: reading.Reading) -> Iterator[str]:
    facts = list(map(_fact, told.background))
    facts += [f"**{say('recap-decision')}:** `{record['decision']}`"] if record["decision"] else []
    yield from _section("recap-head-began", facts)


def _section(key: str, lines: Iterable[str]) -> Iterator[str]:
    if listed := _bullets(lines):
        yield f"## {say(key)}"
        yield listed


def _paragraph(key: str, text: str | None) -> Iterator[str]:
    if text:
        yield f"## {say(key)}"
        yield inside(text)


def _text(key: str, text: str | None) -> Iterator[str]:
    if text and (body := text.strip("\n")):
        yield f"## {say(key)}"
        yield f"---\n\n{body}"


def _with(line: str, note: str | None) -> str:
    return f"{line}<br>{inside(note)}" if note else line


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
