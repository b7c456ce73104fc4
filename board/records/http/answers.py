"""A record over HTTP: finding it, its neighbours as links, and answers that a browser may keep."""

from typing import NamedTuple

from litestar import Request, Response
from litestar.datastructures import State
from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.engine import reader
from board.errors import Gone, NotFound, Unavailable
from board.people.site import Site
from board.protocol.refusals import Refusal
from board.records import canonical, service, times
from board.records.kind import Kind
from board.records.service import Found, RecordStore

Asked = Request[object, object, State]

# The bytes of a record never change. What is drawn from them may, with the next version.
FOREVER = "private, max-age=31536000, immutable"
ASK_AGAIN = "private, no-cache"
# Some phones show a download in place: then the file may use what it carries, and nothing else.
ALONE = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"


class Missing(NamedTuple):
    """Why there is no record at an address."""

    unknown: Refusal
    deleted: Refusal
    damaged: Refusal


async def stored(engine: AsyncEngine, records: RecordStore, sha256: str, missing: Missing) -> Found:
    """The record at this address. Raises Gone for a deleted one, saying the day, and NotFound where none was."""
    if canonical.is_digest(sha256):
        async with reader(engine).connect() as conn:
            try:
                found = await records.find(conn, sha256=sha256)
            except service.Damaged as error:
                raise Unavailable(missing.damaged) from error
            gone = await service.deleted_at(conn, sha256=sha256) if found is None else None
        if found is not None:
            return found
        if gone is not None:
            raise Gone(missing.deleted, day=times.instant(times.utc(gone)).date())
    raise NotFound(missing.unknown)


def page_address(request: Asked, site: Site, kind: Kind, sha256: str) -> str:
    """Where the page of a record is read."""
    host = request.headers.get("host", "")
    return site.link(f"{kind.path}{sha256}", scheme=request.scope["scheme"], host=host)


def neighbours(found: Found, kind: Kind) -> dict[str, str]:
    """The header `Link` with the records before and after (RFC 8288, with the relations of RFC 5829)."""
    related = {
        "predecessor-version": found.follows,
        "successor-version": found.newer,
        "latest-version": found.newest,
    }
    links = [f'<{kind.path}{sha256}>; rel="{relation}"' for relation, sha256 in related.items() if sha256]
    return {"link": ", ".join(links)} if links else {}


def answer(request: Asked, body: bytes, media_type: str, *, cache: str = ASK_AGAIN, **headers: str) -> Response[bytes]:
    """A file or page that a browser may keep, or 304 for one that it has."""
    etag = f'"{canonical.digest(body)}"'
    headers |= {"etag": etag, "cache-control": cache}
    if etag in request.headers.get("if-none-match", ""):
        return Response(b"", status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)
