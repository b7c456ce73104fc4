"""The home page's form: from what was typed to a new board, or to a sentence for each wrong field."""

from collections.abc import Mapping

from board.brainstorm import BAD_DOTS, BAD_MINUTES, NewBoard, clean_settings
from board.errors import Refused
from board.words import say

_NUMBERS = {"minutes": BAD_MINUTES, "dots": BAD_DOTS}


def wanted(values: Mapping[str, str]) -> tuple[NewBoard | None, dict[str, str]]:
    """The new board, or None and what is wrong by field."""
    errors: dict[str, str] = {}
    sent: dict[str, object] = {"question": "", "minutes": 10.0, "visibility": "hidden", "dots": None}
    for field in ("question", "problem", "constraint", "criterion", "owner"):
        sent[field] = values.get(field, "")
    if values.get("visibility") == "visible":
        sent["visibility"] = "visible"
    for field, no in _NUMBERS.items():
        if typed := values.get(field, "").strip():
            try:
                sent[field] = int(typed)
            except ValueError:
                errors[field] = say(no.code, **no.params)
    kept: dict[str, object] = {}
    for field, value in sent.items():
        one = clean_settings({field: value})
        if isinstance(one, Refused):
            errors.setdefault(field, say(one.code, **one.params))
        else:
            kept |= one
    return (None, errors) if errors else (NewBoard(**kept), {})  # type: ignore[arg-type]
