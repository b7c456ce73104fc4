"""The registered file formats of a decision, in the order in which pages list them.

Routes, pages, sentences and tests read this list. The typeset formats are named, not imported: their modules load the
typesetter with its fonts, hundreds of megabytes that the server process does without.
"""

from board.decisions.exports import csv, html, json, markdown
from board.records.exports.format import Format

_REGISTERED = (
    Format(
        ending="html",
        media_type="text/html",
        label="format-html",
        menu=None,
        render=html.render,
        draft=False,  # it would only repeat the board
        in_place=True,
    ),
    Format(
        ending="pdf",
        media_type="application/pdf",
        label="format-pdf",
        menu="format-pdf-menu",
        render="board.decisions.exports.pdf:render",
    ),
    Format(
        ending="png",
        media_type="image/png",
        label="format-png",
        menu="format-png-menu",
        render="board.decisions.exports.slide:png",
    ),
    Format(
        ending="svg",
        media_type="image/svg+xml",
        label="format-svg",
        menu="format-svg-menu",
        render="board.decisions.exports.slide:svg",
        in_place=True,
    ),
    Format(
        ending="md",
        media_type="text/markdown",
        label="format-md",
        menu="format-md-menu",
        render=markdown.render,
    ),
    Format(
        ending="csv",
        media_type="text/csv",
        label="format-csv",
        menu="format-csv-menu",
        render=csv.render,
    ),
    Format(
        ending="json",
        media_type="application/json",
        label="format-json",
        menu="format-json-menu",
        render=json.render,
    ),
)

FORMATS = {one.ending: one for one in _REGISTERED}
DRAFTS = tuple(one.ending for one in _REGISTERED if one.draft)
"""the endings in which a draft can be exported"""
