"""The words of one paragraph, heading or cell: how they look, where links lead, which way they run."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from markdown_it.tree import SyntaxTreeNode

from board.records.canonical import Json
from board.records.exports.script import UNBROKEN, breakable, letters, right_to_left

SCHEMES = ("http://", "https://", "mailto:")
LONGEST_LINK = 2000
"""characters of an address that a reader can follow; a longer one is shown, and the typesetter would refuse it"""


_PATH = re.compile("(?<=[^:/])[/?&]")


class Style(NamedTuple):
    """How some words look. The names are those of the elements of a page."""

    strong: bool = False
    em: bool = False
    s: bool = False
    code: bool = False
    href: str | None = None
    address: bool = False
    """the address of the link before, which paper cannot follow"""


PLAIN = Style()
_MARKS: dict[str, Callable[[Style], Style]] = {
    "strong": lambda style: style._replace(strong=True),
    "em": lambda style: style._replace(em=True),
    "s": lambda style: style._replace(s=True),
}


def line(nodes: Iterable[SyntaxTreeNode], longest: int = UNBROKEN) -> Json:
    """The words with their looks. A word above `longest` letters may break."""
    found = groupby(_spans(nodes, PLAIN), key=lambda one: one[0])
    joined = [(style, "".join(text for _, text in same)) for style, same in found]
    parts = [(style, text) for style, text in joined if text]
    whole = "".join(text for _, text in parts)
    return {
        "rtl": right_to_left(whole),
        "letters": letters(whole),
        "spans": [{"text": _breakable(style, text, longest), **_looks(style)} for style, text in parts],
    }


def plain(text: str) -> Json:
    """Words as they were typed."""
    return {"rtl": right_to_left(text), "letters": letters(text), "spans": [{"text": breakable(text)}]}


def _breakable(style: Style, text: str, longest: int) -> str:
    """An address breaks behind its slashes first."""
    return breakable(_PATH.sub("\\g<0>\u200b", text) if style.address or text == style.href else text, longest)


def _looks(style: Style) -> Json:
    return {name: value for name, value in style._asdict().items() if value}


def _spans(nodes: Iterable[SyntaxTreeNode], style: Style) -> Iterator[tuple[Style, str]]:
    for node in nodes:
        match node.type:
            case "text":
                yield style, node.content
            case "softbreak" | "hardbreak":
                yield style, "\n"
            case "code_inline":
                yield style._replace(code=True), node.content
            case mark if mark in _MARKS:
                yield from _spans(node.children, _MARKS[mark](style))
            case "link":
                yield from _link(str(node.attrs["href"]), list(_spans(node.children, style)))
            case "image":
                yield from _image(node, style)


def _link(address: str, parts: list[tuple[Style, str]]) -> Iterator[tuple[Style, str]]:
    """The words of a link, and its address behind them where they are others."""
    if not address.lower().startswith(SCHEMES):
        yield from parts
        return
    href = address if len(address) <= LONGEST_LINK else None
    yield from ((style._replace(href=href), text) for style, text in parts)
    shown = address.removeprefix("mailto:")
    said = "".join(text for _, text in parts).strip()
    if said not in (shown, shown.partition("://")[2]):
        yield Style(href=href, address=True), shown


def _image(node: SyntaxTreeNode, style: Style) -> Iterator[tuple[Style, str]]:
    """The description in place of the image, as a link to it unless it stands in a link."""
    source = str(node.attrs["src"])
    label = "".join(text for _, text in _spans(node.children, PLAIN)).strip() or source
    if node.meta["in_link"]:
        yield style, label
    else:
        yield from _link(source, [(style, label)])
