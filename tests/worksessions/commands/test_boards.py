"""Boards by command: which item may open one, where a question comes in, and what comes back of them."""

import pytest
from msgspec import structs

from board.brainstorm import Counted, CountedOption, Decided, Outcome
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.boards import Dots, ItemBoard
from board.protocol.worksession.document import Owner
from board.protocol.worksession.states import State
from board.worksessions.rules.planning import board_of
from board.worksessions.state import outcomes
from board.worksessions.state.outcomes import Seen
from tests.worksessions.in_memory import Desk, new

DECIDED = Decided("ab" * 32, "What do we build?", "We build a bridge", "It lasts", "Mara")
COUNTED = Counted("Where?", tuple(CountedOption(f"option {n}", 9 - n) for n in range(7)))


@pytest.fixture
def desk() -> Desk:
    """A session that begins with a board, which runs."""
    desk = Desk("brainstorming").started()
    desk.ok(desk.lead, "open_board", item=desk.order[0])
    return desk


def seen(desk: Desk, outcome: Outcome, at: int = 0) -> None:
    """The board of an item was looked up."""
    id = desk.order[at]
    held = desk.session.boards.get(id)
    with desk.session.change():
        outcomes.take_in(desk.session, {id: Seen(held.board if held else None, outcome)}, desk.now)


def state(desk: Desk, at: int = 0) -> ItemBoard | None:
    return board_of(desk.item(at))


def test_the_board_takes_its_settings_from_the_item(desk: Desk) -> None:
    (opening,) = desk.session.boards.opening
    meta = opening.board.meta
    assert (meta.question, meta.minutes, meta.owner, meta.visibility) == ("Find ideas", 30, "Ana", "hidden")
    assert opening.board.id not in str(desk.document)


@pytest.mark.parametrize(("owner", "expected"), [(Owner(words="Olga"), "Olga"), (Owner(person="gone"), "Ana")])
def test_who_decides_stands_there_in_words(owner: Owner, expected: str) -> None:
    desk = Desk("brainstorming").started()
    with desk.session.change():
        contract = structs.replace(desk.document.meta.contract, owner=owner)
        desk.session.canvas.put_meta(contract=contract)
    desk.ok(desk.lead, "open_board", item=desk.order[0])
    assert desk.session.boards.opening[0].board.meta.owner == expected


def test_an_item_that_is_over_opens_none() -> None:
    desk = Desk("brainstorming").started()
    first = desk.order[0]
    desk.ok(desk.lead, "next_item", **{"from": first})
    assert desk.no(desk.lead, "open_board", item=first) is Refusal.NO_BOARD_ITEM
    assert desk.no(desk.lead, "open_board", item=desk.order[1]) is Refusal.NO_BOARD_ITEM


def test_boards_are_bounded_however_often_one_is_deleted() -> None:
    desk = Desk("brainstorming", boards=2).started()
    item = desk.order[0]
    desk.ok(desk.lead, "open_board", item=item)
    seen(desk, Outcome(exists=False))
    desk.ok(desk.lead, "open_board", item=item)
    ben = desk.comes("Ben")
    desk.ok(desk.lead, "next_item", **{"from": item})
    desk.ok(ben, "ask_everybody", item=new(), question="Where?")
    assert desk.no(desk.lead, "ask_everybody", item=new(), question="When?") is Refusal.ENOUGH_BOARDS


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"question": " "}, Refusal.EMPTY),
        ({"question": "x" * (limits.QUESTION + 1)}, Refusal.TOO_LONG),
        ({"question": "x\u202ey"}, Refusal.CONTROL_CHARACTER),
    ],
)
def test_a_question_is_a_title(fields: dict[str, object], code: Refusal) -> None:
    desk = Desk().started()
    assert desk.no(desk.lead, "ask_everybody", item=new(), **fields) is code
    assert not desk.session.boards
    assert not desk.session.boards.opening


def test_nothing_comes_after_the_finish() -> None:
    desk = Desk().started()
    for item in desk.order[:-1]:
        desk.ok(desk.lead, "next_item", **{"from": item})
    assert desk.no(desk.lead, "ask_everybody", item=new(), question="Where?") is Refusal.FINISH_STAYS


def test_a_question_takes_a_place_of_its_persons_share() -> None:
    desk = Desk(items=8).started()
    ben = desk.comes("Ben")
    for _ in range(2):
        item = new()
        desk.ok(ben, "ask_everybody", item=item, question="Where?")
        desk.ok(desk.lead, "extend", seconds=60, **{"from": {"skip": item}})
    assert desk.no(ben, "ask_everybody", item=new(), question="Where?") is Refusal.SESSION_FULL


def test_an_item_whose_board_told_something_stays_on_the_agenda() -> None:
    desk = Desk().started()
    asked = new()
    desk.ok(desk.lead, "ask_everybody", item=asked, question="Where?")
    other = new()
    ben = desk.comes("Ben")
    desk.ok(ben, "ask_everybody", item=other, question="When?")
    at = desk.order.index(asked)
    seen(desk, Outcome(exists=True, decided=DECIDED), at)
    assert desk.no(desk.lead, "remove_item", item=asked) is Refusal.ITEM_DECIDED
    desk.ok(desk.lead, "remove_item", item=other)
    held = desk.session.boards[other]
    with desk.session.change():
        outcomes.take_in(desk.session, {other: Seen(held.board, Outcome(exists=True, decided=DECIDED))}, desk.now)
    assert len(desk.document.agreements) == 1, "of an item that was taken off the agenda nothing comes back"


