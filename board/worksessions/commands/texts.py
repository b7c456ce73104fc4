"""The text and its versions: adding, restoring and naming."""

from board.errors import Refused
from board.live.commands import OK, Answer, refuse
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.commands import AppendText, KeepBrought, NameVersion, RestoreVersion
from board.worksessions.commands.registry import handles
from board.worksessions.rules import writing
from board.worksessions.state.context import CommandContext, checked
from board.worksessions.state.session import Session


@handles
def append_text(context: CommandContext, command: AppendText) -> Answer:
    """A paragraph at the end of a section, or of the text when there is no such heading. A page may send it twice."""
    session = context.session
    if command.line in session.lines:
        return OK
    line = checked(writing.normalised(command.text), limits.LINE, empty=False)
    if isinstance(line, Refused):
        return refuse(line)
    heading = checked(command.heading, limits.HEADING)
    if isinstance(heading, Refused):
        return refuse(heading)
    if no := rewrite(session, writing.added(session.text.value, line, heading or None)):
        return refuse(no)
    session.remember_line(command.line)
    return OK


@handles
def restore_version(context: CommandContext, command: RestoreVersion) -> Answer:
    """The whole text as it was. What stood there until now is a version of its own."""
    session = context.session
    text = session.text_of(command.version)
    if text is None:
        return refuse(Refusal.NO_VERSION)
    if text != session.text.value:
        session.keep_version("restore", context.now, str(command.version))
        session.write_text(text)
    return OK


@handles
def name_version(context: CommandContext, command: NameVersion) -> Answer:
    """Keeps the text as it is under a name; the same text under the same name is kept once."""
    session = context.session
    name = checked(command.name, limits.VERSION_NAME, empty=False)
    if isinstance(name, Refused):
        return refuse(name)
    last = session.meta.versions[-1] if session.meta.versions else None
    if last is None or (last.reason, last.of) != ("name", name) or session.text_of(last.number) != session.text.value:
        session.keep_version("name", context.now, name)
    return OK


@handles
def keep_brought(context: CommandContext, command: KeepBrought) -> Answer:
    """Keeps the text as the one that somebody came with; the same text is kept once."""
    context.session.keep_version("brought", context.now)
    return OK


def rewrite(session: Session, text: str) -> Refused | None:
    """Writes the text, if it may be this long."""
    no = writing.check_size(session.text.value, text, limits.TEXT)
    if no is None:
        session.write_text(text)
    return no
