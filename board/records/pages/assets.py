"""The built style and script of a record's page: as addresses for the page, as text for the file that stands alone."""

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from board.records.canonical import Json
from board.words.areas import VIEWS

STATIC = Path(__file__).parents[2] / "web" / "static"
ADDRESS = "/static/"
SENTENCES = "src/pages/check-words.ts"
AREAS = VIEWS["decision"]
WORDS = "words/"
# A larger font would make the file heavier than its words; the reader's own face takes its place.
LARGEST_FONT = 45_000

_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_SOURCE = re.compile(r"url\([\"']?([^\"')]+)[\"']?\)")
_RANGE = re.compile(r"u\+([0-9a-f?]+)(?:-([0-9a-f]+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Assets:
    """What the front end's build made for the page of one kind of record."""

    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    static: Path
    sentences: str = ""
    """the script that the page loads when it says something"""
    messages: Mapping[str, str] = field(default_factory=dict)
    """each file of messages that the page may load: `language/area` and its address"""

    def words(self, language: str) -> dict[str, str]:
        """The files of a language by area."""
        return {area: self.messages[key] for area in AREAS if (key := f"{language}/{area}") in self.messages}

    def inlined(self, words: str) -> str:
        """All styles as one text without a single address; a font stays when one of these words needs it."""
        css = "\n".join((self.static / href.removeprefix(ADDRESS)).read_text("utf-8") for href in self.styles)
        css = css.removeprefix('@charset "UTF-8";').replace("</", "<\\/")
        return _FACE.sub(lambda face: self._embedded(face.group(), words), css)

    def _embedded(self, face: str, words: str) -> str:
        source = _SOURCE.search(face)
        if source is None:
            return face
        file = self.static / source.group(1).removeprefix(ADDRESS)
        if not _needed(face, words) or not file.is_file() or file.stat().st_size > LARGEST_FONT:
            return ""
        data = base64.b64encode(file.read_bytes()).decode("ascii")
        return face.replace(source.group(), f"url(data:font/woff2;base64,{data})")


def _needed(face: str, words: str) -> bool:
    ranges = [
        (int(low.replace("?", "0"), 16), int(high or low.replace("?", "f"), 16))
        for low, high in _RANGE.findall(face.partition("unicode-range")[2])
    ]
    return not ranges or any(low <= ord(char) <= high for char in set(words) for low, high in ranges)


def load(entry: str, static: Path = STATIC) -> Assets:
    """From Vite's manifest. Without a build there is no style, and the page is still whole."""
    manifest = static / ".vite" / "manifest.json"
    if not manifest.is_file():
        return Assets((), (), static)
    return _load(entry, static, manifest.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _load(entry: str, static: Path, _built: int) -> Assets:
    manifest = json.loads((static / ".vite" / "manifest.json").read_text("utf-8"))
    if entry not in manifest:
        return Assets((), (), static)
    styles: list[str] = []
    _collect(manifest, entry, styles, set())
    files = {key: ADDRESS + chunk["file"] for key, chunk in manifest.items()}
    messages = {key.removeprefix(WORDS): file for key, file in files.items() if key.startswith(WORDS)}
    return Assets((files[entry],), tuple(styles), static, files.get(SENTENCES, ""), messages)


def _collect(manifest: Json, name: str, styles: list[str], seen: set[str]) -> None:
    """Shared pieces first, as the page that imports them expects."""
    seen.add(name)
    for imported in manifest[name].get("imports", ()):
        if imported not in seen:
            _collect(manifest, imported, styles, seen)
    styles += [ADDRESS + css for css in manifest[name].get("css", ()) if ADDRESS + css not in styles]
