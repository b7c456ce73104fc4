"""Who may do what in which state, judged by what each command declares.

Powers come from a link, from `assign`, from a verdict that names a finisher, or from taking the lead; never from a name
that somebody typed. What depends on the thing itself (whose task, which item) is judged by the command's function.
"""

from dataclasses import dataclass

from board.errors import Refused
from board.protocol.refusals import Refusal
from board.protocol.worksession.commands import KINDS
from board.protocol.worksession.links import Link
from board.protocol.worksession.states import State
from board.protocol.worksession.whose import Whose

RULES = {kind.rule.name: kind.rule for kind in KINDS}
"""every command as it is declared in `protocol.worksession.commands`"""


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody has in a session: the strongest link, and what they are there."""

    link: Link
    joined: bool = False
    acting: bool = False
    """took the lead, and no lead has come back"""
    decider: bool = False
    finisher: bool = False

    @property
    def leads(self) -> bool:
        return self.link is Link.LEAD or self.acting

    @property
    def may_join(self) -> bool:
        return self.link in (Link.LEAD, Link.JOIN)


@dataclass(frozen=True, slots=True)
class Course:
    """How a session stands, as far as rights depend on it."""

    state: State
    everyone_runs_the_clock: bool = True
    nearly: bool = False
    """it ended with the verdict that somebody finishes it"""
    left_open: bool = False
    """it has been left open for so long that anybody may finish it"""
    correcting: bool = False
    """its recap was shared, and is being corrected"""
    board_open: bool = False
    """the running item holds an open board: nobody there may be told apart by what they do here"""


def allow(course: Course, person: Standing, command: str) -> Refused | None:
    """Whether this person may give this command now; None means yes."""
    rule = RULES.get(command)
    if rule is None:
        return Refused(Refusal.UNKNOWN_COMMAND)
    if no := _JUDGES[rule.by](course, person):
        return Refused(no)
    if course.state not in rule.during:
        return Refused(Refusal.NOT_IN_STATE, state=course.state.value)
    # The accept link leads to no board.
    if course.board_open and not rule.beside_board and person.link is not Link.ACCEPT:
        return Refused(Refusal.BOARD_OPEN)
    return None


def _joining(_: Course, person: Standing) -> Refusal | None:
    return None if person.may_join else Refusal.READING


def _member(_: Course, person: Standing) -> Refusal | None:
    if person.joined:
        return None
    return Refusal.JOIN_FIRST if person.may_join else Refusal.READING


def _planning(course: Course, person: Standing) -> Refusal | None:
    return None if person.link is Link.LEAD else _member(course, person)


def _clock(course: Course, person: Standing) -> Refusal | None:
    if person.leads:
        return None
    return _member(course, person) or (None if course.everyone_runs_the_clock else Refusal.LEAD_RUNS_THE_CLOCK)


def _finisher(course: Course, person: Standing) -> Refusal | None:
    if no := _member(course, person):
        return no
    if course.state is not State.ENDED:
        return None
    if course.correcting:
        return None if person.link is Link.LEAD else Refusal.ONLY_LEAD
    return None if course.nearly and (person.finisher or person.link is Link.LEAD) else Refusal.ONLY_FINISHER


def _accepting(course: Course, person: Standing) -> Refusal | None:
    return None if person.link is Link.ACCEPT else _member(course, person)


def _leading(course: Course, person: Standing) -> Refusal | None:
    return None if person.leads else _no_lead(course, person)


def _verdict(course: Course, person: Standing) -> Refusal | None:
    if person.leads or (person.joined and (person.decider or course.left_open)):
        return None
    return _member(course, person) or Refusal.ONLY_DECIDER


def _owning(course: Course, person: Standing) -> Refusal | None:
    return None if person.link is Link.LEAD else _no_lead(course, person)


def _no_lead(_: Course, person: Standing) -> Refusal:
    return Refusal.ONLY_LEAD if person.may_join else Refusal.READING


_JUDGES = {
    Whose.JOINING: _joining,
    Whose.MEMBER: _member,
    Whose.PLANNING: _planning,
    Whose.CLOCK: _clock,
    Whose.FINISHER: _finisher,
    Whose.ACCEPTING: _accepting,
    Whose.LEADING: _leading,
    Whose.VERDICT: _verdict,
    Whose.OWNING: _owning,
}
