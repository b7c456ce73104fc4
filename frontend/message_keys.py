"""Part of `make protocol`: writes the keys of the catalogues that pages load as TypeScript, with their parameters."""

import json
import textwrap
from collections.abc import Mapping
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from board.words.areas import VIEWS
from board.words.catalogue import FOLDER

SOURCE = Path(__file__).parent / "src"
FILE = SOURCE / "words.generated.ts"
SESSION_FILE = SOURCE / "session" / "words.generated.ts"
"""apart from the other, since a board does not load it"""
SESSION = "session"
"""with this the names of the session's views begin"""

HEAD = "/** Generated from `board/words` by `make protocol`. Do not edit. */"


def generate() -> str:
    """The whole file of what all pages share and of the views of a board."""
    areas = sorted({area for view in VIEWS.values() for area in view})
    keys = {key: params for area in areas for key, params in parameters(FOLDER / "en" / f"{area}.ftl").items()}
    rows = [f"  {json.dumps(key)}: {_union(params)};" for key, params in sorted(keys.items())]
    choices = textwrap.indent("\n".join(f"| {json.dumps(area)}" for area in areas), "  ")
    parts = [
        HEAD,
        _views("VIEW_WORDS", {view: areas for view, areas in VIEWS.items() if not view.startswith(SESSION)}),
        f"/** A file of messages. */\nexport type Area =\n{choices};",
        "/** Every key that pages know, with the names of its parameters. */\nexport interface Keys {\n"
        + "\n".join(rows)
        + "\n}",
    ]
    return "\n\n".join(parts) + "\n"


def generate_session() -> str:
    """The whole file of the views of a work session."""
    return f"{HEAD}\n\n{_views('SESSION_WORDS', {v: areas for v, areas in VIEWS.items() if v.startswith(SESSION)})}\n"


def _views(name: str, views: Mapping[str, tuple[str, ...]]) -> str:
    rows = [f"  {_key(view)}: {json.dumps(areas)}," for view, areas in views.items()]
    return (
        f"/** The files of messages that each view needs. */\nexport const {name} = {{\n"
        + "\n".join(rows)
        + "\n} as const;"
    )


def parameters(path: Path) -> dict[str, list[str]]:
    """The keys of a file, each with the names of its parameters."""
    resource = FluentParser(with_spans=False).parse(path.read_text("utf-8"))
    found: dict[str, list[str]] = {}
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            names = _Names()
            names.visit(entry)
            found[entry.id.name] = sorted(names.found)
    return found


def _key(name: str) -> str:
    return name if name.isidentifier() else json.dumps(name)


def _union(names: list[str]) -> str:
    return " | ".join(map(json.dumps, names)) or "never"


class _Names(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found.add(node.id.name)
