"""What changed in a text that was brought along, for the typesetter: lines with the words that came and went."""

from board.markdown.changes import Fold, Line, changes
from board.records.canonical import Json
from board.records.exports.script import breakable, letters, right_to_left
from board.words import say


def comparison(before: str, after: str) -> Json:
    """`before` is the text with which the work began."""
    found = changes(before, after)
    return {
        "lines": [_fold(one) if isinstance(one, Fold) else _line(one) for one in found.lines],
        "left_out": say("versions-left-out", count=found.left_out) if found.left_out else None,
    }


def _fold(fold: Fold) -> Json:
    return {"kind": "fold", "text": say("versions-fold", count=fold.same)}


def _line(one: Line) -> Json:
    whole = "".join(text for kind, text in one.parts if kind != "cut")
    return {
        "kind": one.kind,
        "level": one.level,
        "change": one.change,
        "reformatted": say("versions-reformatted") if one.reformatted else None,
        "rtl": right_to_left(whole),
        "letters": letters(whole),
        "parts": [[kind, _cut(text) if kind == "cut" else breakable(text)] for kind, text in one.parts],
    }


def _cut(characters: str) -> str:
    return f" {say('versions-cut', count=int(characters))} "