def test_a_decision_comes_back_once(desk: Desk) -> None:
    for _ in range(2):
        seen(desk, Outcome(exists=True, decided=DECIDED))
    (agreement,) = desk.document.agreements.values()
    assert (agreement.text, agreement.why, agreement.owner) == ("We build a bridge", "It lasts", Owner(words="Mara"))
    assert (agreement.board, agreement.decision, agreement.agreed) == (desk.order[0], "ab" * 32, True)
    assert agreement.question == "What do we build?", "it may have changed since the board was opened"
    assert desk.text.endswith("Decided on the board: We build a bridge (because It lasts)\n")
    assert desk.text.count("We build") == 1
    assert state(desk) == ItemBoard(state="decided", decision="ab" * 32)
    assert not desk.session.holds_board


def test_the_line_stands_at_the_end_and_under_no_heading_that_somebody_took(desk: Desk) -> None:
    desk.writes("## scope is in it\n\nmine\n\n## the price is in it\n\ntheirs\n")
    seen(desk, Outcome(exists=True, decided=DECIDED._replace(why=None)))
    assert desk.text.endswith("theirs\n\nDecided on the board: We build a bridge\n")


def test_a_count_comes_back_when_its_item_is_over(desk: Desk) -> None:
    seen(desk, Outcome(exists=True, counted=COUNTED))
    assert not desk.document.agreements
    assert desk.session.holds_board
    desk.ok(desk.lead, "next_item", **{"from": desk.order[0]})
    seen(desk, Outcome(exists=True, counted=COUNTED))
    seen(desk, Outcome(exists=True, counted=COUNTED))
    (agreement,) = desk.document.agreements.values()
    told = " · ".join(f"option {n} ({9 - n} dots)" for n in range(5)) + " · 2 more"
    assert (agreement.text, agreement.agreed, agreement.decision or None, agreement.question) == (
        told,
        None,
        None,
        "Where?",
    )
    assert agreement.count == [Dots(f"option {n}", 9 - n) for n in range(5)]
    assert agreement.more == 2
    assert desk.text.endswith(f"Counted on the board, nothing decided: {told}\n")
    assert state(desk) == ItemBoard(state="counted")
    desk.ok(desk.lead, "undo_clock")
    assert desk.session.holds_board, "they decide, and nobody is to be told apart"
    seen(desk, Outcome(exists=True, decided=DECIDED))
    assert len(desk.document.agreements) == 2


def test_one_dot_is_one_dot_and_five_options_are_all(desk: Desk) -> None:
    desk.ok(desk.lead, "next_item", **{"from": desk.order[0]})
    seen(desk, Outcome(exists=True, counted=Counted("Where?", tuple(CountedOption(f"{n}", 1) for n in range(5)))))
    (agreement,) = desk.document.agreements.values()
    assert agreement.text == " · ".join(f"{n} (1 dot)" for n in range(5))


def test_a_text_that_is_full_goes_without_the_line(desk: Desk) -> None:
    desk.writes("x" * limits.TEXT)
    seen(desk, Outcome(exists=True, decided=DECIDED))
    assert desk.text == "x" * limits.TEXT
    assert len(desk.document.agreements) == 1


def test_a_deleted_board_is_gone_and_one_that_decided_is_not(desk: Desk) -> None:
    seen(desk, Outcome(exists=False))
    assert state(desk) == ItemBoard(state="gone")
    assert not desk.session.boards
    seen(desk, Outcome(exists=False))
    assert not desk.session.holds_board
    desk.ok(desk.lead, "open_board", item=desk.order[0])
    seen(desk, Outcome(exists=False, decided=DECIDED))
    assert state(desk) == ItemBoard(state="decided", decision="ab" * 32)
    assert not desk.session.boards


def test_what_was_seen_of_an_earlier_board_of_the_item_counts_no_more(desk: Desk) -> None:
    id = desk.order[0]
    old = Seen(desk.session.boards[id].board, Outcome(exists=False))
    seen(desk, Outcome(exists=False))
    desk.ok(desk.lead, "open_board", item=id)
    assert not outcomes.changes(desk.session, {id: old})
    with desk.session.change():
        outcomes.take_in(desk.session, {id: old}, desk.now)
    assert state(desk) == ItemBoard(state="open")
    assert id in desk.session.boards


def test_what_is_shared_stays_as_it_is(desk: Desk) -> None:
    with desk.session.change():
        desk.session.canvas.put_meta(state=State.SHARED)
    id = desk.order[0]
    one = {id: Seen(desk.session.boards[id].board, Outcome(exists=True, decided=DECIDED))}
    assert not outcomes.changes(desk.session, one)
    with desk.session.change():
        outcomes.take_in(desk.session, one, desk.now)
    assert not desk.document.agreements


def test_a_board_has_room_for_a_longer_question_than_other_items_for_a_title() -> None:
    desk, longest = Desk().started(), "x" * limits.QUESTION
    asked, planned = new(), new()
    desk.ok(desk.lead, "ask_everybody", item=asked, question=longest)
    assert desk.session.boards.opening[0].board.meta.question == longest
    desk.ok(desk.lead, "add_item", item=planned, title=longest, minutes=5, kind="board")
    desk.ok(desk.lead, "edit_item", item=planned, title=longest[1:])
    assert desk.no(desk.lead, "add_item", item=new(), title=longest, minutes=5) is Refusal.TOO_LONG
    assert desk.no(desk.lead, "edit_item", item=desk.order[-1], title=longest) is Refusal.TOO_LONG
