"""What opens for an item of the agenda, and what comes back of it.

A result is an entry among the agreements and a line in the text, in the transaction that changes the state of the item:
it comes back exactly once, however often the board is looked up.
"""

import uuid
from collections.abc import Mapping
from typing import Literal, NamedTuple

from msgspec import UNSET, structs

from board.brainstorm import Counted, Decided, NewBoard, Outcome, prepare_board
from board.errors import Refused
from board.people.cookie import Person
from board.protocol.worksession import limits
from board.protocol.worksession.boards import BoardLinks, Dots, ItemBoard
from board.protocol.worksession.document import Agreement, Item, Owner
from board.protocol.worksession.states import State
from board.words import say
from board.worksessions.rules import writing
from board.worksessions.rules.planning import board_of
from board.worksessions.state import links
from board.worksessions.state.boards import Opening
from board.worksessions.state.session import Session

SHOWN = 5
"""options of a count that come back"""


class Seen(NamedTuple):
    """What is stored of the board of an item. `board` is None when its row was deleted with it."""

    board: str | None
    outcome: Outcome


def is_over(session: Session, item: Item) -> bool:
    """Whether an item has ended, or was left out, or is not reached any more."""
    return item.spent is not None or item.skipped or session.meta.state in (State.ENDED, State.SHARED)


def opened_in(session: Session) -> int:
    """How many boards were opened, deleted ones included as far as their items are there."""
    agenda = session.document.agenda
    gone = sum(board_of(one) is not None and id not in session.boards for id, one in agenda.items())
    return len(session.boards) + gone


def open_for(session: Session, id: str, item: Item, now: float, person: Person, join: str) -> Refused | None:
    """Opens a board with the title of an item as its question. `join`: the token of the join link."""
    board = prepare_board(NewBoard(question=item.title, minutes=item.minutes, owner=_decides(session)), now)
    if isinstance(board, Refused):
        return board
    tokens = links.facilitate(links.opener(person), board.id), links.take_part(join, board.id)
    session.boards.open(Opening(id, board, *tokens))
    return None


def leads(session: Session, id: str, person: Person) -> bool:
    """Whether this person opened the board of an item, or holds the link of whoever did."""
    held = session.boards.get(id)
    found = held and links.board_links(person, session.generations, held.board, held.lead)
    return found is not None and found.lead is not None


def links_of(session: Session, person: Person) -> dict[str, BoardLinks]:
    """The links of all boards for somebody who joined."""
    found = {
        id: links.board_links(person, session.generations, held.board, held.lead)
        for id, held in session.boards.items()
        if id in session.document.agenda
    }
    return {id: one for id, one in found.items() if one is not None}


def waits_for_count(session: Session, id: str) -> bool:
    """Whether an item is over whose board has told nothing yet."""
    item = session.document.agenda.get(id)
    board = board_of(item)
    return item is not None and board is not None and board.state == "open" and is_over(session, item)


def changes(session: Session, seen: Mapping[str, Seen]) -> bool:
    """Whether anything of this is not in the session yet."""
    return any(_step(session, id, one) is not None for id, one in seen.items())


def take_in(session: Session, seen: Mapping[str, Seen], now: float) -> None:
    """What was found in the database becomes part of the session, as far as it is not yet."""
    for id, one in seen.items():
        step = _step(session, id, one)
        if step == "decided" and one.outcome.decided is not None:
            _decide(session, id, one.outcome.decided, now)
        elif step == "counted" and one.outcome.counted is not None:
            _count(session, id, one.outcome.counted, now)
        elif step == "gone":
            _put(session, id, state="gone")
        if step is not None and not one.outcome.exists:
            session.boards.let_go(id)
    if session.meta.state is State.ENDED:
        session.keep_version("end", now)


Step = Literal["decided", "counted", "gone", "unlinked"]


def _step(session: Session, id: str, seen: Seen) -> Step | None:
    held, item = session.boards.get(id), session.document.agenda.get(id)
    if held is not None and held.board != seen.board:
        # Another one was opened meanwhile.
        return None
    board, outcome = board_of(item), seen.outcome
    state = board.state if board else None
    if item is not None and state in ("open", "counted") and session.meta.state is not State.SHARED:
        if outcome.decided is not None:
            return "decided"
        if outcome.counted and waits_for_count(session, id):
            return "counted"
    if outcome.exists:
        return None
    return "gone" if state == "open" else "unlinked" if held is not None else None


def _decide(session: Session, id: str, decided: Decided, now: float) -> None:
    agreement = Agreement(
        text=decided.sentence,
        why=decided.why,
        owner=Owner(words=decided.owner) if decided.owner else None,
        open=False,
        by="board",
        at=now,
        agreed=True,
        board=id,
        question=decided.question,
        decision=decided.sha256,
    )
    line = say("session-board-decided", text=writing.one_line(decided.sentence))
    if why := writing.one_line(decided.why or ""):
        line = f"{line} {say('session-agreement-why', why=why)}"
    _come_back(session, agreement, line)
    _put(session, id, state="decided", decision=decided.sha256)


def _count(session: Session, id: str, counted: Counted, now: float) -> None:
    """Names stand here as the record has them; nothing else that people wrote does."""
    first, more = counted.options[:SHOWN], len(counted.options) - SHOWN
    shown = [Dots(writing.one_line(one.name), one.dots) for one in first]
    told = [say("session-board-option", name=one.name, dots=one.dots) for one in shown]
    if more > 0:
        told.append(say("session-board-more", count=more))
    agreement = Agreement(
        text=" · ".join(told),
        open=False,
        by="board",
        at=now,
        board=id,
        question=counted.question,
        count=shown,
        more=more if more > 0 else UNSET,
    )
    _come_back(session, agreement, say("session-board-counted", text=agreement.text))
    _put(session, id, state="counted")


def _come_back(session: Session, agreement: Agreement, line: str) -> None:
    """A text that is full goes without the line."""
    session.canvas.put("agreements", str(uuid.uuid4()), agreement)
    text = writing.added(session.text.value, writing.normalised(line))
    if writing.check_size(session.text.value, text, limits.TEXT) is None:
        session.write_text(text)


def _put(session: Session, id: str, **changed: object) -> None:
    item = session.document.agenda[id]
    board = structs.replace(board_of(item) or ItemBoard(state="open"), **changed)
    session.canvas.put("agenda", id, structs.replace(item, board=board))


def _decides(session: Session) -> str | None:
    """Who says when it is done, in words."""
    owner, people = session.meta.contract.owner, session.document.people
    if owner is not None and owner.words is not None:
        return owner.words
    if owner is not None and owner.person in people:
        return people[owner.person].name
    return next((one.name for one in session.members.values() if one.role == "lead"), None)
