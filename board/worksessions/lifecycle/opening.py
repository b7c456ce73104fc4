"""A new work session: what it begins with, its links, its first rows."""

import math
import uuid
from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple, Protocol

from msgspec import Meta, Struct, structs
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from board.brainstorm import sealed_work
from board.clock import Clock
from board.db.engine import is_disk_full, is_storage_fault
from board.db.space import FreeSpace
from board.db.writer import Writer
from board.errors import DiskFull, Invalid, Refused, TooMany, Unavailable
from board.live.peers.counts import Creations
from board.live.stored import documents
from board.people import service as people
from board.people.links import mint
from board.people.service import BoardSession
from board.protocol.notices import OpenedWork
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.command import Moment
from board.protocol.worksession.document import Contract, Item, ItemKind, Owner, Person, SessionKind, Task
from board.protocol.worksession.links import Link
from board.protocol.worksession.states import State
from board.records.keeping import today
from board.words import say
from board.worksessions.rules.planning import longest_title
from board.worksessions.rules.writing import normalised
from board.worksessions.rules.zones import is_zone
from board.worksessions.state import following, links, store
from board.worksessions.state.clocks import start_clock
from board.worksessions.state.context import checked
from board.worksessions.state.laying_out import conditions_of, first_text, proposed_agenda, ranks
from board.worksessions.state.session import Session, session_id

ALONE = frozenset({"individual", "deep_work"})
"""kinds of one person"""


class NewItem(Struct):
    """An item of the agenda that a session begins with."""

    title: str
    minutes: Annotated[int, Meta(ge=1, le=limits.LONGEST)]
    kind: ItemKind = "work"


