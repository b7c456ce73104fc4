"""A reply to a recap, from the form on its page or from a script.

What cannot be kept comes back in the form with the reason: nothing that was typed is lost.
"""

import msgspec
from litestar import MediaType, Request, Response, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncEngine

from board.errors import BoardError, Gone, Invalid, NotFound
from board.people.site import Site
from board.protocol.refusals import Refusal
from board.web import render, uploads
from board.web.errors import with_status
from board.words import say
from board.worksessions import BadBox, ReplyLimits, SessionRooms, keep_reply, with_claim

Asked = Request[object, object, State]
MOST_FORM = 128 * 1024
"""bytes: three full boxes of characters that a form writes as twelve bytes each are 72,000"""
BOXES = ("helped", "unclear", "missing")


class Sent(msgspec.Struct):
    """The same as JSON."""

    helped: str | None = None
    unclear: str | None = None
    missing: str | None = None


@post(
    "/recaps/{recap_sha256:str}/feedback",
    summary="Reply to a recap",
    request_max_body_size=MOST_FORM,
    status_code=201,
)
async def reply_to_recap(
    request: Asked,
    recap_sha256: FromPath[str],
    engine: NamedDependency[AsyncEngine],
    site: NamedDependency[Site],
    session_rooms: NamedDependency[SessionRooms],
    reply_limits: NamedDependency[ReplyLimits],
) -> Response[str]:
    """Three boxes, at least one of them filled in: `helped`, `unclear`, `missing`, each with at most 2,000 characters.

    A form is answered by the page of the recap, JSON by the id of the reply. From one address 5 replies a minute and
    10 in all are taken for each recap. The cookie that comes back shows the answer on the page later.
    """
    as_json = request.headers.get("content-type", "").startswith("application/json")
    values = _json(await request.body()) if as_json else (await uploads.read(request))[0]
    try:
        kept = await keep_reply(request, recap_sha256, values, engine=engine, rooms=session_rooms, limits=reply_limits)
        if as_json and isinstance(kept, BadBox):
            raise Invalid(kept.refused.code, **kept.refused.params)
    except (NotFound, Gone):
        raise
    except BoardError as error:
        if as_json:
            raise
        return with_status(_form(recap_sha256, values, say(error.code, **error.params)), error)
    if isinstance(kept, BadBox):
        why = say(kept.refused.code, **kept.refused.params)
        return _form(recap_sha256, values, why, box=kept.box, status=422)
    answer: Response[str]
    if as_json:
        body = msgspec.json.encode({"feedback": kept.id}).decode()
        answer = Response(body, media_type=MediaType.JSON, status_code=201)
    else:
        answer = Redirect(f"/recaps/{recap_sha256}?replied=1#replies", status_code=303)
    return with_claim(answer, site, recap_sha256, kept.claim)


def _json(body: bytes) -> dict[str, str]:
    try:
        sent = msgspec.json.decode(body, type=Sent)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Invalid(Refusal.BROKEN_FORM) from None
    return {box: getattr(sent, box) or "" for box in BOXES}


def _form(sha256: str, values: dict[str, str], why: str, *, box: str | None = None, status: int = 200) -> Response[str]:
    """The three boxes with what was typed, and why it was not kept."""
    typed = {one: values.get(one, "") for one in BOXES}
    return render.page("reply.html", {"sha256": sha256, "values": typed, "why": why, "box": box}, status=status)


handlers = [reply_to_recap]
