"""The whole table of rights, written out by hand and compared in one go."""

import pytest

from board.errors import Refused
from board.facilitation.policy import (
    COMMANDS,
    SETTINGS,
    allow,
    check_settings,
    is_shut_out,
    needs_seat,
    settable,
)
from board.protocol.phases import ORDER, Phase
from board.protocol.refusals import Refusal
from board.protocol.roles import Role
from board.words import listed, say

# Who may give a command in a phase. `P` is participants and the facilitator, `F` the facilitator alone, `G` the
# facilitator, and participants while the setting `grouping` is "everyone". A watcher may do nothing at all.
TABLE = """
                    lobby   diverge   reveal   cluster   vote   decide   frozen
    add_idea          .        P         P        P        P       P        .
    edit_idea         .        P         P        .        .       .        .
    withdraw_idea     .        P         P        .        .       .        .
    sign_idea         .        .         P        P        P       P        .
    ask               .        .         P        .        .       .        .
    answer_question   .        .         P        .        .       .        .
    set_ready         .        .         P        P        .       .        .

    place_idea        .        .         .        G        .       .        .
    name_cluster      .        .         .        G        .       .        .
    dissolve_cluster  .        .         .        G        .       .        .
    merge             .        .         F        G        .       .        .
    undo_merge        .        .         F        G        .       .        .

    cast_ballot       .        .         .        .        P       .        .
    answer_consent    .        .         .        .        .       P        .

    open_phase        F        F         F        F        F       F        .
    set_timer         .        F         F        F        F       F        .
    change_settings   F        F         F        F        F       F        .
    admit_late        .        .         F        F        .       .        .
    set_aside         .        .         .        F        .       .        .
    hide_idea         .        .         F        F        F       F        .
    hide_question     .        .         F        F        F       F        .
    highlight_idea    .        .         F        F        .       F        .
    cast_proxy        .        .         .        .        F       .        .
    close_consent     .        .         .        .        .       F        .
    write_decision    .        .         .        .        .       F        .
    freeze            .        .         .        .        .       F        .
    correct           .        .         .        .        .       .        F
"""

ROLES = {
    ".": {"everyone": "", "facilitator": ""},
    "P": {"everyone": "facilitate participate", "facilitator": "facilitate participate"},
    "F": {"everyone": "facilitate", "facilitator": "facilitate"},
    "G": {"everyone": "facilitate participate", "facilitator": "facilitate"},
}


def rows() -> dict[str, list[str]]:
    """The lines of TABLE: command → its seven cells."""
    lines = [line.split() for line in TABLE.splitlines() if line.strip()]
    assert lines[0] == [phase.value for phase in ORDER]
    return {line[0]: line[1:] for line in lines[1:]}


@pytest.mark.parametrize("grouping", ["everyone", "facilitator"])
def test_the_whole_table(grouping: str) -> None:
    written = {
        (phase.value, role.value, command): role.value in ROLES[cell][grouping].split()
        for command, cells in rows().items()
        for phase, cell in zip(ORDER, cells, strict=True)
        for role in Role
    }
    computed = {
        (phase.value, role.value, command): allow(phase, [role], command, grouping=grouping) is None
        for command in COMMANDS
        for phase in Phase
        for role in Role
    }
    assert len(written) == 7 * 3 * 27
    assert computed == written


# Who needs a seat to give a command, whatever the phase.
SEATS = {
    "participate": COMMANDS,
    "facilitate": {
        *("add_idea", "edit_idea", "withdraw_idea", "sign_idea", "ask", "answer_question", "set_ready"),
        *("cast_ballot", "answer_consent"),
    },
}


@pytest.mark.parametrize("role", SEATS)
def test_a_seat_is_needed_for_these_commands(role: str) -> None:
    assert {command for command in COMMANDS if needs_seat(command, {Role(role)})} == set(SEATS[role])


def test_the_strongest_role_decides_whether_a_seat_is_needed() -> None:
    assert not needs_seat("merge", {Role.PARTICIPANT, Role.FACILITATOR})
    assert needs_seat("merge", {Role.PARTICIPANT, Role.WATCHER})


def test_a_locked_door_shuts_out_who_has_only_the_link_to_take_part_and_no_seat() -> None:
    kept_out = {
        (held, locked, seated)
        for held in ("participate", "watch", "facilitate", "participate watch", "participate facilitate")
        for locked in (True, False)
        for seated in (True, False)
        if is_shut_out({Role(role) for role in held.split()}, locked=locked, seated=seated)
    }
    assert kept_out == {("participate", True, False)}


def test_everyone_groups_unless_the_board_says_otherwise() -> None:
    assert allow(Phase.CLUSTER, [Role.PARTICIPANT], "merge") is None


@pytest.mark.parametrize("grouping", ["everyone", "facilitator"])
def test_in_read_the_facilitator_alone_joins_ideas(grouping: str) -> None:
    refused = allow(Phase.REVEAL, [Role.PARTICIPANT], "merge", grouping=grouping)
    assert refused == Refused(Refusal.NOT_NOW, command="merge", phase="reveal")
    assert allow(Phase.REVEAL, [Role.PARTICIPANT, Role.FACILITATOR], "merge", grouping=grouping) is None


def test_an_unknown_setting_of_grouping_opens_nothing() -> None:
    assert allow(Phase.CLUSTER, [Role.PARTICIPANT], "merge", grouping="") is not None


@pytest.mark.parametrize("command", ["add_ideas", "", "unfreeze", "open_phase "])
def test_a_command_that_is_not_in_the_table_is_refused_to_everybody(command: str) -> None:
    for phase in Phase:
        assert isinstance(allow(phase, list(Role), command), Refused)


