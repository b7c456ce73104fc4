"""A recap that a batch of commands shares."""

from typing import NamedTuple

from msgspec import UNSET, UnsetType

from board.protocol.worksession.recap import SharedRecap


class Sharing(NamedTuple):
    """A recap that is to be stored, or one whose page is to be found by others than before."""

    recap: SharedRecap
    content: bytes | None = None
    """None: the record is there"""
    follows: str | None = None
    making: bytes | UnsetType | None = UNSET
    """versions of the text for those who watch it being made; left out: those that are there"""
