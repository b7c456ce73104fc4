"""Notices: where the board stands, how many people are where, and what only this person may know of themselves.

No count of dots and no single person is in them; a count that could point at somebody is null below three people.
"""

from typing import Any

import msgspec

from board.canvas.ideas import IdeaState
from board.facilitation.phases import Phase
from board.people.roles import Role
from board.sync.room import Connection, Room
from board.voting.tally import CROWD

PROTOCOL = 1


def standing(room: Room, *, now: float, readonly: bool) -> dict[str, Any]:
    """What everybody is told, with the count of the late tray for the facilitator."""
    board, timer = room.board, room.board.timer
    crowd = board.joined >= CROWD
    states = board.ideas.states
    check = board.meta("consent")
    return {
        "epoch": board.epoch,
        "phase": str(board.phase),
        "deadline": timer.deadline,
        "left": timer.left,
        "length": timer.length,
        "closing": room.closing,
        "readonly": readonly,
        "counts": {
            "here": room.here(now),
            "joined": board.joined,
            "ideas": states[IdeaState.HIDDEN] + states[IdeaState.SHOWN],
            "wrote": sum(n > 0 for n in board.quotas.values()) if crowd and board.phase is Phase.DIVERGE else None,
            "late": states[IdeaState.LATE],
            "done": sum(cast.ballot.done for cast in board.ballots.values())
            if crowd and board.phase is Phase.VOTE
            else None,
            "answered": len(board.answers) if crowd and check and check["open"] else None,
        },
    }


def own(room: Room, connection: Connection) -> dict[str, Any]:
    """What only this person may know. A facilitator's or watcher's page is safe to project: nothing own is in it."""
    board, person = room.board, connection.person
    told: dict[str, Any] = {
        "role": str(connection.role),
        "roles": sorted(person.roles),
        "seated": person.seat in board.seats,
        "used": 0,
        "ballot": None,
        "consent": None,
    }
    if connection.role is not Role.PARTICIPANT:
        return told
    told["used"] = board.quotas.get(board.known_as("write", person.token) or b"", 0)
    cast = board.ballots.get(board.known_as("vote", person.token) or b"")
    if cast is not None:
        ballot = cast.ballot
        told["ballot"] = {"round": board.round, "dots": ballot.dots, "bold": ballot.bold, "done": ballot.done}
    answer = board.answers.get(board.known_as("consent", person.token) or b"")
    if answer is not None:
        told["consent"] = {"n": board.meta("consent")["n"], "level": answer.level, "reason": answer.reason}
    return told


class Teller:
    """Encodes what is the same for many connections once."""

    def __init__(self, room: Room, *, now: float, build: str, readonly: bool) -> None:
        self._room = room
        self.standing = standing(room, now=now, readonly=readonly)
        self._head = {"protocol": PROTOCOL, "build": build, "now": now}
        self._common: dict[bool, bytes] = {}

    def plain(self, connection: Connection) -> dict[str, Any]:
        """The notice for one connection."""
        told: dict[str, Any] = {**self._head, **self.standing}
        if connection.role is not Role.FACILITATOR:
            told["counts"] = {**self.standing["counts"], "late": None}
        return told | {"you": own(self._room, connection)}

    def encode(self, connection: Connection) -> bytes:
        """The notice for one connection as JSON."""
        leads = connection.role is Role.FACILITATOR
        if leads not in self._common:
            told = self.plain(connection)
            del told["you"]
            self._common[leads] = msgspec.json.encode(told)[:-1] + b',"you":'
        return self._common[leads] + msgspec.json.encode(own(self._room, connection)) + b"}"
