"""Whether some bytes are a decision record, in the exact form in which records are kept."""

import json
from dataclasses import dataclass
from typing import Any

from board.decisions.record import DRAFT, FORMAT
from board.records import canonical
from board.words import verify as words

LONGEST = 200
"""characters of a question that are shown"""


@dataclass(frozen=True, slots=True)
class Examined:
    """What the bytes are. `wrong` is the sentence for what is not right; then they are no record."""

    sha256: str
    record: dict[str, Any] | None = None
    wrong: str | None = None
    laid_out: str | None = None
    """the digest that the same content has in its exact form, when only the form is wrong"""


def examine(content: bytes) -> Examined:
    """Raises nothing, whatever the bytes are."""
    sha256 = canonical.digest(content)
    try:
        told = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        return Examined(sha256, wrong=words.NOT_JSON)
    if wrong := _no_record(told):
        return Examined(sha256, wrong=wrong)
    try:
        exact = canonical.encode(told)
    except (ValueError, RecursionError):
        return Examined(sha256, wrong=words.RAW_NUMBERS)
    if exact != content:
        laid_out = canonical.digest(exact)
        return Examined(sha256, told, words.LAYOUT.format(sha256=laid_out), laid_out)
    return Examined(sha256, told)


def printable(text: str) -> str:
    """Somebody else's words for a terminal: no control characters, which could rewrite the screen."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def _no_record(told: object) -> str | None:
    if not isinstance(told, dict) or not isinstance(kind := told.get("format"), str):
        return words.NOT_A_RECORD
    if kind == DRAFT:
        return words.DRAFT
    family = FORMAT.partition("/")[0]
    if kind != FORMAT:
        other = kind.startswith(f"{family}/")
        return words.OTHER_VERSION.format(format=printable(kind)) if other else words.NOT_A_RECORD
    return None if isinstance(told.get("question"), str) else words.NOT_A_RECORD
