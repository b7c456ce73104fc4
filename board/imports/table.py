"""A table: one idea a row, and its group where a column names one. Our own export is read back exactly."""

import csv
import io
import re
from collections.abc import Iterator

from board.imports.draft import Gathering, Then

DELIMITERS = ",;\t"
OTHER_DELIMITER = "|"
SNIFFED = 65_536
"""characters that are looked at to find the delimiter"""
IDEA = frozenset(
    {"idea", "ideas", "text", "idea text", "idee", "ideen", "idée", "idées", "vorschlag", "vorschläge", "proposal"}
    | {"proposals", "suggestion", "suggestions", "statement", "statements", "comment", "comments", "comment body"}
    | {"body", "title", "titel", "card", "note", "notes", "content"}
)
GROUP = frozenset(
    {"group", "groups", "gruppe", "gruppen", "groupe", "groupes", "cluster", "clusters", "theme", "themes", "thema"}
    | {"themen", "thème", "topic", "topics", "category", "categories", "kategorie", "catégorie"}
)
# What a spreadsheet would run: the export puts an apostrophe before it.
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
OWN = frozenset({"kind", "group", "text"})
OWN_GROUP, OWN_OTHER = "group", frozenset({"draft", "decision", "consent check"})
"""how our own table names the kind of a group, and the kinds of other rows without an idea"""

_SEPARATOR_LINE = re.compile(r"sep=(.)\n")


def read(text: str, into: Gathering) -> None:
    """Takes the ideas in; text has "\\n" as its line breaks."""
    delimiter, skipped = _delimiter(text)
    rows = (row for row in _rows(text, delimiter, into) if row[0] > skipped)
    line, header = next(((line, row) for line, row in rows if any(row)), (0, []))
    names = [_name(cell) for cell in header]
    if set(names) >= OWN:
        _read_own(names, rows, into)
    elif (idea := _column(names, IDEA)) is not None:
        _read_rows(header, idea, _column(names, GROUP), rows, into)
    elif len(header) == 1 and OTHER_DELIMITER in header[0]:
        into.note("ideas-wrong-delimiter")
    elif len(header) == 1:
        # One column without a name: its first row is an idea like the others.
        into.take(line, header[0])
        _read_rows(header, 0, None, rows, into)
    elif header:
        into.note_columns("ideas-no-idea-column", (cell.strip() for cell in header))


def is_header(line: str) -> bool:
    """Whether a line can be nothing but the first one of a table: it names a column of ideas and another."""
    for delimiter in DELIMITERS:
        names = [_name(cell) for cell in next(csv.reader([line[:1000]], delimiter=delimiter), [])]
        if _column(names, IDEA) is not None and _column(names, GROUP | {"kind"}) is not None:
            return True
    return False


def _delimiter(text: str) -> tuple[str, int]:
    """The delimiter, and how many lines stand before the header (a spreadsheet may say the delimiter there)."""
    if said := _SEPARATOR_LINE.match(text):
        return said.group(1), 1

    def worth(delimiter: str) -> tuple[bool, int]:
        names = next(_sniffed(text, delimiter), [])
        return any(name in IDEA for name in names), len(names)

    return max(DELIMITERS, key=worth), 0


def _sniffed(text: str, delimiter: str) -> Iterator[list[str]]:
    for row in csv.reader(io.StringIO(text[:SNIFFED], newline=""), delimiter=delimiter):
        if any(row):
            yield [_name(cell) for cell in row]


def _rows(text: str, delimiter: str, into: Gathering) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins. Where quotation marks do not fit, the rest cannot be read."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for row in reader:
            yield begins, row
            begins = reader.line_num + 1
    except csv.Error:
        into.note("ideas-open-quote", excerpt=text.split("\n")[begins - 1], at=begins)


def _read_rows(
    header: list[str], idea: int, group: int | None, rows: Iterator[tuple[int, list[str]]], into: Gathering
) -> None:
    if unknown := [name.strip() for at, name in enumerate(header) if at not in (idea, group) and name.strip()]:
        into.note_columns("ideas-unknown-columns", unknown, Then.KEPT)
    for line, row in rows:
        if any(cell.strip() for cell in row[len(header) :]) or (len(row) <= idea and any(row)):
            said = " ".join(row)
            into.note("ideas-other-width", excerpt=said, at=line, columns=len(row), wanted=len(header))
        else:
            into.take(line, _cell(row, idea), group=_cell(row, group))


def _read_own(names: list[str], rows: Iterator[tuple[int, list[str]]], into: Gathering) -> None:
    """Rows of groups come before those of their ideas; both stand under the group's letter."""
    kind, letter, text = (names.index(name) for name in ("kind", "group", "text"))
    noted = names.index("note") if "note" in names else None
    groups: dict[str, str] = {}
    for line, row in rows:
        said = without_guard(_cell(row, text))
        if _cell(row, kind) in OWN_OTHER:
            continue
        if _cell(row, kind) == OWN_GROUP:
            groups[_cell(row, letter)] = said
        elif not said and _cell(row, noted):
            into.note("ideas-hidden-row", at=line)
        else:
            into.take(line, said, group=_cell(row, letter), name=groups.get(_cell(row, letter), ""))


def without_guard(cell: str) -> str:
    """Takes off the apostrophe that keeps a spreadsheet from running a text."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(RUNS) else cell


def _cell(row: list[str], at: int | None) -> str:
    return row[at] if at is not None and at < len(row) else ""


def _column(names: list[str], known: frozenset[str]) -> int | None:
    return next((at for at, name in enumerate(names) if name in known), None)


def _name(cell: str) -> str:
    return re.sub(r"[\s_-]+", " ", cell[:200]).strip().casefold()
