"""The result as a picture for a slide, 16 by 9: the decision, who and when, the shortlist with its dots.

The SVG draws its letters, so that it looks the same everywhere, and says its words and numbers as text beside them.
"""

import html

from board.decisions import reading
from board.decisions.exports import dots, pdf
from board.decisions.lines import Line
from board.records import canonical
from board.records.canonical import Json
from board.records.exports import paper, typeset
from board.records.exports.script import said
from board.records.exports.shortening import short
from board.words import say

TEMPLATE = pdf.TEMPLATES / "slide.typ"

# What is read from the last row of a room.
LINES, NAME, HEADLINE, QUESTION, FACT = 5, 64, 420, 150, 60


def png(record: Json, link: str | None = None) -> bytes:
    return typeset.compile(TEMPLATE, data(record, link), "png", made=paper.made(record))


def svg(record: Json, link: str | None = None) -> bytes:
    drawn = typeset.compile(TEMPLATE, data(record, link), "svg", made=paper.made(record)).decode("utf-8")
    name, said = html.escape(_plain(reading.read(record).headline)), html.escape(description(record))
    start = drawn.index(">", drawn.index("<svg"))
    told = f'<title id="t">{name}</title><desc id="d">{said}</desc>'
    return f'{drawn[:start]} role="img" aria-labelledby="t d">{told}{drawn[start + 1 :]}'.encode()


def data(record: Json, link: str | None) -> Json:
    told = reading.read(record)
    every = _lines(told)
    listed, more = every[:LINES], len(every[LINES:])
    small, large = (told.headline, told.question) if record["outcome"] is None else (told.question, told.headline)
    scale = dots.scale(max((line.dots for line in listed), default=0))
    facts = [(label, value) for label, value in told.facts if label != say("decision-took-part")]
    return {
        "title": pdf.title(told),
        "brand": say("decision-brand"),
        "kind": told.kind,
        "draft": say("paper-draft") if told.draft else None,
        "question": said(short(_plain(small), QUESTION)),
        "headline": said(short(_plain(large), HEADLINE)),
        "facts": [[label, said(short(_plain(value), FACT))] for label, value in facts],
        "lines": [
            {
                "mark": line.mark,
                "kind": line.kind,
                "name": said(short(_plain(line.name), NAME)),
                "dots": f"{line.dots:,}",
                "drawn": dots.drawn(line.dots, scale),
                "bold": f"{line.bold:,}" if line.bold else None,
                "won": line.won_bold,
            }
            for line in listed
        ],
        "consent": said(_plain(_consent(told))) if told.consent else None,
        "under": [*([_more(told, more)] if more else []), *_under(record, told, scale if listed else 1, link)],
    }


def description(record: Json) -> str:
    """Everything that is drawn, in sentences."""
    told = reading.read(record)
    lines = [_said(line) for line in _lines(told)[:LINES]]
    facts = [f"{label}: {value}." for label, value in told.facts]
    consent = [_plain(_consent(told))] if told.consent else []
    return " ".join([*([told.draft] if told.draft else []), told.question, *facts, *lines, *consent])


def _said(line: Line) -> str:
    quoted = say("decision-quoted", name=_plain(line.name))
    return say("paper-line", name=quoted, dots=line.dots, bold=line.bold)


def _lines(told: reading.Reading) -> list[Line]:
    """The shortlist; before there is one, the options as they were counted."""
    return told.shortlist or [line for line in [*told.below, *told.folded] if line.dots or line.bold]


def _consent(told: reading.Reading) -> str:
    return f"{say('consent-title')} {told.consent_in_short}"


def _more(told: reading.Reading, count: int) -> str:
    return say("paper-more-lines", count=count) if told.shortlist else say("tally-more-options", count=count)


def _under(record: Json, told: reading.Reading, scale: int, link: str | None) -> list[str]:
    parts = [reading.people(record)]
    if scale > 1:
        parts.append(say("tally-scale", each=scale))
    if not told.draft:
        digest = canonical.digest(canonical.encode(record))
        parts.append(f"{link.partition('://')[2].partition('/')[0]}, sha256 {digest[:12]}…" if link else digest[:12])
    return parts


def _plain(text: str) -> str:
    """On one line."""
    return " ".join(text.split())
