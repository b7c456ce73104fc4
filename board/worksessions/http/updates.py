"""A change to the text that is too large for the socket: what somebody wrote in a long time without a connection."""

import asyncio

from litestar import Request, Response, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath

from board.errors import Invalid, NotAllowed, TooLarge, Unavailable
from board.protocol.refusals import Refusal
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.engine.text_jobs import Ignored, Outcome
from board.worksessions.engine.text_page import Writer, submit_pieces
from board.worksessions.http.access import SessionAccess
from board.worksessions.text.pieces import pieces
from board.worksessions.text.shared import log_of
from board.worksessions.text.turns import read_in_turns
from board.worksessions.text.update import UPLOAD, Reason, RefusedUpdateError

Asked = Request[object, object, State]


@post(
    "/worksessions/{session_id:str}/updates",
    include_in_schema=False,
    request_max_body_size=UPLOAD.bytes,
)
async def add_to_text(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_rooms: NamedDependency[SessionRooms],
) -> Response[dict[str, int] | None]:
    """The body is one Yjs update. 204: it is committed. 409: the text has another epoch, which the answer names.

    Raises what identifying the sender raises, NotAllowed for whoever may not write, Invalid for an update that is
    refused, TooLarge, and Unavailable when the database cannot be written.
    """
    room, person = await session_access.enter(request, session_id)
    await session_rooms.senders.acquire(log_of(room.id), person)
    body = await request.body()
    session_rooms.senders.bucket(log_of(room.id), person).charge(len(body))
    try:
        update = await read_in_turns(body, UPLOAD)
        # The session may have been evicted since it was found.
        room = await session_rooms.find(session_id) or room
        text = room.session.text
        if request.query_params.get("epoch") != str(text.epoch):
            return Response({"epoch": text.epoch}, status_code=409)
        answered: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        left = pieces(update, text.history.clocks)
        submit_pieces(session_rooms, room, Writer(person, text.epoch), left, answered.set_result)
        outcome = await asyncio.shield(answered)
    except RefusedUpdateError as refused:
        outcome = refused.reason
    if outcome is not None:
        raise _error(outcome)
    return Response(None, status_code=204)


def _error(outcome: Reason | Ignored) -> Invalid | NotAllowed | TooLarge | Unavailable:
    if outcome is Reason.TOO_LARGE:
        return TooLarge(Refusal.UPDATE_TOO_LARGE)
    if outcome in (Ignored.MAY_NOT_WRITE, Ignored.OTHER_EPOCH):
        return NotAllowed(Refusal.MAY_NOT_WRITE)
    if outcome is Ignored.NOT_STORED:
        return Unavailable(Refusal.STORAGE)
    return Invalid(Refusal.UPDATE_REFUSED)
