"""Decides whether some bytes are a frozen record of one of several kinds, in canonical form."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from board.records import canonical
from board.records.canonical import Json
from board.records.kind import Kind
from board.words import say

LONGEST = 200
"""characters of a text from a record that are printed"""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A record in the exact form of its kind."""

    sha256: str
    kind: Kind
    record: Json


@dataclass(frozen=True, slots=True)
class Rejected:
    """Other bytes. `wrong` is a sentence that says why they are not a record."""

    sha256: str
    wrong: str
    laid_out: str | None = None
    """the digest of the same content in canonical form, when only the form is wrong"""


def examine(content: bytes, kinds: Sequence[Kind]) -> Recognised | Rejected:
    """Accepts any bytes and never raises."""
    sha256 = canonical.digest(content)
    try:
        parsed = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        return Rejected(sha256, say("verify-not-json"))
    kind = _kind_of(parsed, kinds)
    if isinstance(kind, str):
        return Rejected(sha256, kind)
    try:
        exact = canonical.encode(parsed)
    except (ValueError, RecursionError):
        return Rejected(sha256, say("verify-raw-numbers"))
    if exact != content:
        laid_out = canonical.digest(exact)
        return Rejected(sha256, say("verify-layout", sha256=laid_out), laid_out)
    return Recognised(sha256, kind, parsed)


def printable(text: str) -> str:
    """Makes untrusted text safe for a terminal: without control characters, which could rewrite the screen."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def _kind_of(parsed: object, kinds: Sequence[Kind]) -> Kind | str:
    """The kind of a record, or the sentence that says why it is not one."""
    given = parsed.get("format") if isinstance(parsed, dict) else None
    if not isinstance(parsed, dict) or not isinstance(given, str):
        return say("verify-not-a-record")
    for kind in kinds:
        family = kind.format.partition("/")[0]
        if given == kind.draft:
            return say("verify-draft", kind=kind.name)
        if given == kind.format:
            return kind if isinstance(parsed.get(kind.title), str) else say("verify-not-a-record")
        if given.startswith(f"{family}/"):
            return say("verify-other-version", format=printable(given))
    return say("verify-not-a-record")
