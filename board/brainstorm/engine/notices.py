"""Notices: where the board stands, how many people are where, and what only this person may know of themselves.

No count of dots and no single person is in them; a count that could point at somebody is null below three people.
"""

from typing import Any

import msgspec

from board.brainstorm.commands import ideas
from board.brainstorm.engine.room import Room
from board.brainstorm.state.board import Quota
from board.brainstorm.state.context import Limits
from board.canvas.ideas import IdeaState
from board.facilitation.crowd import CROWD
from board.live.connections import Connection
from board.live.transport import framing
from board.live.transport.frame import Frame
from board.people.cookie import Person
from board.protocol.phases import Phase
from board.protocol.roles import Role

PROTOCOL = 1
PADDED_TO = 2048
"""bytes of which a personal notice is a multiple: enough for the longest reason in ASCII"""


def public_state(room: Room, *, now: float, readonly: bool) -> dict[str, Any]:
    """The part of a notice that is the same for everybody; the late tray's count is for the facilitator."""
    board, timer = room.board, room.board.timer
    crowd = board.seats.counting >= CROWD
    wrote = sum(quota.used > 0 for quota in board.quotas.values())
    states = board.ideas.states
    check = board.meta("consent")
    return {
        "epoch": board.epoch,
        "phase": str(board.phase),
        "deadline": timer.deadline,
        "left": timer.left,
        "length": timer.length,
        "closing": room.delayed.closing,
        "reveal_at": room.delayed.reveal_at,
        "admit_at": room.delayed.admit_at,
        "readonly": readonly,
        "counts": {
            "here": room.here(now),
            "joined": board.joined,
            "counting": board.seats.counting,
            "ideas": states[IdeaState.HIDDEN] + states[IdeaState.SHOWN],
            "wrote": wrote if crowd and board.phase is Phase.DIVERGE else None,
            "late": states[IdeaState.LATE],
            "done": sum(cast.ballot.done for cast in board.ballots.values())
            if crowd and board.phase is Phase.VOTE
            else None,
            "answered": len(board.answers) if crowd and check and check["open"] else None,
        },
    }


def private_state(room: Room, person: Person, role: Role, limits: Limits) -> dict[str, Any]:
    """What only this person may know. A facilitator's or watcher's page is safe to project: nothing own is in it."""
    board = room.board
    told: dict[str, Any] = {
        "role": str(role),
        "roles": sorted(person.roles),
        "seated": person.seat in board.seats,
        "used": 0,
        "ideas_left": 0,
        "ballot": None,
        "consent": None,
    }
    if role is not Role.PARTICIPANT:
        return told
    told["used"] = board.quotas.get(board.known_as("write", person.token) or b"", Quota()).used
    told["ideas_left"] = ideas.left(board, person, limits)
    cast = board.ballots.get(board.known_as("vote", person.token) or b"")
    if cast is not None:
        ballot = cast.ballot
        told["ballot"] = {"round": board.round, "dots": ballot.dots, "bold": ballot.bold, "done": ballot.done}
    given = board.answers.get(board.known_as("consent", person.token) or b"")
    if given is not None:
        answer = given.answer
        told["consent"] = {"n": board.meta("consent")["n"], "level": answer.level, "reason": answer.reason}
    return told


class NoticeBuilder:
    """Encodes what is the same for many connections once."""

    def __init__(self, room: Room, *, now: float, build: str, run: str, readonly: bool, limits: Limits) -> None:
        self._room = room
        self._limits = limits
        self.public = public_state(room, now=now, readonly=readonly)
        self._head = {"protocol": PROTOCOL, "build": build, "run": run, "now": now}
        self._common: dict[bool, tuple[bytes, Frame]] = {}

    def page_data(self, person: Person, role: Role) -> dict[str, Any]:
        """Returns what one person's page draws first: settings and results from the document, and a whole notice."""
        you = private_state(self._room, person, role, self._limits)
        return {
            "protocol": PROTOCOL,
            "build": self._head["build"],
            "meta": dict(self._room.board.canvas.root("meta")),
            "notice": self._shared(leads=role is Role.FACILITATOR) | {"you": you},
        }

    def whole(self, connection: Connection) -> Frame:
        """The notice for one connection, with what only this person may know."""
        you = msgspec.json.encode(private_state(self._room, connection.person, connection.role, self._limits))
        return framing.padded_notice(self._encoded(connection.role)[0][:-1] + b',"you":' + you + b"}", PADDED_TO)

    def common(self, connection: Connection) -> Frame:
        """The same frame for all of one role: pages keep their private state from the notice before."""
        return self._encoded(connection.role)[1]

    def _encoded(self, role: Role) -> tuple[bytes, Frame]:
        leads = role is Role.FACILITATOR
        if leads not in self._common:
            json = msgspec.json.encode(self._shared(leads=leads))
            self._common[leads] = json, framing.notice(json)
        return self._common[leads]

    def _shared(self, *, leads: bool) -> dict[str, Any]:
        told = {**self._head, **self.public}
        return told if leads else told | {"admit_at": None, "counts": {**self.public["counts"], "late": None}}
