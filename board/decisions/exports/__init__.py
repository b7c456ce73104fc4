"""The forms in which a record is taken away. Each module renders one of them from the record alone.

A new form is one module here and one line in `FORMS`; the page itself is `html`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from board.decisions.exports import csv, html, json, markdown

Render = Callable[[Mapping[str, Any]], bytes]

# Ending of the file: its content type and its renderer.
FORMS: dict[str, tuple[str, Render]] = {
    "html": ("text/html; charset=utf-8", html.render),
    "md": ("text/markdown; charset=utf-8", markdown.render),
    "csv": ("text/csv; charset=utf-8", csv.render),
    "json": ("application/json", json.render),
}
