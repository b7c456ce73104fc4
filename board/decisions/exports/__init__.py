"""The forms in which a record is taken away. Each module renders one of them from the record alone.

A new form is one module here and one line in `FORMS`; the page itself is `html`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from board.decisions.exports import csv, html, json, markdown

Render = Callable[[Mapping[str, Any]], bytes]

# Ending of the file: its content type and its renderer.
FORMS: dict[str, tuple[str, Render]] = {
    "html": ("text/html", html.render),
    "md": ("text/markdown", markdown.render),
    "csv": ("text/csv", csv.render),
    "json": ("application/json", json.render),
}
