"""What somebody comes back for: the news of a session, for the home page, and their own tasks, for a calendar."""

import asyncio
from collections.abc import Iterator

from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Struct

from board.people.cookie import Person
from board.people.site import Site
from board.protocol.worksession.document import SessionDocument
from board.protocol.worksession.links import Link
from board.records.exports import filename
from board.records.times import utc
from board.worksessions.engine.room import SessionRoom
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.exports.own_tasks import own_tasks
from board.worksessions.http.access import SessionAccess
from board.worksessions.http.exports import CALENDAR
from board.worksessions.http.read_limits import SessionReadLimits
from board.worksessions.rules import leading
from board.worksessions.rules import news as rules
from board.worksessions.rules.ending import is_day
from board.worksessions.rules.news import News

Asked = Request[object, object, State]
UNSTORED = {"cache-control": "no-store"}


class ChainNews(Struct, frozen=True):
    """The news of a session, and of the newest one of its chain when that is a later one."""

    news: News
    newest: News | None


@get("/api/worksessions/{session_id:str}/news", summary="What one person comes back for")
async def session_news(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_rooms: NamedDependency[SessionRooms],
    session_reads: NamedDependency[SessionReadLimits],
) -> Response[ChainNews]:
    """For the list of sessions on the home page: state and verdict, own tasks, what waits for this person's answer.

    `?day=YYYY-MM-DD` is today where the person is; left out, it is the day in UTC. It changes nothing: not even that
    somebody asked is kept.
    """
    room, person = await session_access.enter(request, session_id)
    await session_reads.news.acquire(room.id, person)
    given = request.query_params.get("day", "")
    day = given if is_day(given) else utc(session_rooms.clock.now())[:10]
    newest = None
    if room.session.meta.next is not None:
        newest = await session_rooms.find(await session_access.newest(session_id) or session_id)
    goes_on = newest is not None and newest.id != room.id
    own = await _news(session_rooms, room, person, day, goes_on=goes_on)
    later = await _news(session_rooms, newest, person, day) if newest is not None and goes_on else None
    return Response(ChainNews(own, later), headers=UNSTORED)


async def _news(rooms: SessionRooms, room: SessionRoom, person: Person, day: str, *, goes_on: bool = False) -> News:
    def look(room: SessionRoom) -> News:
        session, now = room.session, rooms.clock.now()
        left_open = room.left_open(now)
        asking = rules.Asking(
            person=session.person(person),
            standing=session.standing(person),
            # Whoever leads may have looked at their own link.
            accepts=Link.ACCEPT in person.roles and Link.LEAD not in person.roles,
            answered=frozenset(_answered(room, person)),
        )
        moment = rules.Now(
            course=session.course(left_open=leading.is_free(left_open, now)),
            left_open=left_open,
            replies=session.replies.values(),
            day=day,
            goes_on=goes_on,
        )
        return rules.news(room.id, session.document, asking, moment)

    return await rooms.read(room, look)


def _answered(room: SessionRoom, person: Person) -> Iterator[str]:
    """The open checks that have an answer of this person."""
    session = room.session
    return (id for id in session.keys if session.pseudonym(id, person.token) in session.answers)


@get("/api/worksessions/{session_id:str}/tasks.ics", summary="The days of one's own tasks")
async def session_tasks(
    request: Asked,
    session_id: FromPath[str],
    site: NamedDependency[Site],
    session_access: NamedDependency[SessionAccess],
    session_rooms: NamedDependency[SessionRooms],
    session_reads: NamedDependency[SessionReadLimits],
) -> Response[bytes]:
    """Open tasks of whoever asks that have a day, as whole-day events. Without one it is an empty, valid calendar.

    Each has the id that it has in the calendar of the session, so a calendar that has both shows it once.
    """
    room, person = await session_access.enter(request, session_id)
    await session_reads.files.acquire(room.id, person)

    def look(room: SessionRoom) -> tuple[SessionDocument, str | None]:
        return room.session.canvas.copied_document(), room.session.person(person)

    document, asking = await session_rooms.read(room, look)
    host = request.headers.get("host", "")
    address = site.link(f"/worksessions/{session_id}", scheme=request.scope["scheme"], host=host)
    content = await asyncio.to_thread(own_tasks, document, asking, address, session_rooms.clock.now())
    name = filename.disposition("tasks", document.meta.contract.artifact, "ics")
    return Response(content, media_type=CALENDAR, headers=UNSTORED | {"content-disposition": name})


handlers = [session_news, session_tasks]
