"""From the bytes of a file to its text."""

from dataclasses import dataclass

from board.errors import Refused
from board.imports.draft import MOST_BYTES, Problem, Then
from board.protocol.refusals import Refusal

_ZIP = b"PK\x03\x04"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Text:
    """`note` says that the text may not be right."""

    text: str
    note: Problem | None = None


def decode(content: bytes) -> Text | Refused:
    """UTF-8, UTF-16 with its mark, or what Windows wrote before; line breaks become "\\n"."""
    if len(content) > MOST_BYTES:
        return Refused(Refusal.FILE_TOO_LARGE, megabytes=MOST_BYTES // 1_000_000)
    if content.startswith(_ZIP):
        return Refused(Refusal.WORKBOOK)
    if content.startswith(_UTF16):
        return _decoded(content, "utf-16", None)
    if b"\0" in content:
        return Refused(Refusal.NO_TEXT_FILE)
    utf8 = _decoded(content, "utf-8-sig", None)
    if isinstance(utf8, Text):
        return utf8
    return _decoded(content, "cp1252", Problem("ideas-windows-1252", Then.KEPT))


def plain(text: str) -> str:
    """Line breaks as forms and files of all systems agree on them; no mark of the byte order."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes, encoding: str, note: Problem | None) -> Text | Refused:
    try:
        return Text(plain(content.decode(encoding)), note)
    except UnicodeDecodeError:
        return Refused(Refusal.OTHER_ENCODING)
