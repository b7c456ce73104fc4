"""Ideas of a visible board whose process is one of several: it lets out what it took, and leaves the rest alone."""

from board.brainstorm.phases import visible
from board.brainstorm.phases.releasing import is_due, refill, release
from board.brainstorm.state.board import Board
from board.canvas.ideas import Idea, IdeaState
from board.protocol.phases import Phase

NOW = 1_800_000_000.0
WAIT, ABANDONED = visible.LONGEST_WAIT, visible.LONGEST_WAIT + visible.GIVEN_UP


def loaded(hidden: str, shown: str = "", known: Board | None = None, now: float = NOW) -> Board:
    """The board as it is stored, loaded in place of what memory held of it. Each letter is an idea."""
    board = Board(id="a board", phase=Phase.DIVERGE)
    with board.change():
        board.put_meta(visibility="visible")
        for keys, state in ((hidden, IdeaState.HIDDEN), (shown, IdeaState.SHOWN)):
            for key in keys:
                board.ideas[key] = Idea(state, "words" if state is IdeaState.HIDDEN else None, bytes(16))
    refill(board, now, known, alone=False)
    return board


def takes(board: Board, keys: str, now: float = NOW) -> None:
    """Somebody writes these here."""
    for key in keys:
        board.ideas[key] = Idea(IdeaState.HIDDEN, "words", bytes(16))
        board.pool[key] = b"somebody"
    board.pool_since = now


def lets_out(board: Board, now: float) -> set[str]:
    before = set(board.in_state(IdeaState.HIDDEN))
    with board.change():
        release(board, now)
    return before - set(board.in_state(IdeaState.HIDDEN))


def test_what_another_process_took_is_left_to_it() -> None:
    board = loaded("ab")
    assert board.strangers == {"a", "b"}
    assert not is_due(board, NOW + WAIT + 1)
    assert lets_out(board, NOW + WAIT + 1) == set()


def test_what_nobody_lets_out_goes_out_at_once() -> None:
    board = loaded("ab")
    assert is_due(board, NOW + ABANDONED)
    assert lets_out(board, NOW + ABANDONED) == {"a", "b"}


def test_whoever_lets_out_one_idea_is_alive() -> None:
    board = loaded("abc", known=loaded("ab"), now=NOW + 10)
    assert board.strangers_since == NOW, "one that is new says nothing of the others"
    board = loaded("bc", "a", known=board, now=NOW + 18)
    assert lets_out(board, NOW + ABANDONED) == set()
    assert lets_out(board, NOW + 18 + ABANDONED) == {"b", "c"}


def test_its_own_ideas_keep_their_author_and_their_time() -> None:
    board = loaded("")
    takes(board, "ab")
    board = loaded("abc", known=board, now=NOW + 15)
    assert board.pool == {"a": b"somebody", "b": b"somebody"}
    assert board.strangers == {"c"}
    first = lets_out(board, NOW + WAIT)
    assert len(first) == 1
    (left,) = {"a", "b"} - first
    board = loaded(left, "c" + next(iter(first)), known=board, now=NOW + WAIT + 1)
    assert lets_out(board, NOW + 2 * WAIT - 1) == set()
    assert lets_out(board, NOW + 2 * WAIT) == {left}


def test_what_was_let_out_and_not_stored_is_let_out_again() -> None:
    """Another process was faster with something else."""
    board = loaded("ab")
    board.strangers = frozenset()
    takes(board, "ab")
    assert len(lets_out(board, NOW + WAIT)) == 1
    board = loaded("ab", known=board, now=NOW + WAIT)
    assert board.pool == {"a": b"somebody", "b": b"somebody"}
    assert len(lets_out(board, NOW + WAIT)) == 1
