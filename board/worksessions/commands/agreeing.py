"""Agreements: a proposal, the answers to it, and what comes of it.

How people answer follows from how many are there when it is proposed. Four or more answer the consent check, which
names nobody: answers are rows under pseudonyms whose key lives until the check is closed, and nothing but counts and
reasons ever reaches the document. Two or three answer by name, for any count would name them. One person decides.

One anonymous check is open at a time. Its end then forgets every key and every answer there is, so their tables are
emptied, and the write-ahead log with them.
"""

import random

from msgspec import structs

from board.errors import Refused
from board.facilitation import crowd
from board.live.commands import OK, Answer, refuse
from board.people.pseudonyms import new_key
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.commands import AnswerAgreement, CloseAgreement, ProposeAgreement
from board.protocol.worksession.document import Agreement
from board.voting import consent
from board.words import say
from board.worksessions.commands.registry import handles
from board.worksessions.commands.texts import rewrite
from board.worksessions.rules import agreeing, writing
from board.worksessions.state.context import CommandContext, checked
from board.worksessions.state.session import Level, Session

_shuffle = random.SystemRandom().shuffle


@handles
def propose_agreement(context: CommandContext, command: ProposeAgreement) -> Answer:
    """Whoever proposes agrees, as far as answers have names. Alone it is decided at once."""
    session, agreements = context.session, context.session.document.agreements
    if command.agreement in agreements:
        return OK
    kept = _kept(context, command)
    if isinstance(kept, Refused):
        return refuse(kept)
    if kept.by == "level" and session.keys:
        return refuse(Refusal.AGREEMENT_OPEN)
    if no := context.check_room("agreements", total=len(agreements)):
        return refuse(no)
    context.use("agreements")
    if kept.by == "level":
        session.keys[command.agreement] = new_key()
    session.canvas.put("agreements", command.agreement, kept)
    if kept.by == "alone":
        close(context, command.agreement)
    return OK


def _kept(context: CommandContext, command: ProposeAgreement) -> Agreement | Refused:
    text, why = checked(command.text, limits.AGREEMENT, empty=False), checked(command.why, limits.WHY)
    owner = context.owner(command.owner)
    if isinstance(text, Refused):
        return text
    if isinstance(why, Refused):
        return why
    if isinstance(owner, Refused):
        return owner
    by = agreeing.manner(len(context.here() | {context.member}))
    by_name = {context.member: True} if by == "name" else None
    return Agreement(text=text, why=why or None, owner=owner, by=by, at=context.now, by_name=by_name)


@handles
def answer_agreement(context: CommandContext, command: AnswerAgreement) -> Answer:
    """Replaces this person's answer, as long as it is open."""
    agreement = context.session.document.agreements.get(command.agreement)
    if agreement is None:
        return refuse(Refusal.NO_AGREEMENT)
    if not agreement.open:
        return refuse(Refusal.AGREEMENT_CLOSED)
    reason = checked(command.reason, consent.REASON_LIMIT)
    if isinstance(reason, Refused):
        return refuse(reason)
    if agreement.by == "level":
        return _answer_unnamed(context, command, reason)
    if command.agree is None:
        return refuse(Refusal.YES_OR_NO)
    by_name = {**(agreement.by_name or {}), context.member: command.agree}
    others = {id: why for id, why in (agreement.why_not or {}).items() if id != context.member}
    said = {**others, context.member: reason} if reason else others
    answered = structs.replace(agreement, by_name=by_name, why_not=said or None)
    context.session.canvas.put("agreements", command.agreement, answered)
    return OK


def _answer_unnamed(context: CommandContext, command: AnswerAgreement, reason: str) -> Answer:
    if command.level is None:
        return refuse(Refusal.NOT_A_LEVEL)
    session = context.session
    pseudonym = session.pseudonym(command.agreement, context.person.token)
    session.answers[pseudonym] = Level(command.agreement, command.level, reason)
    return OK


@handles
def close_agreement(context: CommandContext, command: CloseAgreement) -> Answer:
    """Ends it with its result. One or two answers of several people would show who gave them: they are waited for.

    A proposal that is withdrawn shows nothing, so it needs no answers: another one can be made at once. Once others
    have answered it, and their answers can be shown, only the lead may withdraw it.
    """
    agreement = context.session.document.agreements.get(command.agreement)
    if agreement is None:
        return refuse(Refusal.NO_AGREEMENT)
    if not agreement.open:
        return OK
    if command.withdraw:
        if not context.leads and _is_answered(context, agreement):
            return refuse(Refusal.ONLY_LEAD)
        context.session.canvas.drop("agreements", command.agreement)
        if agreement.by == "level":
            _forget(context.session)
        return OK
    answers = len(context.session.answers)
    if agreement.by == "level" and not crowd.may_close(len(context.here()), answers, answers):
        return refuse(Refusal.TOO_FEW_ANSWERS)
    close(context, command.agreement)
    return OK


def _is_answered(context: CommandContext, agreement: Agreement) -> bool:
    """Whether closing it would show what others answered."""
    if agreement.by == "level":
        return len(context.session.answers) >= crowd.CROWD
    return bool((agreement.by_name or {}).keys() - {context.member})


def close_all(context: CommandContext) -> None:
    """The session ends: what is still open ends with it. Answers that are too few to tell are not told."""
    agreements = context.session.document.agreements
    for id in sorted(agreements, key=lambda id: (agreements[id].at, id)):
        if agreements[id].open:
            close(context, id)


def close(context: CommandContext, id: str) -> None:
    """Writes the result, and a line into the text."""
    session = context.session
    agreement = session.document.agreements[id]
    closed = _counted(context, agreement) if agreement.by == "level" else agreeing.closed_by_name(agreement)
    session.canvas.put("agreements", id, closed)
    if closed.agreed is not None:
        _write_line(session, closed)


def _counted(context: CommandContext, agreement: Agreement) -> Agreement:
    """Only from three answers on are they told: nobody can work out whose they are."""
    session = context.session
    answers = [consent.Answer(one.level, one.reason) for one in session.answers.values()]
    _shuffle(answers)
    told = answers if len(answers) >= crowd.CROWD else []
    counted = agreeing.counted(agreement, consent.summary(told, max(len(context.here()), len(answers)), _shuffle))
    _forget(session)
    return counted


def _forget(session: Session) -> None:
    """Keys and answers are of one check alone: no other is open."""
    session.answers.clear()
    session.keys.clear()


def _write_line(session: Session, agreement: Agreement) -> None:
    """A text that is full goes without the line. The owner is not in it: readers see the text, and names stay out."""
    text, why = writing.one_line(agreement.text), writing.one_line(agreement.why or "")
    outcome = "agreed" if agreement.agreed else "not_agreed"
    line = say("session-agreement", outcome="alone" if agreement.by == "alone" else outcome, text=text)
    if why:
        line = f"{line} {say('session-agreement-why', why=why)}"
    rewrite(session, writing.added(session.text.value, line))