class NewWorksession(Struct, kw_only=True):
    """What a session begins with. Everything can be changed before the start; what is left out has a default."""

    kind: SessionKind = "team"
    artifact: str | None = None
    """what will exist at the end"""
    audience: str | None = None
    problem: str | None = None
    constraint: str | None = None
    starts: Moment | None = None
    """Unix seconds"""
    zone: str | None = None
    """the IANA name of the time zone in which `starts` was chosen"""
    owner: Owner | None = None
    """who says when it is done, in words; left out: the lead"""
    minutes: Annotated[int, Meta(ge=limits.SHORTEST, le=limits.LONGEST)] = 60
    conditions: Annotated[list[str], Meta(max_length=limits.CONDITIONS)] = []
    agenda: Annotated[list[NewItem], Meta(max_length=limits.ITEMS)] | None = None
    text: str | None = None
    """a text that was written before; it is kept as version 0"""
    repeats: Literal["weekly"] | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A session that was stored, and the tokens of its links. Nothing else has them."""

    id: str
    tokens: dict[Link, str]


class Leading(NamedTuple):
    """The board whose facilitator opens a session."""

    board: str
    key: bytes
    """under which its links are sealed for the people of the board"""


class GoesOn(Protocol):
    """Hears that a board goes on with a session."""

    def __call__(self, board: str, session: BoardSession, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Origin:
    """What a session from a decision has beside what was asked for."""

    decision: str
    """digest"""
    text: str
    """what stands in the text before its headings"""
    tasks: tuple[Task, ...] = ()
    led: Leading | None = None
    """the facilitator of the board opens it, so it stands on the page of the decision, and the board goes on with it"""


@dataclass(frozen=True, slots=True)
class Alone:
    """A session of one person, who is in it from the start and begins at once."""

    seat: bytes
    name: str
    tasks: tuple[Task, ...] = ()
    """what they take along from a session before"""


class SessionOpener:
    """Opens new sessions. Counts them by address and looks at the disk, as for boards."""

    def __init__(
        self,
        engine: AsyncEngine,
        writer: Writer,
        clock: Clock,
        creations: Creations,
        goes_on: GoesOn = lambda _board, _session: None,
    ) -> None:
        self._writer = writer
        self._goes_on = goes_on
        self._clock = clock
        self._creations = creations
        self.space = FreeSpace.of(engine.url)

    async def open(
        self,
        wanted: NewWorksession,
        *,
        address: str | None,
        origin: Origin | None = None,
        alone: Alone | None = None,
    ) -> Opened:
        """Stores a new session as the first of its chain. It is counted for `address`; None is the operator's command.

        Raises Invalid for what cannot be kept, TooMany above a limit, DiskFull when the disk has too little space, and
        Unavailable while nothing can be stored.
        """
        now, lead = self._clock.now(), mint()
        tokens = links.shown(Link.LEAD, lead, {})
        session = self._laid_out(wanted, now, origin, alone)
        session.links = links.hashes(tokens)
        led = origin.led if origin else None
        given = BoardSession(session.chain, _sealed(session, tokens, led)) if led else None
        await self._admit(address, now)

        def write(conn: Connection) -> None:
            store.create(conn, session=session)
            if origin is not None:
                following.add(conn, chain=session.chain, decision=origin.decision, shown=led is not None)
            if led and given:
                people.keep_session(conn, board=led.board, session=given)
                documents.advance(conn, {led.board: frozenset((people.LINKS,))})

        try:
            await self._writer.write(write)
        except Exception as error:
            if is_disk_full(error):
                raise DiskFull(Refusal.DISK_FULL) from error
            if is_storage_fault(error):
                raise Unavailable(Refusal.STORAGE) from error
            raise
        if led and given:
            self._goes_on(led.board, given)
        return Opened(session.id, tokens)

    async def _admit(self, address: str | None, now: float) -> None:
        if address is None:
            return
        if await self.space.is_short():
            raise DiskFull(Refusal.DISK_FULL)
        if wait := await self._creations.take(address, now):
            seconds = math.ceil(wait)
            count, unit = (seconds, "seconds") if wait <= 90 else (math.ceil(wait / 60), "minutes")
            raise TooMany(Refusal.TOO_MANY_BOARDS, wait=wait, count=count, unit=unit)

    def _laid_out(self, wanted: NewWorksession, now: float, origin: Origin | None, alone: Alone | None) -> Session:
        contract, texts = contract_of(wanted), [_kept(text, limits.CONDITION) for text in wanted.conditions]
        brought = _kept(normalised(wanted.text or ""), limits.TEXT, empty=True)
        first = brought or (origin.text if origin else "") + first_text(contract, texts)
        if wanted.kind in ALONE and not texts and contract.artifact:
            texts = [say("session-exists", artifact=contract.artifact)]
        agenda = self._agenda(wanted)
        session = Session(id=session_id(mint(), 1), active_on=today(now), touched_at=now)
        with session.change():
            canvas = session.canvas
            canvas.begin(kind=wanted.kind, contract=contract, decision=origin.decision if origin else None)
            for id, item in agenda.items():
                canvas.put("agenda", id, item)
            for id, condition in conditions_of(texts).items():
                canvas.put("conditions", id, condition)
            for task in origin.tasks if origin else ():
                canvas.put("tasks", str(uuid.uuid4()), task)
            session.write_text(first)
            if brought:
                session.keep_version("brought", now)
            if alone is not None:
                _seat(session, alone, now)
        return session

    def _agenda(self, wanted: NewWorksession) -> dict[str, Item]:
        if wanted.agenda is None:
            return proposed_agenda(wanted.kind, wanted.minutes)
        if not wanted.agenda:
            raise Invalid(Refusal.NO_AGENDA, limit=limits.ITEMS)
        rows = zip(wanted.agenda, ranks(len(wanted.agenda)), strict=True)
        return {
            str(uuid.uuid4()): Item(
                title=_kept(one.title, longest_title(one.kind)), minutes=one.minutes, kind=one.kind, rank=rank
            )
            for one, rank in rows
        }


def _sealed(session: Session, tokens: dict[Link, str], led: Leading) -> bytes:
    """What the people of a board are given of a new session."""
    contract = session.meta.contract
    work = OpenedWork(
        artifact=contract.artifact or say("session-untitled"),
        minutes=contract.minutes,
        starts=contract.starts,
        join=f"/join/{tokens[Link.JOIN]}",
        read=f"/join/{tokens[Link.READ]}",
    )
    return sealed_work(led.key, work)


def contract_of(wanted: NewWorksession) -> Contract:
    """What was asked for, trimmed. Raises Invalid for what cannot be kept."""
    if wanted.zone is not None and not is_zone(wanted.zone):
        raise Invalid(Refusal.NO_ZONE)
    owner = wanted.owner
    if owner is not None:
        if owner.words is None or owner.person is not None:
            raise Invalid(Refusal.OWNER_UNCLEAR)
        owner = Owner(words=_kept(owner.words, limits.OWNER))
    return Contract(
        artifact=_kept(wanted.artifact, limits.ARTIFACT, empty=True),
        audience=_kept(wanted.audience, limits.AUDIENCE, empty=True) or None,
        problem=_kept(wanted.problem, limits.PROBLEM, empty=True) or None,
        constraint=_kept(wanted.constraint, limits.CONSTRAINT, empty=True) or None,
        owner=owner,
        starts=wanted.starts,
        zone=wanted.zone,
        minutes=wanted.minutes,
        repeats=wanted.repeats,
    )


def _kept(text: str | None, most: int, *, empty: bool = False) -> str:
    kept = checked(text, most, empty=empty)
    if isinstance(kept, Refused):
        raise Invalid(kept.code, **kept.params)
    return kept


def _seat(session: Session, alone: Alone, now: float) -> None:
    """The one person of the session is in it, and it runs."""
    id = mint()
    session.seats[alone.seat] = id
    session.canvas.put("people", id, Person(name=alone.name, role="lead", colour=0))
    for task in alone.tasks:
        session.canvas.put("tasks", str(uuid.uuid4()), structs.replace(task, owner=Owner(person=id)))
    session.canvas.put_meta(state=State.RUNNING)
    start_clock(session, now)
    session.keep_version("start", now)
