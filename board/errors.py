"""What can go wrong, by meaning. Status and close codes are chosen at the edges (`web.errors`, `live.close_codes`).

Each says why by a code with parameters. Its sentence is made where somebody reads it: `say(no.code, **no.params)`.
"""

from board.protocol.refusals import Param, Params, Refusal


class Refused:
    """A normal "no": the rules forbid it."""

    __slots__ = ("code", "params")

    def __init__(self, code: Refusal, /, **params: Param) -> None:
        self.code = code
        self.params = _checked(code, params)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and (other.code, other.params) == (self.code, self.params)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.code!s}, {self.params})"


class AtLimit(Refused):
    """A limit that everybody on a board shares leaves no room; trying again later does not help by itself."""

    __slots__ = ()


class BoardError(Exception):
    """A fault of the caller, or what keeps the server from an answer."""

    def __init__(self, code: Refusal, /, **params: Param) -> None:
        super().__init__(str(code))
        self.code = code
        self.params = _checked(code, params)


class Invalid(BoardError):
    """The input has the wrong form or breaks a limit."""


class InvalidParts(Invalid):
    """Several parts of the input are wrong; `parts` says of each what and why, in plain values."""

    def __init__(self, code: Refusal, /, *, parts: list[dict[str, object]], **params: Param) -> None:
        super().__init__(code, **params)
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

    def __init__(self, code: Refusal, /, *, wait: float, **params: Param) -> None:
        super().__init__(code, **params)
        self.wait = wait


def _checked(code: Refusal, params: Params) -> Params:
    """The parameters of a code. Raises TypeError when they are not those that the code declares."""
    if {name: type(value) for name, value in params.items()} != code.params:
        raise TypeError(f"{code!s} takes {code.params}, not {params}")
    return params
