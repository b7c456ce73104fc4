"""What the engine tests need of a browser, whichever engine is inside."""

import json
from collections.abc import Callable
from typing import Any, Protocol

DESKTOP = (1440, 900)
PHONE = (390, 844)
PATIENCE = 60.0
"""seconds for which a test waits for a state, on a machine that may be busy"""

Action = dict[str, Any]
"""One source of input and what it does, as WebDriver and WebDriver BiDi both write it"""

WATCH = """
if (!window.engineSaid) {
  const said = (window.engineSaid = []);
  // What an observer changes while others are delivered is delivered in the next frame: nothing is lost.
  const late = /^ResizeObserver loop completed/;
  addEventListener("error",
    event => event instanceof ErrorEvent && !late.test(event.message) && said.push(`error: ${event.message}`));
  addEventListener("unhandledrejection", event => said.push(`rejection: ${event.reason}`));
  document.addEventListener("securitypolicyviolation",
    event => said.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  const { error } = console;
  console.error = (...all) => { said.push(`console: ${all.join(" ")}`); error.apply(console, all); };
}
"""
"""collects what a page complains about"""


def wrapped(function: str) -> str:
    """A function that takes JSON texts and returns one, which `unwrapped` reads."""
    return f"""async (...given) => {{
      {WATCH}
      const answer = {{}};
      try {{
        answer.value = (await ({function})(...given.map(one => JSON.parse(one)))) ?? null;
      }} catch (error) {{
        answer.threw = `${{error}} ${{error.stack}}`;
      }}
      return JSON.stringify({{ ...answer, said: window.engineSaid.splice(0) }});
    }}"""


def unwrapped(answer: str, said: list[str]) -> Any:  # noqa: ANN401 whatever the function returned
    """The value that a wrapped function returned; complaints are added to `said`. Raises `ScriptError`."""
    told = json.loads(answer)
    said += told["said"]
    if "threw" in told:
        raise ScriptError(told["threw"])
    return told["value"]


class ScriptError(Exception):
    """A script of a test threw."""


class PageGone(Exception):
    """The page was left while a script ran in it, or has not begun yet."""


class Window(Protocol):
    """One window of a browser, which shares neither cookies nor storage with any other."""

    said: list[str]
    """what its pages complained about"""

    def goto(self, url: str) -> None:
        """Opens a page; returns when it has loaded."""

    def reload(self) -> None:
        """Loads the page again."""

    def evaluate(self, function: str, *given: object) -> Any:  # noqa: ANN401 whatever the function returns
        """Calls a function in the page and waits for it. Raises `PageGone` and `ScriptError`."""

    def act(self, *actions: Action) -> None:
        """Presses keys and moves the pointer; what is held down stays so until it is let go."""

    def compose(self, character: str, meanwhile: Callable[[], None]) -> None:
        """Types a character by way of an input method; `meanwhile` is called while it is being composed."""

    def choose_file(self, selector: str, path: str) -> None:
        """Gives a file to a file field."""

    def screenshot(self) -> bytes:
        """A PNG of what is in sight."""


class Engine(Protocol):
    """A browser that can open windows."""

    def window(self, size: tuple[int, int]) -> Window:
        """Opens one whose page is exactly this large, in CSS pixels."""
