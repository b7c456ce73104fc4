"""What belongs to a phase change: phase, document, ideas, tally and keys change together or not at all.

Everything here happens on the board in memory; the committer stores it in one transaction.
"""

import random
import secrets
from collections.abc import Sequence

from msgspec.structs import replace

from board.brainstorm.phases.consent_check import drop_check
from board.brainstorm.phases.waiting_changes import release_all
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import CommandContext, Wait
from board.brainstorm.state.values import Cast
from board.canvas.ideas import Idea, IdeaState
from board.decisions.standing import bold_winners
from board.errors import Refused
from board.facilitation import crowd
from board.facilitation.timer import GRACE, NONE
from board.protocol.document import BallotPaper, BoardDocument, Option, Round
from board.protocol.phases import Phase
from board.protocol.refusals import Refusal
from board.voting import options, receipts, tally

_shuffle = random.SystemRandom().shuffle


def wait(context: CommandContext, target: Phase) -> Wait | None:
    """Until when this change has to wait; None when it may happen now.

    The end of writing and of the vote wait for the grace, in which open drafts and ballots still get in; the timer ends
    now, so that every page sends what it has. A reveal of a few ideas is held first: its deadline moves, and writing
    stays open until then.
    """
    board, now = context.board, context.now
    ends_writing = board.phase is Phase.DIVERGE and target is Phase.REVEAL
    if ends_writing and not context.held and _is_small(board):
        board.timer = NONE.started(now, crowd.HOLD)
        take_in_tray(board)
        return Wait(now + crowd.HOLD + GRACE, held=True)
    if context.due or not (ends_writing or (board.phase is Phase.VOTE and target is Phase.DECIDE)):
        return None
    board.timer = board.timer.ended(now)
    since = board.timer.deadline if ends_writing and board.timer.deadline is not None else now
    return Wait(since + GRACE) if now < since + GRACE else None


def _is_small(board: Board) -> bool:
    """Whether what a reveal would show could point at who wrote last."""
    people = sum(quota.counts and quota.in_time > 0 for quota in board.quotas.values())
    return crowd.needs_hold(board.ideas.states[IdeaState.HIDDEN], max(people, board.late_people))


def change(board: Board, target: Phase, *, now: float, minutes: float | None, chosen: Sequence[str] | None) -> None:
    """Carries out a phase change that the rules allow."""
    release_all(board)
    left = board.phase
    if left is Phase.VOTE:
        _leave_vote(board, counted=target is Phase.DECIDE)
    if left is Phase.DECIDE:
        drop_check(board)
    board.timer = NONE
    if target is Phase.DIVERGE:
        _open_writing(board, now, minutes)
    elif minutes is not None:
        board.timer = NONE.started(now, minutes * 60)
    if target is Phase.REVEAL and left is Phase.DIVERGE:
        _reveal(board)
    if target is Phase.VOTE:
        _open_vote(board, chosen)
    enter(board, target, now)
    board.put_meta(highlight=None, highlight_as="one")


def enter(board: Board, phase: Phase, now: float) -> None:
    """Notes the new phase and how long the last one took."""
    if board.history:
        left, since, _ = board.history[-1]
        board.history[-1] = (left, since, int(now))
    board.history.append((str(phase), int(now), None))
    board.phase = phase
    board.usage.forget()
    board.forget_ready()
    board.put_meta(phase=phase)


def take_in_tray(board: Board) -> None:
    """Writing is open again: what waited in the tray is in time now."""
    for key in board.in_state(IdeaState.LATE):
        idea = board.ideas[key]
        board.ideas[key] = Idea(IdeaState.HIDDEN, idea.text, idea.secret)
    for author in [author for author, quota in board.quotas.items() if quota.late]:
        board.quotas[author] = board.quotas[author]._replace(late=0)


def check_vote(board: Board, chosen: Sequence[str] | None) -> Refused | None:
    """Whether a vote can open on what there is, or as a run-off on the chosen options."""
    return options.check_round(coming_options(board, chosen), chosen)


def check_close(board: Board) -> Refused | None:
    """Whether a count would not show what one person chose."""
    # The person who entered the proxy ballots knows them, and could subtract them from the count.
    own = [entry for entry in board.ballots.values() if not entry.proxy]
    if not _may_count(board, own):
        return Refused(Refusal.TOO_FEW_TO_CLOSE)
    # The others voted in an earlier round, and its tally could be taken off this one.
    if not _may_count(board, [entry for entry in own if entry.new]):
        return Refused(Refusal.TOO_FEW_NEW)
    return None


