"""Languages for tests: each message longer, accented and in brackets, so that a string without them is in no catalogue.

`en-XA` runs from left to right, `ar-XB` from right to left. The build makes the same for the pages
(`frontend/words.ts`); `tests/data/pseudo.json` holds both to one form.
"""

import re
from collections.abc import Callable

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

_PLAIN = "abcdeghijlnorstuwyzACDEGHIJLNORSTUWYZ"
_ACCENTED = "áƀčďéğĥíĵĺñóŕšťúŵýžÁČĎÉĞĤÍĴĹÑÓŔŠŤÚŴÝŽ"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_VOWELS = "aeiou"
_TAG = re.compile(r"(</?[a-z]+>)")


def accented(text: str) -> str:
    """With accents, and every vowel twice: about a third longer, as German or Finnish is. Tags stay as they are."""
    return "".join(part if _TAG.fullmatch(part) else _lettered(part) for part in _TAG.split(text))


def _lettered(text: str) -> str:
    return "".join(letter * 2 if letter in _VOWELS else letter for letter in text).translate(_ACCENTS)


PSEUDO: dict[str, Callable[[str], str]] = {"en-XA": accented, "ar-XB": accented}
OPEN, CLOSE = "⟦", "⟧"


def disguise(resource: ast.Resource, letters: Callable[[str], str]) -> None:
    """Changes every message of a parsed file in place."""
    for entry in resource.body:
        if isinstance(entry, ast.Message | ast.Term) and entry.value is not None:
            _Letters(letters).visit(entry.value)
            entry.value.elements.insert(0, ast.TextElement(OPEN))
            entry.value.elements.append(ast.TextElement(CLOSE))


class _Letters(Visitor):
    def __init__(self, letters: Callable[[str], str]) -> None:
        self._letters = letters

    def visit_TextElement(self, node: ast.TextElement) -> None:
        node.value = self._letters(node.value)
