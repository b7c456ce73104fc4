"""The name of a saved file: the title of the record, in a form that every file system accepts."""

import re
from urllib.parse import quote

from board.records.kind import Kind

LONGEST = 60


def stem(kind: Kind, title: str) -> str:
    """Returns lower-case letters and digits of any script, joined by hyphens."""
    words = re.findall(r"\w+", title.replace("_", " ").replace("’", "").replace("'", ""))
    name = ""
    for word in words:
        longer = f"{name}-{word.lower()}" if name else word.lower()[:LONGEST]
        if len(longer) > LONGEST:
            break
        name = longer
    return name or kind.name


def disposition(kind: Kind, title: str, ending: str, *, draft: bool = False) -> str:
    """The Content-Disposition of a download, with an ASCII fallback. The name of a draft says that it is one."""
    before = "draft-" if draft else ""
    name = before + stem(kind, title)
    plain = name if name.isascii() else f"{before}{kind.name}"
    return f"attachment; filename=\"{plain}.{ending}\"; filename*=UTF-8''{quote(name)}.{ending}"
