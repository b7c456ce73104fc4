"""What a page must never do: say an error, throw one, break the content policy, or ask for what it does not get."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

# A page that is left lets go of what it was loading, and a download ends the navigation that began it.
LEFT_BEHIND = "net::ERR_ABORTED"
# What a page loads ahead in quiet moments can be cut off at every step of its way.
SERVER_GONE = (
    r"WebSocket connection to .* failed"
    r"|net::ERR_(CONNECTION|CONTENT_LENGTH|EMPTY_RESPONSE|INCOMPLETE|INTERNET_DISCONNECTED|NETWORK|SOCKET)"
)

WATCH = """() => {
  window.told = [];
  const look = () => {
    const text = document.body.innerText;
    for (const word of ["Offline", "You are offline", "connection", "too old", "not here"])
      if (text.includes(word) && !window.told.includes(word)) window.told.push(word);
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""
"""in a page: notes in `window.told` what it says of its connection, however briefly"""


@dataclass
class Trouble:
    """Collects what went wrong in every page of every person; a test fails when anything is left in `seen`."""

    seen: list[str] = field(default_factory=list)
    _expected: list[re.Pattern[str]] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)

    @contextmanager
    def expected(self, pattern: str) -> Iterator[None]:
        """Inside, trouble that matches is what the test is about. It must come."""
        before = len(self.seen)
        yield
        wanted = re.compile(pattern)
        came = [line for line in self.seen[before:] if wanted.search(line)]
        assert came, f"No trouble like {pattern!r} came"
        self.seen[before:] = [line for line in self.seen[before:] if not wanted.search(line)]
        self._expected.append(wanted)

    def allow(self, pattern: str) -> None:
        """From here on, trouble that matches may come."""
        self._expected.append(re.compile(pattern))

    @property
    def left(self) -> list[str]:
        return [line for line in self.seen if not any(one.search(line) for one in self._expected)]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.seen.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _error(self, error: WebError) -> None:
        self.seen.append(f"page error: {error.error}")

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT_BEHIND:
            self.seen.append(f"request failed: {request.method} {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.seen.append(f"refused: {response.status} {response.request.method} {response.url}")
