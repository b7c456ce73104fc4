"""Secret ballots and consent answers: stored under a pseudonym of the round and not shown before the end."""

import uuid

from board.brainstorm.commands.registry import handles
from board.brainstorm.phases.consent_check import end_check, may_tell
from board.brainstorm.state.context import CommandContext, checked
from board.brainstorm.state.values import Cast, Given
from board.errors import Refused
from board.live.commands import OK, Answer, refuse
from board.protocol.commands import AnswerConsent, CastBallot, CloseConsent
from board.protocol.refusals import Refusal
from board.voting import ballots, consent
from board.voting.ballots import Ballot
from board.voting.consent import REASON_LIMIT


@handles
def cast_ballot(context: CommandContext, command: CastBallot) -> Answer:
    """Replaces the whole ballot of this person, or of the person a proxy stands for, in this round."""
    board = context.board
    opened = board.meta.ballot
    if opened is None:
        return refuse(Refusal.NO_VOTE)
    if command.round is not None and command.round != board.round:
        return refuse(Refusal.OTHER_ROUND)
    ballot = Ballot({key: n for key, n in command.dots.items() if n != 0}, command.bold, command.done, command.receipt)
    if no := ballots.check(ballot, opened.options, opened.dots):
        return refuse(no)
    if command.proxy is None:
        first = board.voters.setdefault(context.pseudonym("voters"), board.round)
        counts, new = board.counts(context.person), first == board.round
        board.ballots[context.pseudonym("vote")] = Cast(ballot, counts=counts, new=new)
    else:
        key = uuid.UUID(command.proxy).bytes
        if key not in board.ballots and (full := context.check_room("people", total=len(board.ballots))):
            return refuse(full)
        board.ballots[key] = Cast(ballot, proxy=True)
    return OK


@handles
def answer_consent(context: CommandContext, command: AnswerConsent) -> Answer:
    """Replaces this person's answer on the wording that is on the screen."""
    board = context.board
    check = board.meta.consent
    if not check or not check.open:
        return refuse(Refusal.CONSENT_CLOSED)
    if command.n is not None and command.n != check.n:
        return refuse(Refusal.OTHER_CHECK)
    reason = checked(command.reason, REASON_LIMIT)
    if isinstance(reason, Refused):
        return refuse(reason)
    answer = consent.Answer(command.level, reason)
    if no := consent.check(answer):
        return refuse(no)
    board.answers[context.pseudonym("consent")] = Given(answer, board.counts(context.person))
    return OK


@handles
def close_consent(context: CommandContext, command: CloseConsent) -> Answer:
    """Ends the check: everybody sees all answers at once, in random order."""
    board = context.board
    check = board.meta.consent
    if not check or not check.open:
        return refuse(Refusal.CONSENT_CLOSED)
    if not may_tell(board):
        return refuse(Refusal.TOO_FEW_TO_CLOSE)
    end_check(board)
    return OK
