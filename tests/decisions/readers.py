"""The programs that a person would open an export with, as far as a test needs them."""

import io
import re
from html.parser import HTMLParser
from typing import cast

import resvg_py
from markdown_it import MarkdownIt
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

INVISIBLE = re.compile("[\u00ad\u200b\u2060\u2066-\u2069\ufeff]")


def pdf(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content), strict=True)


def pdf_pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in pdf(content).pages]


def pdf_fonts(content: bytes) -> dict[str, bool]:
    """Every face on any page, and whether its letters are in the file."""
    found = {}
    for page in pdf(content).pages:
        for font in cast(DictionaryObject, page["/Resources"]).get("/Font", {}).values():
            font = font.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            told = inner["/FontDescriptor"].get_object()
            found[str(font["/BaseFont"])] = any(key in told for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return found


def links(content: bytes) -> set[str]:
    notes = [note.get_object() for page in pdf(content).pages for note in page.get("/Annots", ())]
    return {str(note["/A"]["/URI"]) for note in notes if "/A" in note and "/URI" in note["/A"]}


def picture(content: bytes) -> Image.Image:
    """Decoded to the last pixel, as shades of grey and colour."""
    opened = Image.open(io.BytesIO(content))
    opened.load()
    return opened.convert("RGB")


def drawn(svg: bytes, width: int) -> Image.Image:
    """An SVG as another program draws it, with no face of its own."""
    made = resvg_py.svg_to_bytes(
        svg_string=svg.decode(), width=width, skip_system_fonts=True, dpi=96, background="#ffffff"
    )
    return picture(bytes(made))


class Words(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: set[str] = set()
        self.blocks = [""]
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        if tag == "br":
            self.blocks[-1] += "\n"
        elif tag not in ("strong", "em"):
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        self.blocks[-1] += data


def unescaped(text: str) -> str:
    """The source of a Markdown file, with people's words as they wrote them."""
    return re.sub(r"\\([\\`*_{}\[\]<>#|~&$^=+:.)-])", r"\1", re.sub(r"@\u2060(?=\w|\\_)", "@", text))


def markdown(content: bytes) -> Words:
    """As a CommonMark reader with tables shows it."""
    return Words(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(content.decode()))
