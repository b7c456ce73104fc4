"""The registered file formats of a recap, in the order in which pages list them.

Routes, pages, sentences and tests read this list. The typeset format is named, not imported: its module loads the
typesetter with its fonts, hundreds of megabytes that the server process does without.
"""

from pkgutil import resolve_name

from board.recaps.exports import html, json, markdown
from board.records.canonical import Json
from board.records.exports.format import Format


def _calendar(record: Json) -> bytes:
    return bytes(resolve_name("board.recaps.exports.ics:render")(record))


_REGISTERED = (
    Format(
        ending="html",
        media_type="text/html",
        label="format-html",
        menu=None,
        render=html.render,
        draft=False,  # it would only repeat the preview
        in_place=True,
    ),
    Format(
        ending="pdf",
        media_type="application/pdf",
        label="format-pdf",
        menu="format-pdf-menu",
        render="board.recaps.exports.pdf:render",
    ),
    Format(
        ending="md",
        media_type="text/markdown",
        label="format-md",
        menu="format-md-menu",
        render=markdown.render,
    ),
    Format(
        ending="ics",
        media_type="text/calendar",
        label="format-ics",
        menu="format-ics-menu",
        render=_calendar,
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
