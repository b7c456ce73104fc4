"""The editor of a session's text in Firefox and in WebKit.

They differ in a selection in a shadow root, in the events of a composition, and in what a copy puts on the clipboard.
"""

from collections.abc import Iterator

import pytest

from e2e.editor_page import editor_page
from e2e.engines.conftest import Room
from e2e.engines.person import BACKSPACE, CONTROL, ENTER, SHIFT, Person
from e2e.engines.window import DESKTOP

HOME, END, DOWN, TAB = "\ue011", "\ue010", "\ue015", "\ue004"
HOLDS = """text => page.text().every(one => one === text) &&
  [...document.querySelector("main > div").shadowRoot.querySelectorAll(".cm-line")]
    .map(line => line.textContent).join("\\n") === text"""
WATCHES = """() => {
  for (const event of ["start", "end"])
    addEventListener(`composition${event}`, () => { window.composing = event === "start"; });
}"""
COPIED = "<h2>Scope</h2><p>Both <b>areas</b></p><ul><li>one</li><li>two</li></ul>"
SELECTS = """html => {
  const header = document.querySelector("header");
  header.innerHTML = html;
  header.tabIndex = -1;
  header.focus();
  getSelection().selectAllChildren(header);
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with editor_page(tmp_path_factory.mktemp("editor")) as address:
        yield address


def _has(person: Person, text: str) -> None:
    person.until(HOLDS, text, what=f"had {text!r} in the text")


def test_one_person_at_a_text_that_others_write_in(address: str, room: Room) -> None:
    """One test, because an engine takes longer to start than all of this."""
    me = room.person("me", DESKTOP)
    for part in (_typing_selecting_and_undo, _composing, _pasting):
        me.opens(address)
        me.until("() => !!window.page", what="had the editor")
        me.window.evaluate("() => page.editor.focus()")
        part(me)


def _composing(me: Person) -> None:
    """What is composed stays where it is while somebody writes before it."""

    def meanwhile() -> None:
        assert me.window.evaluate("() => window.composing"), "nothing is being composed"
        me.window.evaluate("() => page.write(0, 'before ')")

    me.window.evaluate(WATCHES)
    me.window.evaluate("() => page.editor.insert('first line\\nsecond line')")
    me.chords(CONTROL, HOME)
    me.types(END)
    me.window.compose("日", meanwhile)
    _has(me, "before first line日\nsecond line")
    assert not me.window.evaluate("() => window.composing")


def _pasting(me: Person) -> None:
    """Formatted text from elsewhere becomes Markdown, in one step."""
    me.window.evaluate("() => page.editor.insert('x')")
    me.window.evaluate(SELECTS, COPIED)
    me.chords(CONTROL, "c")
    me.window.evaluate("() => page.editor.focus()")
    me.chords(CONTROL, "a")
    me.chords(CONTROL, "v")
    _has(me, "## Scope\n\nBoth **areas**\n\n- one\n- two")
    me.chords(CONTROL, "z")
    _has(me, "x")


def _typing_selecting_and_undo(me: Person) -> None:
    me.types(f"# Head{ENTER}{ENTER}plain{ENTER}- one{ENTER}two{ENTER}{ENTER}after")
    _has(me, "# Head\n\nplain\n- one\n- two\n\nafter")
    me.types(BACKSPACE * 2)
    me.chords(CONTROL, "b")
    _has(me, "# Head\n\nplain\n- one\n- two\n\n**aft**")
    me.window.evaluate("() => page.write(0, 'BEFORE ')")
    me.chords(CONTROL, HOME)
    for _ in range(3):
        me.chords(SHIFT, DOWN)
    me.types("x")
    _has(me, "x- one\n- two\n\n**aft**")
    me.chords(CONTROL, "z")
    _has(me, "BEFORE # Head\n\nplain\n- one\n- two\n\n**aft**")
    me.window.evaluate("() => page.ben(5)")
    me.until("() => !!document.querySelector('main > div').shadowRoot.querySelector('.caret')", what="saw Ben")
    me.types(TAB)
    me.until("() => document.activeElement.ariaLabel === 'Heading'", what="left the editor by Tab")
