"""A work session from a decision over HTTP, and the press that puts one on the page of the decision."""

from litestar import Request, Response, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncEngine

from board.decisions.routes import page_address, stored
from board.live.handshake import address_of
from board.people.site import Site
from board.worksessions.http.decision_work import DecisionWork
from board.worksessions.http.opening import MOST_NEW, shown
from board.worksessions.lifecycle.from_decision import FromDecision, filled_in
from board.worksessions.lifecycle.opening import SessionOpener


@post(
    "/api/decisions/{sha256:str}/worksessions",
    summary="Open a work session from a decision",
    status_code=201,
    request_max_body_size=MOST_NEW,
)
async def create_from_decision(
    request: Request[object, object, State],
    sha256: FromPath[str],
    data: JSONBody[FromDecision],
    engine: NamedDependency[AsyncEngine],
    site: NamedDependency[Site],
    session_opener: NamedDependency[SessionOpener],
    decision_work: NamedDependency[DecisionWork],
) -> dict[str, object]:
    """A next step of the decision is what the session makes, the other steps are its tasks, and the text begins with
    a quotation of the decision. A field that is sent wins.

    Nothing of the board is in the answer or in the session but what stands in the frozen record. Opened with the
    cookie of the board's facilitator, it stands on the page of the decision.
    """
    found = await stored(engine, sha256)
    address = page_address(request, site, sha256)
    led = await decision_work.leads(request, found.source)
    wanted, origin = filled_in(data, found.content, sha256=sha256, address=address, led=led)
    opened = await session_opener.open(wanted, address=address_of(request), origin=origin)
    return shown(request, site, opened)


@post(
    "/decisions/{sha256:str}/worksessions/{session_id:str}/confirm",
    summary="Show a work session on the page of its decision",
    status_code=303,
)
async def confirm_worksession(
    request: Request[object, object, State],
    sha256: FromPath[str],
    session_id: FromPath[str],
    engine: NamedDependency[AsyncEngine],
    decision_work: NamedDependency[DecisionWork],
) -> Response[str]:
    """For the facilitator of the board: a session that somebody else opened stands there from now on."""
    found = await stored(engine, sha256)
    await decision_work.confirm(request, found, session_id)
    return Redirect(f"/decisions/{sha256}", status_code=303)
