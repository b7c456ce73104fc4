"""Programs that fetch a link because somebody sent it, to draw a card of it in a chat or a mail.

They get a page about boards in general, with nothing looked up: the card shows neither a question nor whether there is
such a board. A browser that is mistaken for one of them goes on with a press.
"""

import re

from litestar import Request, Response
from litestar.datastructures import State

from board.web import render

# WhatsApp is also what Signal calls itself. Office programs follow a link themselves and hand the browser the address
# at which the redirects end, so they have to stay at the link. A Cubot is a phone.
_FETCHER = re.compile(
    r"(?<!cu)bot\b|crawl|spider|preview|facebookexternalhit|meta-external|^whatsapp|ms-?office|microsoft office"
    r"|mastodon|cardyb|embedly|iframely|vkshare",
    re.IGNORECASE,
)
OPEN = "open"
"""in the query of the link that goes on from the page"""


def is_wanted(request: Request[object, object, State]) -> bool:
    """Whether a program asks that only draws cards. Whoever has a cookie or pressed the button is a person."""
    if request.cookies or OPEN in request.query_params:
        return False
    return _FETCHER.search(request.headers.get("user-agent", "")) is not None


def page() -> Response[str]:
    """The same for every link, whether it leads anywhere or not."""
    return render.page("link_preview.html", {"go_on": f"?{OPEN}=1"})
