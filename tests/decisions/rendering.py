"""Rendering a record in a registered format, in the process of the test."""

from pkgutil import resolve_name

from board.decisions.exports.formats import FORMATS
from board.records.canonical import Json


def render(ending: str, told: Json) -> bytes:
    registered = FORMATS[ending].render
    if isinstance(registered, str):
        return bytes(resolve_name(registered)(told, None))
    return registered(told)
