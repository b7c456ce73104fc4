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

from board.decisions.exports import html
from board.decisions.exports.formats import FORMATS
from board.decisions.record import KIND
from board.decisions.schema import ADDRESS, FILE
from board.decisions.work import WorkFinder
from board.errors import NotFound
from board.people.site import Site
from board.protocol.refusals import Refusal
from board.records.exports import filename
from board.records.exports.exporter import Exporter, Requester
from board.records.http import answers
from board.records.http.answers import Missing, answer, neighbours
from board.records.keeping import Keep
from board.records.service import Found, decisions
from board.words import either

MISSING = Missing(Refusal.NO_DECISION, Refusal.DECISION_DELETED, Refusal.DECISION_DAMAGED)


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
    work_finder: NamedDependency[WorkFinder],
) -> Response[bytes]:
    """Answers 410 for a decision that was deleted. The header `Link` names the records before and after this one."""
    # Drawing a large record takes a while: in a thread, so that live boards do not wait for it.
    sha256, dot, ending = address.partition(".")
    found = await stored(engine, sha256)
    record = json.loads(found.content)
    if not dot:
        goes = keep.record_goes(found.frozen_at)
        offered = [one for one in FORMATS.values() if exporter.typesets or not one.typeset]
        work = await work_finder.find(request, found)
        draw = partial(html.page, record, sha256=sha256, newer=found.newer, newest=found.newest, goes=goes, work=work)
        page = await asyncio.to_thread(draw, formats=offered, off=not exporter.typesets)
        return answer(request, page, "text/html", **neighbours(found, KIND))
    file_format = FORMATS.get(ending)
    if file_format is None:
        raise NotFound(Refusal.NO_FORMAT, formats=endings(FORMATS))
    media_type = file_format.media_type
    saved_as = {"content-disposition": filename.disposition(KIND.name, record["question"], ending)}
    if ending == "json":
        return answer(request, found.content, media_type, cache=answers.FOREVER, **neighbours(found, KIND), **saved_as)
    if file_format.in_place:
        saved_as["content-security-policy"] = answers.ALONE
    link = page_address(request, site, sha256) if file_format.typeset else None
    # Readers need no cookie here. Those who ask for the same format share one file.
    content = await exporter.make(file_format, record, Requester(sha256, ending), link=link, sha256=sha256)
    return answer(request, content, media_type, **saved_as)


@get(ADDRESS, summary="The JSON Schema of a decision", sync_to_thread=False)
def show_schema() -> Response[bytes]:
    return Response(FILE.read_bytes(), media_type="application/schema+json", headers={"cache-control": "no-cache"})


def page_address(request: answers.Asked, site: Site, sha256: str) -> str:
    """Where the page of a decision is read."""
    return answers.page_address(request, site, KIND, sha256)


async def stored(engine: AsyncEngine, sha256: str) -> Found:
    """The record at this address. Raises Gone for a deleted one, saying the day, and NotFound where none was."""
    return await answers.stored(engine, decisions, sha256, MISSING)


handlers = [show_decision, show_schema]
