"""The name of a saved file: the title of the record, in a form that every file system accepts."""

import re
from urllib.parse import quote

LONGEST = 60


def stem(title: str, fallback: str) -> str:
    """Returns lower-case letters and digits of any script, joined by hyphens; `fallback` for a title without any."""
    words = re.findall(r"\w+", title.replace("_", " ").replace("’", "").replace("'", ""))
    name = ""
    for word in words:
        longer = f"{name}-{word.lower()}" if name else word.lower()[:LONGEST]
        if len(longer) > LONGEST:
            break
        name = longer
    return name or fallback


def disposition(kind: str, title: str, ending: str, *, draft: bool = False) -> str:
    """The Content-Disposition of a download. The name of a draft says that it is one.

    `kind` is an ASCII word for what it is; it names a file whose title has no letters, or none that are ASCII.
    """
    before = "draft-" if draft else ""
    name = before + stem(title, kind)
    plain = name if name.isascii() else f"{before}{kind}"
    return f"attachment; filename=\"{plain}.{ending}\"; filename*=UTF-8''{quote(name)}.{ending}"
