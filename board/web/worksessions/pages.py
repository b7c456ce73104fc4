"""The pages of one work session: opening it from the home page, the session itself, and pictures of its links."""

import msgspec
from jinja2.utils import htmlsafe_json_dumps
from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from markupsafe import Markup

from board.canvas.text import trimmed
from board.errors import BoardError, Invalid, NotFound
from board.live import address_of, entered
from board.people import cookie, links
from board.people.cookie import Pass, Person
from board.people.roles import as_asked, strongest
from board.people.site import Site
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.document import Task
from board.protocol.worksession.links import Link
from board.recaps.record import KIND
from board.records import Keep
from board.web import cookie_check, link_previews, qr, render, uploads
from board.web.errors import with_status
from board.web.pages import home_page
from board.web.start import NAME, Start
from board.web.worksessions import taking
from board.words import say
from board.worksessions import (
    Alone,
    NewWorksession,
    SessionAccess,
    SessionOpener,
    SessionReadLimits,
    SessionRoom,
    SessionRooms,
    TextRenderer,
    link_of,
    session_calendar,
    shown_links,
)

Asked = Request[object, object, State]
SHARED = (Link.JOIN, Link.READ, Link.CALENDAR)
"""the links that everybody in a session may pass on"""
RECAP = "recap"
"""the picture that stands beside those of the links: the address of the recap, once it is shared"""
WITH_TEXT = ("session-work", "session-ended", "session-wall")
"""the views that show the text"""


@post("/worksessions", include_in_schema=False)
async def open_session_from_home(
    request: Asked,
    site: NamedDependency[Site],
    session_access: NamedDependency[SessionAccess],
    session_opener: NamedDependency[SessionOpener],
    session_rooms: NamedDependency[SessionRooms],
) -> Response[str]:
    """The form of a work session on the home page. Bad input comes back with what was typed.

    A session of one person starts at once, without a plan. What stayed open last time comes along as a task, or, with
    nothing typed, as what will exist at the end.
    """
    values, _ = await uploads.read(request)
    start = Start.typed(values)
    artifact = values.get("artifact", "")
    taken = await taking.asked_for(request, values, session_access, session_rooms) if start.alone else None
    tasks: tuple[Task, ...] = ()
    if taken and trimmed(artifact):
        tasks = (taken.task,)
    elif taken:
        artifact = taken.text[: limits.ARTIFACT]
    wanted = NewWorksession(kind=start.kind, artifact=artifact, minutes=start.minutes)
    if not trimmed(artifact):
        return home_page(values, {"artifact": say("home-artifact-missing")}, start)
    if (why := cookie_check.objection(request, site)) is not None:
        return cookie_check.offer(home_page(values, {"form": why}, start))
    person = links.mint()
    alone = Alone(links.digest(person), say("home-me"), tasks) if start.alone else None
    try:
        opened = await session_opener.open(wanted, address=address_of(request), alone=alone)
    except BoardError as error:
        field = "artifact" if isinstance(error, Invalid) else "form"
        return with_status(home_page(values, {field: say(error.code, **error.params)}, start), error)
    if taken:
        await taking.move(session_rooms, taken)
    passed = Pass(person, (opened.tokens[Link.LEAD],))
    answer = entered(f"/worksessions/{opened.id}", site, session_access.cookie_name(opened.id), passed)
    answer.set_cookie(NAME, start.value, max_age=cookie.YEAR, path="/", samesite="lax")
    return cookie_check.over(answer)


