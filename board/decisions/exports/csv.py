"""The record as a table for a spreadsheet: one row for each option and each idea, then the decision and its checks."""

import csv
import io
from collections.abc import Iterator

from board.decisions import consents
from board.records.canonical import Json
from board.words import say

# Imports read the table back by these names: they are a format, and the same in every language.
COLUMNS = ("kind", "group", "number", "text", "signed", "dots", "worth the risk", "shortlist", "why", "note")
GROUP, IDEA, DECISION, CONSENT, DRAFT = "group", "idea", "decision", "consent check", "draft"
# A spreadsheet runs what begins like this. The wide forms count as the narrow ones in some of them.
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
# Without it Excel reads UTF-8 as the code page of the machine.
_BOM = "\ufeff"


def render(record: Json) -> bytes:
    out = io.StringIO(newline="")
    # Every text in quotation marks: a spreadsheet may take tabs and semicolons as dividers, too, and what stands
    # behind one would be a cell of its own, without its apostrophe.
    rows = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    rows.writerow(COLUMNS)
    if record["format"].startswith("shortlist-draft/"):
        rows.writerow([DRAFT, None, None, say("decision-draft"), *[None] * (len(COLUMNS) - 4)])
    for row in [*_rows(record), *_decided(record)]:
        rows.writerow([safe(cell) if isinstance(cell, str) else cell for cell in row])
    return (_BOM + out.getvalue()).encode("utf-8")


def safe(text: str) -> str:
    """One apostrophe more, also for a text that has some already: so the first can be taken off again."""
    return f"'{text}" if text.lstrip("'").startswith(_RUNS) else text


def _rows(record: Json) -> Iterator[tuple[str | int | None, ...]]:
    """A group, then the ideas in it; last the ideas in no group. Dots stand on the option that got them."""
    scores = {score["option"]: score for one in record["rounds"] for score in one["tally"]}
    places = {one["option"]: (at, one["why"]) for at, one in enumerate(record["shortlist"], start=1)}
    aside = {one["option"] for one in record["set_aside"]}
    ideas = {one["idea"]: one for one in record["ideas"]}

    def standing(option: str) -> tuple[int | None, int | None, int | None, str | None]:
        score, (place, why) = scores.get(option, {}), places.get(option, (None, None))
        return score.get("dots"), score.get("bold"), place, say(f"tally-reason-{why}") if why else None

    def idea_row(idea: Json, letter: str | None) -> tuple[str | int | None, ...]:
        notes = _notes(idea, idea["idea"] in aside)
        own = (IDEA, letter, idea["number"], idea.get("text"), idea.get("signed"))
        return *own, *standing(idea["idea"]), notes

    grouped = set()
    for one in record["clusters"]:
        notes = _notes(one, one["cluster"] in aside)
        own = (GROUP, one["letter"], None, one["name"], None)
        yield *own, *standing(one["cluster"]), notes
        for member in one["members"]:
            grouped.add(member)
            if member in ideas:
                yield idea_row(ideas[member], one["letter"])
    for idea in record["ideas"]:
        if idea["idea"] not in grouped:
            yield idea_row(idea, None)


def _notes(one: Json, aside: bool) -> str:
    notes = [say("decision-hidden")] if one.get("hidden") else []
    notes += [say("csv-set-aside")] if aside else []
    notes += [say("csv-signed")] if one.get("signed") else []
    return ", ".join(notes)


def _decided(record: Json) -> Iterator[tuple[str | int | None, ...]]:
    told = consents.checks(record)
    if record["decision"]:
        yield _sentence(DECISION, record["decision"], consents.missing(record, told) or "")
    for check in told:
        yield _sentence(CONSENT, check.wording, check.sentences)


def _sentence(kind: str, text: str, note: str) -> tuple[str | int | None, ...]:
    """A row for the decision or for the wording of a consent check; the columns of options stay empty."""
    return kind, None, None, text, *[None] * (len(COLUMNS) - 5), note
