"""The Origin rule. Cookies travel with requests from any site, so the site that asks has to be ours.

Litestar's CORS and CSRF layers do not see websockets: the handshake asks here.
"""

from urllib.parse import urlsplit


def is_ours(origin: str, *, host: str, public_url: str | None) -> bool:
    """Whether `origin` is the public address of this server, or the very host that was asked."""
    if public_url is not None:
        public = urlsplit(public_url)
        if origin == f"{public.scheme}://{public.netloc}":
            return True
    # Compared as text: what a client sends as an origin need not be one, and parsing it may fail.
    return host != "" and origin in (f"http://{host}", f"https://{host}")
