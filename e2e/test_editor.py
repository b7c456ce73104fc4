"""The editor of a session's text, alone on a page under our content policy, with one other person."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from e2e.axe import Look
from e2e.editor_page import editor_page
from e2e.trouble import Trouble
from e2e.writers import paste

TYPED = "document.querySelector('main > div').shadowRoot"
WORD = """<style>p { margin: 0 }</style><h2 style="color: red">Scope</h2><p style="margin: 0">Both <b>areas</b></p>
<p style="mso-list: l0 level1 lfo1"><span style="mso-list: Ignore">·</span>one</p><img src="https://example.org/x.png">
<table style="border: 0"><tr><td>a</td><td onclick="x()">b</td></tr></table><script>alert(1)</script>"""
RECTANGLES = f"""() => [...{TYPED}.querySelectorAll(".cm-line")].flatMap(line => {{
  const range = document.createRange();
  range.selectNodeContents(line);
  return [...range.getClientRects()].map(({{ x, y, width, height }}) => [x, y, width, height].join());
}})"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with editor_page(tmp_path_factory.mktemp("editor")) as address:
        yield address


class Writer:
    """The person at the editor; `others` are what somebody else does to the same text."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.box = page.get_by_role("textbox", name="The text")

    def asks(self, script: str, *given: object) -> Any:  # noqa: ANN401 whatever the script returns
        return self.page.evaluate(script, list(given))

    def starts(self, text: str) -> None:
        self.asks("([text]) => page.editor.insert(text)", text)
        self.box.focus()
        self.page.keyboard.press("Control+Home")

    def goes(self, right: int) -> None:
        for _ in range(right):
            self.page.keyboard.press("ArrowRight")

    def sees(self, text: str) -> None:
        """On the screen, in the shared text and at the other person's."""
        self.page.wait_for_function("text => page.text().every(one => one === text)", arg=text)
        expect(self.page.locator(".cm-line")).to_have_text(text.split("\n"))


@pytest.fixture
def writer(new_context: Callable[..., BrowserContext], address: str, trouble: Trouble) -> Writer:
    context = new_context(viewport={"width": 1280, "height": 800})
    trouble.watch(context)
    page = context.new_page()
    page.goto(address)
    return Writer(page)


def test_composition_survives_what_others_write_before_it(writer: Writer) -> None:
    writer.starts("first line\nsecond line")
    writer.page.keyboard.press("End")
    method = writer.page.context.new_cdp_session(writer.page)

    def composes(text: str) -> None:
        method.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})

    composes("に")
    composes("にほ")
    writer.asks("() => page.write(0, 'before ')")
    composes("にほん")
    method.send("Input.insertText", {"text": "日本"})
    writer.sees("before first line日本\nsecond line")


def test_undo_keeps_words_of_others_and_scrolls_to_the_change(writer: Writer) -> None:
    writer.starts("start" + "\nline" * 200)
    writer.page.keyboard.type("mine ")
    writer.asks("() => page.write(2, 'THEIRS')")
    writer.page.keyboard.press("Control+End")
    writer.page.wait_for_function("() => scrollY > 2000")
    writer.page.keyboard.press("Control+z")
    writer.page.wait_for_function("() => scrollY < 200")
    assert writer.asks("() => page.text()") == ["THEIRSstart" + "\nline" * 200] * 2
    expect(writer.page.locator(".cm-line").first).to_have_text("THEIRSstart")


def test_carets_of_others_move_nothing_and_carry_a_plain_name(writer: Writer) -> None:
    writer.starts("One line that is **long** enough to have a caret in each of its words, which wraps around.")
    writer.page.evaluate("() => document.fonts.ready.then(() => null)")
    before = writer.page.evaluate(RECTANGLES)
    for index in (3, 19, 40, 80):
        writer.asks("([index]) => page.ben(index)", index)
        caret = writer.page.locator(".caret.who-1")
        expect(caret).to_have_text("Ben <b>")
        expect(caret).to_be_in_viewport()
        assert writer.page.evaluate(RECTANGLES) == before
    assert writer.page.locator(".carets").get_attribute("aria-hidden") == "true"


