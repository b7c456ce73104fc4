"""The file formats of a record. Each module renders one of them from the record alone.

The server renders the text formats in `FORMS` itself. The formats in `TYPESET` need a typesetter with fonts, which
takes hundreds of megabytes: only the child process `typesetter` loads it. `making` produces both beside live boards.
"""

from collections.abc import Callable, Mapping
from typing import Any

from board.decisions.exports import csv, html, json, markdown

Render = Callable[[Mapping[str, Any]], bytes]

# File extension: content type and renderer.
FORMS: dict[str, tuple[str, Render]] = {
    "html": ("text/html", html.render),
    "md": ("text/markdown", markdown.render),
    "csv": ("text/csv", csv.render),
    "json": ("application/json", json.render),
}
# File extension: content type. These formats print the address of the decision page.
TYPESET = {"pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml"}

MEDIA_TYPES = {ending: media_type for ending, (media_type, _) in FORMS.items()} | TYPESET
# The formats of a draft: a page would only repeat the board.
DRAFTS = tuple(ending for ending in MEDIA_TYPES if ending != "html")
