"""From one session to the next of its chain, new links for all of them, and the end of one."""

from msgspec import UnsetType, structs

from board.errors import Refused
from board.live.commands import OK, Answer, refuse
from board.protocol.refusals import Refusal
from board.protocol.worksession.commands import Delete, RenewLinks
from board.protocol.worksession.document import Contract, Item, Person, SessionKind
from board.protocol.worksession.ending import OpenNext
from board.protocol.worksession.links import Link
from board.records.keeping import today
from board.worksessions.commands.registry import handles
from board.worksessions.rules import ending
from board.worksessions.rules.ending import Carried
from board.worksessions.rules.planning import in_order
from board.worksessions.rules.repeating import next_start
from board.worksessions.rules.zones import is_zone
from board.worksessions.state import links
from board.worksessions.state.context import CommandContext
from board.worksessions.state.laying_out import proposed_agenda, ranks
from board.worksessions.state.session import ChainLinks, Session, session_id


@handles
def open_next(context: CommandContext, command: OpenNext) -> Answer:
    """The next session with everybody and with what is left of this one. The links of the chain lead there."""
    session = context.session
    if session.meta.next is None:
        contract = _planned(session.meta.contract, command, context.now)
        if isinstance(contract, Refused):
            return refuse(contract)
        session.last_number += 1
        session.following = _following(context, session.last_number, contract)
        session.canvas.put_meta(next=session.following.id)
    return Answer("ok", extra={"worksession": session.meta.next})


@handles
def renew_links(context: CommandContext, command: RenewLinks) -> Answer:
    """New links for those that are named, and for what is derived from them.

    Whoever came by an old link is cut off, with a seat or without: that is what they are renewed for. Opening the
    new join link gives people their seats back, except those who were removed.
    """
    session = context.session
    lead = context.person.links[Link.LEAD]
    known = session.generations_now
    tokens, generations = links.renewed(set(map(Link, command.which)), lead, known)
    stored = session.renewed.before if session.renewed else links.shown(Link.LEAD, lead, known)
    session.renewed = ChainLinks(links.hashes(tokens), generations, stored, tokens, {})
    return Answer("ok", extra={"links": {str(link): token for link, token in tokens.items()}})


@handles
def delete(context: CommandContext, command: Delete) -> Answer:
    """Only whether it may be deleted is judged here: deleting has to wait until nothing of it is under way."""
    return OK


def _following(context: CommandContext, number: int, contract: Contract) -> Session:
    before, now = context.session, context.now
    meta, left = before.meta, ending.carried(before.id, before.document)
    after = Session(id=session_id(before.chain, number), active_on=today(now), touched_at=now, last_number=number)
    with after.change():
        after.canvas.begin(
            kind=meta.kind,
            contract=contract,
            clock_by=meta.clock_by,
            locked=meta.locked,
            decision=meta.decision,
            before=before.id,
            before_at=meta.ending.at if meta.ending else None,
        )
        _lay_out(after, left, _agenda(meta.kind, left))
        for person, one in before.document.people.items():
            after.canvas.put("people", person, _fresh(one))
        for seat, person in before.seats.items():
            after.seats[seat] = person
        after.write_text(before.text.value)
        after.keep_version("next", now)
    return after


def _planned(contract: Contract, command: OpenNext, now: float) -> Contract | Refused:
    """The terms of the next session. What the command leaves out follows from the terms of this one."""
    starts, zone, repeats = command.starts, command.zone, command.repeats
    repeats = contract.repeats if isinstance(repeats, UnsetType) else repeats
    zone = contract.zone if isinstance(zone, UnsetType) else zone
    if zone is not None and not is_zone(zone):
        return Refused(Refusal.NO_ZONE)
    if isinstance(starts, UnsetType):
        starts = next_start(contract.starts, contract.zone, now) if repeats and contract.starts is not None else None
    if starts is None:
        zone = repeats = None
    return structs.replace(contract, starts=starts, zone=zone, repeats=repeats)


def _agenda(kind: SessionKind, left: Carried) -> dict[str, Item]:
    """What is proposed for this kind and length, and before its last item what was not reached.

    An item whose name is proposed anyway is not there twice.
    """
    proposed = list(proposed_agenda(kind, left.contract.minutes).items())
    known = {item.title for _, item in proposed}
    unreached = [(id, left.agenda[id]) for id in in_order(left.agenda) if left.agenda[id].title not in known]
    rows = [*proposed[:-1], *unreached, proposed[-1]]
    return {id: structs.replace(one, rank=rank) for (id, one), rank in zip(rows, ranks(len(rows)), strict=True)}


def _lay_out(session: Session, left: Carried, agenda: dict[str, Item]) -> None:
    canvas = session.canvas
    for item, planned in agenda.items():
        canvas.put("agenda", item, planned)
    for condition, one in left.conditions.items():
        canvas.put("conditions", condition, one)
    for task, open_one in left.tasks.items():
        canvas.put("tasks", task, open_one)
    for thought, parked in left.parked.items():
        canvas.put("parked", thought, parked)


def _fresh(person: Person) -> Person:
    """The same person before the work: what they aimed at, took and reported belongs to the session before."""
    rest = structs.replace(person, goal=None, reach=None, outcome=None, note=None, taken=None, stuck=None)
    return structs.replace(rest, back=False, shown=False)
