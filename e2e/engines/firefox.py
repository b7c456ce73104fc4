"""Firefox, driven over WebDriver BiDi: its own protocol on a websocket, so no driver program is needed.

One process serves all windows. Unlike a window on a screen, a viewport set over BiDi can be as narrow as a phone.
"""

import base64
import contextlib
import json
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from e2e.engines.processes import running
from e2e.engines.window import PATIENCE, WATCH, Action, PageGone, unwrapped, wrapped

ADDRESS = "WebDriverBiDiServer.json"
"""Firefox writes where it listens into this file of its profile"""
SHOWN = "に"
"""what an input method shows before a choice is made"""
GONE = ("no such frame", "unknown error", "no such node")
MOUSE = 6  # a fine pointer that can hover: headless Firefox says that it has none
PREFERENCES = {
    "ui.primaryPointerCapabilities": MOUSE,
    "ui.allPointerCapabilities": MOUSE,
    # The browser sends nothing to any network except the loopback.
    "app.normandy.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.systemAddon.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.server": "",
}

INPUT_METHOD = """(given, confirmed) => {
  if (Services.focus.activeWindow !== window) return false;
  const method = window.inputMethod ??=
    Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
  method.beginInputTransactionForTests(window);
  if (confirmed === "yes") method.commitCompositionWith(given);
  else {
    method.setPendingCompositionString(given);
    method.appendClauseToPendingComposition(given.length, method.ATTR_RAW_CLAUSE);
    method.flushPendingComposition();
  }
  return true;
}"""
"""what an input method does in the window of the browser that is in front; in others it does nothing"""


class BidiError(Exception):
    """Firefox refused a command."""


class Firefox:
    """One Firefox without a screen."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._ids = count(1)
        self._active: str | None = None
        self.ask("session.new", capabilities={})
        self.ask("script.addPreloadScript", functionDeclaration=f"() => {{ {WATCH} }}")

    def ask(self, method: str, **params: object) -> dict[str, Any]:
        """Gives a command; returns its result. Raises `BidiError`."""
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            told = json.loads(self._socket.recv(timeout=2 * PATIENCE))
            if told.get("id") != number:
                continue
            if told["type"] == "error":
                raise BidiError(told["error"], told["message"])
            result: dict[str, Any] = told["result"]
            return result

    def window(self, size: tuple[int, int]) -> "FirefoxWindow":
        user = self.ask("browser.createUserContext")["userContext"]
        context = self.ask("browsingContext.create", type="window", userContext=user)["context"]
        viewport = {"width": size[0], "height": size[1]}
        self.ask("browsingContext.setViewport", context=context, viewport=viewport)
        return FirefoxWindow(self, context)

    def activate(self, context: str) -> None:
        """Brings a window to the front: only that one gets keys."""
        if self._active != context:
            self.ask("browsingContext.activate", context=context)
            self._active = context

    def input_method(self, text: str, *, confirmed: bool) -> None:
        """Shows text as being composed, or ends the composition with it."""
        arguments = [{"type": "string", "value": value} for value in (text, "yes" if confirmed else "no")]
        took = []
        for one in self.ask("browsingContext.getTree", **{"moz:scope": "chrome"})["contexts"]:
            target = {"context": one["context"]}
            told = self.ask(
                "script.callFunction",
                functionDeclaration=INPUT_METHOD,
                target=target,
                arguments=arguments,
                awaitPromise=True,
            )
            took.append(told["type"] == "success" and told["result"]["value"])
        if not any(took):
            raise BidiError("no window in front takes what an input method types")


class FirefoxWindow:
    """One window, which is a user context of its own."""

    def __init__(self, firefox: Firefox, context: str) -> None:
        self._firefox = firefox
        self._context = context
        self.said: list[str] = []

    def goto(self, url: str) -> None:
        self._firefox.ask("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def reload(self) -> None:
        self._firefox.ask("browsingContext.reload", context=self._context, wait="complete")

    def evaluate(self, function: str, *given: object) -> Any:  # noqa: ANN401
        try:
            told = self._firefox.ask(
                "script.callFunction",
                functionDeclaration=wrapped(function),
                target={"context": self._context},
                arguments=[{"type": "string", "value": json.dumps(one)} for one in given],
                awaitPromise=True,
            )
        except BidiError as refused:
            if refused.args[0] in GONE:
                raise PageGone(*refused.args) from refused
            raise
        if told["type"] == "exception":
            raise BidiError(told["exceptionDetails"]["text"])
        return unwrapped(told["result"]["value"], self.said)

    def act(self, *actions: Action) -> None:
        self._firefox.activate(self._context)
        self._firefox.ask("input.performActions", context=self._context, actions=list(actions))

    def compose(self, character: str, meanwhile: Callable[[], None]) -> None:
        self._firefox.activate(self._context)
        self._firefox.input_method(SHOWN, confirmed=False)
        meanwhile()
        self._firefox.input_method(character, confirmed=True)

    def choose_file(self, selector: str, path: str) -> None:
        found = self._firefox.ask(
            "browsingContext.locateNodes", context=self._context, locator={"type": "css", "value": selector}
        )
        element = {"sharedId": found["nodes"][0]["sharedId"]}
        self._firefox.ask("input.setFiles", context=self._context, element=element, files=[path])

    def screenshot(self) -> bytes:
        return base64.b64decode(self._firefox.ask("browsingContext.captureScreenshot", context=self._context)["data"])


@contextlib.contextmanager
def firefox(binary: str, folder: Path) -> Iterator[Firefox]:
    """Firefox as long as the block lasts, with a fresh profile below `folder`."""
    profile = folder / "profile"
    profile.mkdir()
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items()]
    (profile / "user.js").write_text("".join(lines))
    command = [binary, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    # Input methods speak to the windows of the browser, not to pages.
    command.append("--remote-allow-system-access")
    with running(command, folder / "firefox.log") as process:
        give_up = time.monotonic() + PATIENCE
        while not (address := _address(profile)):
            if process.poll() is not None or time.monotonic() > give_up:
                raise RuntimeError(f"Firefox did not start:\n{(folder / 'firefox.log').read_text()}")
            time.sleep(0.05)
        with connect(f"{address}/session", max_size=None, compression=None) as socket:
            browser = Firefox(socket)
            yield browser
            browser.ask("browser.close")
            process.wait(timeout=PATIENCE)


def _address(profile: Path) -> str | None:
    """Where this Firefox listens; None while it is starting."""
    try:
        told = json.loads((profile / ADDRESS).read_text())
    except (OSError, ValueError):
        return None
    return f"ws://{told['ws_host']}:{told['ws_port']}"
