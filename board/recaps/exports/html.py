"""The recap as a page, and the same page as one file that needs nothing beside it."""

from functools import cache, lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup
from msgspec import json

from board.markdown.changes import Changes, changes
from board.markdown.making import Making
from board.markdown.rendering import rendered
from board.recaps import reading
from board.recaps.exports import mail, script, strip
from board.recaps.exports.chain import parts
from board.recaps.exports.minutes import bars
from board.recaps.exports.shown import Answer, Shown
from board.recaps.places import place_of, places
from board.recaps.reading import Fact, Reading
from board.recaps.record import KIND
from board.records import canonical
from board.records.canonical import Json
from board.records.exports import filename
from board.records.exports.shortening import short
from board.records.pages.assets import Assets, load
from board.records.pages.templates import environment
from board.records.times import instant, moment
from board.words import current, day, say

ENTRY = "src/pages/recap.ts"
PLAYER = "src/pages/recap-making.ts"
LINK = "{link}"
"""where the script of the page puts its own address"""
LENGTHS = (("short", 40), ("middle", 120), ("long", 320))
"""characters of a text that may be of any length, by the name of its size"""
MOST_CACHED = 8
"""texts, and pairs of texts, that are kept as they are drawn"""
SHORT_WORD = 8
"""characters of a verdict that is set at the largest size"""

_TEMPLATES = environment("board.recaps")


def page(record: Json, *, sha256: str = "", shown: Shown | None = None, assets: Assets | None = None) -> bytes:
    """The page at the record's address, or the preview of a draft, which has no address."""
    now = shown or Shown()
    built = assets or load(ENTRY)
    # A recap before this one may have been deleted since: the page says what is known today.
    told = reading.read(record | {"chain": None} if now.chain else record, now.names)
    context = _context(record, told, now, now.making)
    extra = {
        "assets": built,
        "player": load(PLAYER).scripts if now.making else (),
        "message_files": built.words(current().language),
        "is_file": False,
        "sha256": sha256,
        "goes": now.goes and day(now.goes),
        "mail": mail.render(record, LINK),
        "frames_at": f"{KIND.path}{sha256}/making",
    }
    return _TEMPLATES.get_template("recap.html").render(**context, **extra).encode()


def render(record: Json, making: Making | None = None) -> bytes:
    """The file: no name that could not be taken back, no address of a server. It plays `making` without a network."""
    told = reading.read(record)
    built = load(ENTRY)
    played = script.load() if making else None
    extra = {
        "css": Markup(built.inlined(f"{say('decision-brand')} {told.headline} {told.artifact}")),  # noqa: S704 - our own build
        "player": played,
        "frames": Markup(script.data(json.encode(making))) if making else "",  # noqa: S704 - signs of HTML are escaped
        "is_file": True,
        "sha256": canonical.digest(canonical.encode(record)),
    }
    context = _context(record, told, Shown(), making if played else None)
    return _TEMPLATES.get_template("file.html").render(**context, **extra).encode()


def script_source(making: Making | None) -> str:
    """What a Content-Security-Policy has to add for a file that plays `making`; "" for one that plays nothing."""
    played = script.load() if making else None
    return f"; script-src '{played.sha256}'" if played else ""


def _context(record: Json, told: Reading, now: Shown, making: Making | None) -> Json:
    catalogue = current()
    found = places(told.text)
    change = told.change
    return {
        "language": catalogue.language,
        "direction": catalogue.direction,
        # A page says the same words on every line.
        "say": cache(say),
        "told": told,
        "now": now,
        "title": _title(told),
        "about": _line(f"{told.verdict or ''} {told.short or told.sentence}", 200),
        "long": len(told.headline) > SHORT_WORD,
        "facts": [*told.facts, *map(_later, now.accepted_later)],
        "change": change,
        "compared": _compared(told),
        "where": _link(change.where) if change and change.where else None,
        "conditions": [(one, place_of(one.text, found)) for one in told.conditions],
        "tasks": [(one, (now.tasks_now or {}).get(one.id, one.state)) for one in told.tasks],
        "since": _since(told, now),
        "bars": bars(told.items, told.decisions),
        "dots": _row,
        "length": _length,
        "text": Markup(_formatted(told.text)) if told.text else None,  # noqa: S704 - cleaned by an allow-list
        "strip": strip.pages(making, _ended(record)) if making else [],
        "watch": script.words(_result(told)) if making else None,
        "decision": record["decision"],
        "chain": parts(now.chain, record["number"]),
        "follows": record["follows"],
        "stamp": told.stamp,
        "command": canonical.CHECK_COMMAND,
        "file": f"{filename.stem(record['artifact'], KIND.name)}.json",
        "before_sum": _before_sum(record, told),
    }


def _title(told: Reading) -> str:
    artifact = _line(told.artifact, 60)
    return say("recap-title", artifact=artifact, verdict=told.headline) if artifact else f"{told.kind}: {told.headline}"


def _row(count: int) -> Markup:
    return Markup("<i></i>" * count)  # noqa: S704 - no words in it


def _length(text: str) -> str:
    """How much room a text takes that may be of any length."""
    return next((name for name, most in LENGTHS if len(text) <= most), "longer")


def _line(text: str, most: int) -> str:
    return short(" ".join(text.split()), most)


def _later(one: Answer) -> Fact:
    said = say("recap-said-yes" if one.yes else "recap-said-no", name=one.name, moment=moment(one.at))
    return Fact(say("recap-accepted-later"), said, one.note)


def _compared(told: Reading) -> Changes | None:
    """The text that was brought along against the one that stands there now."""
    if told.change is None or told.change.form != "brought" or told.change.before is None:
        return None
    return _changes(told.change.before, told.text or "")


# Readers come in waves, and two long texts take seconds to compare.
@lru_cache(maxsize=MOST_CACHED)
def _changes(before: str, after: str) -> Changes:
    return changes(before, after)


@lru_cache(maxsize=MOST_CACHED)
def _formatted(text: str) -> str:
    return rendered(text)


def _link(where: str) -> str | None:
    """What may be a link: an address of the web."""
    try:
        return where if urlsplit(where).scheme in ("http", "https") and " " not in where else None
    except ValueError:
        return None


def _since(told: Reading, now: Shown) -> str | None:
    """How many tasks are done today; None where nobody can know, and where nothing has changed since."""
    if now.tasks_now is None or all(now.tasks_now.get(one.id, one.state) == one.state for one in told.tasks):
        return None
    states = [now.tasks_now.get(one.id, one.state) for one in told.tasks]
    counted = [one for one in states if one != "dropped"]
    return say("recap-since", done=counted.count("done"), all=len(counted)) if counted else None


def _result(told: Reading) -> str:
    """The verdict, and how many of the conditions are met."""
    if not told.conditions:
        return told.headline
    met = sum(one.met for one in told.conditions)
    return f"{told.headline} {say('verdict-stands', met=met, all=len(told.conditions))}."


def _ended(record: Json) -> float | None:
    at = record["finished_at"] or record["ended_at"]
    return instant(at).timestamp() if at else None


def _before_sum(record: Json, told: Reading) -> str | None:
    """The sum of a text that was brought and readers do not see: whoever has it can check that it is the one."""
    brought = told.change is not None and told.change.form == "brought"
    return record["before"]["sha256"] if brought and record["before"]["text"] is None else None
