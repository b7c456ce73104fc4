"""Replies to a recap: keeping one, what the page of the recap shows of them, and all of them for the session."""

import uuid
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from sqlalchemy.ext.asyncio import AsyncEngine

from board.errors import BoardError, Gone, NotAllowed, TooMany
from board.live.handshake import address_of
from board.people import cookie
from board.people.links import digest, mint
from board.people.site import Site
from board.protocol.refusals import Refusal
from board.protocol.worksession.links import Link
from board.recaps.exports.shown import ShownReply
from board.records.http import answers
from board.records.http.answers import Missing
from board.records.service import recaps
from board.records.times import utc
from board.worksessions.engine.room import SessionRoom
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.http.access import SessionAccess
from board.worksessions.http.read_limits import SessionReadLimits
from board.worksessions.rules.replying import BadBox, Reply, ReplyLimits, typed

Asked = Request[object, object, State]
MISSING = Missing(Refusal.NO_RECAP, Refusal.RECAP_DELETED, Refusal.RECAP_DAMAGED)


class KeptReply(NamedTuple):
    """A reply that is stored, and the token by which the browser finds it again."""

    id: str
    claim: str


async def keep_reply(
    request: Asked,
    sha256: str,
    values: Mapping[str, str],
    *,
    engine: AsyncEngine,
    rooms: SessionRooms,
    limits: ReplyLimits,
) -> KeptReply | BadBox:
    """Keeps what a reader typed, or says what is wrong with it.

    Raises NotFound and Gone where there is no recap, Gone where nobody would read a reply, TooMany, and Unavailable
    when it cannot be stored.
    """
    found = await answers.stored(engine, recaps, sha256, MISSING)
    said = typed(values)
    if isinstance(said, BadBox):
        return said
    room = await rooms.find(found.source)
    if room is None:
        raise Gone(Refusal.REPLIES_UNREAD)
    now, address = rooms.clock.now(), address_of(request)
    if refused := limits.take(address, sha256, now):
        wait = refused.params.get("seconds", 0)
        raise TooMany(refused.code, wait=float(wait) if isinstance(wait, int) else 0, **refused.params)
    kept = KeptReply(str(uuid.uuid4()), claim_of(request, sha256) or mint())
    reply = Reply(session=room.id, recap=sha256, at=int(now), claim=digest(kept.claim), said=said)
    try:
        await rooms.reply(room, kept.id, reply)
    except BoardError:
        limits.give_back(address, sha256)
        raise
    return kept


def claim_name(sha256: str) -> str:
    """The name of the cookie by which a reader finds the replies to a recap that are their own."""
    return f"reply_{sha256[:16]}"


def claim_of(request: Asked, sha256: str) -> str | None:
    """The token in this reader's browser."""
    token = request.cookies.get(claim_name(sha256), "")
    return token if cookie.is_token(token) else None


def with_claim(answer: Response[str], site: Site, sha256: str, claim: str) -> Response[str]:
    """The answer with the cookie, which goes to the page of this recap and nowhere else."""
    answer.set_cookie(
        claim_name(sha256),
        claim,
        max_age=cookie.YEAR,
        path=f"/recaps/{sha256}",
        httponly=True,
        samesite="lax",
        secure=site.secure,
    )
    return answer


def shown_replies(request: Asked, sha256: str, room: SessionRoom) -> tuple[ShownReply, ...]:
    """What this reader sees: the replies that the lead let in, and all of their own."""
    claim = claim_of(request, sha256)
    own = digest(claim) if claim else None
    return tuple(
        ShownReply(tuple(one.boxes()), one.answer, one.note, own=one.claim == own, shown=one.shown)
        for one in room.session.replies.values()
        if one.session == room.id and (one.shown or one.claim == own)
    )


@get("/api/worksessions/{session_id:str}/feedback", summary="What readers of a chain's recaps replied")
async def list_feedback(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_rooms: NamedDependency[SessionRooms],
    session_reads: NamedDependency[SessionReadLimits],
) -> Response[dict[str, object]]:
    """All replies to recaps of the chain, the oldest first. `version` is the number that notices carry.

    Answers 403 to somebody with the link to read alone: the big screen shows no replies.
    """
    room, person = await session_access.enter(request, session_id)
    await session_reads.texts.acquire(room.id, person)
    if not person.roles & {Link.LEAD, Link.JOIN}:
        raise NotAllowed(Refusal.READING)
    told = await session_rooms.read(room, _told)
    return Response(told, headers={"cache-control": "no-store"})


def _told(room: SessionRoom) -> dict[str, object]:
    replies = room.session.replies
    return {"version": replies.version, "replies": [dict(_fields(id, one)) for id, one in replies.items()]}


def _fields(id: str, one: Reply) -> Iterator[tuple[str, object]]:
    yield "feedback", id
    yield "session", one.session
    yield "recap", one.recap
    yield "at", utc(one.at)
    yield from one.said._asdict().items()
    yield "shown", one.shown
    yield "answer", one.answer
    yield "note", one.note


handlers = [list_feedback]
