"""Which pages may change something here.

Cookies travel with requests from any site, so the site that asks has to be ours.
Litestar's CORS and CSRF layers do not see websockets: the handshake asks here.

A proxy that replaces the Host header makes our own pages look like another site. Such a request is refused too, and
`ProxyLog` tells the operator what to set.
"""

import logging
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

log = logging.getLogger("shortlist.proxy")

MOST_MISMATCHES = 20
"""pairs of addresses that one run of the server logs: clients choose both"""

_ORIGIN = re.compile(r"https?://(\[[0-9a-f:.]{2,45}\]|[a-z0-9.-]{1,253})(:[0-9]{1,5})?")


def may_change(headers: Mapping[str, str], *, public_url: str | None, required: bool) -> bool:
    """Whether a request with these headers may change something.

    Scripts send neither header, which is allowed unless an Origin is `required`. A browser that reports another site is
    refused whatever else it sends: a link or a form on that site has the visitor's cookie, and may send no Origin.
    Without an Origin a page of a sibling domain (`same-site`) counts as another site too.
    """
    origin, asks = headers.get("origin"), headers.get("sec-fetch-site")
    if origin is None:
        return not required and asks not in {"cross-site", "same-site"}
    return asks != "cross-site" and is_ours(origin, host=headers.get("host", ""), public_url=public_url)


def is_ours(origin: str, *, host: str, public_url: str | None) -> bool:
    """Whether `origin` is the public address of this server, or the very host that was asked."""
    if public_url is not None:
        public = urlsplit(public_url)
        if origin == f"{public.scheme}://{public.netloc}":
            return True
    # Compared as text: what a client sends as an origin need not be one, and parsing it may fail.
    return host != "" and origin in (f"http://{host}", f"https://{host}")


def unknown_address(headers: Mapping[str, str]) -> str | None:
    """The origin of a refused request, when it may be this server under an address that it does not know.

    None when the browser says that another site asks, or names no web address.
    """
    origin = headers.get("origin", "")
    if headers.get("sec-fetch-site") in {"cross-site", "same-site"} or not _ORIGIN.fullmatch(origin):
        return None
    return origin


class ProxyLog:
    """Logs once what a proxy does not forward. Lines name addresses of servers and nothing about people."""

    def __init__(self) -> None:
        self._logged: set[tuple[str, str]] = set()
        self._said_upgrade = False

    def unknown_address(self, origin: str, *, host: str, public_url: str | None) -> None:
        """Logs each pair of addresses that do not match once, and at most `MOST_MISMATCHES` pairs.

        `origin` is what the browser names, `host` a valid Host header of the same request.
        """
        known = public_url or host
        if (origin, known) in self._logged or len(self._logged) >= MOST_MISMATCHES:
            return
        self._logged.add((origin, known))
        configured = f"BOARD_PUBLIC_URL={public_url}" if public_url else f"{host or 'nothing'} by the Host header"
        log.warning(
            "Refused a request for %s, because this server is configured as %s. If people reach it at %s, set "
            "BOARD_PUBLIC_URL=%s, and let the proxy pass the Host header on.",
            *(origin, configured, origin, origin),
        )

    def no_upgrade(self) -> None:
        """A websocket handshake arrived as a plain request."""
        if not self._said_upgrade:
            self._said_upgrade = True
            log.warning(
                "A page asked for a live connection, and a proxy took the headers Upgrade and Connection off. "
                "Until the proxy passes websockets on, boards stay offline."
            )
