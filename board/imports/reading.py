"""From a text, a file or a stored record to a draft: what kind of text it is, and the parser for it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from board.errors import Refused
from board.imports import lines, record, table
from board.imports.draft import MOST_BYTES, Draft, Gathering, Problem
from board.imports.encoding import Text, decode, plain
from board.protocol.refusals import Refusal


class Kind(StrEnum):
    """How a text is read."""

    LINES = "lines"
    TABLE = "table"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Read:
    """`text` is what a form carries to the next look: people's text as it came, of a record only what is needed."""

    kind: Kind
    text: str
    draft: Draft


def kind_of(text: str, name: str = "") -> Kind:
    """By the file's name; without one a record and the first line of a table are recognised, all else is lines."""
    ending = name.rpartition(".")[2].casefold()
    if ending in ("csv", "tsv", "tab"):
        return Kind.TABLE
    head = text.lstrip()
    if ending == "json" or (head.startswith("{") and '"format"' in head):
        return Kind.RECORD
    return Kind.TABLE if table.is_header(head.partition("\n")[0]) else Kind.LINES


def read_text(text: str | Text, kind: Kind, *, open_only: bool = True) -> Read | Refused:
    """Returns what would be imported, or why nothing can be."""
    note = text.note if isinstance(text, Text) else None
    whole = plain(text.text if isinstance(text, Text) else text)
    if len(whole) > MOST_BYTES:
        return Refused(Refusal.TEXT_TOO_LARGE, limit=MOST_BYTES)
    if kind is Kind.RECORD:
        found = record.parse(whole)
        if isinstance(found, Refused):
            return found
        return Read(kind, record.slim(found), _noted(record.read(found, open_only=open_only), note))
    into = Gathering()
    if kind is Kind.TABLE:
        table.read(whole, into)
    else:
        for at, line in lines.split(whole):
            into.take(at, line)
    return Read(kind, whole, _noted(into.done(), note))


def read_file(name: str, content: bytes, *, open_only: bool = True) -> Read | Refused:
    """The same for a file that somebody chose."""
    decoded = decode(content)
    if isinstance(decoded, Refused):
        return decoded
    if not decoded.text.strip():
        return Refused(Refusal.EMPTY_FILE)
    return read_text(decoded, kind_of(decoded.text, name), open_only=open_only)


def read_record(content: bytes, *, open_only: bool = True) -> Read | Refused:
    """The same for a record that the server has stored: no form has to carry its text."""
    found = record.parse(content)
    if isinstance(found, Refused):
        return found
    return Read(Kind.RECORD, "", record.read(found, open_only=open_only))


def _noted(draft: Draft, note: Problem | None) -> Draft:
    """The draft with what is true of the whole text before all else."""
    return replace(draft, problems=[note, *draft.problems]) if note else draft