def test_tab_leaves_the_editor_and_prose_is_helped(writer: Writer, look: Look) -> None:
    writer.starts("# A **title**\n\n- [ ] a task\n\n> said\n\n[a link](https://example.org) and `code`")
    writer.asks("() => page.ben(4)")
    for name, value in (("spellcheck", "true"), ("autocapitalize", "sentences"), ("aria-multiline", "true")):
        expect(writer.box).to_have_attribute(name, value)
    look.at_both("editor", writer.page)
    writer.page.keyboard.press("Tab")
    expect(writer.page.get_by_role("button", name="Heading")).to_be_focused()
    writer.page.keyboard.press("Tab")
    expect(writer.page.get_by_role("button", name="After it")).to_be_focused()


def test_buttons_and_keys_format_the_text(writer: Writer) -> None:
    writer.starts("words")
    bold = writer.page.get_by_role("button", name="Bold")
    bold.click()
    writer.sees("**words**")
    expect(bold).to_have_attribute("aria-pressed", "true")
    writer.page.keyboard.press("Control+b")
    writer.page.get_by_role("button", name="Checklist").click()
    writer.page.keyboard.press("End")
    writer.page.keyboard.type("\nmore\n\nafter")
    writer.sees("- [ ] words\n- [ ] more\n\nafter")
    writer.page.locator(".box").first.click()
    writer.sees("- [x] words\n- [ ] more\n\nafter")


def test_formatted_text_is_pasted_as_markdown_in_one_step(writer: Writer) -> None:
    writer.starts("x")
    writer.page.keyboard.press("Control+a")
    paste(writer.box, "plain", WORD)
    markdown = "## Scope\n\nBoth **areas**\n\n- one\n\n| a | b |\n| --- | --- |"
    writer.sees(markdown)
    writer.page.keyboard.press("Control+z")
    writer.sees("x")


def test_text_with_formatting_goes_to_other_programs(writer: Writer) -> None:
    writer.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    assert writer.asks("() => page.copyFormatted('<section><h2>T</h2><p dir=\"auto\">w</p></section>', '# T')")
    copied = writer.asks("async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()")
    assert re.sub(r"<!--.*?-->|<meta[^>]*>", "", copied) == "<h1>T</h1><p>w</p>"
    writer.box.focus()
    writer.page.keyboard.press("Control+v")
    writer.sees("# T\n\nw")


def test_what_is_typed_over_several_blocks_breaks_no_policy(writer: Writer) -> None:
    writer.starts("# Head\n\nplain **bold**\n\n- one\n- two")
    writer.page.keyboard.press("Control+a")
    writer.page.keyboard.type("new")
    writer.sees("new")


def test_a_selection_that_the_editor_has_not_heard_of_is_typed_over(writer: Writer) -> None:
    writer.starts("# Head\n\nplain **bold**\n\n- one\n- two")
    writer.page.evaluate("() => addEventListener('selectionchange', event => event.stopImmediatePropagation(), true)")
    writer.box.fill("new")
    writer.sees("new")


def test_what_exceeds_the_limit_is_refused_whole(writer: Writer) -> None:
    writer.starts("x")
    writer.asks("() => page.editor.insert('y'.repeat(200_000))")
    writer.sees("x")
    assert writer.asks("() => page.tooLong") == 1


def test_nothing_is_left_of_an_editor_that_closed(writer: Writer) -> None:
    writer.starts("x")
    assert writer.asks("() => page.shown") is not None
    writer.asks("() => page.editor.close()")
    writer.asks("() => page.write(0, 'y')")
    expect(writer.page.locator("main > *")).to_have_count(0)
    assert writer.asks("() => page.shown") is None
