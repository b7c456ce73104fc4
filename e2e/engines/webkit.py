"""WebKitGTK, which lays pages out as Safari does: its MiniBrowser, driven by WebKitWebDriver on a virtual screen.

WebKitWebDriver serves one window each. A window without a frame is as large as its screen, so there is one screen for
each size.
"""

import base64
import contextlib
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx

from e2e.engines.person import CONTROL, SHIFT
from e2e.engines.processes import running
from e2e.engines.window import DESKTOP, PATIENCE, PHONE, Action, PageGone, unwrapped, wrapped
from tests.ports import free_port

SCREENS = (DESKTOP, PHONE)
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""under this key WebDriver names an element"""
GONE = ("no such window", "javascript error", "unknown error", "script timeout", "no such frame")
CALL = "const given = [...arguments], done = given.pop(); ({})(...given).then(done);"


class DriverError(Exception):
    """WebKitWebDriver refused a command."""


class WebKit:
    """Opens windows, which stay until the end."""

    def __init__(self, binary: str, folder: Path, display: str, ends: contextlib.ExitStack) -> None:
        self._binary = binary
        self._log = folder / "webkit.log"
        self._display = display
        self._ends = ends

    def window(self, size: tuple[int, int]) -> "WebKitWindow":
        port = free_port()
        screen = {"DISPLAY": f"{self._display}.{SCREENS.index(size)}", "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1"}
        screen["GTK_IM_MODULE"] = "gtk-im-context-simple"
        command = ["WebKitWebDriver", f"--port={port}"]
        self._ends.enter_context(running(command, self._log, environment=screen))
        client = self._ends.enter_context(httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=2 * PATIENCE))
        window = WebKitWindow(client, self._binary)
        self._ends.callback(window.close)
        window.fill(size)
        return window


class WebKitWindow:
    """One session of one driver: a browser that forgets everything when it ends."""

    def __init__(self, client: httpx.Client, binary: str) -> None:
        self._client = client
        self._path = ""
        self.said: list[str] = []
        options = {"binary": binary, "args": ["--automation", "--full-screen"]}
        timeouts = {"script": int(PATIENCE * 1000)}
        capabilities = {"alwaysMatch": {"webkitgtk:browserOptions": options, "timeouts": timeouts}}
        _wait_until_it_listens(client)
        told = self._ask("session", capabilities=capabilities)
        self._path = f"session/{told['sessionId']}/"

    def fill(self, size: tuple[int, int]) -> None:
        """Covers the whole screen."""
        self._ask("window/rect", x=0, y=0, width=size[0], height=size[1])
        give_up = time.monotonic() + PATIENCE
        while (is_now := self.evaluate("() => [innerWidth, innerHeight]")) != list(size):
            if time.monotonic() > give_up:
                raise RuntimeError(f"The window is {is_now}, not {size}")
            time.sleep(0.05)

    def close(self) -> None:
        self._client.delete(self._path.rstrip("/"))

    def goto(self, url: str) -> None:
        self._ask("url", url=url)

    def reload(self) -> None:
        self._ask("refresh")

    def evaluate(self, function: str, *given: object) -> Any:  # noqa: ANN401
        script = CALL.replace("{}", wrapped(function), 1)
        try:
            told = self._ask("execute/async", script=script, args=[json.dumps(one) for one in given])
        except DriverError as refused:
            if refused.args[0] in GONE:
                raise PageGone(*refused.args) from refused
            raise
        return unwrapped(told, self.said)

    def act(self, *actions: Action) -> None:
        self._ask("actions", actions=list(actions))

    def compose(self, character: str, meanwhile: Callable[[], None]) -> None:
        """GTK's own input method takes the number of a character after Ctrl+Shift+U, and a space confirms it."""
        held = [CONTROL, SHIFT, "U"]
        number = f"{ord(character):x}"
        self._keys([("keyDown", key) for key in held] + [("keyUp", key) for key in reversed(held)])
        self._keys(_strokes(number[0]))
        meanwhile()
        self._keys(_strokes(number[1:] + " "))

    def _keys(self, steps: list[tuple[str, str]]) -> None:
        self.act({"type": "key", "id": "keys", "actions": [{"type": kind, "value": key} for kind, key in steps]})

    def choose_file(self, selector: str, path: str) -> None:
        found = self._ask("element", using="css selector", value=selector)
        self._ask(f"element/{found[ELEMENT]}/value", text=path)

    def screenshot(self) -> bytes:
        answered = self._client.get(f"{self._path}screenshot")
        return base64.b64decode(answered.json()["value"])

    def _ask(self, what: str, **params: object) -> Any:  # noqa: ANN401 the protocol's values are JSON of any kind
        answered = self._client.post(self._path + what, json=params)
        value = answered.json()["value"]
        if answered.is_error:
            raise DriverError(value["error"], value.get("message", ""))
        return value


@contextlib.contextmanager
def webkit(binary: str, folder: Path) -> Iterator[WebKit]:
    """WebKit as long as the block lasts, on a display of its own."""
    with contextlib.ExitStack() as ends:
        display = ends.enter_context(_display(folder / "xvfb.log"))
        yield WebKit(binary, folder, display, ends)


@contextlib.contextmanager
def _display(log: Path) -> Iterator[str]:
    """The name of a virtual display with one screen for each size; Xvfb finds a number that is free."""
    reads, writes = os.pipe()
    screens = [part for at, (x, y) in enumerate(SCREENS) for part in ("-screen", str(at), f"{x}x{y}x24")]
    command = ["Xvfb", "-displayfd", str(writes), "-nolisten", "tcp", *screens]
    with os.fdopen(reads) as told, running(command, log, pass_fds=(writes,)):
        os.close(writes)
        number = told.readline().strip()
        if not number:
            raise RuntimeError(f"Xvfb did not start:\n{log.read_text()}")
        yield f":{number}"


def _strokes(text: str) -> list[tuple[str, str]]:
    return [(kind, key) for key in text for kind in ("keyDown", "keyUp")]


def _wait_until_it_listens(client: httpx.Client) -> None:
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            client.get("status")
            return
        except httpx.TransportError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.05)
