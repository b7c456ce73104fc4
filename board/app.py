"""The composition root: joins every part and knows all of them."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from typing import Any

from litestar import Litestar, Router
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from board import __version__, brainstorm, worksessions
from board.brainstorm import Access, BoardOpener, Limits, ReadLimits, Rooms, board_socket, sweeping_boards
from board.clock import AlignedClock, Clock, SystemClock
from board.db.clock import following
from board.db.engine import create_engine, is_sqlite
from board.db.erasing import Eraser
from board.decisions import routes as decisions
from board.live import AddressCounts, Bell, Creations, Journal, Peers, WrongLinks, same_site_only
from board.people.creating import CreationLimit
from board.people.site import Site
from board.recaps import routes as recaps
from board.records import Keep
from board.records.exports.exporter import Exporter
from board.settings import Settings
from board.web import assets, boards, errors, imports, pages, render
from board.web.http import CheckedRequest, answering_head, in_language, security_headers, well_formed
from board.web.worksessions import accepting, from_decision, replying
from board.web.worksessions import pages as session_pages
from board.words import language
from board.worksessions import (
    DecisionWork,
    RecapChains,
    RecapPages,
    ReplyLimits,
    SessionAccess,
    SessionChains,
    SessionOpener,
    SessionReadLimits,
    SessionRooms,
    TextRenderer,
    session_sockets,
    sweeping_sessions,
)

MOST_BODY = 256 * 1024


def create_app(settings: Settings, clock: Clock | None = None) -> Litestar:
    """The whole application on a database that is migrated already."""
    engine = create_engine(settings.database)
    limits = Limits(
        ideas_each=settings.ideas_per_person,
        ideas=settings.ideas_per_board,
        merge_bytes=settings.merge_bytes_per_board,
        people=settings.people_per_board,
        boards_per_minute=settings.boards_per_minute,
        boards_per_hour=settings.boards_per_hour,
    )
    clock = clock or (SystemClock() if is_sqlite(engine) else AlignedClock())
    site = Site(settings.public_url)
    journal = Journal(engine)
    rooms = Rooms(engine, journal, clock, limits, build())
    session_rooms = SessionRooms(engine, journal, clock, build(), rooms.chain_ended, rooms.relink)
    rooms.followers.append(session_rooms.board_moved)
    followers: dict[str, Rooms | SessionRooms] = {rooms.kind: rooms, session_rooms.kind: session_rooms}
    peers = Peers(engine, clock, followers)
    counts = None if is_sqlite(engine) else AddressCounts(engine, peers.key)
    wrong_links = WrongLinks(clock.now, counts)
    access = Access(engine, site, rooms, wrong_links)
    session_access = SessionAccess(engine, site, session_rooms, wrong_links)
    creations = Creations(CreationLimit(limits.boards_per_minute, limits.boards_per_hour), counts)
    opener = BoardOpener(engine, journal.writer, clock, limits, creations)
    session_opener = SessionOpener(engine, journal.writer, clock, creations, rooms.goes_on)
    bell = Bell(engine, journal.storage, followers, peers)
    journal.is_current = bell.is_current
    read_limits = ReadLimits(clock)
    recap_chains = RecapChains(engine)
    decision_work = DecisionWork(engine, journal.writer, access, session_access, recap_chains, clock)
    keep = Keep(settings.keep_boards_days, settings.keep_decisions_days)
    exporter = Exporter()

    @asynccontextmanager
    async def running(_: Litestar) -> AsyncIterator[None]:
        # The tasks that begin here write sentences into documents.
        language.set(settings.language)
        async with (
            following(engine, clock) if isinstance(clock, AlignedClock) else nullcontext(),
            journal.running(),
            sweeping_boards(rooms, engine, keep),
            sweeping_sessions(session_rooms, engine, keep),
            rooms.running(),
            session_rooms.running(),
            bell.running(),
            Eraser(engine).running(),
            peers.running(),
            exporter.running(),
        ):
            yield
        await engine.dispose()

    # The socket checks its origin and its head itself. Litestar copies a whole handler for each guard of each
    # connection, and keeps two frames for each middleware for as long as a socket is open.
    over_http = Router(
        "/",
        route_handlers=[
            *pages.handlers(is_away=lambda: journal.storage.away),
            *boards.handlers,
            *from_decision.handlers,
            *session_pages.handlers,
            *accepting.handlers,
            *replying.handlers,
            *imports.handlers,
            *brainstorm.handlers,
            *worksessions.handlers,
            *decisions.handlers,
            *recaps.handlers,
        ],
        guards=[same_site_only(site)],
        middleware=[well_formed],
    )
    app = Litestar(
        route_handlers=[
            over_http,
            board_socket(site, rooms, access),
            *session_sockets(site, session_rooms, session_access),
        ],
        dependencies={
            "engine": _constant(engine),
            "rooms": _constant(rooms),
            "access": _constant(access),
            "session_rooms": _constant(session_rooms),
            "session_access": _constant(session_access),
            "session_opener": _constant(session_opener),
            "opener": _constant(opener),
            "read_limits": _constant(read_limits),
            "session_reads": _constant(SessionReadLimits(clock)),
            "reply_limits": _constant(ReplyLimits()),
            "texts": _constant(TextRenderer()),
            "recap_pages": _constant(RecapPages()),
            "recap_chains": _constant(recap_chains),
            "session_chains": _constant(SessionChains(engine, session_rooms, recap_chains)),
            "decision_work": _constant(decision_work),
            "work_finder": _constant(decision_work),
            "site": _constant(site),
            "keep": _constant(keep),
            "exporter": _constant(exporter),
        },
        exception_handlers=errors.handlers,
        request_class=CheckedRequest,
        before_send=[security_headers(settings.public_url or "")],
        template_config=render.engine(),
        lifespan=[running],
        request_max_body_size=MOST_BODY,
        # Litestar's default logs requests that failed, with their path.
        logging_config=None,
        openapi_config=OpenAPIConfig(
            title="Shortlist", version=__version__, path="/api/schema", render_plugins=[JsonRenderPlugin()]
        ),
    )
    app.asgi_handler = in_language(answering_head(app.asgi_handler), settings.language)
    return app


def _constant(value: object) -> Provide:
    """A dependency that is the same for every request."""

    def provide() -> Any:  # noqa: ANN401 each handler says which type it takes
        return value

    return Provide(provide, sync_to_thread=False)


def build() -> str:
    """A short hash of the front end that this process serves; a page of another build knows that it is old."""
    manifest = assets.STATIC / ".vite" / "manifest.json"
    content = manifest.read_bytes() if manifest.exists() else b""
    return hashlib.sha256(content + __version__.encode()).hexdigest()[:12]
