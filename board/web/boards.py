"""The pages of one board: opening it from the home page, joining by a link, the board itself, and QR codes."""

from weakref import WeakKeyDictionary

import msgspec
from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath

from board.brainstorm import Access, BoardOpener, Room, Rooms, link_of, opened_work
from board.decisions.exports.formats import FORMATS
from board.errors import BoardError, NotFound
from board.live import address_of, entered
from board.people import cookie, links
from board.people.cookie import Pass, Person
from board.people.roles import as_asked, strongest
from board.people.site import Site
from board.protocol.refusals import Refusal
from board.protocol.roles import Role
from board.protocol.worksession.links import Link
from board.records import Keep
from board.records.exports.exporter import Exporter
from board.web import cookie_check, link_previews, preview, qr, uploads
from board.web.errors import with_status
from board.web.forms import wanted
from board.web.pages import Meta, board_page, encoded, home_page
from board.web.worksessions import accepting
from board.words import say
from board.worksessions import SessionAccess

Asked = Request[object, object, State]
DECISION, WORK = "decision", "work"
"""the pictures of the final decision's address, and of the link into the work that goes on, beside those of links"""

_metas: WeakKeyDictionary[Room, Meta] = WeakKeyDictionary()
"""what the last page of a board said of it: one encoding for all who come while it stays as it is"""


@post("/boards", include_in_schema=False)
async def open_from_home(
    request: Asked, site: NamedDependency[Site], opener: NamedDependency[BoardOpener]
) -> Response[str]:
    """The home page's form. Bad input comes back with what was typed; pasted ideas are looked at first."""
    values, file = await uploads.read(request)
    if values.get("file"):
        # As this page sends its form, it brings no files, only their names.
        return preview.file_missing(values)
    if file or values.get("text", "").strip():
        return await preview.look(values, file)
    new, errors = wanted(values)
    if new is None:
        return home_page(values, errors)
    if (why := cookie_check.objection(request, site)) is not None:
        return cookie_check.offer(home_page(values, {"form": why}))
    try:
        board, tokens = await opener.open(new, address=address_of(request))
    except BoardError as error:
        return with_status(home_page(values, {"form": say(error.code, **error.params)}), error)
    return cookie_check.over(enter_board(site, board, cookie.with_link(None, tokens[Role.FACILITATOR])))


@get("/join/{token:str}", include_in_schema=False)
async def join(
    request: Asked,
    token: FromPath[str],
    site: NamedDependency[Site],
    access: NamedDependency[Access],
    session_access: NamedDependency[SessionAccess],
) -> Response[str]:
    """Puts the link into the cookie and leads to an address without it. Writes nothing: link previews come here too."""
    if link_previews.is_wanted(request):
        return link_previews.page()
    if found := await session_access.led_to(token):
        session, passed = found.session, cookie.with_link(session_access.shown(request, found.session), token)
        to = accepting.address(session) if found.link is Link.ACCEPT else f"/worksessions/{session}"
        return entered(to, site, session_access.cookie_name(session), passed)
    board = await access.follow(request, token)
    return enter_board(site, board, cookie.with_link(access.shown(request, board), token))


@get("/boards/{board_id:str}", include_in_schema=False)
async def show_board(
    request: Asked,
    board_id: FromPath[str],
    site: NamedDependency[Site],
    access: NamedDependency[Access],
    rooms: NamedDependency[Rooms],
    keep: NamedDependency[Keep],
    exporter: NamedDependency[Exporter],
) -> Response[str]:
    """The board as this person may see it, with everything the first paint needs."""
    if link_previews.is_wanted(request):
        return link_previews.page()
    room, person = await access.enter(request, board_id)
    await rooms.senders.acquire(board_id, person)
    role = Role(as_asked(person.roles, request.query_params.get("as")))
    held = _links(person, role)
    data = await rooms.page_data(room, person, role)
    boot: dict[str, object] = {
        "board": board_id,
        "role": str(role),
        "roles": sorted(person.roles),
        "links": {str(kind): link_of(request, site, token) for kind, token in held.items()},
        "keep": {"boards": keep.boards, "decisions": keep.records},
        "typesets": exporter.typesets,
        "formats": [one.for_page() for one in FORMATS.values()],
        "qr": {str(kind): f"/boards/{board_id}/qr/{kind}.svg" for kind in held},
        "protocol": data.notice.protocol,
        "build": data.notice.build,
        "notice": msgspec.to_builtins(data.notice),
    }
    _metas[room] = meta = encoded(data.meta, _metas.get(room))
    page = board_page(boot, meta)
    rooms.senders.bucket(board_id, person).charge(len(page.content))
    return page


@get("/boards/{board_id:str}/qr/{file:str}", include_in_schema=False)
async def show_qr(
    request: Asked,
    board_id: FromPath[str],
    file: FromPath[str],
    site: NamedDependency[Site],
    access: NamedDependency[Access],
) -> Response[str]:
    """A link, or the address of the final decision, as a picture to be photographed.

    No token is in the address of the picture.
    """
    room, person = await access.enter(request, board_id)
    kind, _, ending = file.partition(".")
    pictured = _pictured(request, site, room, person, kind) if ending == "svg" else None
    if pictured is None:
        raise NotFound(Refusal.NO_QR)
    return Response(qr.svg(pictured, say(f"live-qr-{kind}")), media_type="image/svg+xml")


def _pictured(request: Asked, site: Site, room: Room, person: Person, kind: str) -> str | None:
    """The address of which there may be a picture; None where there is none."""
    if kind in (DECISION, WORK):
        host = request.headers.get("host", "")
        path = _decision(room) if kind == DECISION else _work(room, person)
        return path and site.link(path, scheme=request.scope["scheme"], host=host)
    held = _links(person, Role(strongest(person.roles)))
    return link_of(request, site, held[Role(kind)]) if kind in held else None


def _decision(room: Room) -> str | None:
    frozen = room.board.meta.frozen
    return f"/decisions/{frozen}" if frozen else None


def _work(room: Room, person: Person) -> str | None:
    work = opened_work(room.board.session, person)
    return work.join if work else None


def _links(person: Person, role: Role) -> dict[Role, str]:
    """The links that this tab may show: all of them to the facilitator, the participants' one on the big screen."""
    if role is Role.PARTICIPANT:
        return {Role.PARTICIPANT: token} if (token := _weaker(person).get(Role.PARTICIPANT)) else {}
    shown_here = _weaker(person)
    if role is Role.WATCHER:
        shown_here.pop(Role.FACILITATOR, None)
    return shown_here


def _weaker(person: Person) -> dict[Role, str]:
    best = Role(strongest(person.roles))
    return links.weaker(best, person.links[best])


def enter_board(site: Site, board: str, passed: Pass, *, at: str = "") -> Response[str]:
    """Leads to the board with its cookie; `at` is what the page opens by itself, a name behind `#`."""
    return entered(f"/boards/{board}{at}", site, cookie.cookie_name(board, secure=site.secure), passed)


handlers = [open_from_home, join, show_board, show_qr]
