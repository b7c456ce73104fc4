"""Replies of a recap's readers: what one may be, how often somebody may send one, and which one gives way.

A reader is known by a random token in their browser alone, of which a hash is stored.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from msgspec import Struct

from board.canvas import text as texts
from board.errors import Refused
from board.people.addresses import MOST_ADDRESSES, AddressHashes
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits

Box = Literal["helped", "unclear", "missing"]
BOXES: tuple[Box, ...] = ("helped", "unclear", "missing")
MINUTE = 60.0


class Boxes(NamedTuple):
    """What a reader typed; "" in a box that they left empty."""

    helped: str = ""
    unclear: str = ""
    missing: str = ""


class Reply(Struct, frozen=True, kw_only=True):
    """A reply, and what the lead made of it."""

    session: str
    """the session whose recap it is about"""
    recap: str
    """the address of that recap"""
    at: int
    """Unix seconds"""
    claim: bytes
    """hash of the token in the reader's browser"""
    said: Boxes
    shown: bool = False
    """readers of the recap see it"""
    answer: Literal["changed", "not_yet"] | None = None
    note: str | None = None
    """what changed, or why it did not yet"""
    told_in: str | None = None
    """the later session whose recap says how it was answered"""

    @property
    def waits(self) -> bool:
        """Whether the lead has neither let it in nor answered it."""
        return not self.shown and self.answer is None

    def boxes(self) -> Iterator[tuple[Box, str]]:
        """The boxes in which something was typed."""
        return ((box, said) for box, said in zip(BOXES, self.said, strict=True) if said)


class BadBox(NamedTuple):
    """Why a reply cannot be kept, and because of which box; None: because of all of them."""

    refused: Refused
    box: Box | None = None


def typed(values: Mapping[str, str]) -> Boxes | BadBox:
    """What was typed into the boxes, trimmed, or why it cannot be kept."""
    # A form sends line breaks as two characters.
    kept = {box: texts.trimmed(values.get(box, "").replace("\r\n", "\n")) for box in BOXES}
    for box, said in kept.items():
        if refused := texts.check(said, most=limits.REPLY, empty=True):
            return BadBox(refused, box)
    return Boxes(**kept) if any(kept.values()) else BadBox(Refused(Refusal.REPLY_EMPTY))


def giving_way(replies: Mapping[str, Reply]) -> str | None:
    """The reply that gives way to one more: the oldest that waits, once as many wait as may."""
    waiting = [id for id, one in replies.items() if one.waits]
    return min(waiting, key=lambda id: replies[id].at) if len(waiting) >= limits.REPLIES else None


class ReplyLimits:
    """How often replies to one recap may come from one network address. Memory holds no address, only keyed hashes.

    A restart forgets the counts: a hash that is stored could be reversed, there are few addresses.
    """

    def __init__(self) -> None:
        self._hashes = AddressHashes()
        self._sent: dict[bytes, tuple[float, ...]] = {}

    def take(self, address: str, recap: str, now: float) -> Refused | None:
        """Counts one more reply, or says why none may come now. `now` in seconds of any steady clock."""
        key = self._hashes.of(address, recap)
        sent = self._sent.get(key, ())
        if len(sent) >= limits.REPLIES_IN_ALL:
            return Refused(Refusal.REPLIES_USED_UP, limit=limits.REPLIES_IN_ALL)
        last = [at for at in sent if now - at < MINUTE]
        if len(last) >= limits.REPLIES_A_MINUTE:
            return Refused(Refusal.REPLIES_TOO_FAST, seconds=math.ceil(last[0] + MINUTE - now))
        self._sent.pop(key, None)
        self._sent[key] = (*sent, now)
        if len(self._sent) > MOST_ADDRESSES:
            del self._sent[next(iter(self._sent))]
        return None

    def give_back(self, address: str, recap: str) -> None:
        """The last reply that was counted could not be kept."""
        key = self._hashes.of(address, recap)
        if sent := self._sent.get(key):
            self._sent[key] = sent[:-1]
