"""The lines of a text as people read them, without the marks of Markdown: what is compared, and what is played."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from markdown_it.token import Token

from board.markdown.rendering import parsed

RowKind = Literal["heading", "text", "item", "quote", "code", "cells", "rule", "plain"]
CELL = " · "
"""between the cells of a row of a table"""


class Row(NamedTuple):
    """One line. Two are alike when kind, level, words and format are."""

    kind: RowKind
    level: int
    """of a heading 1 to 6, of an item how deep its list is"""
    text: str
    form: str = ""
    """what is bold, italic, struck out, code or a link, and where"""

    @property
    def key(self) -> str:
        """What is compared."""
        return f"{self.kind}{self.level}\n{self.text}\n{self.form}"


def rows_of(text: str) -> list[Row]:
    """The lines of the text; those of a text that would take too long to format are as they were typed."""
    tokens = parsed(text)
    if tokens is None:
        return [Row("plain", 0, line) for line in text.split("\n") if line.strip()]
    return list(_Reader().read(tokens))


class _Reader:
    """Where the parser's tokens stand: in which lists, in a quotation, in a row of a table."""

    def __init__(self) -> None:
        self.lists = 0
        self.quotes = 0
        self.heading = 0
        self.begins = False
        """a list item has no line yet"""
        self.cells: list[Row] | None = None

    def read(self, tokens: list[Token]) -> Iterator[Row]:
        for token in tokens:
            if token.type in ("fence", "code_block"):
                yield from (Row("code", 0, line) for line in token.content.rstrip("\n").split("\n"))
            elif token.type == "hr":
                yield Row("rule", 0, "")
            elif token.type == "inline":
                yield from self._lines(token)
            else:
                yield from self._moves(token)

    def _moves(self, token: Token) -> Iterator[Row]:
        match token.type.rpartition("_")[0]:
            case "bullet_list" | "ordered_list":
                self.lists += token.nesting
            case "list_item":
                self.begins = token.nesting > 0
            case "blockquote":
                self.quotes += token.nesting
            case "heading":
                # The tag is a level lower than what was typed, and the sixth level has no lower one.
                self.heading = len(token.markup) if token.markup.startswith("#") else 1 + (token.markup == "-")
                self.heading *= token.nesting > 0
            case "tr" if token.nesting > 0:
                self.cells = []
            case "tr" if self.cells is not None:
                cells, self.cells = self.cells, None
                text = CELL.join(cell.text for cell in cells)
                yield Row("cells", 0, text, ";".join(cell.form for cell in cells).strip(";"))

    def _lines(self, token: Token) -> Iterator[Row]:
        lines = _read_inline(token.children or [])
        if self.cells is not None:
            self.cells += [Row("cells", 0, " ".join(text for text, _ in lines), ",".join(form for _, form in lines))]
            return
        for text, form in lines:
            kind, level = self._kind()
            self.begins = False
            if text.strip():
                yield Row(kind, level, text.strip(), form)

    def _kind(self) -> tuple[RowKind, int]:
        if self.heading:
            return "heading", self.heading
        if self.begins:
            return "item", self.lists
        return ("quote", 0) if self.quotes else ("text", self.lists)


def _read_inline(tokens: list[Token]) -> list[tuple[str, str]]:
    """The lines of a paragraph, each with its words and its format."""
    lines: list[tuple[str, list[str]]] = [("", [])]
    for token in tokens:
        text, form = lines[-1]
        if token.type in ("softbreak", "hardbreak"):
            lines.append(("", []))
            continue
        if token.tag in ("em", "strong", "s", "a"):
            form.append(f"{token.tag}{token.nesting}{token.attrs.get('href', '')}@{len(text)}")
        elif token.type == "code_inline":
            form.append(f"code@{len(text)}+{len(token.content)}")
        lines[-1] = (text + token.content, form)
    return [(text, ",".join(form)) for text, form in lines]
