"""Who may do what in which phase: the whole product in one table.

Only phase, role, seat and the setting `grouping` are looked at here. What depends on the thing itself (an own idea or
another's, in time or late, within the budget) is judged by the handler of the command, after this table.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from typing import Self

from board.errors import Refused
from board.facilitation.phases import Phase, span
from board.people.roles import Role
from board.words import rules as words

LOBBY, DIVERGE, REVEAL, CLUSTER, VOTE, DECIDE, FROZEN = Phase


class Kind(Enum):
    """Whose a command is. It says which role may give it and who needs a seat for it."""

    PERSONAL = "personal"
    """a person's own (ideas, ballots, consent): everybody needs a seat, the facilitator too"""
    GROUPING = "grouping"
    """everybody's while the setting `grouping` is "everyone", else the facilitator's; a participant needs a seat"""
    LEADING = "leading"
    """the facilitator's, who needs no seat"""


@dataclass(frozen=True, slots=True)
class Right:
    """What kind of command this is, and in which phases it may be given: always one unbroken stretch."""

    kind: Kind
    phases: frozenset[Phase]

    @classmethod
    def of(cls, kind: Kind, first: Phase, last: Phase | None = None) -> Self:
        """From the first phase to the last, both included."""
        return cls(kind, span(first, last or first))


RIGHTS = {
    # An idea that comes when writing is over is not refused: the handler puts it into the late tray.
    "add_idea": Right.of(Kind.PERSONAL, DIVERGE, DECIDE),
    "edit_idea": Right.of(Kind.PERSONAL, DIVERGE, REVEAL),
    "withdraw_idea": Right.of(Kind.PERSONAL, DIVERGE, REVEAL),
    "sign_idea": Right.of(Kind.PERSONAL, REVEAL, DECIDE),
    "cast_ballot": Right.of(Kind.PERSONAL, VOTE),
    "answer_consent": Right.of(Kind.PERSONAL, DECIDE),
    "place_idea": Right.of(Kind.GROUPING, CLUSTER),
    "name_cluster": Right.of(Kind.GROUPING, CLUSTER),
    "dissolve_cluster": Right.of(Kind.GROUPING, CLUSTER),
    "merge": Right.of(Kind.GROUPING, CLUSTER),
    "undo_merge": Right.of(Kind.GROUPING, CLUSTER),
    "open_phase": Right.of(Kind.LEADING, LOBBY, DECIDE),
    "set_timer": Right.of(Kind.LEADING, DIVERGE, DECIDE),
    "change_settings": Right.of(Kind.LEADING, LOBBY, DECIDE),
    "admit_late": Right.of(Kind.LEADING, REVEAL, CLUSTER),
    "set_aside": Right.of(Kind.LEADING, CLUSTER),
    "hide_idea": Right.of(Kind.LEADING, REVEAL, DECIDE),
    "highlight_idea": Right.of(Kind.LEADING, REVEAL, CLUSTER),
    # On the wire this is `cast_ballot` with a `proxy`: a ballot for somebody who sits in the room.
    "cast_proxy": Right.of(Kind.LEADING, VOTE),
    "close_consent": Right.of(Kind.LEADING, DECIDE),
    "write_decision": Right.of(Kind.LEADING, DECIDE),
    "freeze": Right.of(Kind.LEADING, DECIDE),
    # The record stays as it is; the next freeze makes another one that names it.
    "correct": Right.of(Kind.LEADING, FROZEN),
}
COMMANDS = frozenset(RIGHTS)

SETTINGS = frozenset(
    {
        "question",
        "problem",
        "constraint",
        "criterion",
        "owner",
        "visibility",
        "grouping",
        "minutes",
        "dots",
        "locked",
    }
)


def allow(phase: Phase, roles: Collection[Role], command: str, *, grouping: str = "everyone") -> Refused | None:
    """Whether somebody with these roles may give this command now; None means yes.

    A facilitator may do everything a participant may; who only watches, nothing.
    """
    right = RIGHTS.get(command)
    if right is None:
        return Refused(words.UNKNOWN_COMMAND)
    leads = Role.FACILITATOR in roles
    if not leads and Role.PARTICIPANT not in roles:
        return Refused(words.WATCHING)
    if not leads and right.kind is Kind.LEADING:
        return Refused(words.ONLY_FACILITATOR)
    if phase not in right.phases:
        return Refused(words.not_now(command, phase))
    if right.kind is Kind.GROUPING and grouping != "everyone" and not leads:
        return Refused(words.ONLY_FACILITATOR_GROUPS)
    return None


def needs_seat(command: str, roles: Collection[Role]) -> bool:
    """Whether somebody with these roles needs a seat for this command, and takes one when the door is open."""
    return RIGHTS[command].kind is Kind.PERSONAL or Role.FACILITATOR not in roles


def is_shut_out(roles: Collection[Role], *, locked: bool, seated: bool) -> bool:
    """Whether a locked door keeps this browser out: it has the participants' link only, and no seat.

    Then it reads nothing. Facilitators and the big screen read without a seat.
    """
    return locked and not seated and not {Role.FACILITATOR, Role.WATCHER}.intersection(roles)


def settable(phase: Phase, *, sealed: bool = False) -> frozenset[str]:
    """The settings that `change_settings` may touch in this phase.

    `sealed`: writing has opened once. What people were promised about their ideas is fixed from then on, even when the
    facilitator steps back to the lobby.
    """
    if phase == LOBBY:
        return SETTINGS - {"visibility"} if sealed else SETTINGS
    if phase == CLUSTER:
        return frozenset({"grouping", "dots", "criterion", "locked"})
    return frozenset() if phase == FROZEN else frozenset({"locked"})


def check_settings(phase: Phase, fields: Collection[str], *, sealed: bool = False) -> Refused | None:
    """The first of these settings that may not change now, as a refusal; None when all of them may."""
    if phase == FROZEN:
        return Refused(words.BOARD_IS_DONE)
    for field in sorted(set(fields) - settable(phase, sealed=sealed)):
        if field not in SETTINGS:
            return Refused(words.UNKNOWN_SETTING)
        if field == "visibility" and sealed:
            return Refused(words.VISIBILITY_IS_PROMISED)
        return Refused(words.setting_is_fixed(field, [p for p in Phase if field in settable(p)]))
    return None
