"""What a person does in a window of any engine: the least that the main job needs."""

import time
from typing import Any

from e2e.engines.finding import AIM, HAS, HEARS, READS
from e2e.engines.window import PATIENCE, Action, PageGone, Window

ENTER, SHIFT, CONTROL, ESCAPE, BACKSPACE = "\ue007", "\ue008", "\ue009", "\ue00c", "\ue003"
AT = """step => [...document.querySelectorAll("[aria-label='Where we are'] li")]
  .some(one => one.ariaCurrent === "step" && one.textContent.trim() === step)"""
PEN = "document.querySelector('.composer textarea')"


class Person:
    """Anybody with a window."""

    def __init__(self, name: str, window: Window) -> None:
        self.name = name
        self.window = window

    def opens(self, url: str) -> None:
        self.window.goto(url)

    def until(self, function: str, *given: object, what: str = "") -> Any:  # noqa: ANN401
        """Waits until a function in the page returns something true, and returns that."""
        give_up, why = time.monotonic() + PATIENCE, ""
        while True:
            try:
                if value := self.window.evaluate(function, *given):
                    return value
            except PageGone as gone:
                why = f": {gone}"
            if time.monotonic() > give_up:
                raise AssertionError(f"{self.name} never {what or f'saw {function} {given}'}{why}")
            time.sleep(0.05)

    def aims(self, role: str, name: str, *, within: str | None = None, pressed: bool | None = None) -> tuple[int, int]:
        """Waits until something can be pressed; returns where, in CSS pixels."""
        wanted = {"role": role, "name": name, "within": within, "pressed": pressed}
        give_up, why = time.monotonic() + PATIENCE, ""
        while time.monotonic() < give_up:
            try:
                found = self.window.evaluate(AIM, wanted)
            except PageGone as gone:
                found = f"is on a page that was left: {gone}"
            if isinstance(found, list):
                return found[0], found[1]
            why = found
            time.sleep(0.05)
        raise AssertionError(f"{self.name} cannot press {wanted}: it {why}")

    def presses(
        self, name: str, role: str = "button", *, within: str | None = None, pressed: bool | None = None
    ) -> None:
        """By mouse, in the middle."""
        self.moves(*self.aims(role, name, within=within, pressed=pressed))
        self.clicks()

    def moves(self, x: int, y: int) -> None:
        self.window.act(_mouse({"type": "pointerMove", "x": x, "y": y}))

    def clicks(self) -> None:
        self.holds()
        self.lets_go()

    def holds(self) -> None:
        self.window.act(_mouse({"type": "pointerDown", "button": 0}))

    def drops(self, x: int, y: int) -> None:
        """Lets go in the same moment as the pointer gets there, as a quick hand does."""
        self.window.act(_mouse({"type": "pointerMove", "x": x, "y": y}, {"type": "pointerUp", "button": 0}))

    def lets_go(self) -> None:
        self.window.act(_mouse({"type": "pointerUp", "button": 0}))

    def types(self, text: str) -> None:
        strokes = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self.window.act({"type": "key", "id": "keys", "actions": strokes})

    def chords(self, held: str, key: str) -> None:
        """A key while another one is held."""
        down = [{"type": "keyDown", "value": one} for one in (held, key)]
        up = [{"type": "keyUp", "value": one} for one in (key, held)]
        self.window.act({"type": "key", "id": "keys", "actions": down + up})

    def fills(self, name: str, text: str, role: str = "textbox") -> None:
        """Replaces what a field holds."""
        self.presses(name, role)
        self.chords(CONTROL, "a")
        self.types(text)

    def sees(self, role: str, name: str, *, within: str | None = None, pressed: bool | None = None) -> None:
        wanted = {"role": role, "name": name, "within": within, "pressed": pressed}
        self.until(HAS, wanted, what=f"saw {wanted}")

    def reads(self, text: str) -> None:
        """It is somewhere on the page; `^` begins a pattern."""
        self.until(READS, text, what=f"read {text!r}")

    def hears(self, text: str) -> None:
        self.until(HEARS, text, what=f"heard {text!r}")

    def is_at(self, step: str) -> None:
        """The rail says so: Welcome, Write, Read, Group, Vote, Decide or Done."""
        self.until(AT, step, what=f"came to {step}")


class Writer(Person):
    """A participant with the field for ideas."""

    def has_the_pen(self, draft: str = "") -> None:
        self.until(
            f"draft => {PEN}?.value === draft && document.activeElement === {PEN}",
            draft,
            what=f"had the focus in the field, and {draft!r} in it",
        )

    def has_written(self, text: str) -> None:
        """The idea is in the person's own list, saved."""
        self.until(
            """text => [...document.querySelectorAll(".own-idea")].some(one =>
                 one.querySelector(".text").textContent === text &&
                 [...one.querySelectorAll("*")].some(part => part.textContent === "saved"))""",
            text,
            what=f"had {text!r} saved",
        )

    def writes(self, text: str) -> None:
        """The field has the focus from the start and keeps it; Enter adds, Shift+Enter begins a line."""
        self.has_the_pen()
        for at, line in enumerate(text.split("\n")):
            if at:
                self.chords(SHIFT, ENTER)
            self.types(line)
        self.has_the_pen(text)
        self.types(ENTER)
        self.has_written(text)
        self.has_the_pen()

    def pastes(self, text: str) -> None:
        """From the clipboard, which gets the text out of the field itself."""
        self.has_the_pen()
        for at, line in enumerate(text.split("\n")):
            if at:
                self.chords(SHIFT, ENTER)
            self.types(line)
        self.has_the_pen(text)
        self.chords(CONTROL, "a")
        self.chords(CONTROL, "x")
        self.has_the_pen()
        self.chords(CONTROL, "v")


def _mouse(*steps: dict[str, object]) -> Action:
    return {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": list(steps)}
