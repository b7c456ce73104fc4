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
        label="One page, opens anywhere",
        menu=None,
        render=html.render,
        draft=False,  # it would only repeat the board
        in_place=True,
    ),
    Format(
        ending="pdf",
        media_type="application/pdf",
        label="For paper",
        menu="PDF, for paper",
        render="board.decisions.exports.pdf:render",
    ),
    Format(
        ending="png",
        media_type="image/png",
        label="Picture for a slide",
        menu="Picture, for a slide",
        render="board.decisions.exports.slide:png",
    ),
    Format(
        ending="svg",
        media_type="image/svg+xml",
        label="Picture, sharp at any size",
        menu="Picture as SVG, sharp at any size",
        render="board.decisions.exports.slide:svg",
        in_place=True,
    ),
    Format(
        ending="md",
        media_type="text/markdown",
        label="Markdown, for notes and issues",
        menu="Markdown, for a wiki or an issue",
        render=markdown.render,
    ),
    Format(
        ending="csv",
        media_type="text/csv",
        label="Tables",
        menu="CSV, for a spreadsheet",
        render=csv.render,
    ),
    Format(
        ending="json",
        media_type="application/json",
        label="The record itself",
        menu="JSON, the record itself",
        render=json.render,
    ),
)

FORMATS = {one.ending: one for one in _REGISTERED}
DRAFTS = tuple(one.ending for one in _REGISTERED if one.draft)
"""the endings in which a draft can be exported"""
