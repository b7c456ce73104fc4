"""The messages of one language: Fluent files of `words/<language>/`, each parsed when its first message is needed."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from board.words.pseudo import PSEUDO, disguise

FOLDER = Path(__file__).parent
REFUSALS = "refusals"
"""the file of the refusal codes, whose keys have no area"""
LOCALES = {"en": "en-GB"} | dict.fromkeys(PSEUDO, "en-GB")
"""each language with the locale that its plurals, numbers, dates and lists follow"""
RIGHT_TO_LEFT = frozenset({"ar-XB"})

Param = str | int | float | date


class Catalogue:
    """Sentences by key. A key `area-thing` stands in `area.ftl`; a refusal code, in `refusals.ftl`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
        self.locale = LOCALES[language]
        self._locale = Locale.parse(self.locale, sep="-")
        # Isolates would stand in files that people keep; pages isolate what people wrote by `dir="auto"` and `<bdi>`.
        self._bundle = FluentBundle([LOCALES[language]], use_isolating=False)
        self._loaded: set[str] = set()

    def say(self, key: str, /, **params: Param) -> str:
        """The sentence of a key. Numbers and plurals follow the language. Raises LookupError for an unknown key."""
        self._load(area_of(key))
        if not self._bundle.has_message(key) or (pattern := self._bundle.get_message(key).value) is None:
            raise LookupError(f"no message {key!r} in {self.language!r}")
        sentence, errors = self._bundle.format_pattern(pattern, params)
        if errors:
            raise LookupError(f"message {key!r}: {errors[0]}")
        return str(sentence)

    def listed(self, parts: Sequence[str]) -> str:
        """An enumeration: "a, b and c"."""
        return format_list(parts, locale=self._locale)

    def either(self, parts: Sequence[str]) -> str:
        """A choice: "a, b or c"."""
        return format_list(parts, style="or", locale=self._locale)

    def day(self, day: date) -> str:
        """A date in words."""
        return format_date(day, "long", locale=self._locale)

    def weekday(self, day: date) -> str:
        """The day of the week, the day and its month, of a date in the weeks to come."""
        return format_skeleton("MMMMEEEEd", day, locale=self._locale)

    def short_day(self, day: date) -> str:
        """The day and its month, where there is no room for more."""
        return format_skeleton("MMMd", day, locale=self._locale)

    def _load(self, area: str) -> None:
        if area in self._loaded:
            return
        path = FOLDER / ("en" if self.language in PSEUDO else self.language) / f"{area}.ftl"
        if not path.is_file():
            raise LookupError(f"no messages {area!r} in {self.language!r}")
        resource = FluentResource(path.read_text("utf-8"))
        if self.language in PSEUDO:
            disguise(resource, PSEUDO[self.language])
        self._bundle.add_resource(resource)
        self._loaded.add(area)


def area_of(key: str) -> str:
    """The name of the file in which a key stands."""
    area, dash, _ = key.partition("-")
    return area if dash else REFUSALS


@cache
def load_catalogue(language: str) -> Catalogue:
    """The catalogue of a language, made once a process."""
    return Catalogue(language)
