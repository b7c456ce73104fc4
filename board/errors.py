"""What can go wrong, by meaning. Status and close codes are chosen at the edges (`web.errors`, `live.close_codes`)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """A normal "no": the rules forbid it, and `why` says so in the words of the person who reads it."""

    why: str


@dataclass(frozen=True, slots=True)
class AtLimit(Refused):
    """A limit that everybody on a board shares leaves no room; trying again later does not help by itself."""


class BoardError(Exception):
    """A fault of the caller; `why` is one plain sentence that may be shown to them."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Invalid(BoardError):
    """The input has the wrong form or breaks a limit."""


class InvalidParts(Invalid):
    """Several parts of the input are wrong; `parts` says of each what and why, in plain values."""

    def __init__(self, why: str, parts: list[dict[str, object]]) -> None:
        super().__init__(why)
        self.parts = parts


class NotAllowed(BoardError):
    """The caller is known, and this is not for them."""


class UnknownAddress(NotAllowed):
    """The page that asks has an address which this server does not know as its own."""


class Locked(NotAllowed):
    """The door of the board is locked, and the caller is a newcomer."""


class NotFound(BoardError):
    """There is no such thing, or the caller may not know that there is."""


class Gone(BoardError):
    """It was there and was deleted."""


class Unavailable(BoardError):
    """It cannot be done right now; the same may work later."""


class DiskFull(Unavailable):
    """There is too little disk space for something new; what exists goes on."""


class TooLarge(BoardError):
    """More bytes than this place takes."""


class TooMany(BoardError):
    """It came too often, or is more than a limit allows.

    `wait` says after how many seconds it is worth another try; 0: waiting does not help.
    """

    def __init__(self, why: str, wait: float) -> None:
        super().__init__(why)
        self.wait = wait
