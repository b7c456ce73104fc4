"""Rendering a record in a registered format, in the process of the test."""

from collections.abc import Mapping
from pkgutil import resolve_name
from typing import Any

from board.decisions.exports.formats import FORMATS


def render(ending: str, told: Mapping[str, Any]) -> bytes:
    registered = FORMATS[ending].render
    if isinstance(registered, str):
        return bytes(resolve_name(registered)(told, None))
    return registered(told)
