"""Who may do what in which phase, judged by what each command declares.

This table looks at phase, role, seat and the setting `grouping` alone. The handler of the command then judges what
depends on the thing itself (whose idea it is, in time or late, within the budget).
"""

from collections.abc import Collection
from enum import StrEnum

from board.errors import Refused
from board.protocol.commands import CAST_PROXY, KINDS, By
from board.protocol.phases import Phase
from board.protocol.refusals import Refusal
from board.protocol.roles import Role

LOBBY, DIVERGE, REVEAL = Phase.LOBBY, Phase.DIVERGE, Phase.REVEAL
CLUSTER, FROZEN = Phase.CLUSTER, Phase.FROZEN

RULES = {rule.name: rule for rule in (*(kind.rule for kind in KINDS), CAST_PROXY)}
"""every command as it is declared in `protocol.commands`"""
COMMANDS = frozenset(RULES)

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

VOTED_ON = frozenset({"question", "problem", "constraint"})
"""what the dots are given under: it is mended until the first vote is counted, and not while one is open"""
WORDING = VOTED_ON | {"owner"}


def allow(phase: Phase, roles: Collection[StrEnum], command: str, *, grouping: str = "everyone") -> Refused | None:
    """Whether somebody with these roles may give this command now; None means yes.

    A facilitator may do everything that a participant may; a watcher may do nothing.
    """
    rule = RULES.get(command)
    if rule is None:
        return Refused(Refusal.UNKNOWN_COMMAND)
    leads = Role.FACILITATOR in roles
    if not leads and Role.PARTICIPANT not in roles:
        return Refused(Refusal.WATCHING)
    if not leads and rule.by is By.LEADING:
        return Refused(Refusal.ONLY_FACILITATOR)
    if phase not in rule.during and not (leads and phase in rule.led):
        return _not_now(phase, command)
    if rule.by is By.GROUPING and grouping != "everyone" and not leads:
        return Refused(Refusal.ONLY_FACILITATOR_GROUPS)
    return None


def _not_now(phase: Phase, command: str) -> Refused:
    if phase == FROZEN:
        return Refused(Refusal.BOARD_IS_DONE)
    return Refused(Refusal.NOT_NOW, command=command, phase=phase.value)


def needs_seat(command: str, roles: Collection[StrEnum]) -> bool:
    """Whether somebody with these roles needs a seat for this command, and takes one when the door is open."""
    return RULES[command].by is By.PERSONAL or Role.FACILITATOR not in roles


def is_shut_out(roles: Collection[StrEnum], *, locked: bool, seated: bool) -> bool:
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
    if phase in (DIVERGE, REVEAL):
        return WORDING | {"locked"}
    if phase == CLUSTER:
        return WORDING | {"grouping", "dots", "criterion", "locked"}
    return frozenset() if phase == FROZEN else frozenset({"locked"})


def check_settings(
    phase: Phase, fields: Collection[str], *, sealed: bool = False, counted: bool = False
) -> Refused | None:
    """The first of these settings that may not change now, as a refusal; None when all of them may.

    `counted`: a vote was counted, and the record will show its count under the question.
    """
    if phase == FROZEN:
        return Refused(Refusal.BOARD_IS_DONE)
    if counted and not VOTED_ON.isdisjoint(fields):
        return Refused(Refusal.WORDING_WAS_VOTED_ON)
    for field in sorted(set(fields) - settable(phase, sealed=sealed)):
        if field not in SETTINGS:
            return Refused(Refusal.UNKNOWN_SETTING)
        if field == "visibility" and sealed:
            return Refused(Refusal.VISIBILITY_IS_PROMISED)
        return Refused(Refusal.SETTING_IS_FIXED, setting=field)
    return None
