"""A new board: its settings, its links, its first row."""

import math
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from board.brainstorm.commands import running
from board.brainstorm.lifecycle.imported import lay_out
from board.brainstorm.phases import transitions
from board.brainstorm.state import store
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import Limits
from board.clock import Clock
from board.db.engine import is_disk_full, is_storage_fault
from board.db.space import FreeSpace
from board.db.writer import Writer
from board.errors import DiskFull, Invalid, InvalidParts, Refused, TooMany, Unavailable
from board.imports import Draft, Gathering, Problem, sentence
from board.live.peers.counts import Creations
from board.people import service as people
from board.people.links import mint
from board.protocol import limits
from board.protocol.document import GroupCounts, MetaFields
from board.protocol.phases import Phase
from board.protocol.refusals import Refusal
from board.protocol.roles import Role
from board.records.keeping import today


class NewIdea(Struct):
    """An idea that is there before anybody writes; all with the same group's name come into one group."""

    text: str
    group: str | None = None


class NewBoard(Struct, kw_only=True):
    """What a board begins with; everything but the question can be changed in the lobby."""

    question: str
    problem: str | None = None
    constraint: str | None = None
    criterion: str | None = None
    owner: str | None = None
    minutes: Annotated[float, Meta(gt=0, le=limits.MINUTES)] = 10
    visibility: Literal["hidden", "visible"] = "hidden"
    dots: Annotated[int, Meta(ge=1, le=limits.DOTS)] | None = None
    ideas: list[NewIdea] = []


class BoardOpener:
    """Opens new boards. Counts them by address and looks at the disk, so that nobody fills it."""

    def __init__(self, engine: AsyncEngine, writer: Writer, clock: Clock, limits: Limits, creations: Creations) -> None:
        self._writer = writer
        self._clock = clock
        self._limits = limits
        self._creations = creations
        self.space = FreeSpace.of(engine.url)

    async def open(
        self, wanted: NewBoard, *, address: str | None, ideas: Draft | None = None
    ) -> tuple[str, dict[Role, str]]:
        """Stores a new board, in its lobby or with ideas that are shown; returns its id and the tokens of its links.

        `ideas` are those that somebody has looked through; what `wanted` itself brings has to be right throughout. The
        board is counted for `address`; None is the operator's own command, which no limit of creation holds.
        Raises Invalid, InvalidParts for ideas, TooMany above a limit, DiskFull when the disk has too
        little space, and Unavailable while nothing can be stored.
        """
        now = self._clock.now()
        given = msgspec.structs.asdict(wanted)
        sent = given.pop("ideas")
        ideas = ideas or _all_of(sent)
        settings = running.clean_settings(given)
        if isinstance(settings, Refused):
            raise Invalid(settings.code, **settings.params)
        await self._admit(address, len(ideas.ideas))
        board = _new_board(settings, ideas, now)

        def write(conn: Connection) -> dict[Role, str]:
            store.create(conn, board=board)
            return people.add_links(conn, board=board.id, facilitate=mint())

        try:
            return board.id, await self._writer.write(write)
        except Exception as error:
            if is_disk_full(error):
                raise DiskFull(Refusal.DISK_FULL) from error
            if is_storage_fault(error):
                raise Unavailable(Refusal.STORAGE) from error
            raise

    async def _admit(self, address: str | None, ideas: int) -> None:
        """Counts one new board for this address. Called when nothing is wrong with the board itself."""
        if ideas > self._limits.ideas:
            raise TooMany(Refusal.TOO_MANY_IDEAS, wait=0, limit=self._limits.ideas, count=ideas)
        if address is None:
            return
        if await self.space.is_short():
            raise DiskFull(Refusal.DISK_FULL)
        if wait := await self._creations.take(address, self._clock.now()):
            raise _too_many_boards(wait)


def prepare(wanted: NewBoard, now: float) -> Board | Refused:
    """A board without ideas in its lobby, which `write` stores; or the reason why it cannot be one."""
    given = msgspec.structs.asdict(wanted)
    del given["ideas"]
    settings = running.clean_settings(given)
    return settings if isinstance(settings, Refused) else _new_board(settings, Draft(ideas=[]), now)


def write(conn: Connection, *, board: Board, facilitate: str, participate: str) -> None:
    """Stores a board that was prepared, with its three links and a further one for taking part. Never commits."""
    store.create(conn, board=board)
    people.add_links(conn, board=board.id, facilitate=facilitate, participate=participate)


def _too_many_boards(wait: float) -> TooMany:
    seconds = math.ceil(wait)
    count, unit = (seconds, "seconds") if wait <= 90 else (math.ceil(wait / 60), "minutes")
    return TooMany(Refusal.TOO_MANY_BOARDS, wait=wait, count=count, unit=unit)


def _new_board(settings: MetaFields, ideas: Draft, now: float) -> Board:
    board = Board(id=mint(), active_on=today(now))
    with board.change():
        board.put_meta(grouping="everyone", locked=False, sealed=False, hidden=(), aside=(), rounds=(), consents=())
        board.put_meta(highlight=None, ballot=None, proposal=None, decision=None, consent=None, frozen=None)
        board.put_meta(counts=GroupCounts())
        board.put_meta(**settings)
        if ideas.ideas:
            lay_out(board, ideas)
        transitions.enter(board, first_phase(ideas), now)
    return board


def first_phase(ideas: Draft) -> Phase:
    """Where a board begins: with what there is to do."""
    if ideas.groups:
        return Phase.CLUSTER
    return Phase.REVEAL if ideas.ideas else Phase.LOBBY


def _all_of(sent: list[NewIdea]) -> Draft:
    """What a script sends is taken whole or not at all. Raises InvalidParts."""
    into = Gathering(named="idea")
    for at, idea in enumerate(sent, start=1):
        into.take(at, idea.text, group=idea.group)
    draft = into.done()
    if draft.problems:
        parts = [_part(one) for one in draft.problems]
        raise InvalidParts(Refusal.WRONG_IDEAS, parts=parts, count=len(parts) + draft.more)
    return draft


def _part(problem: Problem) -> dict[str, object]:
    """A problem for programs: which ideas, what is wrong, and the sentence."""
    params = {name: value for name, value in problem.params.items() if name not in ("of", "at", "count")}
    told: dict[str, object] = {"ideas": problem.places, "code": problem.code}
    return told | ({"params": params} if params else {}) | {"why": sentence(problem)}
