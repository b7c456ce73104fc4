"""What stayed open in somebody's last session alone, which the next one takes along from the home page."""

from collections.abc import Mapping
from typing import NamedTuple

from litestar import Request
from litestar.datastructures import State

from board.errors import BoardError
from board.people.cookie import Person
from board.protocol.worksession.commands import SetTask
from board.protocol.worksession.document import Task
from board.words import say
from board.worksessions import SessionAccess, SessionRoom, SessionRooms, leftover

Asked = Request[object, object, State]


class Taken(NamedTuple):
    """Where it stays open, and whose it is."""

    room: SessionRoom
    person: Person
    id: str
    text: str

    @property
    def task(self) -> Task:
        """The same in the session that takes it along."""
        return Task(text=self.text, origin=self.room.id)


async def asked_for(
    request: Asked, values: Mapping[str, str], access: SessionAccess, rooms: SessionRooms
) -> Taken | None:
    """What `take` names, as `<session>/<id>`; None when it names nothing that is still left for whoever asks.

    The session that is opened does not depend on it.
    """
    session, _, id = values.get("take", "").partition("/")
    if not id:
        return None
    try:
        room, person = await access.enter(request, session)
        left = await rooms.read(room, lambda room: leftover(room.session.document, room.session.person(person)))
    except BoardError:
        return None
    if left is None or left.id != id:
        return None
    return Taken(room, person, left.id, left.text)


async def move(rooms: SessionRooms, taken: Taken) -> None:
    """A task has one home: the one that was taken along is dropped where it was. A thought for later stays as it is."""
    if taken.id in taken.room.session.document.tasks:
        command = SetTask(id="form", task=taken.id, state="dropped", note=say("home-taken-along"))
        await rooms.command(taken.room, taken.person, command)
