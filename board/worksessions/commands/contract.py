"""What will exist at the end, and "Done when". Whoever said yes to it before is asked again after a change."""

from msgspec import UNSET, UnsetType, structs

from board.canvas import rank
from board.errors import Refused
from board.live.commands import OK, Answer, refuse
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.commands import AddCondition, EditCondition, EditContract, TickCondition
from board.protocol.worksession.document import Change, ChangedField, Condition, Owner
from board.protocol.worksession.states import State
from board.worksessions.commands.accepting import outdated
from board.worksessions.commands.registry import handles
from board.worksessions.rules import writing
from board.worksessions.rules.zones import is_zone
from board.worksessions.state.context import CommandContext, checked
from board.worksessions.state.session import Session

TEXTS = {
    "artifact": limits.ARTIFACT,
    "audience": limits.AUDIENCE,
    "problem": limits.PROBLEM,
    "constraint": limits.CONSTRAINT,
}
TERMS: tuple[ChangedField, ...] = (
    "artifact",
    "audience",
    "problem",
    "constraint",
    "owner",
    "starts",
    "zone",
    "minutes",
)


@handles
def edit_contract(context: CommandContext, command: EditContract) -> Answer:
    """Only the fields that are given change."""
    asked = _asked(context, command)
    if isinstance(asked, Refused):
        return refuse(asked)
    before = context.session.meta.contract
    after = structs.replace(before, **asked)
    if after.starts is None:
        # Without a time there is none that comes again.
        after = structs.replace(after, repeats=None)
    if after == before:
        return OK
    context.session.canvas.put_meta(contract=after)
    changed = [name for name in TERMS if getattr(before, name) != getattr(after, name)]
    for name in changed:
        _remember(context, name, getattr(before, name))
    # Whoever said yes to this session said nothing of the ones after it.
    if changed:
        _ask_again(context.session)
    return OK


def _asked(context: CommandContext, command: EditContract) -> dict[str, object] | Refused:
    """The fields that were sent, as they can be kept."""
    kept = _texts(command)
    if isinstance(kept, Refused):
        return kept
    if not isinstance(command.owner, UnsetType):
        owner = context.owner(command.owner)
        if isinstance(owner, Refused):
            return owner
        kept["owner"] = owner
    if isinstance(command.zone, str) and not is_zone(command.zone):
        return Refused(Refusal.NO_ZONE)
    plain = {name: getattr(command, name) for name in ("starts", "zone", "minutes", "repeats")}
    return kept | {name: value for name, value in plain.items() if value is not UNSET}


def _texts(command: EditContract) -> dict[str, object] | Refused:
    kept: dict[str, object] = {}
    for name, most in TEXTS.items():
        sent: str | UnsetType | None = getattr(command, name)
        if not isinstance(sent, UnsetType):
            text = checked(sent, most, empty=name != "artifact")
            if isinstance(text, Refused):
                return text
            kept[name] = text or None
    return kept


@handles
def add_condition(context: CommandContext, command: AddCondition) -> Answer:
    """Gives it a heading in the text, too: people take headings, and tick there."""
    session, conditions = context.session, context.session.document.conditions
    if command.condition in conditions:
        return OK
    text = checked(command.text, limits.CONDITION, empty=False)
    if isinstance(text, Refused):
        return refuse(text)
    if no := context.check_room("conditions", total=len(conditions)):
        return refuse(no)
    context.use("conditions")
    last = max((one.rank for one in conditions.values()), default=None)
    session.canvas.put("conditions", command.condition, Condition(text, False, rank.after(last)))
    _rewrite(session, writing.with_heading(session.text.value, text))
    _ask_again(session)
    return OK


@handles
def edit_condition(context: CommandContext, command: EditCondition) -> Answer:
    """Other words, or none: then it is removed. Its heading changes with it, and goes when nothing stands under it."""
    session, old = context.session, context.session.document.conditions.get(command.condition)
    if old is None:
        return OK if command.text is None else refuse(Refusal.NO_CONDITION)
    if command.text is None:
        session.canvas.drop("conditions", command.condition)
        _rewrite(session, writing.without_empty(session.text.value, old.text))
    else:
        text = checked(command.text, limits.CONDITION, empty=False)
        if isinstance(text, Refused):
            return refuse(text)
        if text == old.text:
            return OK
        session.canvas.put("conditions", command.condition, structs.replace(old, text=text))
        _rewrite(session, writing.renamed(session.text.value, old.text, text))
    _remember(context, "condition", old.text)
    _ask_again(session)
    return OK


@handles
def tick_condition(context: CommandContext, command: TickCondition) -> Answer:
    session, old = context.session, context.session.document.conditions.get(command.condition)
    if old is None:
        return refuse(Refusal.NO_CONDITION)
    note = checked(command.note, limits.NOTE)
    if isinstance(note, Refused):
        return refuse(note)
    session.canvas.put("conditions", command.condition, structs.replace(old, met=command.met, note=note or None))
    return OK


def _rewrite(session: Session, text: str) -> None:
    """A heading is a help and no condition of anything: a text that is full goes without."""
    if writing.check_size(session.text.value, text, limits.TEXT) is None:
        session.write_text(text)


def _remember(context: CommandContext, field: ChangedField, old: str | int | Owner | None) -> None:
    """What changes before the start is planning; after it people should see that it changed."""
    meta = context.session.meta
    if meta.state is State.RUNNING:
        kept = (*meta.changes, Change(at=context.now, field=field, old=old))[-limits.CHANGES :]
        context.session.canvas.put_meta(changes=kept)


def _ask_again(session: Session) -> None:
    session.canvas.put_meta(agreed=outdated(session.meta.agreed))
