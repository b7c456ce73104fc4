"""Reads a page as a browser would, as far as tests ask."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Element:
    """A start tag, its attributes, and the text up to its own end tag."""

    tag: str
    attributes: dict[str, str | None]
    text: str = ""
    inside: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), inside=[one.tag for one in self.open])
        self.elements.append(element)
        if tag not in {"meta", "link", "input", "br", "path", "rect", "circle"}:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def read(html: str) -> list[Element]:
    reader = Reader()
    reader.feed(html)
    return reader.elements


def one(html: str, tag: str, **attributes: str) -> Element:
    """The only element of this kind; an attribute is written with `_` for `-`, and `id_` for `id`."""
    wanted = {name.strip("_").replace("_", "-"): value for name, value in attributes.items()}
    found = [
        element
        for element in read(html)
        if element.tag == tag and all(element.attributes.get(name) == value for name, value in wanted.items())
    ]
    assert len(found) == 1, f"{len(found)} of <{tag} {wanted}>"
    return found[0]
