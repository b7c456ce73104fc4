"""From a request or handshake to a room and a person."""

from board.brainstorm.engine.room import Room
from board.errors import Locked
from board.live import handshake
from board.live.handshake import Asked
from board.people.cookie import Person
from board.protocol.refusals import Refusal


class Access(handshake.Access[Room]):
    """Who may read which board.

    `identify` also finds somebody who may be a newcomer at a locked door: what they do is judged with the command.
    """

    async def enter(self, asked: Asked, board: str) -> tuple[Room, Person]:
        """The room and the person, who may read the board. Raises Locked for a newcomer at a locked door."""
        room, person = await self.identify(asked, board)
        if room.board.shuts_out(person):
            raise Locked(Refusal.DOOR_LOCKED)
        return room, person
