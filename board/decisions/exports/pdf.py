"""The record on paper: the words of the page, the dots drawn, digest and link at the foot of every sheet."""

from collections.abc import Sequence
from pathlib import Path

from board.decisions import reading
from board.decisions.consents import Consent
from board.decisions.exports import dots
from board.decisions.lines import Idea, Line, how_many
from board.decisions.record import KIND
from board.records.canonical import Json
from board.records.exports import paper, typeset
from board.records.exports.script import said
from board.records.exports.shortening import short
from board.words import say

TEMPLATES = Path(__file__).parent / "typst"

TITLE = 120
# An option below the cut is read at a glance; its whole text stands with all ideas.
GLANCE = 96
STEP_TITLES = ("short", "long", "longer")


def render(record: Json, link: str | None = None) -> bytes:
    """`link` is the address of the page; a draft has none."""
    return typeset.compile(TEMPLATES / "record.typ", data(record, link), "pdf", made=paper.made(record))


def data(record: Json, link: str | None) -> Json:
    """The data for the template. `said` marks every text that people wrote."""
    told = reading.read(record)
    most = max((line.dots for line in [*told.shortlist, *told.below, *told.folded]), default=0)
    scale = dots.scale(most)
    rest = [*told.below, *told.folded]
    voted = _voted(rest)
    silent = len(rest) - len(voted)
    return {
        "words": _words(),
        "title": title(told),
        **paper.proof(record, KIND, link),
        "kind": told.kind,
        "question": said(told.question),
        "headline": said(told.headline),
        "length": length(told.headline),
        "text": said(told.text) if told.text else None,
        "why": said(told.why) if told.why else None,
        "facts": [[label, said(value)] for label, value in told.facts],
        "steps": [[said(step.text), said(_who(step))] for step in told.steps],
        "background": [[label, said(value), label == say("decision-criterion")] for label, value in told.background],
        "rules": _rules(told, scale),
        "most_drawn": dots.drawn(most, scale),
        "shortlist": [_line(line, scale, line.name) | _tree(line) for line in told.shortlist],
        "below": [_line(line, scale) for line in voted],
        "rest": say("paper-no-dots", count=silent) if silent and told.rules else None,
        "remarks": [said(remark) for remark in told.remarks],
        "rounds": [
            {"title": one.title, "rules": one.rules, "lines": [_line(line, scale) for line in _voted(one.lines)]}
            for one in told.rounds
        ],
        "not_asked": told.not_asked,
        "consent": [_consent(check) for check in told.consent],
        "groups": _groups(told),
        "aside": [said(line.whole) for line in told.aside],
        "times": [list(pair) for pair in told.times],
        "when": told.when,
    }


def title(told: reading.Reading) -> str:
    return say("paper-title", kind=told.kind, headline=short(" ".join(told.headline.split()), TITLE))


def length(headline: str) -> str:
    """The same steps as on the page."""
    return STEP_TITLES[(len(headline) > 140) + (len(headline) > 320)]


def _words() -> dict[str, str]:
    return {
        **paper.words(),
        "next": say("decision-next"),
        "no_next": say("decision-no-next"),
        "how": say("decision-how"),
        "dots": say("tally-dots"),
        "bold": say("tally-bold"),
        "ends": say("tally-shortlist-ends"),
        "consent": say("consent-title"),
        "asked": say("consent-earlier-asked"),
        "all_ideas": say("decision-all-ideas"),
        "set_aside": say("tally-set-aside"),
        "times": say("decision-times"),
    }


def _who(step: reading.Step) -> str:
    return " · ".join(part for part in (step.owner or say("decision-nobody"), step.when) if part)


def _rules(told: reading.Reading, scale: int) -> str:
    rules = told.rules or say("tally-no-vote")
    return f"{rules} {say('tally-scale', each=scale)}" if scale > 1 else rules


def _voted(lines: Sequence[Line]) -> list[Line]:
    """Paper is spared the options that nobody chose; their ideas stand with all ideas."""
    return [line for line in lines if line.dots or line.bold]


def _line(line: Line, scale: int, name: str | None = None) -> Json:
    return {
        "mark": line.mark,
        "kind": line.kind,
        "name": said(name or short(line.name, GLANCE)),
        "tag": say(f"tally-reason-{line.reason}") if line.reason in ("bold", "chosen") else None,
        "dots": f"{line.dots:,}",
        "drawn": dots.drawn(line.dots, scale),
        "bold": f"{line.bold:,}" if line.bold else None,
        "won": line.won_bold,
        "ideas": [],
    }


def _tree(line: Line) -> Json:
    """The raw ideas behind a line of the shortlist; one that says all of its idea has nothing behind it."""
    opens = line.kind == "cluster" or line.name != line.whole
    return {"ideas": [_idea(one) for one in line.ideas] if opens else []}


def _idea(idea: Idea) -> Json:
    return {
        "number": str(idea.number) if idea.number else "",
        "text": said(idea.text) if idea.text is not None else None,
        "note": idea.note or "",
        "signed": said(idea.signed) if idea.signed else None,
    }


def _groups(told: reading.Reading) -> list[Json]:
    above = reading.above(told)
    groups = [_group(group.mark, group.whole, group.ideas, group.mark in above) for group in told.groups]
    return groups + ([_group("", say("decision-lone") if groups else None, told.lone, False)] if told.lone else [])


def _group(mark: str, name: str | None, ideas: Sequence[Idea], above: bool) -> Json:
    return {
        "mark": mark,
        "name": said(name) if name else None,
        "note": say("paper-shown-above", ideas=how_many(ideas)) if above else None,
        "ideas": [] if above else [_idea(one) for one in ideas],
    }


def _consent(check: Consent) -> Json:
    return {
        "wording": None if check.is_this else said(check.wording),
        "sentences": check.sentences,
        "counts": [[f"{count:,}", level] for count, level in check.counts],
        "reasons": [[level, said(reason)] for level, reason in check.reasons],
    }
