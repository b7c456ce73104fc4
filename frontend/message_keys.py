"""Part of `make protocol`: writes the keys of the catalogues that pages load as TypeScript, with their parameters."""

import json
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from board.words.areas import VIEWS
from board.words.catalogue import FOLDER

FILE = Path(__file__).parent / "src" / "words.generated.ts"


def generate() -> str:
    """The whole file."""
    areas = sorted({area for view in VIEWS.values() for area in view})
    keys = {key: params for area in areas for key, params in parameters(FOLDER / "en" / f"{area}.ftl").items()}
    rows = [f"  {json.dumps(key)}: {_union(params)};" for key, params in sorted(keys.items())]
    views = [f"  {_key(view)}: {json.dumps(areas)}," for view, areas in VIEWS.items()]
    parts = [
        "/** Generated from `board/words` by `make protocol`. Do not edit. */",
        "/** The files of messages that each view needs. */\nexport const VIEW_WORDS = {\n"
        + "\n".join(views)
        + "\n} as const;\nexport type Area = (typeof VIEW_WORDS)[keyof typeof VIEW_WORDS][number];",
        "/** Every key that pages know, with the names of its parameters. */\nexport interface Keys {\n"
        + "\n".join(rows)
        + "\n}",
    ]
    return "\n\n".join(parts) + "\n"


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
