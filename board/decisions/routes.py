"""Decisions at their addresses: the page, and the files under the same address with an ending."""

import asyncio
import json
from collections.abc import Iterable
from functools import partial

from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.engine import reader
from board.decisions.exports import html
from board.decisions.exports.formats import FORMATS
from board.decisions.record import KIND
from board.decisions.schema import ADDRESS, FILE
from board.errors import Gone, NotFound, Unavailable
from board.people.site import Site
from board.protocol.refusals import Refusal
from board.records import canonical, service, times
from board.records.exports import filename
from board.records.exports.exporter import Exporter, Requester
from board.records.keeping import Keep
from board.words import either

# The bytes of a record never change. What is drawn from them may, with the next version.
FOREVER = "private, max-age=31536000, immutable"
ASK_AGAIN = "private, no-cache"
# Some phones show a download in place: then the file may use what it carries, and nothing else.
ALONE = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"


def endings(formats: Iterable[str]) -> str:
    """The endings of these formats as a choice."""
    return either([f".{ending}" for ending in formats])


@get(
    "/decisions/{address:str}",
    summary=f"A decision as a page; with {endings(FORMATS)} as a file",
)
async def show_decision(
    request: Request[object, object, State],
    address: FromPath[str],
    engine: NamedDependency[AsyncEngine],
    keep: NamedDependency[Keep],
    site: NamedDependency[Site],
    exporter: NamedDependency[Exporter],
) -> Response[bytes]:
    """Answers 410 for a decision that was deleted. The header `Link` names the records before and after this one."""
    # Drawing a large record takes a while: in a thread, so that live boards do not wait for it.
    sha256, dot, ending = address.partition(".")
    found = await stored(engine, sha256)
    record = json.loads(found.content)
    if not dot:
        goes = keep.record_goes(found.frozen_at)
        offered = [one for one in FORMATS.values() if exporter.typesets or not one.typeset]
        draw = partial(html.page, record, sha256=sha256, newer=found.newer, newest=found.newest, goes=goes)
        page = await asyncio.to_thread(draw, formats=offered, off=not exporter.typesets)
        return _answer(request, page, "text/html", **_links(found))
    file_format = FORMATS.get(ending)
    if file_format is None:
        raise NotFound(Refusal.NO_FORMAT, formats=endings(FORMATS))
    media_type = file_format.media_type
    saved_as = {"content-disposition": filename.disposition(KIND.name, record["question"], ending)}
    if ending == "json":
        return _answer(request, found.content, media_type, cache=FOREVER, **_links(found), **saved_as)
    if file_format.in_place:
        saved_as["content-security-policy"] = ALONE
    link = page_address(request, site, sha256) if file_format.typeset else None
    # Readers need no cookie here. Those who ask for the same format share one file.
    content = await exporter.make(file_format, record, Requester(sha256, ending), link=link, sha256=sha256)
    return _answer(request, content, media_type, **saved_as)


@get(ADDRESS, summary="The JSON Schema of a decision", sync_to_thread=False)
def show_schema() -> Response[bytes]:
    return Response(FILE.read_bytes(), media_type="application/schema+json", headers={"cache-control": "no-cache"})


def page_address(request: Request[object, object, State], site: Site, sha256: str) -> str:
    """Where the page of a decision is read."""
    host = request.headers.get("host", "")
    return site.link(f"/decisions/{sha256}", scheme=request.scope["scheme"], host=host)


async def stored(engine: AsyncEngine, sha256: str) -> service.Found:
    """The record at this address. Raises Gone for a deleted one, saying the day, and NotFound where none was."""
    if canonical.is_digest(sha256):
        async with reader(engine).connect() as conn:
            try:
                found = await service.decisions.find(conn, sha256=sha256)
            except service.Damaged as error:
                raise Unavailable(Refusal.DECISION_DAMAGED) from error
            gone = await service.deleted_at(conn, sha256=sha256) if found is None else None
        if found is not None:
            return found
        if gone is not None:
            raise Gone(Refusal.DECISION_DELETED, day=times.instant(times.utc(gone)).date())
    raise NotFound(Refusal.NO_DECISION)


def _links(found: service.Found) -> dict[str, str]:
    """RFC 8288, with the relations of RFC 5829."""
    related = {
        "predecessor-version": found.follows,
        "successor-version": found.newer,
        "latest-version": found.newest,
    }
    told = [f'</decisions/{sha256}>; rel="{kind}"' for kind, sha256 in related.items() if sha256]
    return {"link": ", ".join(told)} if told else {}


def _answer(
    request: Request[object, object, State], body: bytes, media_type: str, *, cache: str = ASK_AGAIN, **headers: str
) -> Response[bytes]:
    etag = f'"{canonical.digest(body)}"'
    headers |= {"etag": etag, "cache-control": cache}
    if etag in request.headers.get("if-none-match", ""):
        return Response(b"", status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


handlers = [show_decision, show_schema]
