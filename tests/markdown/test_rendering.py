"""The text as HTML: what people write is formatted, and never becomes markup of its own."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.markdown.rendering import MOST_STEPS, rendered
from board.markdown.structure import DEEPEST

VOID = {"br", "hr"}
ALLOWED = {
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "th", "td", "pre", "section", "a", "em"),
    *("strong", "s", "code", "br", "hr", "table", "thead", "tbody", "tr"),
}
NAMES = {"dir", "id", "data-heading", "href", "title", "rel", "start", "class"}


class Reader(HTMLParser):
    """Reads a fragment, and fails where a tag does not close what was opened last."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.deepest = 0
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(fragment)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.deepest = max(self.deepest, len(self.open))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def check(text: str) -> Reader:
    """Renders a text and asserts that nothing in it can run, load or change the page around it."""
    read = Reader(rendered(text))
    for tag, attributes in read.tags:
        assert tag in ALLOWED
        assert set(attributes) <= NAMES
        if (id := attributes.get("id")) is not None:
            assert re.fullmatch(r"place-\d+", id)
        if tag == "a":
            assert attributes["rel"] == "nofollow ugc noopener"
            href = str(attributes.get("href", ""))
            assert not re.match(r"\s*(?:javascript|data|vbscript|file)\s*:", href, re.IGNORECASE)
    return read


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java&#115;cript:alert(1))",
    "[a](&#x6A;avascript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:x)",
    "<javascript:alert(1)>",
    '[a](http://b "\\" onmouseover=\\"alert(1)")',
    '[a](<http://b" onclick="alert(1)>)',
    '![a" onerror="alert(1)](http://x/y.png)',
    "![a](javascript:alert(1))",
    "[x]: javascript:alert(1)\n[x]",
    '```html" onload="x\n<b>\n```',
    "# <a id=place-9 href=x>\n",
    '# " onclick="x\n',
    "|<b>|\n|---|\n|<script>|\n",
    "<div style='position:fixed'>",
    "</section></article><h1>",
    "</pre><script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "`<script>`",
    "\u202e[a](http://b)",
    "<!--><script>-->",
    "<![CDATA[<script>]]>",
    "<style>*{}</style><link rel=stylesheet href=//x>",
    "[a](http://b){onclick=x}",
    "<form action=//x><input name=q>",
]
ALPHABET = st.sampled_from(
    [
        *("[", "]", "(", ")", "!", "<", ">", "*", "**", "_", "~~", "`", "```", "\n", "\n\n", "- ", "1. ", "> ", "# "),
        *(
            "|",
            "|-|",
            "\\",
            "&",
            ";",
            '"',
            "'",
            " ",
            "    ",
            "a",
            "http://x",
            "javascript:",
            "data:",
            "onload=",
            "style=",
        ),
        *("<script>", "<img src=x>", "[ ] ", "[x] ", "![", "](", "&#106;", "\t", "é", "אב", "\u2028", ":", "---\n"),
    ]
)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_is_written_runs_or_loads(text: str) -> None:
    check(text)


@settings(deadline=None)
@given(st.lists(ALPHABET, max_size=60).map("".join))
def test_marks_in_any_order_stay_within_the_allowed_markup(text: str) -> None:
    check(text)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_stays_within_the_allowed_markup(text: str) -> None:
    check(text)


def test_html_in_the_text_stays_text() -> None:
    assert "<script>alert(1)</script>" in check("<script>alert(1)</script>").text


def test_a_list_of_tasks_shows_boxes() -> None:
    read = check("- [ ] ask Tom\n- [x] **prices**\n- [y] no box\n")
    assert [line for line in read.text.split("\n") if line] == ["☐ ask Tom", "☑ prices", "[y] no box"]


def test_an_image_becomes_its_description_as_a_link() -> None:
    read = check("![a *map*](https://x.example/map.png)")
    assert (read.text.strip(), [one["href"] for one in read.all("a")]) == ("a map", ["https://x.example/map.png"])
    assert check("![](https://x.example/map.png)").text.strip() == "https://x.example/map.png"


