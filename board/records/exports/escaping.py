"""People's words in files of text: they stay what they wrote, become no markup and call nobody."""

import re
import unicodedata

_ISOLATE, _POP = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&$^])")
# Trackers call whoever is named so; an invisible joiner behind the sign keeps the text and calls nobody.
_CALLS = re.compile(r"(?<![\w.])@(?=\w)")
_UNCALLED = "@\u2060"
# What begins a list, a rule or an underlined heading at the start of a line.
_STARTS = re.compile(r"^(\d*)([-+=:]|(?<=\d)[.)])")


def isolated(text: str) -> str:
    """Words written from right to left must not pull the English around them along."""
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        return f"{_ISOLATE}{text}{_POP}"
    return text


def escaped(text: str) -> str:
    """People's words as Markdown that says exactly them; line breaks become `<br>`, which tables take too."""
    lines = [
        _SIGNS.sub(r"\\\1", _CALLS.sub(_UNCALLED, line.strip()))
        for line in re.split(r"\r\n|[\n\r\v\f\u0085\u2028\u2029]", text)
    ]
    return "<br>".join(_STARTS.sub(r"\1\\\2", line) for line in lines).strip()


def inside(text: str) -> str:
    """People's words in a line that begins with ours: written from right to left they keep their own order."""
    return "<br>".join(map(isolated, escaped(text).split("<br>")))
