"""What the typesetter needs to know about a text: its direction, its script and where it may break."""

import re
import unicodedata
from typing import TypedDict

# A longer run of letters without a space may be broken, so that it fits on the page. East Asian text breaks anywhere.
UNBROKEN = 24
EVERY = 12
_EAST = r"\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"

_RUN = re.compile(rf"[^\s\u200b{_EAST}]{{{UNBROKEN + 1},}}")
_BREAK = "\u200b"
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


def breakable(text: str) -> str:
    """Adds break opportunities to very long words, never inside a grapheme of several code points."""
    return _RUN.sub(lambda run: _broken(run.group()), text)


def _broken(run: str) -> str:
    out, since = [], 0
    for at, char in enumerate(run):
        joined = unicodedata.combining(char) or char in "\u200d\ufe0f" or run[at - 1 : at] == "\u200d" or _joins(char)
        if since >= EVERY and not joined:
            out.append(_BREAK)
            since = 0
        out.append(char)
        since += 1
    return "".join(out)


def _joins(char: str) -> bool:
    """Skin tones and the halves of flags: a break before one of them would split the emoji."""
    return "\U0001f3fb" <= char <= "\U0001f3ff" or "\U0001f1e6" <= char <= "\U0001f1ff"
