"""Decides whether some bytes are a frozen record of a kind, in canonical form."""

import json
from dataclasses import dataclass

from board.records import canonical
from board.records.canonical import Json
from board.records.kind import Kind
from board.words import say

LONGEST = 200
"""characters of a text from a record that are printed"""


@dataclass(frozen=True, slots=True)
class Examined:
    """What the bytes are. When they are not a record, `wrong` is a sentence that says why."""

    sha256: str
    record: Json | None = None
    wrong: str | None = None
    laid_out: str | None = None
    """the digest of the same content in canonical form, when only the form is wrong"""


def examine(content: bytes, kind: Kind) -> Examined:
    """Accepts any bytes and never raises."""
    sha256 = canonical.digest(content)
    try:
        parsed = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        return Examined(sha256, wrong=say("verify-not-json"))
    if wrong := _objection(parsed, kind):
        return Examined(sha256, wrong=wrong)
    try:
        exact = canonical.encode(parsed)
    except (ValueError, RecursionError):
        return Examined(sha256, wrong=say("verify-raw-numbers"))
    if exact != content:
        laid_out = canonical.digest(exact)
        return Examined(sha256, parsed, say("verify-layout", sha256=laid_out), laid_out)
    return Examined(sha256, parsed)


def printable(text: str) -> str:
    """Makes untrusted text safe for a terminal: without control characters, which could rewrite the screen."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def _objection(parsed: object, kind: Kind) -> str | None:
    if not isinstance(parsed, dict) or not isinstance(given := parsed.get("format"), str):
        return say("verify-not-a-record")
    if given == kind.draft:
        return say("verify-draft")
    family = kind.format.partition("/")[0]
    if given != kind.format:
        other = given.startswith(f"{family}/")
        return say("verify-other-version", format=printable(given)) if other else say("verify-not-a-record")
    return None if isinstance(parsed.get(kind.title), str) else say("verify-not-a-record")
