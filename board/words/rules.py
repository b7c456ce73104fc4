"""What the rules answer when they say no. Each sentence is for the person whose press it was."""

from collections.abc import Sequence

# The steps as the screen calls them.
STEP = {
    "lobby": "Welcome",
    "diverge": "Write",
    "reveal": "Read",
    "cluster": "Group",
    "vote": "Vote",
    "decide": "Decide",
    "frozen": "Done",
}

# --- who may do what -------------------------------------------------------------------------------------------------

UNKNOWN_COMMAND = "This page asked for something the board does not know. Please load the page again."
WATCHING = "You are watching this board. To join in, open the link for taking part."
ONLY_FACILITATOR = "Only the facilitator can do that."
ONLY_FACILITATOR_GROUPS = "On this board the facilitator groups the ideas. You can read along."
BOARD_IS_DONE = "The decision is final. Nothing on this board can be changed any more."
ONLY_THE_DECISION = "The decision is being corrected. The ideas, the groups and the count stay as they were."

_BELONGS = {
    "add_idea": "Ideas are written in Write.",
    "edit_idea": "An idea can be changed in Write and Read.",
    "withdraw_idea": "An idea can be taken back in Write and Read.",
    "sign_idea": "You can put your name to an idea once all ideas are shown, from Read on.",
    "place_idea": "Ideas are moved in Group.",
    "name_cluster": "Groups are named in Group.",
    "dissolve_cluster": "Groups are taken apart in Group.",
    "merge": "Groups are made in Group.",
    "undo_merge": "Moves are undone in Group.",
    "cast_ballot": "Dots are spent in Vote.",
    "answer_consent": "“Can you live with it?” is asked in Decide.",
    "set_timer": "The timer starts with Write.",
    "admit_late": "What came late is let in during Read and Group.",
    "set_aside": "Groups and ideas are set aside in Group, before the vote opens.",
    "hide_idea": "An idea can be hidden once it is shown, from Read on.",
    "highlight_idea": "One idea is shown large to everybody in Read and Group.",
    "cast_proxy": "Ballots for people in the room are entered in Vote.",
    "close_consent": "“Can you live with it?” is ended in Decide.",
    "write_decision": "The decision is written in Decide.",
    "freeze": "A decision is made final in Decide.",
    "correct": "A decision is corrected once it is final.",
}
_NOW = {
    "lobby": "Writing has not started yet.",
    "diverge": "The group is still writing.",
    "reveal": "The group is reading now.",
    "cluster": "The group is grouping ideas now.",
    "vote": "The group is voting now.",
    "decide": "The group is deciding now.",
}


def not_now(command: str, phase: str) -> str:
    """Where a command belongs, and where the group is instead."""
    if phase == "frozen":
        return BOARD_IS_DONE
    return f"{_BELONGS[command]} {_NOW[phase]}"


def cannot_open(current: str, target: str) -> str:
    """Why this step cannot follow that one."""
    if current == "frozen":
        return BOARD_IS_DONE
    if current == target:
        return f"The board is in {STEP[current]} already."
    if target == "frozen":
        return "A board is done when its decision is made final."
    return f"{STEP[target]} cannot follow {STEP[current]} directly. Go one step on, or any number back."


# --- settings --------------------------------------------------------------------------------------------------------

UNKNOWN_SETTING = "This page asked for a setting the board does not know. Please load the page again."
VISIBILITY_IS_PROMISED = "Who sees ideas during Write was promised when writing first started. It stays as it is."

_SETTING = {
    "question": "The question",
    "problem": "The problem",
    "constraint": "The constraint",
    "criterion": "“Choose by”",
    "owner": "“Who decides”",
    "visibility": "Who sees ideas during Write",
    "grouping": "Who may group",
    "minutes": "The minutes for writing",
    "dots": "The number of dots",
    "locked": "The door",
}


def setting_is_fixed(field: str, phases: Sequence[str]) -> str:
    """A setting cannot change now, with the steps in which it can."""
    return f"{_SETTING[field]} can only be changed in {' and '.join(STEP[phase] for phase in phases)}."


# --- the vote --------------------------------------------------------------------------------------------------------

NOTHING_TO_VOTE_ON = "There is nothing to vote on yet: no idea is left on the ballot."
NOT_AN_OPTION = "One of these is not on the ballot. Please choose again."
RUNOFF_NEEDS_TWO = "A run-off needs at least two to choose from."
NOT_ON_THE_BALLOT = "Part of your choice is not on this ballot. Please choose again."
DOTS_ARE_WHOLE = "Dots are whole: give an option one dot or none."
ONE_DOT_EACH = "Each option takes one dot from you at most."
TOO_FEW_TO_CLOSE = (
    "So few answers would show who gave them. Wait until three people have answered whose page was open for 30 seconds."
)
TOO_FEW_NEW = (
    "One or two people vote for the first time in this round, and the earlier count would show what they chose. "
    "Wait until three of them have voted, or step back to Group."
)


def too_many_dots(dots: int, used: int) -> str:
    """More dots than there are to spend."""
    return f"You have {dots} {'dot' if dots == 1 else 'dots'} and used {used}."


# --- the consent check -----------------------------------------------------------------------------------------------

NOT_A_LEVEL = "Please choose one of the six answers, from 0 to 5."


def reason_too_long(limit: int, length: int) -> str:
    """A reason beyond its limit."""
    return f"A reason has at most {limit} characters. Yours has {length}."
