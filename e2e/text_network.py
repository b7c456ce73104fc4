"""The way of a page's text through the network, which swallows what it likes without closing anything."""

import re

from playwright.sync_api import Page, WebSocketRoute

TEXT = re.compile(r"/text\?epoch=\d+$")


class TextNetwork:
    """Install it on a page before the page is opened. The page's clock is one that tests move."""

    def __init__(self) -> None:
        self.swallows_words = False
        """what the page sends"""
        self.swallows_answers = False
        """what the server sends"""
        self.down = False
        """connections end, and none comes about"""
        self._sockets: list[WebSocketRoute] = []

    def install(self, page: Page) -> None:
        page.clock.install()
        page.route_web_socket(TEXT, self._opened)

    def goes_down(self) -> None:
        """As when a laptop leaves its network."""
        self.down = True
        for one in self._sockets:
            one.close(code=1001)
        self._sockets.clear()

    def _opened(self, page: WebSocketRoute) -> None:
        if self.down:
            page.close(code=1001)
            return
        server = page.connect_to_server()
        self._sockets.append(page)

        def from_page(frame: str | bytes) -> None:
            if not self.swallows_words:
                server.send(frame)

        def from_server(frame: str | bytes) -> None:
            if not self.swallows_answers:
                page.send(frame)

        page.on_message(from_page)
        server.on_message(from_server)
