"""The editor of a session's text in Firefox and in WebKit: a selection in a shadow root differs between engines."""

from collections.abc import Iterator

import pytest

from e2e.editor_page import editor_page
from e2e.engines.conftest import Room
from e2e.engines.person import BACKSPACE, CONTROL, ENTER, SHIFT, Person
from e2e.engines.window import DESKTOP

HOME, DOWN, TAB = "\ue011", "\ue015", "\ue004"
HOLDS = """text => page.text().every(one => one === text) &&
  [...document.querySelector("main > div").shadowRoot.querySelectorAll(".cm-line")]
    .map(line => line.textContent).join("\\n") === text"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with editor_page(tmp_path_factory.mktemp("editor")) as address:
        yield address


def _has(person: Person, text: str) -> None:
    person.until(HOLDS, text, what=f"had {text!r} in the text")


def test_typing_selecting_and_undo(address: str, room: Room) -> None:
    me = room.person("me", DESKTOP)
    me.opens(address)
    me.until("() => !!window.page", what="had the editor")
    me.window.evaluate("() => page.editor.focus()")
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
