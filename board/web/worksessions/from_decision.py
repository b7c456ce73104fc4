"""From a decision to a work session: by one press for a reader of it, for whoever led its board with a page between.

What that facilitator opens is offered on every page of the board at once, so their page says so where it is pressed.
"""

import math
from collections.abc import Mapping
from urllib.parse import urlencode

from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncEngine

from board.canvas.text import trimmed
from board.decisions.routes import page_address, stored
from board.errors import BoardError, Invalid
from board.live import address_of, entered
from board.people import cookie
from board.people.site import Site
from board.protocol.worksession import limits
from board.protocol.worksession.links import Link
from board.web import render, uploads
from board.web.errors import with_status
from board.words import say
from board.worksessions import DecisionWork, FromDecision, SessionAccess, SessionOpener, SessionRooms, filled_in

Asked = Request[object, object, State]
PAUSE = 5 * 60
"""seconds between a board and the work, for whoever wants them"""
LENGTHS = ("30", "60", "90")
"""minutes, the usual ones in the middle"""
FOLDED = {"audience": limits.AUDIENCE, "problem": limits.PROBLEM, "constraint": limits.CONSTRAINT}
"""fields that may stay as they are, each with its limit"""
PASSED_ON = ("step", "pause")
"""what is chosen beside the next steps"""


@get("/decisions/{sha256:str}/worksessions", include_in_schema=False)
async def show_start(
    request: Asked,
    sha256: FromPath[str],
    engine: NamedDependency[AsyncEngine],
    decision_work: NamedDependency[DecisionWork],
) -> Response[str] | Redirect:
    """What whoever led the board looks at before everybody there is invited. Others start from the decision's page."""
    found = await stored(engine, sha256)
    if await decision_work.leads(request, found.source) is None:
        return Redirect(f"/decisions/{sha256}", status_code=303)
    return _start_page(sha256, found.content, dict(request.query_params), {})


@post("/decisions/{sha256:str}/worksessions", include_in_schema=False)
async def open_session_from_decision(
    request: Asked,
    sha256: FromPath[str],
    engine: NamedDependency[AsyncEngine],
    site: NamedDependency[Site],
    session_access: NamedDependency[SessionAccess],
    session_opener: NamedDependency[SessionOpener],
    session_rooms: NamedDependency[SessionRooms],
    decision_work: NamedDependency[DecisionWork],
) -> Response[str] | Redirect:
    """The button beside a next step of a decision: a session that is filled in from the record, before its start.

    A reader of a decision has no cookie yet, so whether the browser keeps any is not asked here.
    """
    values, _ = await uploads.read(request)
    found = await stored(engine, sha256)
    led = await decision_work.leads(request, found.source)
    invites = "invite" in values
    if led is not None and not invites:
        chosen = urlencode({name: values[name] for name in PASSED_ON if name in values})
        return Redirect(f"/decisions/{sha256}/worksessions?{chosen}", status_code=303)
    if led is None and invites:
        # The board is gone, or this browser does not lead it any more: nobody would be invited.
        return Redirect(f"/decisions/{sha256}", status_code=303)
    if invites and not trimmed(values.get("artifact", "")):
        return _start_page(sha256, found.content, values, {"artifact": say("home-artifact-missing")})
    asked = _wanted(values, session_rooms.clock.now())
    address = page_address(request, site, sha256)
    wanted, origin = filled_in(asked, found.content, sha256=sha256, address=address, led=led)
    try:
        opened = await session_opener.open(wanted, address=address_of(request), origin=origin)
    except BoardError as error:
        if not invites:
            raise
        why = {_field(values, error): say(error.code, **error.params)}
        return with_status(_start_page(sha256, found.content, values, why), error)
    passed = cookie.with_link(None, opened.tokens[Link.LEAD])
    return entered(f"/worksessions/{opened.id}", site, session_access.cookie_name(opened.id), passed)


def after_pause(now: float) -> int:
    """When the work begins after a pause, on a whole minute; twin of `afterPause` in `phases/done/steps.tsx`."""
    return math.ceil((now + PAUSE) / 60) * 60


def _wanted(values: Mapping[str, str], now: float) -> FromDecision:
    minutes = values.get("minutes")
    return FromDecision(
        step=_step(values),
        starts=after_pause(now) if values.get("pause") else None,
        minutes=int(minutes) if minutes in LENGTHS else 60,
        artifact=values.get("artifact"),
        audience=values.get("audience"),
        problem=values.get("problem"),
        constraint=values.get("constraint"),
    )


def _step(values: Mapping[str, str]) -> int | None:
    step = values.get("step", "")
    return int(step) if step.isdecimal() and len(step) <= 2 else None


def _field(values: Mapping[str, str], error: BoardError) -> str:
    """Where it stands what is wrong."""
    most = {"artifact": limits.ARTIFACT} | FOLDED
    too_long = next((name for name, limit in most.items() if len(trimmed(values.get(name, ""))) > limit), "form")
    return too_long if isinstance(error, Invalid) else "form"


def _start_page(sha256: str, content: bytes, typed: Mapping[str, str], errors: Mapping[str, str]) -> Response[str]:
    """Filled in from the record; after bad input (422) with what was typed."""
    asked = FromDecision(step=_step(typed))
    wanted = filled_in(asked, content, sha256=sha256, address="", led=None).wanted
    known = {name: getattr(wanted, name) or "" for name in ("artifact", *FOLDED)} | {"minutes": "60", "step": ""}
    values = known | {name: typed[name] for name in (*known, "pause") if name in typed}
    context = {
        "sha256": sha256,
        "values": {"pause": ""} | values,
        "errors": errors,
        "focus": next((name for name in known if name in errors), ""),
        "lengths": LENGTHS,
        "folded": FOLDED,
        "unfolded": any(name in errors for name in FOLDED),
    }
    return render.page("goes_on.html", context, status=422 if errors else 200)


handlers = [show_start, open_session_from_decision]