def test_several_roles_are_added_up() -> None:
    both = [Role.WATCHER, Role.PARTICIPANT]
    assert allow(Phase.DIVERGE, both, "add_idea") is None
    assert allow(Phase.DIVERGE, both, "open_phase") is not None
    assert allow(Phase.DIVERGE, {Role.PARTICIPANT, Role.FACILITATOR}, "open_phase") is None


def test_nobody_in_particular_may_do_nothing() -> None:
    assert all(allow(phase, [], command) for phase in Phase for command in COMMANDS)


def refusal(phase: Phase, role: Role, command: str, grouping: str = "everyone") -> Refused:
    refused = allow(phase, [role], command, grouping=grouping)
    assert refused is not None
    return refused


def test_every_refusal_is_a_plain_sentence() -> None:
    for command in COMMANDS:
        for phase in Phase:
            for role in Role:
                refused = allow(phase, [role], command, grouping="facilitator")
                if refused:
                    why = say(refused.code, **refused.params)
                    assert why[0].isupper() or why[0] == "“"
                    assert why.endswith(".")
                    assert "another step" not in why, "the sentence for a command that has none"
                    inner_words = {p.value for p in Phase} - {"decide", "vote"} | {command}
                    assert not inner_words.intersection(why.replace(".", "").split())


def test_the_sentence_says_where_the_group_is() -> None:
    for phase, command in ((Phase.DIVERGE, "cast_ballot"), (Phase.LOBBY, "add_idea")):
        told = Refused(Refusal.NOT_NOW, command=command, phase=phase.value)
        assert refusal(phase, Role.PARTICIPANT, command) == told


def test_the_sentence_says_who_may() -> None:
    assert refusal(Phase.VOTE, Role.PARTICIPANT, "freeze") == Refused(Refusal.ONLY_FACILITATOR)
    assert refusal(Phase.VOTE, Role.WATCHER, "cast_ballot") == Refused(Refusal.WATCHING)
    grouping = refusal(Phase.CLUSTER, Role.PARTICIPANT, "place_idea", "facilitator")
    assert grouping == Refused(Refusal.ONLY_FACILITATOR_GROUPS)


def test_a_done_board_says_so_whatever_is_asked() -> None:
    codes = {refusal(Phase.FROZEN, Role.FACILITATOR, command).code for command in COMMANDS - {"correct"}}
    assert codes == {Refusal.BOARD_IS_DONE}


# Which settings change in which phase.
SETTABLE = {
    "lobby": "question problem constraint criterion owner visibility grouping minutes dots locked",
    "diverge": "question problem constraint owner locked",
    "reveal": "question problem constraint owner locked",
    "cluster": "question problem constraint owner grouping dots criterion locked",
    "vote": "locked",
    "decide": "locked",
    "frozen": "",
}


def test_what_can_be_set_in_each_phase() -> None:
    assert {phase.value: settable(phase) for phase in Phase} == {
        phase: frozenset(fields.split()) for phase, fields in SETTABLE.items()
    }
    assert frozenset(SETTABLE["lobby"].split()) == SETTINGS


def test_the_promise_stays_once_writing_has_opened() -> None:
    assert settable(Phase.LOBBY, sealed=True) == SETTINGS - {"visibility"}
    assert all("visibility" not in settable(phase, sealed=True) for phase in Phase)
    refused = check_settings(Phase.LOBBY, ["question", "visibility"], sealed=True)
    assert refused == Refused(Refusal.VISIBILITY_IS_PROMISED)


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.FROZEN])
@pytest.mark.parametrize("field", ["question", "problem", "constraint"])
def test_a_wording_under_which_dots_were_counted_stays(phase: Phase, field: str) -> None:
    assert check_settings(phase, [field, "locked"], counted=True) == Refused(Refusal.WORDING_WAS_VOTED_ON)
    assert check_settings(phase, ["locked"], counted=True) is None


@pytest.mark.parametrize("sealed", [False, True])
def test_settings_are_checked_as_they_are_settable(sealed: bool) -> None:
    for phase in Phase:
        for field in SETTINGS:
            allowed = check_settings(phase, [field], sealed=sealed) is None
            assert allowed == (field in settable(phase, sealed=sealed))


def test_one_setting_out_of_place_refuses_them_all() -> None:
    assert check_settings(Phase.CLUSTER, ["dots", "criterion"]) is None
    assert check_settings(Phase.CLUSTER, ["dots", "minutes"]) == Refused(Refusal.SETTING_IS_FIXED, setting="minutes")
    assert check_settings(Phase.VOTE, {"dots": 3}) == Refused(Refusal.SETTING_IS_FIXED, setting="dots")


@pytest.mark.parametrize("setting", sorted(SETTINGS - {"locked"}))
def test_the_sentence_of_a_fixed_setting_names_the_steps_in_which_it_changes(setting: str) -> None:
    steps = [say(f"step-{phase}") for phase in Phase if setting in settable(phase)]
    assert say(Refusal.SETTING_IS_FIXED, setting=setting).endswith(f" can only be changed in {listed(steps)}.")


def test_an_unknown_setting_is_refused() -> None:
    for phase in Phase:
        assert check_settings(phase, ["frozen"]) is not None


def test_no_settings_are_no_offence() -> None:
    assert check_settings(Phase.VOTE, []) is None


@pytest.mark.parametrize("field", [*sorted(SETTINGS), "anything"])
def test_a_done_board_keeps_its_settings_and_says_why(field: str) -> None:
    assert check_settings(Phase.FROZEN, [field]) == Refused(Refusal.BOARD_IS_DONE)
