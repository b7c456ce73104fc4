"""The forms in which a record is taken away. Each module renders one of them from the record alone.

A new form is one module here and one line in `FORMS`; the page itself is `html`. `making` makes them beside live
boards.
"""

from collections.abc import Callable, Mapping
from typing import Any

from board.decisions.exports import csv, html, json, markdown, pdf, slide

Render = Callable[[Mapping[str, Any]], bytes]

# Ending of the file: its content type and its renderer.
FORMS: dict[str, tuple[str, Render]] = {
    "html": ("text/html", html.render),
    "pdf": ("application/pdf", pdf.render),
    "png": ("image/png", slide.png),
    "svg": ("image/svg+xml", slide.svg),
    "md": ("text/markdown", markdown.render),
    "csv": ("text/csv", csv.render),
    "json": ("application/json", json.render),
}
# Forms that the typesetter makes; they name the address of the page.
TYPESET: dict[str, Callable[[Mapping[str, Any], str | None], bytes]] = {
    "pdf": pdf.render,
    "png": slide.png,
    "svg": slide.svg,
}
# What a draft can be taken away as: a page of its own would only repeat the board.
DRAFTS = tuple(ending for ending in FORMS if ending != "html")
