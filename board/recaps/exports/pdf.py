"""The recap on paper: the words of the page in its order, digest and link at the foot of every sheet."""

from pathlib import Path

from board.recaps.answered import Answered
from board.recaps.exports.text.blocks import blocks
from board.recaps.exports.text.comparison import comparison
from board.recaps.places import place_of, places
from board.recaps.reading import Agreement, Condition, Fact, Goal, Item, Reading, Task, read
from board.recaps.record import KIND
from board.records.canonical import Json
from board.records.exports import paper, typeset
from board.records.exports.script import Said, ours, said
from board.records.exports.shortening import short
from board.words import say

TEMPLATES = Path(__file__).parent / "typst"

TITLE = 120
"""characters of what was to exist, in the title of the file"""
GLANCE = 96
"""characters of what is due on a day; its whole text stands with the tasks"""
LONG, LONGER = 300, 700
"""characters of a sentence from which it is set smaller"""


def render(record: Json, link: str | None = None) -> bytes:
    """`link` is the address of the page; a draft has none."""
    return typeset.compile(TEMPLATES / "recap.typ", data(record, link), "pdf", made=paper.made(record))


def data(record: Json, link: str | None) -> Json:
    """The data for the template. `said` marks every text that people wrote."""
    told = read(record)
    answers = (say("recap-agreed"), say("recap-accepted"))
    return {
        "words": _words(),
        "title": title(told),
        **paper.proof(record, KIND, link),
        "preview": told.draft,
        "kind": told.kind,
        "headline": told.headline,
        "verdict": _ours(told.verdict),
        "note": _said(told.note),
        "artifact": None if told.sentence else _said(told.artifact),
        "sentence": _ours(told.sentence),
        "length": _length(told.sentence),
        "short": told.short,
        "facts": [_fact(one) for one in told.facts if one.label not in answers],
        "answers": [_fact(one) for one in told.facts if one.label in answers],
        "numbered": told.numbered,
        "answered": [_answered(one) for one in told.answered],
        "change": _change(record, told),
        "conditions": _conditions(told),
        "summary": _said(told.summary),
        "next": _said(told.next),
        "agreements": [_agreement(one) for one in told.agreements],
        "decisions": [[said(one.text), one.outcome, said(one.question), one.sha256] for one in told.decisions],
        "tasks": [_task(one) for one in told.tasks],
        "tasks_done": told.tasks_done,
        "goals": [_goal(one) for one in told.goals],
        "text": blocks(told.text) if told.text else [],
        "items": [_item(one) for one in told.items],
        "ahead": [[one.day, said(short(one.what, GLANCE)), _said(one.owner)] for one in told.ahead],
        "background": [[one.label, said(one.value)] for one in told.background],
        "decision": [say("recap-decision"), record["decision"]] if record["decision"] else None,
        "changes": [ours(one) for one in told.changes],
        "chain": _chain(record, told),
    }


def title(told: Reading) -> str:
    return say("paper-title", kind=told.kind, headline=short(" ".join(told.artifact.split()), TITLE) or told.headline)


def _length(sentence: str) -> str:
    return ("short", "long", "longer")[(len(sentence) >= LONG) + (len(sentence) >= LONGER)]


def _said(text: str | None) -> Said | None:
    return said(text) if text else None


def _ours(text: str | None) -> Said | None:
    return ours(text) if text else None


def _words() -> dict[str, str]:
    return {
        **paper.words(),
        "answered": say("recap-head-answered"),
        "changed": say("recap-head-changed"),
        "before": say("recap-was"),
        "after": say("recap-became"),
        "where": say("export-fact-elsewhere"),
        "done_when": say("verdict-done-when"),
        "met": say("verdict-met"),
        "not_met": say("verdict-not-met"),
        "page_of": say("recap-paper-page", page="{page}"),
        "why": say("recap-head-why"),
        "next": say("recap-head-next"),
        "agreed": say("export-head-agreed"),
        "tasks": say("export-head-tasks"),
        "goals": say("recap-head-goals"),
        "text": say("export-head-text"),
        "minutes": say("recap-head-minutes"),
        "item": say("export-column-item"),
        "planned": say("export-column-planned"),
        "took": say("export-column-real"),
        "ahead": say("decision-next"),
        "began": say("recap-head-began"),
        "meanwhile": say("recap-head-meanwhile"),
        "chain": say("chain-head"),
    }


def _fact(one: Fact) -> Json:
    return {"label": one.label, "value": ours(one.value), "note": _said(one.note)}


def _change(record: Json, told: Reading) -> Json | None:
    change = told.change
    if change is None:
        return None
    brought = change.form == "brought" and change.before is not None
    return {
        "headline": change.headline,
        "about": change.about,
        "before": None if brought else _said(change.before),
        "after": _said(change.after),
        "where": _said(change.where),
        "link": _link(change.where),
        "sum": record["before"]["sha256"] if change.form == "brought" and not brought else None,
        "comparison": comparison(change.before or "", told.text or "") if brought else None,
    }


def _link(where: str | None) -> str | None:
    """The address of what was made elsewhere, if it is one that can be followed."""
    followed = where is not None and where.startswith(("https://", "http://")) and not any(map(str.isspace, where))
    return where if followed else None


def _conditions(told: Reading) -> list[Json]:
    found = places(told.text)
    return [_condition(one, place_of(one.text, found)) for one in told.conditions]


def _condition(one: Condition, place: str | None) -> Json:
    return {
        "text": said(one.text),
        "met": one.met,
        "note": _said(one.note),
        "carried": say("verdict-task-from") if one.carried else None,
        "place": place,
    }


def _answered(one: Answered) -> Json:
    return {"box": one.box, "said": said(one.said), "answer": one.answer, "note": _said(one.note)}


def _agreement(one: Agreement) -> Json:
    return {
        "text": said(one.text),
        "outcome": one.outcome,
        "why": _said(one.why),
        "owner": _ours(one.owner),
        "answers": [[count, level] for count, level in one.answers],
        "silent": one.silent,
        "reasons": [[level, said(reason)] for level, reason in one.reasons],
        "by_name": [[ours(how), _said(reason)] for how, reason in one.by_name],
    }


def _task(one: Task) -> Json:
    details = [
        say("export-first-step", step=one.first_step) if one.first_step else None,
        one.note,
        one.item,
        say("verdict-task-from") if one.carried else None,
    ]
    state = say("recap-task-state", state=one.state) if one.state != "open" else None
    return {
        "text": said(one.text),
        "state": one.state,
        "owner": _said(one.owner),
        "when": _said(" · ".join(part for part in (state, one.when) if part)),
        "details": [said(part) for part in details if part],
    }


def _goal(one: Goal) -> Json:
    return {
        "person": one.person,
        "goal": said(one.goal),
        "reach": _said(one.reach),
        "outcome": one.outcome,
        "note": _said(one.note),
    }


def _item(one: Item) -> Json:
    return {
        "title": said(one.title),
        "planned": one.planned,
        "planned_said": say("export-minutes", minutes=one.planned),
        "took": one.took,
        "took_said": _took(one),
        "break": one.is_break,
        "carried": say("verdict-task-from") if one.carried else None,
    }


def _took(one: Item) -> str | None:
    if one.skipped:
        return say("export-skipped")
    return None if one.took is None else say("export-minutes", minutes=one.took)


def _chain(record: Json, told: Reading) -> list[list[str | None]]:
    """Which session of its chain it is, and the record that this one follows, by digest."""
    follows = [[say("recap-paper-follows"), record["follows"]]] if record["follows"] else []
    return [*([[told.session, None]] if told.session else []), *follows]
