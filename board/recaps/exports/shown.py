"""What the live page of a recap shows beside the bytes of its record: all that may still change."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from board.markdown.making import Making
from board.recaps.chain import Chain
from board.records.exports.format import Format


class Answer(NamedTuple):
    """A yes or no that came after the record was made."""

    name: str
    yes: bool
    note: str | None
    at: str
    """as a record holds it: RFC 3339 in UTC"""


class ShownReply(NamedTuple):
    """A reply to the recap, as a reader sees it."""

    said: Sequence[tuple[str, str]]
    """"helped", "unclear" or "missing", and what was typed into that box"""
    answer: str | None
    """"changed" or "not_yet"; None: nobody has answered"""
    note: str | None
    own: bool = False
    """the reader wrote it"""
    shown: bool = True
    """every reader sees it"""


class Coming(NamedTuple):
    """The session that people of the chain can join next."""

    address: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    names: Mapping[str, str] = field(default_factory=dict)
    """number in the record → name, of those who show theirs"""
    tasks_now: Mapping[str, str] | None = None
    """id of a task → "open", "done" or "dropped" today; None where nobody can know"""
    accepted_later: Sequence[Answer] = ()
    replies: Sequence[ShownReply] = ()
    takes_replies: bool = False
    """whether anybody would read one"""
    replied: bool = False
    """this reader has just sent one"""
    newer: str | None = None
    """the record that follows this one"""
    newest: str | None = None
    decision: str | None = None
    """the decision from which the session began, where it can still be read"""
    chain: Chain | None = None
    """what was shared of the sessions before and after this one"""
    coming: Coming | None = None
    """for readers who are in the chain themselves"""
    goes: date | None = None
    """until which day the record is kept; None: until somebody deletes it"""
    making: Making | None = None
    """how the text came about, where readers may watch it"""
    public: bool = False
    """whether search engines may list the page"""
    formats: Collection[Format] = ()
    """offered in the menu"""
    off: bool = False
    """typeset formats are not available at present"""
