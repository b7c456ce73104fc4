"""New work sessions over HTTP."""

from litestar import Request, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import JSONBody

from board.live.handshake import address_of
from board.people.site import Site
from board.protocol.worksession.links import Link
from board.worksessions.lifecycle.opening import NewWorksession, Opened, SessionOpener

MOST_NEW = 1024 * 1024
"""bytes of a request for a session: its text, as JSON may write it"""

Asked = Request[object, object, State]


@post("/api/worksessions", summary="Open a work session", status_code=201, request_max_body_size=MOST_NEW)
async def create_worksession(
    request: Asked,
    data: JSONBody[NewWorksession],
    site: NamedDependency[Site],
    session_opener: NamedDependency[SessionOpener],
) -> dict[str, object]:
    """The answer is the only place where the links appear; the database keeps hashes of them.

    Whoever sends the lead's link follows it, joins with a name and starts.
    """
    opened = await session_opener.open(data, address=address_of(request))
    return shown(request, site, opened)


def shown(request: Asked, site: Site, opened: Opened) -> dict[str, object]:
    """A session that was just opened, with the addresses of its links."""
    return {
        "id": opened.id,
        "links": {str(link): link_of(request, site, token, link) for link, token in opened.tokens.items()},
    }


def link_of(request: Asked, site: Site, token: str, link: Link) -> str:
    """The address of a link."""
    path = f"/calendars/{token}.ics" if link is Link.CALENDAR else f"/join/{token}"
    return site.link(path, scheme=request.scope["scheme"], host=request.headers.get("host", ""))
