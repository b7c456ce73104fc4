"""Notices: the state of the board, counts of people, and the private state of one person.

No count of dots and no single person is in them; a count that could point at somebody is null below three people.
"""

from dataclasses import dataclass

import msgspec
from msgspec import structs

from board.brainstorm.commands import ideas
from board.brainstorm.engine.room import Room
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import Limits
from board.brainstorm.state.opened_work import opened
from board.brainstorm.state.values import Quota
from board.canvas.ideas import IdeaState
from board.facilitation.crowd import CROWD
from board.live.connections import Connection
from board.live.transport import framing
from board.live.transport.frame import Frame
from board.people.cookie import Person
from board.protocol.commands import SetReady
from board.protocol.notices import Counts, Head, Notice, OwnAnswer, OwnBallot, SharedNotice, You
from board.protocol.phases import Phase
from board.protocol.roles import Role

PROTOCOL = 1
PADDED_TO = 2048
"""bytes of which a personal notice is a multiple: enough for the longest reason in ASCII"""


@dataclass(frozen=True, slots=True)
class PageData:
    """What a page draws first: settings and results from the document, and a whole notice."""

    meta: dict[str, object]
    notice: Notice


def shared_notice(room: Room, head: Head, *, readonly: bool) -> SharedNotice:
    """The part of a notice that is the same for everybody; the late tray's count is for the facilitator."""
    board, timer = room.board, room.board.timer
    return SharedNotice(
        **structs.asdict(head),
        epoch=board.epoch,
        phase=board.phase,
        deadline=timer.deadline,
        left=timer.left,
        length=timer.length,
        closing=room.delayed.closing,
        reveal_at=room.delayed.reveal_at,
        admit_at=room.delayed.admit_at,
        readonly=readonly,
        counts=_counts(room, head.now),
    )


def for_role(shared: SharedNotice, *, leads: bool) -> SharedNotice:
    """What of it everybody may know."""
    return shared if leads else structs.replace(shared, admit_at=None, counts=structs.replace(shared.counts, late=None))


def _counts(room: Room, now: float) -> Counts:
    board = room.board
    crowd = board.seats.counting >= CROWD
    wrote = sum(quota.used > 0 for quota in board.quotas.values())
    done = sum(cast.ballot.done for cast in board.ballots.values())
    states, check = board.ideas.states, board.meta.consent
    return Counts(
        here=room.here(now),
        joined=board.joined,
        counting=board.seats.counting,
        ideas=states[IdeaState.HIDDEN] + states[IdeaState.SHOWN],
        wrote=wrote if crowd and board.phase is Phase.DIVERGE else None,
        late=states[IdeaState.LATE],
        ready=len(board.ready) if crowd and board.phase in SetReady.rule.during else None,
        done=done if crowd and board.phase is Phase.VOTE else None,
        answered=len(board.answers) if crowd and check and check.open else None,
    )


def private_state(room: Room, person: Person, role: Role, limits: Limits) -> You:
    """The private state of one person. Facilitators and watchers get nothing of their own, to allow projection."""
    board = room.board
    roles, seated = tuple(map(Role, sorted(person.roles))), person.seat in board.seats
    work = opened(board.session, person)
    if role is not Role.PARTICIPANT:
        return You(role, roles, seated, work=work)
    return You(
        role,
        roles,
        seated,
        used=board.quotas.get(board.known_as("write", person.token) or b"", Quota()).used,
        ideas_left=ideas.left(board, person, limits),
        ready=board.known_as("ready", person.token) in board.ready,
        ballot=_own_ballot(board, person),
        consent=_own_answer(board, person),
        work=work,
    )


def _own_ballot(board: Board, person: Person) -> OwnBallot | None:
    cast = board.ballots.get(board.known_as("vote", person.token) or b"")
    return cast and OwnBallot(board.round, cast.ballot.dots, cast.ballot.bold, cast.ballot.done)


def _own_answer(board: Board, person: Person) -> OwnAnswer | None:
    given, check = board.answers.get(board.known_as("consent", person.token) or b""), board.meta.consent
    return OwnAnswer(check.n, given.answer.level, given.answer.reason) if given and check else None


class NoticeBuilder:
    """Encodes what is the same for many connections once."""

    def __init__(self, room: Room, *, now: float, build: str, run: str, readonly: bool, limits: Limits) -> None:
        self._room = room
        self._limits = limits
        self.shared = shared_notice(room, Head(PROTOCOL, build, run, now), readonly=readonly)
        self._common: dict[bool, tuple[bytes, Frame]] = {}

    def page_data(self, person: Person, role: Role) -> PageData:
        """Returns what one person's page draws first."""
        you = private_state(self._room, person, role, self._limits)
        shared = self._shared(leads=role is Role.FACILITATOR)
        return PageData(self._room.board.canvas.plain("meta"), Notice(**structs.asdict(shared), you=you))

    def whole(self, connection: Connection) -> Frame:
        """The notice for one connection, with the private state of its person."""
        you = msgspec.json.encode(private_state(self._room, connection.person, Role(connection.role), self._limits))
        json, _ = self._encoded(leads=connection.role is Role.FACILITATOR)
        return framing.padded_notice(json[:-1] + b',"you":' + you + b"}", PADDED_TO)

    def common(self, connection: Connection) -> Frame:
        """The same frame for all of one role: pages keep their private state from the notice before."""
        return self._encoded(leads=connection.role is Role.FACILITATOR)[1]

    def _encoded(self, *, leads: bool) -> tuple[bytes, Frame]:
        if leads not in self._common:
            json = msgspec.json.encode(self._shared(leads=leads))
            self._common[leads] = json, framing.notice(json)
        return self._common[leads]

    def _shared(self, *, leads: bool) -> SharedNotice:
        return for_role(self.shared, leads=leads)
