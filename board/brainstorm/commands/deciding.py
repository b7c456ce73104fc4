"""The decision: written by the facilitator, checked by everybody, frozen into a record."""

from collections.abc import Sequence

from msgspec.structs import replace

from board.brainstorm.commands.registry import handles
from board.brainstorm.phases import transitions
from board.brainstorm.phases.consent_check import drop_check, end_check, open_check
from board.brainstorm.phases.waiting_changes import release_all
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import CommandContext, checked
from board.canvas.ideas import Idea, IdeaState
from board.decisions import record
from board.errors import Refused
from board.facilitation.timer import NONE
from board.live.commands import OK, Answer, refuse
from board.protocol import limits
from board.protocol.commands import Freeze, WriteDecision
from board.protocol.document import Asking, Decision, NextStep
from board.protocol.phases import Phase
from board.protocol.refusals import Refusal
from board.records import canonical

TEXTS = {
    "decision": limits.DECISION,
    "why": limits.WHY,
    "owner": limits.OWNER,
    "decide_by": limits.DECIDE_BY,
}
TIMES = frozenset({"frozen_at", "phases", "follows"})


@handles
def write_decision(context: CommandContext, command: WriteDecision) -> Answer:
    """Keeps the decision as it stands, and asks everybody about its wording when the wording is new."""
    board = context.board
    kept = _texts(command)
    if isinstance(kept, Refused):
        return refuse(kept)
    steps = [_step(step) for step in command.next_steps]
    if no := _bad_decision(board, command, steps):
        return refuse(no)
    before, check = board.meta.decision, board.meta.consent
    text = kept["decision"] or ""
    same = before is not None and before.decision == text
    wording = _standing(board) + (not same)
    if not same and check and check.open:
        if board.answers:
            end_check(board)
        drop_check(board)
    decision = Decision(
        decision=text,
        why=kept["why"],
        owner=kept["owner"] or "",
        decide_by=kept["decide_by"],
        n=wording,
        shortlist=tuple(dict.fromkeys(command.shortlist)),
        next_steps=tuple(step for step in steps if isinstance(step, NextStep) and step.text),
        outcome=command.outcome,
    )
    board.put_meta(decision=decision)
    # A step back ended the check without a count: then the same wording is asked about again.
    ended = any(one.n == wording for one in board.meta.consents)
    if text and not ended and board.meta.consent != Asking(wording, open=True):
        open_check(board, wording)
    return OK


def _bad_decision(board: Board, command: WriteDecision, steps: Sequence[NextStep | Refused]) -> Refused | None:
    for step in steps:
        if isinstance(step, Refused):
            return step
    if not set(command.shortlist) <= _options(board):
        return Refused(Refusal.NO_OPTION)
    # Two facilitators write at once: the later one has not read what would be replaced.
    if command.after is not None and command.after < _standing(board):
        return Refused(Refusal.NEWER_WORDING)
    return None


def _standing(board: Board) -> int:
    """The number of the wording that stands, 0 when there is none."""
    return board.meta.decision.n if board.meta.decision else 0


@handles
def freeze(context: CommandContext, command: Freeze) -> Answer:
    """Makes it final. The answer carries the address of the record; nothing on the board changes after it.

    Final again without a change is what it was before: the record that is there.
    """
    board = context.board
    if missing := _missing(board):
        return refuse(missing)
    release_all(board)
    board.forget_questions()
    check = board.meta.consent
    if check and check.open:
        if board.answers:
            end_check(board)
        drop_check(board)
    _add_bold_winners(board)
    late = board.in_state(IdeaState.LATE)
    board.timer = NONE
    # Read before the phase changes, which is when a correction ends.
    before, unchanged = board.meta.frozen, is_unchanged(board)
    transitions.enter(board, Phase.FROZEN, context.now)
    # People may go on together to a session, where they have names: the order of the rows must not say who is who.
    board.seats.rewrite()
    board.put_meta(late_deleted=board.meta.late_deleted + len(late), corrects=None)
    board.put_meta(highlight=None, highlight_as="one")
    if not unchanged:
        content = canonical.encode(record.build(material(board, context.now)))
        board.frozen = content, before
        board.put_meta(frozen=canonical.digest(content), frozen_at=int(context.now))
    for key in late:
        del board.ideas[key]
    for key, idea in board.ideas.items():
        board.ideas[key] = Idea(idea.state, None, None)
    board.forget_people()
    board.begin_epoch()
    return Answer("ok", extra={"decision": board.meta.frozen})


def material(board: Board, now: float) -> record.Material:
    """All that the record may say about a board: a copy that a thread may read while the board changes."""
    spans = [record.Span(phase, start, end) for phase, start, end in board.history if phase != Phase.FROZEN]
    return record.Material.of(board.canvas.copied_document(), now=int(now), phases=spans, receipts=dict(board.receipts))


def basis(board: Board) -> str:
    """A sum of all that a record would say now but its times: it tells whether a correction has changed anything."""
    told = record.build(material(board, 0))
    return canonical.digest(canonical.encode({key: told[key] for key in told if key not in TIMES}))


def is_unchanged(board: Board) -> bool:
    """Whether a final decision was opened again and nothing in it is new."""
    return board.correcting and board.meta.corrects == basis(board)


def _missing(board: Board) -> Refusal | None:
    decision = board.meta.decision
    if not decision or not (decision.decision or decision.outcome == "recommended"):
        return Refusal.DECISION_MISSING
    if not decision.owner:
        return Refusal.OWNER_MISSING
    if decision.outcome == "recommended" and not decision.decide_by:
        return Refusal.DATE_MISSING
    return None if decision.shortlist else Refusal.SHORTLIST_MISSING


def _add_bold_winners(board: Board) -> None:
    """The bold pick with the most marks is always on the shortlist; people who ask for "the best" drop the original."""
    decision, proposal = board.meta.decision, board.meta.proposal
    if decision and proposal:
        winners = [key for key in proposal.bold if key not in decision.shortlist]
        board.put_meta(decision=replace(decision, shortlist=(*decision.shortlist, *winners)))


def _options(board: Board) -> set[str]:
    return {option.option for one in board.meta.rounds for option in one.options}


def _texts(command: WriteDecision) -> dict[str, str | None] | Refused:
    kept: dict[str, str | None] = {}
    for field, most in TEXTS.items():
        text = checked(getattr(command, field), most)
        if isinstance(text, Refused):
            return text
        kept[field] = text or None
    return kept


def _step(step: NextStep) -> NextStep | Refused:
    text = checked(step.text, limits.STEP)
    owner, when = checked(step.owner, limits.STEP_OWNER), checked(step.when, limits.STEP_WHEN)
    for part in (text, owner, when):
        if isinstance(part, Refused):
            return part
    return NextStep(str(text), str(owner) or None, str(when) or None)
