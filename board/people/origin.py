"""Which pages may change something here.

Cookies travel with requests from any site, so the site that asks has to be ours.
Litestar's CORS and CSRF layers do not see websockets: the handshake asks here.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit


def may_change(headers: Mapping[str, str], *, public_url: str | None, required: bool) -> bool:
    """Whether a request with these headers may change something.

    Scripts send neither header, which is allowed unless an Origin is `required`. A browser that says that another site
    asks is refused whatever else it sends: a link or a form on that site has the visitor's cookie, and it may send no
    Origin. Without an Origin a page of a sibling domain (`same-site`) is another site too.
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
