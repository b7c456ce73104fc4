"""The record itself: the bytes whose sum is its address."""

from collections.abc import Mapping
from typing import Any

from board.records import canonical


def render(record: Mapping[str, Any]) -> bytes:
    return canonical.encode(record)
