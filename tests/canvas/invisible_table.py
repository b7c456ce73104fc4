"""Makes the tables of characters that draw nothing, and of those that no text may hold, for both sides.

`python -m tests.canvas.invisible_table` writes `board/canvas/invisible.py` and `frontend/src/kit/text/invisible.ts`.

Python's `unicodedata` knows categories and bidirectional classes. It does not know the property
Default_Ignorable_Code_Point, which Unicode derives (DerivedCoreProperties.txt, "Derived Property:
Default_Ignorable_Code_Point"): Other_Default_Ignorable_Code_Point + Cf + Variation_Selector - White_Space
- FFF9..FFFB - 13430..13440 - Prepended_Concatenation_Mark. The parts below are those facts of PropList.txt. Reserved
ranges are among them, so that the property stays the same when Unicode grows.
"""

import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYTHON, TYPESCRIPT = ROOT / "board/canvas/invisible.py", ROOT / "frontend/src/kit/text/invisible.ts"

Spans = tuple[tuple[int, int], ...]

OTHER_DEFAULT_IGNORABLE: Spans = (
    (0x034F, 0x034F),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x2065, 0x2065),
    (0x3164, 0x3164),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0xE0000, 0xE0000),
    (0xE0002, 0xE001F),
    (0xE0080, 0xE00FF),
    (0xE01F0, 0xE0FFF),
)
VARIATION_SELECTOR: Spans = ((0x180B, 0x180D), (0x180F, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
PREPENDED_CONCATENATION_MARK: Spans = (
    (0x0600, 0x0605),
    (0x06DD, 0x06DD),
    (0x070F, 0x070F),
    (0x0890, 0x0891),
    (0x08E2, 0x08E2),
    (0x110BD, 0x110BD),
    (0x110CD, 0x110CD),
)
VISIBLE_FORMATS: Spans = ((0xFFF9, 0xFFFB), (0x13430, 0x1343F), *PREPENDED_CONCATENATION_MARK)
BLANK_IN_BROWSERS: Spans = ((0x2800, 0x2800), (0xFFF9, 0xFFFC), (0x1D159, 0x1D159))
"""BRAILLE PATTERN BLANK and MUSICAL SYMBOL NULL NOTEHEAD are symbols whose picture is empty; the interlinear
annotation characters and OBJECT REPLACEMENT CHARACTER are meant to be seen, but browsers draw nothing for them"""

DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
"""classes of the characters that embed, override or isolate; marks such as U+200E have the class of a letter"""
KEPT_CONTROLS = {"\t", "\n", "\r"}
OTHER_BREAKS = {"\v", "\f", "\x85"}
"""line breaks of word processors and mainframes; the page makes each a line feed"""


def blank() -> list[int]:
    """The code points that draw nothing, white space aside."""
    formats = {code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Cf"}
    ignorable = formats | _codes(OTHER_DEFAULT_IGNORABLE) | _codes(VARIATION_SELECTOR)
    return sorted(ignorable - _codes(VISIBLE_FORMATS) | _codes(BLANK_IN_BROWSERS))


def forbidden() -> list[int]:
    """The code points that no text may hold: they turn its direction, or are controls."""
    every = map(chr, range(sys.maxunicode + 1))
    return [
        ord(one)
        for one in every
        if unicodedata.bidirectional(one) in DIRECTIONS
        or (unicodedata.category(one) == "Cc" and one not in KEPT_CONTROLS)
    ]


def _codes(spans: Spans) -> set[int]:
    return {code for first, last in spans for code in range(first, last + 1)}


def spans(codes: Iterable[int]) -> list[tuple[int, int]]:
    """Sorted code points as first and last of each run."""
    found: list[tuple[int, int]] = []
    for code in codes:
        if found and code == found[-1][1] + 1:
            found[-1] = (found[-1][0], code)
        else:
            found.append((code, code))
    return found


def _class(codes: Iterable[int], shape: str, wide: str) -> str:
    """The inside of a character class."""

    def one(code: int) -> str:
        return (wide if code > 0xFFFF else shape).format(code)

    return "".join(one(first) if first == last else f"{one(first)}-{one(last)}" for first, last in spans(codes))


HEAD = "Made by `python -m tests.canvas.invisible_table` from Unicode {}, which says what is in it. Do not edit."


def python(version: str) -> str:
    """The text of the Python module."""
    shapes = r"\u{:04x}", r"\U{:08x}"
    return (
        f'"""Characters that cannot be seen, as insides of character classes.\n\n{HEAD.format(version)}\n"""\n\n'
        f'BLANK = r"{_class(blank(), *shapes)}"  # noqa: E501\n"""draws nothing"""\n'
        f'FORBIDDEN = r"{_class(forbidden(), *shapes)}"\n"""turns the direction of text, or is a control"""\n'
    )


def typescript(version: str) -> str:
    """The text of the TypeScript module; its classes need the flag `u`."""
    shapes = r"\\u{{{:x}}}", r"\\u{{{:x}}}"
    return (
        f"/**\n * Characters that cannot be seen, as insides of character classes with the flag `u`.\n *\n"
        f" * {HEAD.format(version)}\n */\n\n"
        f"/** Draws nothing. */\nexport const BLANK =\n"
        f'  "{_class(blank(), *shapes)}";\n'
        f"/** Turns the direction of text, or is a control. */\nexport const FORBIDDEN =\n"
        f'  "{_class(forbidden(), *shapes)}";\n'
    )


if __name__ == "__main__":
    PYTHON.write_text(python(unicodedata.unidata_version), encoding="utf-8")
    TYPESCRIPT.write_text(typescript(unicodedata.unidata_version), encoding="utf-8")
