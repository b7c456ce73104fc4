"""Whether a browser keeps cookies: only a cookie opens a board, so a browser without cookies must not create one."""

import re
from typing import TypeVar

from litestar import Request, Response
from litestar.datastructures import State

from board.people.site import Site
from board.words import say

T = TypeVar("T")

NAME = "keeps_cookies"
"""as in `frontend/src/pages/cookies.ts`"""

# Browsers keep a Secure cookie over plain http from their own machine only.
_PLAIN = re.compile(r"http://(?!localhost\b|127\.|\[::1\])")


def offer(answer: Response[T]) -> Response[T]:
    """Sets a cookie that says nothing about anybody and ends with the browser.

    The script of the page sees whether the browser kept it, and so does the server with the next request.
    """
    answer.set_cookie(NAME, "yes", path="/", samesite="lax")
    return answer


def over(answer: Response[T]) -> Response[T]:
    """Takes the cookie back from a browser that has one of a board now, which shows the same."""
    answer.delete_cookie(NAME, path="/")
    return answer


def objection(request: Request[object, object, State], site: Site) -> str | None:
    """Why the browser that sends this form would not keep the cookie of its new board; None when nothing is in the way.

    Any cookie shows that the browser keeps them. A script does not ask for a page in answer: it need not have loaded
    the page of the form, and is never refused.
    """
    if "text/html" not in request.headers.get("accept", ""):
        return None
    if not request.cookies:
        return say("home-cookies-needed")
    if site.secure and _PLAIN.match(request.headers.get("origin", "")):
        return say("home-https-needed", url=str(site.public_url))
    return None
