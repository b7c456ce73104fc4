"""What "Watch it being made" takes in a file: the script, what it plays, and its words."""

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from board.records.pages.assets import STATIC
from board.words import current, say

ENTRY = "src/making/alone.ts"
SECONDS = 15


@dataclass(frozen=True, slots=True)
class Script:
    text: Markup
    sha256: str
    """as a Content-Security-Policy names it"""


def load() -> Script | None:
    """The script as the build made it; None without a build."""
    return read_built(STATIC)


def read_built(static: Path) -> Script | None:
    manifest = static / ".vite" / "manifest.json"
    return _load(static, manifest.stat().st_mtime_ns) if manifest.is_file() else None


@lru_cache(maxsize=4)
def _load(static: Path, _built: int) -> Script | None:
    manifest = json.loads((static / ".vite" / "manifest.json").read_text("utf-8"))
    if ENTRY not in manifest:
        return None
    text = (static / manifest[ENTRY]["file"]).read_text("utf-8").strip()
    if "</script" in text.lower() or "<!--" in text:
        raise ValueError("the script would end early")
    sum_of = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
    return Script(Markup(text), f"sha256-{sum_of}")  # noqa: S704 - our own build


def data(encoded: bytes) -> str:
    """JSON that may stand in an element of a page: no sign that could end it."""
    return encoded.decode().replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def words(result: str) -> str:
    """All that the player says, as JSON; what it fills in stands in curly brackets. It ends with the `result`."""
    said = {
        "play": say("versions-play"),
        "play-again": say("versions-play-again"),
        "pause": say("versions-pause"),
        "watch-empty": say("versions-watch-empty"),
        "of-start": say("versions-start"),
        "of-break": say("versions-break"),
        "of-restored": say("versions-restored"),
        "of-time": say("versions-time"),
        "of-end": say("versions-end"),
        "of-next": say("versions-next"),
    }
    said["of-item"] = say("versions-item", item="{item}")
    said["of-brought"] = say("recap-head-before")
    said["locale"] = current().locale
    said["now"], said["result"] = say("versions-end"), result
    said["step"] = say("versions-step", at="{at}", all="{all}")
    said["failed"] = say("versions-watch-failed")
    return json.dumps(said, ensure_ascii=False)