def test_an_image_in_a_link_leaves_the_link_alone() -> None:
    read = check("[![map](https://x.example/map.png)](https://y.example)")
    assert (read.text.strip(), [one["href"] for one in read.all("a")]) == ("map", ["https://y.example"])


def test_a_line_break_stays_one() -> None:
    assert len(check("one\ntwo").all("br")) == 1


def test_each_heading_begins_a_section_with_its_words() -> None:
    read = check("before\n\n# Brief & co\n\n## Price *now*\n\n> # quoted\n\nPrice\n===\n")
    assert [one["data-heading"] for one in read.all("section")] == ["Brief & co", "Price *now*", "Price"]
    assert [one.get("id") for one in (*read.all("h2"), *read.all("h3"))] == ["place-1", None, "place-3", "place-2"]


def test_cells_are_aligned_by_class() -> None:
    read = check("|a|b|c|\n|:-|:-:|-:|\n|1|2|3|\n")
    assert [one.get("class") for one in read.all("td")] == ["left", "center", "right"]


def test_every_block_finds_its_direction_of_writing() -> None:
    read = check("# א\n\nב\n\n- ג\n\n> ד\n")
    assert {one.get("dir") for tag in ("h2", "p", "li", "blockquote") for one in read.all(tag)} == {"auto"}


def test_marks_in_marks_end_at_a_depth() -> None:
    read = check("*a **b " * 100 + "c** d*" * 100)
    assert "c d" in read.text
    assert read.deepest == DEEPEST + 1


LONG = 200_000
ENDLESS = [
    "[",
    "![",
    "[a](",
    "a**b",
    "_a ",
    "> ",
    "- ",
    "- a\n",
    "<",
    "&amp;",
    "a\n",
    "# a\n",
    "|a|\n|-|\n",
    "\\",
    "\n",
    "***",
]
GROWING = [
    "|".join("a" * 1000) + "\n" + "|".join(["--"] * 1000) + "\n" + "a\n" * 1000,
    "![" * 5000 + "a" + "](b)" * 5000,
    "".join(" " * 2 * level + "- a\n" for level in range(400)),
    "*a " * 20_000 + "a*" * 20_000,
    "a\n:-\n" + "b\n" * 50_000,
    "<http://a.b>" * 16_000,
]


@pytest.mark.parametrize("text", [*(mark * (LONG // len(mark)) for mark in ENDLESS), *GROWING])
def test_the_work_for_one_text_is_bounded(text: str) -> None:
    """Without a bound most of these take many times as long, on a busy machine too."""
    began = time.process_time()
    made = rendered(text)
    assert time.process_time() - began < 2.5
    assert made.count("<") <= 2 * MOST_STEPS


def test_a_text_that_takes_too_much_is_shown_as_it_was_typed() -> None:
    text = "[" * 50_000 + "<b>"
    read = check(text)
    assert [tag for tag, _ in read.tags] == ["pre"]
    assert read.all("pre") == [{"class": "plain", "dir": "auto"}]
    assert read.text == "\n" + text


def test_a_long_document_is_formatted() -> None:
    part = "## Scope\n\n" + "A sentence of **some** length, as people write it. " * 8 + "\n\n- one\n- two\n\n"
    assert check(part * 80).all("h3")


@pytest.mark.parametrize(
    "deep", ["> " * 1000 + "deep", "".join(f"{'  ' * level}- item\n" for level in range(200)) + "deep"]
)
def test_what_stands_too_deep_for_the_parser_is_shown_as_it_was_typed(deep: str) -> None:
    assert rendered(deep).startswith('<pre class="plain"')
    assert "deep" in rendered(deep)
    assert "deep" in rendered("> " * 15 + "deep")
    assert "<blockquote" in rendered("> " * 15 + "deep")
