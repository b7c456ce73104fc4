"""What a saved file is called: the question, in a form that every system takes."""

import re
from urllib.parse import quote

LONGEST = 60


def stem(question: str) -> str:
    """Letters and digits of any script, joined by hyphens."""
    words = re.findall(r"\w+", question.replace("_", " ").replace("’", "").replace("'", ""))
    name = ""
    for word in words:
        longer = f"{name}-{word.lower()}" if name else word.lower()[:LONGEST]
        if len(longer) > LONGEST:
            break
        name = longer
    return name or "decision"


def disposition(question: str, ending: str, *, draft: bool = False) -> str:
    """The header for a download; programs that know only ASCII get a plain name. A draft says so in its name too."""
    before = "draft-" if draft else ""
    name = before + stem(question)
    plain = name if name.isascii() else f"{before}decision"
    return f"attachment; filename=\"{plain}.{ending}\"; filename*=UTF-8''{quote(name)}.{ending}"
