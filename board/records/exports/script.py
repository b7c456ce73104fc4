"""What the typesetter needs to know about a text: its direction, its script and where it may break."""

import re
import unicodedata
from collections.abc import Iterator
from typing import TypedDict

# A longer run of letters without a space may be broken, so that it fits on the page. East Asian text breaks anywhere.
UNBROKEN = 24
# Accents and other signs without a width of their own in a row. Nobody reads more, and the time that the typesetter
# takes for them grows with the square of their number.
MOST_WIDTHLESS = 60
_EAST = r"\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"

_RUN = re.compile(rf"[^\s\u200b{_EAST}]+")
_BREAK = "\u200b"
# Words from right to left, with the numbers between and behind them. Isolated, they do not pull along what follows.
# What is isolated already is found first and stays: an isolate inside it would change its direction.
_HEBREW_ARABIC = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RIGHT_TO_LEFT = re.compile(rf"\u2068[^\u2069]*\u2069|[{_HEBREW_ARABIC}]+(?: +[\d{_HEBREW_ARABIC}]+)*")
_SIGNS = re.compile(rf"[^\w\s!-~]{{{MOST_WIDTHLESS + 1},}}")
_WIDTHLESS = ("Mn", "Me", "Cf")
_KANA, _HANGUL = re.compile("[\u3040-\u30ff]"), re.compile("[\uac00-\ud7a3\u1100-\u11ff]")
_HAN, _BOPOMOFO = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"), re.compile("[\u3100-\u312f]")
# Letters of the most frequent words that exist only in traditional or only in simplified Chinese.
_TRADITIONAL = frozenset("們這個國來時為說會對開學過還經發動當長門問間東車見現關點電話與業區應數無樣機產實體員議決環費")
_SIMPLIFIED = frozenset("们这个国来时为说会对开学过还经发动当长门问间东车见现关点电话与业区应数无样机产实体员议决环费")


class Said(TypedDict):
    """A text for the templates. `letters` selects among fonts that draw the same letter differently."""

    text: str
    rtl: bool
    letters: str


def said(text: str) -> Said:
    return {"text": breakable(text), "rtl": right_to_left(text), "letters": letters(text)}


def ours(text: str) -> Said:
    """A sentence of the product with people's words in it. It runs left to right, whatever they are written in."""
    return {**said(text), "text": breakable(_RIGHT_TO_LEFT.sub(_isolated, text)), "rtl": False}


def _isolated(found: re.Match[str]) -> str:
    words = found.group()
    return words if words.startswith("\u2068") else f"\u2068{words}\u2069"


def right_to_left(text: str) -> bool:
    """Decides by the first letter that has a direction, as a browser does for `dir="auto"`."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def letters(text: str) -> str:
    """Returns Japanese, Korean or one of the two Chinese scripts; fonts tell all other scripts apart."""
    if _KANA.search(text):
        return "ja"
    if _HANGUL.search(text):
        return "ko"
    if not _HAN.search(text):
        return "en"
    signs = set(text)
    traditional = len(signs & (_TRADITIONAL - _SIMPLIFIED)) > len(signs & (_SIMPLIFIED - _TRADITIONAL))
    return "zh-tw" if traditional or _BOPOMOFO.search(text) else "zh"


def breakable(text: str, longest: int = UNBROKEN) -> str:
    """Adds break opportunities to words above `longest` letters, never inside a grapheme of several code points."""
    return _RUN.sub(
        lambda run: _broken(run.group(), longest // 2) if len(run.group()) > longest else run.group(),
        _SIGNS.sub(lambda run: "".join(_bounded(run.group())), text),
    )


def _bounded(run: str) -> Iterator[str]:
    """Leaves out signs without a width where too many of them stand in a row."""
    since = 0
    for char in run:
        since = since + 1 if unicodedata.category(char) in _WIDTHLESS else 0
        if since <= MOST_WIDTHLESS:
            yield char


def _broken(run: str, every: int) -> str:
    out, since = [], 0
    for at, char in enumerate(run):
        joined = unicodedata.combining(char) or char in "\u200d\ufe0f" or run[at - 1 : at] == "\u200d" or _joins(char)
        if since >= every and not joined:
            out.append(_BREAK)
            since = 0
        out.append(char)
        since += 1
    return "".join(out)


def _joins(char: str) -> bool:
    """Skin tones and the halves of flags: a break before one of them would split the emoji."""
    return "\U0001f3fb" <= char <= "\U0001f3ff" or "\U0001f1e6" <= char <= "\U0001f1ff"
