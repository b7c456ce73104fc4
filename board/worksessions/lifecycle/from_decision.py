"""What a session has of the decision that it begins with: the work, the other steps as tasks, and a quotation."""

import re
from collections.abc import Iterator
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta, Struct, structs

from board.errors import Invalid
from board.protocol import limits as board_limits
from board.protocol.document import NextStep
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.document import Owner, Task
from board.records import times
from board.voting.consent import DOUBTING
from board.words import say
from board.worksessions.lifecycle.opening import Leading, NewWorksession, Origin

MOST_OBJECTIONS = 12
"""objections that are quoted; all of them stand in the record"""


class FromDecision(NewWorksession, kw_only=True):
    """What a session from a decision begins with. A field that is sent wins over what the decision says."""

    step: Annotated[int, Meta(ge=0, lt=board_limits.STEPS)] | None = None
    """which next step is worked on, counted from 0; left out: the first"""


class Reason(Struct):
    """Why somebody answered a consent check so. Nobody knows who."""

    level: int
    reason: str


class Check(Struct):
    """A consent check on a wording."""

    decision: str
    reasons: tuple[Reason, ...] = ()


class Decided(Struct):
    """What is read of the record of a decision."""

    question: str
    frozen_at: str
    decision: str | None = None
    why: str | None = None
    problem: str | None = None
    constraint: str | None = None
    next_steps: tuple[NextStep, ...] = ()
    consent: tuple[Check, ...] = ()

    @property
    def objections(self) -> list[str]:
        """The reasons against the decision as it stands, the strongest first; the record has no names."""
        about = [one for one in self.consent if one.decision == self.decision]
        against = [one for one in about[-1].reasons if one.level <= DOUBTING] if about else []
        return [one.reason for one in sorted(against, key=lambda one: one.level)]


class FilledIn(NamedTuple):
    """A request for a session as the opener takes it."""

    wanted: NewWorksession
    origin: Origin


def filled_in(asked: FromDecision, content: bytes, *, sha256: str, address: str, led: Leading | None) -> FilledIn:
    """What was asked for, with the rest from the record. `address` is that of the decision.

    `led`: the facilitator of its board asks.

    Raises Invalid for a step that the decision does not have.
    """
    record = msgspec.json.decode(content, type=Decided)
    step, steps = _chosen(asked, record)
    work = step.text if step else record.decision or record.question
    fields = {name: getattr(asked, name) for name in NewWorksession.__struct_fields__}
    wanted = structs.replace(
        NewWorksession(**fields),
        artifact=_either(asked.artifact, _shortened(work, limits.ARTIFACT)),
        problem=_either(asked.problem, record.problem),
        constraint=_either(asked.constraint, record.constraint),
    )
    tasks = tuple(map(_task, steps))
    return FilledIn(wanted, Origin(sha256, quotation(record, step, address), tasks, led=led))


def quotation(record: Decided, step: NextStep | None, address: str) -> str:
    """The decision as a quotation in Markdown, with its address."""
    paragraphs = [record.decision or record.question]
    if record.why:
        paragraphs.append(f"{say('session-decision-why')} {record.why}")
    if record.constraint:
        paragraphs.append(f"{say('session-decision-constraint')} {record.constraint}")
    if step is not None and _shortened(step.text, limits.ARTIFACT) != step.text:
        paragraphs.append(f"{say('session-decision-step')} {step.text}")
    paragraphs += _objections(record.objections)
    lines = list(_quoted(paragraphs))
    day = times.instant(record.frozen_at).date()
    return "\n".join([*lines, f"> [{say('session-decision-link', day=day)}]({address})"]) + "\n\n"


def _objections(said: list[str]) -> Iterator[str]:
    """What the work may want to answer. Whoever said it need not come forward."""
    for reason in said[:MOST_OBJECTIONS]:
        yield say("session-decision-objection", reason=reason)
    if len(said) > MOST_OBJECTIONS:
        yield say("session-decision-objections-more", count=len(said) - MOST_OBJECTIONS)
    if said:
        yield say("session-decision-objections-nobody", count=len(said))


def _chosen(asked: FromDecision, record: Decided) -> tuple[NextStep | None, list[NextStep]]:
    """The step that is worked on, and the others. Somebody who names the work themselves leaves no step out."""
    steps = list(record.next_steps)
    if asked.step is not None and asked.step >= len(steps):
        raise Invalid(Refusal.NO_STEP)
    if not steps or (asked.step is None and asked.artifact is not None):
        return None, steps
    return steps.pop(asked.step or 0), steps


def _task(step: NextStep) -> Task:
    return Task(text=step.text, owner=Owner(words=step.owner) if step.owner else None, when=step.when or None)


def _either(sent: str | None, known: str | None) -> str | None:
    return known if sent is None else sent


def _shortened(text: str, most: int) -> str:
    """On one line, cut at the end of a word where it is too long."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"


_MARK = re.compile(r"([#>|]|[-+*=~`_:](?=[\s\-+*=~`_:|]|$)|\[(?=[^\]]*\]:)|\d{1,9}(?=[.)](?:\s|$)))")


def _quoted(paragraphs: list[str]) -> Iterator[str]:
    """Lines of a quotation. What a person wrote stays a line of text: no heading, no list, no quotation inside."""
    for paragraph in paragraphs:
        for line in paragraph.splitlines():
            yield f"> {_plain(line.strip())}".rstrip()
        yield ">"


def _plain(line: str) -> str:
    if (mark := _MARK.match(line)) is None:
        return line
    end = mark.end()
    return f"{line[:end]}\\{line[end:]}" if mark[1].isdigit() else f"\\{line}"
