"""New boards over HTTP."""

from litestar import Request, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import JSONBody

from board.brainstorm.lifecycle.opening import BoardOpener, NewBoard
from board.imports import MOST_BYTES
from board.live.handshake import address_of
from board.people.site import Site

MOST_NEW = 2 * MOST_BYTES
"""bytes of a request for a board: its ideas, as JSON may write them"""

Asked = Request[object, object, State]


@post("/api/boards", summary="Open a board", status_code=201, request_max_body_size=MOST_NEW)
async def create_board(
    request: Asked,
    data: JSONBody[NewBoard],
    site: NamedDependency[Site],
    opener: NamedDependency[BoardOpener],
) -> dict[str, object]:
    """The answer is the only place where the three links appear; the database keeps hashes of them.

    With `ideas` the board begins with reading them, or with grouping when they come in groups. They are taken whole or
    not at all: a 422 names every idea that is wrong, counted from 1, and says why.
    """
    board, tokens = await opener.open(data, address=address_of(request))
    return {"id": board, "links": {str(role): link_of(request, site, token) for role, token in tokens.items()}}


def link_of(request: Asked, site: Site, token: str) -> str:
    """The link that opens a role."""
    return site.link(f"/join/{token}", scheme=request.scope["scheme"], host=request.headers.get("host", ""))
