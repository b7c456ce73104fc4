"""What the sources take from the catalogues: calls of `say` in Python and in templates, and keys named elsewhere."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor
from jinja2 import Environment, nodes

from board.words.catalogue import FOLDER

ROOT = Path(__file__).parents[2]
GAP = "\N{OBJECT REPLACEMENT CHARACTER}"
IN_TAGS = {"html_class", "html_data", "body_class", "described"}
"""blocks and macros that write attributes into a tag that is open"""
BOARD = ROOT / "board"


@dataclass(frozen=True)
class Use:
    """A call `say(key, …)`. The key of an f-string is its fixed beginning and a "*"."""

    where: str
    key: str
    params: frozenset[str]
    open: bool = False
    """more parameters come from a mapping"""


@dataclass
class Message:
    """What a message needs by itself, and the messages that it quotes."""

    params: set[str] = field(default_factory=set)
    quotes: set[str] = field(default_factory=set)


class _References(Visitor):
    def __init__(self) -> None:
        self.found = Message()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.found.params.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:
        self.found.quotes.add(node.id.name)


def parse(text: str) -> dict[str, Message]:
    """The messages of a Fluent file. Fails on what Fluent would pass over in silence."""
    found: dict[str, Message] = {}
    for entry in FluentParser(with_spans=False).parse(text).body:
        assert not isinstance(entry, ftl.Junk), f"Fluent does not understand: {entry.content}"
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice"
            references = _References()
            references.visit(entry)
            found[entry.id.name] = references.found
    return found


@cache
def messages(area: str) -> dict[str, Message]:
    return parse((FOLDER / "en" / f"{area}.ftl").read_text("utf-8"))


def areas() -> list[str]:
    return sorted(path.stem for path in (FOLDER / "en").glob("*.ftl"))


def needed(area: str, key: str) -> set[str]:
    """The parameters of a message, with those of the messages that it quotes."""
    one = messages(area)[key]
    return one.params.union(*(needed(area, other) for other in one.quotes))


# --- Python ----------------------------------------------------------------------------------------------------------


def of_python(text: str, where: str) -> tuple[list[Use], set[str]]:
    """The calls of `say`, and every text that stands alone, which may be a key that is handed on."""
    tree = ast.parse(text)
    calls = [
        Use(
            f"{where}:{node.lineno}",
            key,
            frozenset(one.arg for one in node.keywords if one.arg is not None),
            any(one.arg is None for one in node.keywords),
        )
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _called(node.func) == "say" and (key := _key(node.args[0])) is not None
    ]
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return calls, texts


def _called(function: ast.expr) -> str | None:
    return function.id if isinstance(function, ast.Name) else None


def _key(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr) and isinstance(first := node.values[0], ast.Constant):
        return str(first.value) + "*"
    return None


# --- templates -------------------------------------------------------------------------------------------------------


def of_template(text: str, where: str) -> list[Use]:
    """The calls of `say`."""
    tree = Environment(autoescape=True).parse(text)
    return [
        Use(f"{where}:{node.lineno}", key, frozenset(one.key for one in node.kwargs), node.dyn_kwargs is not None)
        for node in tree.find_all(nodes.Call)
        if isinstance(node.node, nodes.Name) and node.node.name == "say" and (key := _template_key(node.args[0]))
    ]


def _template_key(node: nodes.Expr) -> str | None:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return node.value
    if isinstance(node, nodes.Concat) and isinstance(first := node.nodes[0], nodes.Const):
        return f"{first.value}*"
    return None


def literals(node: nodes.Node) -> Iterator[str]:
    """What a template writes itself, with a gap in place of each expression."""
    if isinstance(node, nodes.TemplateData):
        yield node.data
    elif isinstance(node, nodes.Expr):
        yield GAP
    elif not (isinstance(node, nodes.Block | nodes.Macro) and node.name in IN_TAGS):
        for child in node.iter_child_nodes(only=("body", "elif_", "else_", "nodes")):
            yield from literals(child)


# --- all -------------------------------------------------------------------------------------------------------------


def templates() -> list[Path]:
    return sorted(BOARD.rglob("templates/**/*.html"))


@cache
def everything() -> tuple[list[Use], set[str]]:
    """All calls of `say` in the server, and all texts of its sources."""
    uses: list[Use] = []
    texts: set[str] = set()
    for path in sorted(BOARD.rglob("*.py")):
        calls, found = of_python(path.read_text("utf-8"), str(path.relative_to(ROOT)))
        uses += calls
        texts |= found
    for path in templates():
        uses += of_template(path.read_text("utf-8"), str(path.relative_to(ROOT)))
    return uses, texts
