"""The security headers of every response: pages, files, errors and unknown paths alike."""

from collections.abc import Awaitable, Callable

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

# No inline script or style anywhere: data is in <script type="application/json">, which browsers never run.
# Scripts may still set single style properties through the CSSOM; only style attributes in markup are refused.
CONTENT = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
FIXED = {
    "Content-Security-Policy": CONTENT,
    "X-Content-Type-Options": "nosniff",
    # Other sites must not learn addresses of boards. With "no-referrer" browsers would send `Origin: null` with our own
    # forms, and the Origin rule would refuse them.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    # A shared machine must not show a board from its cache. Files with a hash in the name set their own header.
    "Cache-Control": "no-store",
}
YEAR = 31_536_000

Hook = Callable[[Message, Scope], Awaitable[None]]


def security_headers(public_url: str) -> Hook:
    """Returns a `before_send` hook: unlike `after_request` it sees errors, unknown paths and static files too.

    A header that a handler set is kept: the self-contained record has its own content policy.
    """
    always = dict(FIXED)
    if public_url.lower().startswith("https://"):
        always["Strict-Transport-Security"] = f"max-age={YEAR}"

    async def add(message: Message, scope: Scope) -> None:
        if message["type"] != "http.response.start":
            return
        answer = MutableScopeHeaders.from_message(message)
        for name, value in always.items():
            answer.setdefault(name, value)
        if scope["path"] != "/":
            answer.setdefault("X-Robots-Tag", "noindex, nofollow")

    return add