def _may_count(board: Board, ballots: Sequence[Cast]) -> bool:
    return crowd.may_close(board.seats.counting, len(ballots), sum(entry.counts for entry in ballots))


def _open_writing(board: Board, now: float, minutes: float | None) -> None:
    board.timer = NONE.started(now, (minutes or board.meta.minutes) * 60)
    board.put_meta(sealed=True)
    take_in_tray(board)


def _reveal(board: Board) -> None:
    """All at once, in random order, with numbers that say nothing of author or time."""
    coming = [*board.in_state(IdeaState.HIDDEN)]
    coming += [key for key in board.in_state(IdeaState.SHOWN) if key not in board.document.numbers]
    _shuffle(coming)
    for key in coming:
        if board.ideas[key].state is IdeaState.HIDDEN:
            board.show_text(key)
        board.scatter(key)
        board.assign_number(key)
    counts = board.meta.counts
    # After a second writing nobody can tell who wrote in both; at least so many did.
    wrote = max(sum(quota.used > 0 for quota in board.quotas.values()), counts.wrote or 0)
    told = wrote if board.seats.counting >= crowd.CROWD else None
    ideas = len(board.document.ideas)
    board.put_meta(counts=replace(counts, joined=board.joined, wrote=told, ideas=ideas))
    board.late_people = sum(quota.counts and quota.late > 0 for quota in board.quotas.values())
    board.quotas.clear()
    board.forget("write")
    board.pool.clear()
    board.pool_since = None
    board.strangers, board.strangers_since = frozenset(), None
    board.begin_epoch()


def coming_options(board: Board, chosen: Sequence[str] | None = None) -> list[Option]:
    """The options of a new round; a run-off is on options of the last one."""
    if chosen is not None and (rounds := board.meta.rounds):
        return list(rounds[-1].options)
    return options_in(board.document)


def options_in(document: BoardDocument) -> list[Option]:
    """The options that a board with this document holds now."""
    return options.options_of(
        ideas=document.ideas,
        numbers=document.numbers,
        places=document.places,
        clusters=document.clusters,
        aside=document.meta.aside,
    )


def _open_vote(board: Board, chosen: Sequence[str] | None) -> None:
    """A new round: empty ballots and a new key, for kept ballots could be read as the difference of two tallies."""
    open_options = coming_options(board, chosen)
    if chosen is not None:
        open_options = [option for option in open_options if option.option in chosen]
    board.ballots.clear()
    board.forget("vote")
    board.round += 1
    # Dots that were set for the whole list would choose nothing in a run-off on a few of its options.
    paper = BallotPaper(
        round=board.round,
        dots=options.dots_each(len(open_options), board.meta.dots if chosen is None else None),
        runoff=chosen is not None,
        shown=bool(board.meta.rounds),
        options=tuple(open_options),
    )
    board.put_meta(ballot=paper, proposal=None)


def _leave_vote(board: Board, *, counted: bool) -> None:
    """Counts the round, or drops it when the facilitator stepped back. Either way no ballot stays."""
    if counted and board.meta.ballot is not None:
        _count(board, board.meta.ballot)
    else:
        board.put_meta(ballot=None)
        for voter in [voter for voter, first in board.voters.items() if first == board.round]:
            del board.voters[voter]
    board.ballots.clear()
    board.voters.rewrite()
    board.forget("vote")
    if counted:
        board.begin_epoch()


def _count(board: Board, opened: BallotPaper) -> None:
    cast = list(board.ballots.values())
    _shuffle(cast)
    boxes = [entry.ballot for entry in cast]
    lines = tally.count(boxes, opened.options)
    board.keep_receipts(board.round, receipts.receipts(boxes, board.round, secrets.token_urlsafe))
    counted = Round(
        round=opened.round,
        dots=opened.dots,
        runoff=opened.runoff,
        shown=opened.shown,
        options=opened.options,
        joined=board.joined,
        ballots=len(boxes),
        abstained=tally.abstained(boxes),
        unspent=tally.unspent(boxes, opened.dots),
        proxies=sum(entry.proxy for entry in cast),
        without_receipt=receipts.without(boxes),
        tally=tuple(lines),
    )
    rounds = (*board.meta.rounds, counted)
    proposal = tally.propose(lines, size=tally.wished(len(lines)))
    board.put_meta(
        rounds=rounds,
        # A run-off without a bold pick does not take back the one before it.
        proposal=replace(proposal, bold=proposal.bold or tuple(bold_winners(rounds))),
        counts=replace(board.meta.counts, voted=len(boxes), joined=board.joined),
    )
