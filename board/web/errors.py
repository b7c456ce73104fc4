"""From a meaning to an answer: a page for browsers, a problem document (RFC 9457) for `/api` and for files in JSON.

No log line holds a message, an address, a cookie or a text: a fault is logged by its type and the places it passed.
"""

import logging
import math
import secrets
from collections.abc import Sequence
from traceback import extract_tb
from typing import Any, Literal, TypeVar

import msgspec
from litestar import MediaType, Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.types import ExceptionHandlersMap
from sqlalchemy.exc import SQLAlchemyError

from board.db.engine import is_storage_fault
from board.errors import (
    BoardError,
    DiskFull,
    Gone,
    Invalid,
    InvalidParts,
    Locked,
    NotAllowed,
    NotFound,
    Refused,
    TooLarge,
    TooMany,
    Unavailable,
    UnknownAddress,
)
from board.protocol.refusals import Refusal
from board.web import cookie_check, render
from board.web.assets import NotBuilt
from board.words import say

logger = logging.getLogger(__name__)

Asked = Request[object, object, State]
Answer = Response[Any]  # Any: text or bytes
T = TypeVar("T")
Unlinked = Literal["board", "session", "wrong"]
"""what a browser has no link to"""

STATUS: dict[type[BoardError], int] = {
    Invalid: 422,
    NotAllowed: 403,
    NotFound: 404,
    Gone: 410,
    TooLarge: 413,
    TooMany: 429,
    # The first that fits is taken, so a kind stands before the kind that it refines.
    DiskFull: 507,
    Unavailable: 503,
}
TITLED = frozenset({400, 403, 404, 405, 410, 413, 422, 429, 500, 507})
"""statuses with a headline of their own"""
HTTP = {
    400: Refusal.BAD_REQUEST,
    403: Refusal.FORBIDDEN,
    404: Refusal.NO_ADDRESS,
    405: Refusal.WRONG_METHOD,
    413: Refusal.BODY_TOO_LARGE,
    429: Refusal.TOO_MANY_REQUESTS,
}
"""for a request that never reached a rule"""
# Where a person without the right cookie or link ends up: they need a link, not an explanation of errors.
UNLINKED: dict[str, Unlinked] = {"/boards/": "board", "/join/": "wrong", "/worksessions/": "session"}
GONE = {
    Refusal.LINK_RENEWED: "page-link-renewed",
    Refusal.REMOVED: "page-removed",
}
"""headlines that say more than that something is gone"""


def _board_error(request: Asked, error: BoardError) -> Answer:
    if isinstance(error, Locked) and not _wants_json(request):
        return render.page("door.html", {}, status=403)
    details = error.parts if isinstance(error, InvalidParts) else None
    title = say("page-unknown-address") if isinstance(error, UnknownAddress) else None
    return with_status(_answer(request, _status(error), Refused(error.code, **error.params), details, title), error)


def with_status(answer: Response[T], error: BoardError) -> Response[T]:
    """The answer with the status of an error, and with Retry-After when waiting helps. Forms show the sentence."""
    answer.status_code = _status(error)
    if isinstance(error, TooMany) and error.wait:
        answer.headers["Retry-After"] = str(math.ceil(error.wait))
    return answer


def _status(error: BoardError) -> int:
    return next((status for kind, status in STATUS.items() if isinstance(error, kind)), 400)


def _http_error(request: Asked, error: HTTPException) -> Answer:
    """Litestar's own refusals. Their details name fields and types and go only to whoever sent the bad input."""
    if error.status_code >= 500:
        return _fault(request, error)
    details = error.extra if isinstance(error.extra, list) else None
    answer = _answer(request, error.status_code, Refused(HTTP.get(error.status_code, Refusal.BAD_REQUEST)), details)
    if error.headers and (wait := error.headers.get("Retry-After")):
        answer.headers["Retry-After"] = wait
    return answer


def _fault(request: Asked, error: Exception) -> Answer:
    """Our own mistake. The reference joins what the person sees with the log line."""
    reference = secrets.token_hex(3).upper()
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(error.__traceback__)]
    logger.error("fault %s: %s at %s", reference, _kinds(error), " < ".join(reversed(places)))
    return _answer(request, 500, Refused(Refusal.FAULT, reference=reference))


def _database_error(request: Asked, error: SQLAlchemyError) -> Answer:
    """A database that does not answer now may answer soon."""
    if not is_storage_fault(error):
        return _fault(request, error)
    logger.error("The database did not answer a request: %s", _kinds(error))
    return _board_error(request, Unavailable(Refusal.STORAGE))


def _kinds(error: BaseException | None) -> str:
    """The type of the fault and of what it came from; never their messages, which may quote people."""
    kinds: list[str] = []
    while error is not None and len(kinds) < 4:
        kinds.append(type(error).__qualname__)
        error = error.__cause__ or error.__context__
    return " from ".join(kinds)


def _answer(
    request: Asked, status: int, no: Refused, details: Sequence[object] | None = None, title: str | None = None
) -> Answer:
    title = title or say(f"page-error-{_known(status, TITLED)}")
    if _wants_json(request):
        return _problem(status, title, no, details)
    why = say(no.code, **no.params)
    if status == 404 and (of := _unlinked(request.scope["path"])):
        return no_link_page(why, of)
    if key := GONE.get(no.code):
        title = say(key)
    try:
        return render.page("error.html", {"status": status, "title": title, "why": why}, status=status)
    except NotBuilt as missing:
        return Response(str(missing), media_type=MediaType.TEXT, status_code=500)


def _unlinked(path: str) -> Unlinked | None:
    return next((of for start, of in UNLINKED.items() if path.startswith(start)), None)


def _known(status: int, statuses: frozenset[int]) -> int:
    """The status, or the general one of its kind where it has no words of its own."""
    return status if status in statuses else 400 if status < 500 else 500


def _wants_json(request: Asked) -> bool:
    path = request.scope["path"]
    sent = request.headers.get("content-type", "")
    return path.startswith("/api/") or path.endswith(".json") or sent.startswith("application/json")


def _problem(status: int, title: str, no: Refused, details: Sequence[object] | None) -> Response[bytes]:
    why = say(no.code, **no.params)
    body: dict[str, object] = {"type": "about:blank", "title": title, "status": status, "detail": why, "code": no.code}
    if no.params:
        body["params"] = no.params
    if details:
        body["errors"] = details
    return Response(msgspec.json.encode(body), media_type="application/problem+json", status_code=status)


def no_link_page(why: str, of: Unlinked) -> Response[str]:
    """For a board or a session that this browser holds no link to. It never says whether there is one.

    `wrong`: a join link was opened that leads nowhere. Otherwise it was the address of the thing itself, which may be
    where a join link led a browser that refuses cookies.
    """
    return cookie_check.offer(render.page("no_link.html", {"why": why, "of": of}, status=404))


handlers: ExceptionHandlersMap = {
    BoardError: _board_error,
    HTTPException: _http_error,
    SQLAlchemyError: _database_error,
    500: _fault,
}
