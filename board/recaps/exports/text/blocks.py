"""The text of a session as a tree of blocks for the typesetter.

What people wrote is data: nothing of it is code of the template. Nesting is bounded, since paper is narrow and the
template calls itself for what stands in a block.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from markdown_it.tree import SyntaxTreeNode

from board.markdown.rendering import parsed
from board.recaps.exports.text import spans
from board.records.canonical import Json
from board.records.exports.script import UNBROKEN, breakable, right_to_left

DEEPEST = 8
"""how deep lists and quotations stand in one another; what is deeper stands in the innermost of them"""
MOST_COLUMNS = 7
"""columns of a table that fit beside one another; each row of a wider one is a list of its cells"""
TABLE_LETTERS = 72
"""letters on one line of a table, all columns together"""
CODE_LETTERS = 60
"""letters on one line of code"""
MOST_LINES = 60
"""lines of one block, where a text stands as it was typed"""
BOXES = {"☐ ": "open", "☑ ": "done"}
"""how the parser shows the boxes of a task list"""


def blocks(text: str) -> list[Json]:
    """The blocks of a text; one that is too complex for the parser stands as it was typed."""
    tokens = parsed(text)
    return list(_typed(text)) if tokens is None else list(_blocks(SyntaxTreeNode(tokens).children, 0))


def _blocks(nodes: Iterable[SyntaxTreeNode], depth: int) -> Iterator[Json]:
    for node in nodes:
        match node.type:
            case "bullet_list" | "ordered_list" if depth < DEEPEST:
                yield _list(node, depth)
            case "blockquote" if depth < DEEPEST:
                yield from _quote(node, depth)
            case kind if kind in _LEAVES:
                yield _LEAVES[kind](node)
            case _:
                yield from _blocks(node.children, depth)


def _paragraph(node: SyntaxTreeNode) -> Json:
    return {"kind": "text", **_line(node)}


def _heading(node: SyntaxTreeNode) -> Json:
    # The tag is a level lower than what was typed, and the sixth level has no lower one.
    level = len(node.markup) if node.markup.startswith("#") else 1 + (node.markup == "-")
    return {"kind": "heading", "level": level, "place": node.attrs.get("id"), **_line(node)}


def _code(node: SyntaxTreeNode) -> Json:
    return {"kind": "code", "text": breakable(node.content.removesuffix("\n"), CODE_LETTERS)}


def _rule(_node: SyntaxTreeNode) -> Json:
    return {"kind": "rule"}


def _line(node: SyntaxTreeNode, longest: int = UNBROKEN) -> Json:
    """The words of a paragraph, a heading or a cell."""
    return spans.line((inner for inline in node.children for inner in inline.children), longest)


def _quote(node: SyntaxTreeNode, depth: int) -> Iterator[Json]:
    inner = list(_blocks(node.children, depth + 1))
    if inner:
        yield {"kind": "quote", "rtl": _runs_left(inner), "blocks": inner}


def _list(node: SyntaxTreeNode, depth: int) -> Json:
    items = [_item(one, depth) for one in node.children]
    return {
        "kind": "list",
        "start": int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None,
        "tight": not any(len(one["blocks"]) > 1 and one["blocks"][1]["kind"] == "text" for one in items),
        "rtl": bool(items) and _runs_left(items[0]["blocks"]),
        "items": items,
    }


def _item(node: SyntaxTreeNode, depth: int) -> Json:
    inner = list(_blocks(node.children, depth + 1))
    box = None
    if inner and inner[0]["kind"] == "text" and inner[0]["spans"]:
        first = inner[0]["spans"][0]
        box = BOXES.get(first["text"][:2])
        first["text"] = first["text"][2:] if box else first["text"]
    return {"box": box, "blocks": inner}


def _runs_left(inner: list[Json]) -> bool:
    """Whether a list or a quotation begins on the right, as its first words do."""
    return bool(inner and inner[0].get("rtl"))


def _table(node: SyntaxTreeNode) -> Json:
    rows = [row.children for part in node.children for row in part.children]
    columns = len(rows[0])
    wide = columns > MOST_COLUMNS
    longest = UNBROKEN if wide else max(8, TABLE_LETTERS // columns)
    head, *body = [[_line(cell, longest) for cell in row] for row in rows]
    if wide:
        listed = [[list(pair) for pair in zip(head, row, strict=True)] for row in body or [head]]
        return {"kind": "records", "rows": listed}
    return {
        "kind": "table",
        "aligned": [str(cell.attrs.get("class", "")) for cell in rows[0]],
        "rtl": any(cell["rtl"] for cell in head),
        "head": head,
        "rows": body,
    }


def _typed(text: str) -> Iterator[Json]:
    """Lines as they were typed, several in one block while they run the same way."""
    for _, found in groupby(text.split("\n"), key=right_to_left):
        while lines := list(islice(found, MOST_LINES)):
            yield {"kind": "text", **spans.plain("\n".join(lines))}


_LEAVES = {
    "paragraph": _paragraph,
    "heading": _heading,
    "fence": _code,
    "code_block": _code,
    "hr": _rule,
    "table": _table,
}
"""blocks with no blocks in them"""
