"""From ideas that somebody has already to a board: a look at them, then the board."""

from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from sqlalchemy.ext.asyncio import AsyncEngine

from board.brainstorm import BoardOpener
from board.decisions.routes import stored
from board.errors import BoardError, Refused
from board.imports import MOST_BYTES
from board.live import address_of
from board.people import cookie
from board.people.site import Site
from board.protocol.roles import Role
from board.web import cookie_check, preview, uploads
from board.web.boards import enter_board
from board.web.errors import with_status
from board.web.forms import wanted
from board.web.pages import home_page
from board.words import say

Asked = Request[object, object, State]

SHARE = "#share"
"""as in `frontend/src/board/app/let-in.tsx`"""
MOST_FORM = 3 * MOST_BYTES
"""bytes of a form: a file or a text with the line breaks that browsers make longer, and the other fields"""


@get("/from-ideas", include_in_schema=False)
async def from_decision(request: Asked, engine: NamedDependency[AsyncEngine]) -> Response[str]:
    """The preview of a decision's open ideas; without a decision, the start page."""
    address = request.query_params.get("decision")
    if address is None:
        return cookie_check.offer(home_page())
    values = {"decision": address}
    found = await preview.sort(values, None, (await stored(engine, address)).content)
    if isinstance(found, Refused):
        return cookie_check.offer(home_page(errors={"text": say(found.code, **found.params)}))
    return cookie_check.offer(await preview.show(values, found, {}))


@post("/from-ideas", include_in_schema=False, status_code=200, request_max_body_size=MOST_FORM)
async def from_ideas(
    request: Asked,
    site: NamedDependency[Site],
    opener: NamedDependency[BoardOpener],
    engine: NamedDependency[AsyncEngine],
) -> Response[str]:
    """A look, or with `then=open` the board, if what is sent is what was looked at."""
    values, file = await uploads.read(request)
    decision = values.get("decision", "")
    content = (await stored(engine, decision)).content if decision else None
    found = await preview.sort(values, file, content)
    if isinstance(found, Refused):
        return home_page(values, {"text": say(found.code, **found.params)})
    seen = values.get("looked") == preview.fingerprint(found, decision)
    if values.get("then") != "open" or not seen or not found.draft.ideas:
        return await preview.show(values, found, {})
    new, errors = wanted(values)
    if new is None:
        return await preview.show(values, found, errors)
    if (why := cookie_check.objection(request, site)) is not None:
        return cookie_check.offer(await preview.show(values, found, {"form": why}))
    try:
        board, tokens = await opener.open(new, address=address_of(request), ideas=found.draft)
    except BoardError as error:
        return with_status(await preview.show(values, found, {"form": say(error.code, **error.params)}), error)
    # Past the lobby, where the ways in stand open.
    return cookie_check.over(enter_board(site, board, cookie.with_link(None, tokens[Role.FACILITATOR]), at=SHARE))


handlers = [from_decision, from_ideas]
