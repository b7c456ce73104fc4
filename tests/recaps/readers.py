"""The programs that a person would open an export with, as far as a test needs them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser

from board.recaps.change import Change
from board.recaps.reading import Reading, Task

UNSAID: dict[type, tuple[str, ...]] = {
    Reading: ("text",),
    Change: ("form", "before"),
    # The first step is of interest until a task is done.
    Task: ("id", "state", "item", "first_step"),
}
VOID = frozenset({"meta", "link", "br", "input", "hr"})


class Page(HTMLParser):
    """The words of a page, and the elements and attributes in it. Every element must be closed."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script", "title"} & set(self.open):
            self.words += data

    def values(self, attribute: str) -> list[str]:
        return [value or "" for _, name, value in self.attributes if name == attribute]


def said(told: object) -> Iterator[str]:
    """Every word of a reading except its texts, which each form formats in its own way."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, list | tuple):
        for one in told:
            yield from said(one)
    elif is_dataclass(told):
        for field in fields(told):
            if field.name not in UNSAID.get(type(told), ()):
                yield from said(getattr(told, field.name))
