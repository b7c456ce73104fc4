"""What the parser's tokens become before they are written as HTML: tasks, places, directions, and a bounded depth."""

from collections.abc import Iterator

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

DEEPEST = 8
"""how deep bold, italic and struck-out words stand in one another"""
BOXES = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}
_MARKS = {"em", "strong", "s"}
_DIRECTED = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "th", "td"}


def mark_tasks(state: StateCore) -> None:
    """A list item that begins with a box shows one, in the place of another mark."""
    for item, paragraph, inline in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if (item.type, paragraph.type) == ("list_item_open", "paragraph_open"):
            box = BOXES.get(inline.content[:4])
            inline.content = box + inline.content[4:] if box else inline.content
            if box:
                item.attrSet("class", "task")


def flatten(state: StateCore) -> None:
    """Removes the marks that stand too deep, and marks the images that stand in a link."""
    for token in state.tokens:
        if token.children:
            token.children = list(_flat(token.children))


def _flat(tokens: list[Token]) -> Iterator[Token]:
    depth = links = 0
    for token in tokens:
        if token.tag in _MARKS:
            deep = depth + (token.nesting > 0) > DEEPEST
            depth += token.nesting
            if deep:
                continue
        elif token.tag == "a":
            links += token.nesting
        elif token.type == "image":
            token.meta = {"in_link": links > 0}
        yield token


def mark_places(state: StateCore) -> None:
    """Puts each heading into a section of its own, numbers it, and lets every block find its direction of writing."""
    found: list[Token] = []
    number = 0
    for at, token in enumerate(state.tokens):
        if token.tag in _DIRECTED and token.nesting > 0:
            token.attrSet("dir", "auto")
            _align(token)
        if token.type == "heading_open" and token.level == 0:
            number += 1
            found += [_section(-1)] if number > 1 else []
            found.append(_section(1, state.tokens[at + 1].content))
            token.attrSet("id", f"place-{number}")
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
        found.append(token)
    state.tokens = [*found, _section(-1)] if number else found


def _section(nesting: int, heading: str | None = None) -> Token:
    side = "open" if nesting > 0 else "close"
    token = Token(f"section_{side}", "section", nesting, block=True)  # type: ignore[arg-type]  # -1, 0 or 1
    if heading is not None:
        token.attrSet("data-heading", heading)
    return token


def _align(token: Token) -> None:
    """The parser aligns the cells of a table by an inline style, which pages refuse."""
    style = str(token.attrs.pop("style", ""))
    if style:
        token.attrSet("class", style.partition(":")[2])
