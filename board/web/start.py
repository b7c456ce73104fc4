"""What the home page opens with in this browser: its tab, and the last choices for a work session."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Self

Tab = Literal["decide", "work"]
Kind = Literal["individual", "deep_work", "team", "brainstorming", "coworking"]
Length = Literal["30", "usual", "90"]

NAME = "start"
"""of the cookie, as in `frontend/src/pages/tabs.ts`"""
_TABS: dict[str, Tab] = {"decide": "decide", "work": "work"}
_KINDS: dict[str, Kind] = {
    "individual": "individual",
    "deep_work": "deep_work",
    "team": "team",
    "brainstorming": "brainstorming",
    "coworking": "coworking",
}
_LENGTHS: dict[str, Length] = {"30": "30", "usual": "usual", "90": "90"}
_ALONE = ("individual", "deep_work")


@dataclass(frozen=True, slots=True)
class Start:
    """The choices of this browser, kept in a cookie so that the server draws the page as it stays.

    The cookie is `<tab>.<kind>.<length>` and says nothing of anybody.
    """

    tab: Tab = "decide"
    kind: Kind = "individual"
    length: Length = "usual"
    """minutes; the usual ones follow from the kind"""

    @classmethod
    def read(cls, value: str | None, asked: str | None = None) -> Self:
        """From the cookie; whatever is unknown has its default. `asked` is the tab that a link names."""
        tab, _, rest = (value or "").partition(".")
        kind, _, length = rest.partition(".")
        return cls._of(asked if asked in _TABS else tab, kind, length)

    @classmethod
    def typed(cls, values: Mapping[str, str]) -> Self:
        """From the form of a work session."""
        kind = values.get("kind", "")
        if kind in ("", *_ALONE) and "quiet" in values:
            kind = "deep_work"
        elif kind == "team" and "ideas" in values:
            kind = "brainstorming"
        return cls._of("work", kind, values.get("length", ""))

    @classmethod
    def _of(cls, tab: str | None, kind: str, length: str) -> Self:
        return cls(_TABS.get(tab or "", "decide"), _KINDS.get(kind, "individual"), _LENGTHS.get(length, "usual"))

    @property
    def value(self) -> str:
        """The same as the value of the cookie."""
        return f"{self.tab}.{self.kind}.{self.length}"

    @property
    def together(self) -> bool:
        """A session of several people who make one thing."""
        return self.kind in ("team", "brainstorming")

    @property
    def alone(self) -> bool:
        """A session of one person, which starts at once."""
        return self.kind in _ALONE

    @property
    def minutes(self) -> int:
        """How long the session takes."""
        return (50 if self.alone else 60) if self.length == "usual" else int(self.length)
