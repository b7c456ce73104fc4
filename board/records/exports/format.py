"""The registration of one file format: everything that routes, pages and sentences say about it."""

from collections.abc import Callable
from dataclasses import dataclass

from board.records.canonical import Json
from board.words import say

Render = Callable[[Json], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One file format of a kind of record."""

    ending: str
    media_type: str
    label: str
    """key of the words beside the ending in a list of files"""
    menu: str | None
    """key of the words in the menu of the record's page; None when the page has a button of its own for the format"""
    render: Render | str
    """A function of the record.

    A typeset format names its function instead, as `module:function`, because only the typesetting process may import
    it. That function takes the record and the address of its page, which is None for a draft.
    """
    draft: bool = True
    """whether a draft can be exported in this format"""
    in_place: bool = False
    """whether some browsers open the download in place, where a Content-Security-Policy has to contain it"""

    @property
    def typeset(self) -> bool:
        return isinstance(self.render, str)

    def for_page(self) -> dict[str, str | bool]:
        """What the script of a page needs to know to offer the format."""
        return {"ending": self.ending, "label": say(self.label), "typeset": self.typeset, "draft": self.draft}
