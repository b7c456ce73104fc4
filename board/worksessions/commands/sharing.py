"""The recap: what the lead adds to it, sharing it, and correcting one that was shared."""

from dataclasses import replace

from msgspec import UNSET, UnsetType, structs

from board.errors import Refused
from board.live.commands import OK, Answer, refuse
from board.protocol.worksession import limits
from board.protocol.worksession.ending import Correct, EditRecap, Share
from board.protocol.worksession.recap import RecapLines, SharedRecap
from board.protocol.worksession.states import State
from board.recaps import record
from board.recaps.material import Material
from board.records import canonical
from board.worksessions.commands.registry import handles
from board.worksessions.state.context import CommandContext, checked
from board.worksessions.state.recap import answered, kept_versions, material
from board.worksessions.state.sharing import Sharing

_MOST = {"summary": limits.SUMMARY, "next": limits.SUMMARY, "was": limits.ONE_LINE, "became": limits.ONE_LINE}


@handles
def edit_recap(context: CommandContext, command: EditRecap) -> Answer:
    """Kept until it is shared, and seen by everybody of the session."""
    lines = _lines(context, command)
    if isinstance(lines, Refused):
        return refuse(lines)
    context.session.canvas.put_meta(recap_lines=lines)
    return OK


@handles
def share(context: CommandContext, command: Share) -> Answer:
    """Freezes the recap. Corrected without a change it is what it was before: the record that is there."""
    session, public = context.session, command.visibility == "public"
    shared = session.meta.recap
    if session.meta.state is State.SHARED and shared is not None:
        return _stored(context, Sharing(structs.replace(shared, public=public)))
    lines = _lines(context, command)
    if isinstance(lines, Refused):
        return refuse(lines)
    session.canvas.put_meta(recap_lines=lines)
    told = replace(material(session, context.now), follows=shared.sha256 if shared else None)
    making = kept_versions(session) if lines.making else None
    basis = _basis(told)
    if shared is not None and shared.basis == basis:
        answer = _stored(context, Sharing(structs.replace(shared, public=public), making=making))
    else:
        content = canonical.encode(record.build(told))
        recap = SharedRecap(sha256=canonical.digest(content), at=context.now, public=public, basis=basis)
        answer = _stored(context, Sharing(recap, content, told.follows, making))
    session.canvas.put_meta(state=State.SHARED)
    for id, reply in answered(session).items():
        session.replies.put(id, structs.replace(reply, told_in=session.id))
    # Nobody writes on, and who wrote what is forgotten.
    session.text.begin_epoch()
    return answer


@handles
def correct(context: CommandContext, command: Correct) -> Answer:
    """Back to the end with everything as it was. The record stays at its address, and the next one will name it."""
    session = context.session
    session.canvas.put_meta(state=State.ENDED)
    session.text.begin_epoch()
    return OK


def _stored(context: CommandContext, sharing: Sharing) -> Answer:
    """A new recap, or how the page of a known one is shown, which does not stand in its bytes."""
    context.session.sharing.append(sharing)
    context.session.canvas.put_meta(recap=sharing.recap)
    return Answer("ok", extra={"recap": sharing.recap.sha256})


def _lines(context: CommandContext, command: EditRecap | Share) -> RecapLines | Refused:
    """What is kept with the fields that were sent."""
    sent: dict[str, str | bool | None] = {}
    for name in RecapLines.__struct_fields__:
        value: str | bool | UnsetType | None = getattr(command, name, UNSET)
        if value is UNSET or isinstance(value, UnsetType):
            continue
        if isinstance(value, bool):
            sent[name] = value
            continue
        kept = checked(value, _MOST[name])
        if isinstance(kept, Refused):
            return kept
        sent[name] = kept or None
    return structs.replace(context.session.meta.recap_lines, **sent)


def _basis(told: Material) -> str:
    """A sum of all that a record would say now but its time and what it follows."""
    return canonical.digest(canonical.encode(record.build(replace(told, now=0, follows=None))))
