"""What the page of a recap shows beside its bytes: names, tasks and answers as they are today."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from board.protocol.worksession.document import SessionDocument
from board.protocol.worksession.states import State
from board.recaps.exports.shown import Answer, Coming
from board.recaps.record import numbered
from board.records.canonical import Json
from board.records.times import utc
from board.words import say, weekday
from board.worksessions.exports.session_chains import Newest


def names(document: SessionDocument) -> dict[str, str]:
    """Number in the record → name, of those who show theirs to readers.

    Nobody joins or leads after the end, so the numbers are those of the record.
    """
    people, numbers = document.people, numbered(document.people)
    return {numbers[id]: one.name for id, one in people.items() if one.shown and not one.removed}


def tasks_now(record: Json, sessions: Iterable[SessionDocument]) -> dict[str, str]:
    """Id of a task of the record → its state today. `sessions`: that of the record, and those that followed in order.

    Open tasks go on to the next session, where they have their only home.
    """
    wanted = {one["task"] for one in record["tasks"]}
    states: dict[str, str] = {}
    for document in sessions:
        states |= {id: one.state for id, one in document.tasks.items() if id in wanted}
    return states


def accepted_later(record: Json, document: SessionDocument, shown: Mapping[str, str]) -> Sequence[Answer]:
    """Answers to what was made that came after the record. Somebody who joined is named as on the rest of the page."""
    people, numbers = document.people, numbered(document.people)
    known = {(one["at"], one["yes"]) for one in record["accepted"]}
    later = []
    for one in document.meta.accepted:
        if (utc(one.at), one.yes) in known or one.outdated:
            continue
        by = people.get(one.person or "")
        number = numbers[one.person or ""] if by is not None and by.name.casefold() == one.name.casefold() else None
        later.append(Answer(shown.get(number, number) if number else one.name, one.yes, one.note, utc(one.at)))
    return later


def coming(newest: Newest) -> Coming | None:
    """The session that people of the chain can join; None once it has ended.

    Its zone is named: the server does not know that of a reader.
    """
    if newest.state not in (State.PLAN, State.RUNNING):
        return None
    address = f"/worksessions/{newest.id}"
    if newest.state == State.RUNNING:
        return Coming(address, say("chain-next-runs"))
    if newest.starts is None:
        return Coming(address, say("chain-next-here"))
    zone: tzinfo = ZoneInfo(newest.zone) if newest.zone else UTC
    local = datetime.fromtimestamp(newest.starts, zone)
    when = say(
        "chain-when-zone", day=weekday(local), time=f"{local:%H:%M}", zone=(newest.zone or "UTC").replace("_", " ")
    )
    return Coming(address, say("chain-next-weekly" if newest.repeats else "chain-next", when=when))
