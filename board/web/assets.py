"""From an entry of the front end to the tags that load it, by Vite's manifest."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import msgspec
from markupsafe import Markup

from board.words.areas import VIEWS

STATIC = Path(__file__).parent / "static"
BASE = "/static/"
# The one file that the first line of every page needs; other scripts of the face load when a page has such letters.
FIRST_FONT = "grotesque-latin-wght"
LAYERS = "/layers-"


class NotBuilt(RuntimeError):
    """The front end is missing or was built only halfway; the sentence is for whoever runs the server."""


class Chunk(msgspec.Struct, frozen=True):
    """One line of the manifest, as far as tags need it."""

    file: str
    name: str = ""
    isEntry: bool = False  # Vite's own words
    isDynamicEntry: bool = False
    css: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()


def tags(entry: str, static: Path | None = None, *, soon: tuple[str, ...] = ()) -> Markup:
    """The tags for the head of a page whose script is `src/pages/<entry>`. Raises NotBuilt.

    The entry loads the first of the chunks `soon` that was built as soon as it runs: that one is a script of the page,
    too. An entry that it imports is small and runs as soon as it is here, before the page is parsed.
    """
    return _tags(entry, soon, *_version(static or STATIC))


def script(entry: str, static: Path | None = None) -> str:
    """The address of `src/pages/<entry>`, for a page that imports it when it is needed. Raises NotBuilt."""
    path, _ = _version(static or STATIC)
    return BASE + _entry(entry, _manifest(path)).file


def later_words(language: str, views: Sequence[str], now: Sequence[str], static: Path | None = None) -> Markup:
    """The tags that name the files of messages of all views but those that a page needs `now`. Raises NotBuilt."""
    return _later_words(language, tuple(views), tuple(now), *_version(static or STATIC))


def words(language: str, now: Sequence[str], static: Path | None = None) -> Markup:
    """The messages that a page needs before it draws anything, in elements of the page itself. Raises NotBuilt.

    Each request costs a slow processor time, and the first view would wait for all of them.
    """
    return _words(language, tuple(now), *_version(static or STATIC))


@lru_cache(maxsize=64)
def _later_words(language: str, views: tuple[str, ...], now: tuple[str, ...], path: Path, _age: int) -> Markup:
    shape = Markup('<link rel="words" href="{}" data-words="{}">')
    files = _message_files(language, [area for area in _areas(views) if area not in _areas(now)], path)
    return Markup("\n").join(shape.format(BASE + file, area) for area, file in files.items())


@lru_cache(maxsize=64)
def _words(language: str, now: tuple[str, ...], path: Path, _age: int) -> Markup:
    shape = Markup('<script type="application/json" data-words="{}">{}</script>')
    lines = []
    for area, file in _message_files(language, _areas(now), path).items():
        try:
            text = (path.parents[1] / file).read_text("utf-8")
        except OSError:
            raise NotBuilt(f"The messages {area!r} of the front end are missing. Build it again.") from None
        # In JSON only strings have this character, and nothing else ends a script or begins a comment in it.
        lines.append(shape.format(area, Markup(text.replace("<", "\\u003c"))))  # noqa: S704 - escaped
    return Markup("\n").join(lines)


def _areas(views: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(area for view in views for area in VIEWS[view]))


def _message_files(language: str, areas: Sequence[str], path: Path) -> dict[str, str]:
    """The file of messages of each area."""
    chunks = _manifest(path)
    for area in areas:
        if f"words/{language}/{area}" not in chunks:
            raise NotBuilt(f"The front end was built without the messages {area!r}. Build it again.")
    return {area: chunks[f"words/{language}/{area}"].file for area in areas}


def _version(static: Path) -> tuple[Path, int]:
    """The manifest and its age, so that what is cached is read again after a build."""
    path = static / ".vite" / "manifest.json"
    try:
        return path, path.stat().st_mtime_ns
    except OSError:
        raise NotBuilt("The front end is not built. Run `make run`, or `python frontend/build_hook.py`.") from None


@lru_cache(maxsize=64)
def _tags(entry: str, soon: tuple[str, ...], path: Path, _age: int) -> Markup:
    chunks = _manifest(path)
    chunk = _entry(entry, chunks)
    parts = _with_imports(chunk, chunks)
    later = {one.name: one for one in chunks.values() if one.isDynamicEntry}
    if next_one := next((later[name] for name in soon if name in later), None):
        parts = _with_imports(next_one, chunks, parts)
    fonts = [c.file for c in chunks.values() if FIRST_FONT in c.file]
    # The order of the cascade layers is declared before any of them is filled; then come the sheets that pages share,
    # which Vite names with "_".
    shared = {c.file for key, c in chunks.items() if key.startswith("_")}
    styles = sorted(
        dict.fromkeys(style for part in parts for style in part.css),
        key=lambda style: (LAYERS not in style, style not in shared),
    )
    lines = [
        _tag('<script type="module" async src="{}"></script>', part.file)
        for part in parts
        if part.isEntry and part is not chunk
    ]
    lines += [_tag('<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>', font) for font in fonts]
    lines += [_tag('<link rel="stylesheet" href="{}">', style) for style in styles]
    preloaded = [part for part in parts if not part.isEntry and part is not next_one]
    lines += [_tag('<link rel="modulepreload" href="{}">', part.file) for part in preloaded]
    lines += [_tag('<script type="module" src="{}"></script>', part.file) for part in (chunk, next_one) if part]
    return Markup("\n").join(lines)


def _entry(name: str, chunks: dict[str, Chunk]) -> Chunk:
    chunk = next((chunk for chunk in chunks.values() if chunk.isEntry and chunk.name == name), None)
    if chunk is None:
        raise NotBuilt(f"The front end was built without its entry {name!r}. Build it again.")
    return chunk


def _manifest(path: Path) -> dict[str, Chunk]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Chunk])
    except msgspec.DecodeError:
        raise NotBuilt("The manifest of the front end cannot be read. Build it again.") from None


def _tag(shape: str, file: str) -> Markup:
    return Markup(shape).format(BASE + file)  # noqa: S704 - the shapes are the literals above; the address is escaped


def _with_imports(chunk: Chunk, chunks: dict[str, Chunk], seen: tuple[Chunk, ...] = ()) -> tuple[Chunk, ...]:
    """What must be there before the chunk runs, in the order in which it runs; the chunk itself is the last."""
    for name in chunk.imports:
        if chunks[name] not in seen:
            seen = _with_imports(chunks[name], chunks, seen)
    return (*seen, chunk)
