"""The way of a session's commands through the network, which can go down and come up again."""

import re

from playwright.sync_api import Page, WebSocketRoute

LIVE = re.compile(r"/worksessions/[\w-]+/live\?as=\w+$")


class LiveNetwork:
    """Install it on a page before the page is opened."""

    def __init__(self, page: Page) -> None:
        self._down = False
        self._sockets: list[WebSocketRoute] = []
        page.route_web_socket(LIVE, self._opened)

    def goes_down(self) -> None:
        """Connections end, and none comes about."""
        self._down = True
        for one in self._sockets:
            one.close(code=1001)
        self._sockets.clear()

    def comes_up(self) -> None:
        self._down = False

    def _opened(self, page: WebSocketRoute) -> None:
        if self._down:
            page.close(code=1001)
            return
        self._sockets.append(page)
        page.connect_to_server()