@get("/worksessions/{session_id:str}", include_in_schema=False)
async def show_session(
    request: Asked,
    session_id: FromPath[str],
    site: NamedDependency[Site],
    session_access: NamedDependency[SessionAccess],
    session_rooms: NamedDependency[SessionRooms],
    session_reads: NamedDependency[SessionReadLimits],
    keep: NamedDependency[Keep],
    texts: NamedDependency[TextRenderer],
) -> Response[str] | Response[bytes]:
    """The session as this person may see it, with everything the first paint needs; behind `.ics`, its date."""
    if session_id.endswith(".ics"):
        id = session_id.removesuffix(".ics")
        return await session_calendar(request, id, site, session_access, session_rooms, session_reads)
    if link_previews.is_wanted(request):
        return link_previews.page()
    room, person = await session_access.enter(request, session_id)
    await session_rooms.senders.acquire(session_id, person)
    role = Link(as_asked(person.roles, request.query_params.get("as")))
    document, notice = await session_rooms.page_data(room, person, role)
    held, view = _links(room, person, role), _view(room, person, role)
    boot = {
        "session": session_id,
        "role": str(role),
        "roles": sorted(person.roles),
        "links": {str(link): link_of(request, site, token, link) for link, token in held.items()},
        "qr": {str(link): f"/worksessions/{session_id}/qr/{link}.svg" for link in held},
        "waiting": sum(one.waits for one in room.session.replies.values()) if role is Link.LEAD else 0,
        "keep": keep.boards,
        "protocol": notice.protocol,
        "build": notice.build,
        "document": document,
        "html": await texts.soon(room) if view in WITH_TEXT else None,
        "notice": msgspec.to_builtins(notice),
    }
    contract = room.session.meta.contract
    context = {
        "boot": boot,
        "told": Markup(htmlsafe_json_dumps(boot)),  # noqa: S704 - escaped
        "artifact": contract.artifact or say("session-untitled"),
        "role": role,
        "view": view,
    }
    page = render.page("session.html", context)
    session_rooms.senders.bucket(session_id, person).charge(len(page.content))
    return page


@get("/worksessions/{session_id:str}/qr/{file:str}", include_in_schema=False)
async def show_session_qr(
    request: Asked,
    session_id: FromPath[str],
    file: FromPath[str],
    site: NamedDependency[Site],
    session_access: NamedDependency[SessionAccess],
) -> Response[str]:
    """A link, or the address of the shared recap, as a picture to be photographed.

    No token is in the address of the picture.
    """
    room, person = await session_access.enter(request, session_id)
    kind, _, ending = file.partition(".")
    pictured = _pictured(request, site, room, person, kind) if ending == "svg" else None
    if pictured is None:
        raise NotFound(Refusal.NO_QR)
    return Response(qr.svg(pictured, say(f"session-qr-{kind}")), media_type="image/svg+xml")


def _pictured(request: Asked, site: Site, room: SessionRoom, person: Person, kind: str) -> str | None:
    """The address of which there may be a picture; None where there is none."""
    if kind == RECAP:
        recap = room.session.meta.recap
        host = request.headers.get("host", "")
        path = f"{KIND.path}{recap.sha256}" if recap else None
        return path and site.link(path, scheme=request.scope["scheme"], host=host)
    held = _links(room, person, Link(strongest(person.roles)))
    return link_of(request, site, held[Link(kind)], Link(kind)) if kind in held else None


def _links(room: SessionRoom, person: Person, role: Link) -> dict[Link, str]:
    """The links that this tab may show: all of them to the lead, and never the lead's on the big screen."""
    best = Link(strongest(person.roles))
    found = shown_links(best, person.links[best], room.session.generations)
    return {link: token for link, token in found.items() if role is Link.LEAD or link in SHARED}


def _view(room: SessionRoom, person: Person, role: Link) -> str:
    """The view that the page opens with; twin of `viewNow` in `session/views/views.ts`."""
    state, me = room.session.meta.state, room.session.person(person)
    if role is Link.READ:
        return "session-wall"
    if state in ("ended", "shared"):
        return "session-ended"
    if me is None and not (role is Link.LEAD and state == "plan"):
        return "session-door"
    return "session-prepare" if state == "plan" else "session-work"


handlers = [open_session_from_home, show_session, show_session_qr]
