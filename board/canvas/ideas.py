"""An idea as the server knows it: its state, the text while it is not in the document, and the hash of its secret.

A `Change` of an idea that everybody sees is stored first and enters the document seconds later.
"""

import hashlib
import hmac
from dataclasses import dataclass
from enum import StrEnum


class IdeaState(StrEnum):
    """Where an idea is."""

    HIDDEN = "hidden"
    """written, not revealed yet"""
    LATE = "late"
    """in the late tray"""
    SHOWN = "shown"
    """in the document"""
    COVERED = "covered"
    """hidden by the facilitator; the text is kept for the undo"""
    WITHDRAWN = "withdrawn"
    """taken back by its author; the id stays known, so a resend cannot bring it back"""


@dataclass(frozen=True, slots=True)
class Idea:
    """`text` is None while the document holds it or nobody does; `secret` is None once the board is frozen."""

    state: IdeaState
    text: str | None
    secret: bytes | None

    def claimed_by(self, secret: bytes) -> bool:
        """Whether this claim secret is the one the idea was sent with."""
        return self.secret is not None and hmac.compare_digest(self.secret, sealed(secret))


@dataclass(frozen=True, slots=True)
class Change:
    """What the author asked for and the others do not see yet. None: that part of the idea stays as it is."""

    text: str | None = None
    withdrawn: bool = False
    name: str | None = None
    """a signature; "" removes it"""


def sealed(secret: bytes) -> bytes:
    """What the server keeps of a claim secret: its SHA-256."""
    return hashlib.sha256(secret).digest()
