"""Who may do what in which phase: the whole product in one table.

Only phase, role and the setting `grouping` are looked at here. What depends on the thing itself (an own idea or
another's, in time or late, within the budget) is judged by the handler of the command, after this table.
"""

from collections.abc import Collection

from board.errors import Refused
from board.facilitation.phases import Phase, span
from board.people.roles import Role
from board.words import rules as words

LOBBY, DIVERGE, REVEAL, CLUSTER, VOTE, DECIDE, FROZEN = Phase

# Every right is one unbroken stretch of phases, from its first to its last.
PARTICIPANT = {
    # An idea that comes when writing is over is not refused: the handler puts it into the late tray.
    "add_idea": span(DIVERGE, DECIDE),
    "edit_idea": span(DIVERGE, REVEAL),
    "withdraw_idea": span(DIVERGE, REVEAL),
    "sign_idea": span(REVEAL, DECIDE),
    "place_idea": span(CLUSTER, CLUSTER),
    "name_cluster": span(CLUSTER, CLUSTER),
    "dissolve_cluster": span(CLUSTER, CLUSTER),
    "merge": span(CLUSTER, CLUSTER),
    "undo_merge": span(CLUSTER, CLUSTER),
    "cast_ballot": span(VOTE, VOTE),
    "answer_consent": span(DECIDE, DECIDE),
}
FACILITATOR = {
    "open_phase": span(LOBBY, DECIDE),
    "set_timer": span(DIVERGE, DECIDE),
    "change_settings": span(LOBBY, DECIDE),
    "admit_late": span(REVEAL, CLUSTER),
    "set_aside": span(CLUSTER, CLUSTER),
    "hide_idea": span(REVEAL, DECIDE),
    "highlight_idea": span(REVEAL, CLUSTER),
    # On the wire this is `cast_ballot` with a `proxy`: a ballot for somebody who sits in the room.
    "cast_proxy": span(VOTE, VOTE),
    "close_consent": span(DECIDE, DECIDE),
    "write_decision": span(DECIDE, DECIDE),
    "freeze": span(DECIDE, DECIDE),
    # The record stays as it is; what is decided anew becomes another one that names it.
    "correct": span(FROZEN, FROZEN),
}
GROUPING = frozenset({"place_idea", "name_cluster", "dissolve_cluster", "merge", "undo_merge"})
RIGHTS = PARTICIPANT | FACILITATOR
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
    if command not in COMMANDS:
        return Refused(words.UNKNOWN_COMMAND)
    leads = Role.FACILITATOR in roles
    if not leads and Role.PARTICIPANT not in roles:
        return Refused(words.WATCHING)
    if not leads and command in FACILITATOR:
        return Refused(words.ONLY_FACILITATOR)
    if phase not in RIGHTS[command]:
        return Refused(words.not_now(command, phase))
    if command in GROUPING and grouping != "everyone" and not leads:
        return Refused(words.ONLY_FACILITATOR_GROUPS)
    return None


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
