"""The record as a page, and the same page as one file that needs nothing beside it."""

from collections.abc import Collection
from datetime import date
from functools import cache

from markupsafe import Markup

from board.decisions import reading
from board.decisions.exports import dots, mail
from board.decisions.lines import how_many
from board.decisions.record import KIND
from board.decisions.schema import ADDRESS
from board.decisions.work import NONE, Work
from board.records import canonical
from board.records.canonical import Json
from board.records.exports import filename
from board.records.exports.format import Format
from board.records.exports.shortening import short
from board.records.pages.assets import Assets, load
from board.records.pages.templates import environment
from board.records.times import day as day_of
from board.records.times import moment
from board.words import current, day, say

# A row of small dots may be longer than of large ones.
MOST_LARGE = 13
# As many ideas on the shortlist are read in one go; more stay folded until a line is opened.
OPEN_IDEAS = 12
# Where the script of the page puts its own address.
LINK = "{link}"

_ENTRY = "src/pages/decision.ts"
_TEMPLATES = environment("board.decisions")


def render(record: Json) -> bytes:
    """The file: styles and display face inside, no script, no address of any server."""
    content = canonical.encode(record)
    told = reading.read(record)
    css = Markup(load(_ENTRY).inlined(f"{say('decision-brand')} {told.headline} {told.question}"))  # noqa: S704 - our own build
    page = _TEMPLATES.get_template("file.html")
    return page.render(css=css, **_context(record, told, canonical.digest(content), is_file=True)).encode("utf-8")


def page(
    record: Json,
    *,
    sha256: str,
    newer: str | None = None,
    newest: str | None = None,
    goes: date | None = None,
    work: Work = NONE,
    formats: Collection[Format] = (),
    off: bool = False,
    assets: Assets | None = None,
) -> bytes:
    """The page at the record's address: the record, what follows it, the work that began with it, how long it stays.

    `formats` are offered in its menu; `off` says that typeset formats are not available at present.
    """
    context = _context(record, reading.read(record), sha256, is_file=False)
    built = assets or load(_ENTRY)
    extra = {"assets": built, "schema": ADDRESS, "follows": record["follows"]}
    extra |= {"message_files": built.words(current().language)}
    extra |= {"newer": newer, "newest": newest, "goes": goes and day(goes)}
    extra |= {"formats": formats, "off": off, "work": work, "day_of": day_of}
    return _TEMPLATES.get_template("decision.html").render(mail=mail.render(record, LINK), **extra, **context).encode()


def _context(record: Json, told: reading.Reading, sha256: str, *, is_file: bool) -> Json:
    most = max((line.dots for line in [*told.shortlist, *told.below]), default=0)
    scale = dots.scale(most)
    behind = sum(len(line.ideas) for line in told.shortlist if line.kind == "cluster")
    catalogue = current()
    return {
        "language": catalogue.language,
        "direction": catalogue.direction,
        # A page says the same words on every line.
        "say": cache(say),
        "told": told,
        "title": _line(told.headline, 70),
        # Whoever has the address reads the record, so a card of its link may quote it.
        "about": _line(f"{told.question} {told.why or ''}", 200),
        "stamp": moment(record["frozen_at"]),
        "length": _length(told.headline),
        "scale": scale,
        "size": "large" if most / scale <= MOST_LARGE else "small",
        "dots": _row,
        "how_many": how_many,
        "opens": any(line.kind == "cluster" or line.story for line in [*told.shortlist, *told.below, *told.folded]),
        "opened": behind <= OPEN_IDEAS,
        "above": reading.above(told),
        "command": canonical.CHECK_COMMAND,
        "file": f"{filename.stem(record['question'], KIND.name)}.json",
        "sha256": sha256,
        "is_file": is_file,
    }


def _line(text: str, most: int) -> str:
    return short(" ".join(text.split()), most)


def _row(count: int, scale: int) -> Markup:
    return Markup("<i></i>" * dots.drawn(count, scale))  # noqa: S704 - no words in it


def _length(headline: str) -> str:
    return "short" if len(headline) <= 140 else "long" if len(headline) <= 320 else "longer"
