"""The cookie of one board: `<person>.<link token>[.<link token>]`.

It carries a random person token and the link tokens that this browser has opened, so a GET of a link needs to write
nothing: link previews fetch links, and must neither count as people nor take seats.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from board.people.links import digest, mint

_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,64}\Z")
_MOST_LINKS = 6
YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Pass:
    """The tokens in a browser's cookie for one board."""

    person: str
    links: tuple[str, ...]

    @property
    def value(self) -> str:
        return ".".join((self.person, *self.links))


@dataclass(frozen=True, slots=True)
class Person:
    """A person on one document: the token that makes pseudonyms, the links held and the roles these grant."""

    token: str
    links: Mapping[StrEnum, str]
    roles: frozenset[StrEnum] = field(init=False)
    seat: bytes = field(init=False)
    """what the database keeps of the token"""

    def __post_init__(self) -> None:
        object.__setattr__(self, "roles", frozenset(self.links))
        object.__setattr__(self, "seat", digest(self.token))


def identify(shown: Pass, granted: Mapping[bytes, StrEnum]) -> Person | None:
    """The person behind a pass, with every role that the links shown still grant; None for a stranger."""
    held = {granted[hashed]: token for token in shown.links if (hashed := digest(token)) in granted}
    return Person(shown.person, held) if held else None


def cookie_name(id: str, *, secure: bool, kind: str = "board") -> str:
    """`__Host-` only over https: browsers refuse that prefix on a cookie that is not Secure."""
    return f"{'__Host-' if secure else ''}{kind}_{id}"


def read(value: str | None) -> Pass | None:
    """The pass in a cookie value, or None when it is not of this form."""
    parts = (value or "").split(".")
    if len(parts) < 2 or len(parts) > _MOST_LINKS + 1 or not all(_TOKEN.match(part) for part in parts):
        return None
    return Pass(parts[0], tuple(parts[1:]))


def with_link(shown: Pass | None, link: str) -> Pass:
    """The same person with one more link; a new person when nothing was shown. A link is never taken away."""
    if shown is None:
        return Pass(mint(), (link,))
    if link in shown.links:
        return shown
    return Pass(shown.person, (*shown.links, link)[-_MOST_LINKS:])


def is_token(text: str) -> bool:
    """Whether this has the form of a token; checked before any look-up."""
    return _TOKEN.match(text) is not None
