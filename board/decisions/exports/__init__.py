"""The file formats of a record. Each module renders one of them from the record alone.

The server renders the text formats in `FORMS` itself. The formats in `TYPESET` need a typesetter with fonts, which
takes hundreds of megabytes: only the child process `typesetter` loads it. `making` produces both beside live boards.
"""

from collections.abc import Callable, Mapping
from typing import Any

from board.decisions.exports import csv, html, json, markdown
from board.decisions.exports.formats import TYPESET

Render = Callable[[Mapping[str, Any]], bytes]

# File extension: content type and renderer.
FORMS: dict[str, tuple[str, Render]] = {
    "html": ("text/html", html.render),
    "md": ("text/markdown", markdown.render),
    "csv": ("text/csv", csv.render),
    "json": ("application/json", json.render),
}

MEDIA_TYPES = {ending: media_type for ending, (media_type, _) in FORMS.items()} | TYPESET
# The formats of a draft: a page would only repeat the board.
DRAFTS = tuple(ending for ending in MEDIA_TYPES if ending != "html")

__all__ = ["DRAFTS", "FORMS", "MEDIA_TYPES", "TYPESET"]
