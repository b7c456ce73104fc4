"""Every sentence that people read, by key, in Fluent files for server and browser.

Owns the catalogues (`en/*.ftl`), their formatting (`catalogue`) and the pseudo-locales (`pseudo`). A key is a refusal
code or `area-thing`, where the area is the file. Rules give codes; the edges make sentences of them with `say`.
"""

from collections.abc import Sequence
from contextvars import ContextVar
from datetime import date

from board.words.catalogue import Catalogue, Param, load_catalogue

language: ContextVar[str] = ContextVar("language", default="en")
"""the language of the sentences made in this context: a request, a connection, a command line"""


def current() -> Catalogue:
    """The catalogue of the current language."""
    return load_catalogue(language.get())


def say(key: str, /, **params: Param) -> str:
    """The sentence of a key in the current language. Raises LookupError for an unknown key."""
    return current().say(key, **params)


def listed(parts: Sequence[str]) -> str:
    """An enumeration: "a, b and c"."""
    return current().listed(parts)


def either(parts: Sequence[str]) -> str:
    """A choice: "a, b or c"."""
    return current().either(parts)


def day(when: date) -> str:
    """A date in words."""
    return current().day(when)


def weekday(when: date) -> str:
    """A date with its day of the week and without its year: "Thursday 3 December"."""
    return current().weekday(when)


def short_day(when: date) -> str:
    """A date without its year: "1 Dec"."""
    return current().short_day(when)
