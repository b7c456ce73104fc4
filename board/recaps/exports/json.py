"""The record itself: the bytes whose sum is its address."""

from board.records import canonical
from board.records.canonical import Json


def render(record: Json) -> bytes:
    return canonical.encode(record)
