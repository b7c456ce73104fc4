"""Every reason for a "no", by code, with the parameters that its sentence takes.

Rules answer with codes; `board/words/en/refusals.ftl` has the sentence of each, and the edges put it beside the code.
A parameter never repeats what a person wrote.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Self

Param = str | int | float | date
Params = Mapping[str, Param]

_NONE: Mapping[str, type[Param]] = MappingProxyType({})


class Refusal(StrEnum):
    """A code as it goes over the wire; `params` has the name and the type of each parameter."""

    params: Mapping[str, type[Param]]

    def __new__(cls, code: str, params: Mapping[str, type[Param]] = _NONE) -> Self:
        refusal = str.__new__(cls, code)
        refusal._value_ = code
        refusal.params = params
        return refusal

    # Who may do what, and when.
    UNKNOWN_COMMAND = "unknown_command"
    WATCHING = "watching"
    ONLY_FACILITATOR = "only_facilitator"
    ONLY_FACILITATOR_GROUPS = "only_facilitator_groups"
    ONLY_FACILITATOR_DELETES = "only_facilitator_deletes"
    BOARD_IS_DONE = "board_is_done"
    ONLY_THE_DECISION = "only_the_decision"
    NOT_NOW = "not_now", {"command": str, "phase": str}
    PHASE_IS_OPEN = "phase_is_open", {"phase": str}
    NOT_NEXT = "not_next", {"phase": str, "current": str}
    ONLY_FREEZE_ENDS = "only_freeze_ends"
    DOOR_LOCKED = "door_locked"

    # The form of a message.
    COMMAND_NOT_JSON = "command_not_json"
    COMMAND_UNREADABLE = "command_unreadable"
    COMMAND_MALFORMED = "command_malformed", {"detail": str}
    MESSAGE_TOO_LARGE = "message_too_large"
    TOO_FAST = "too_fast"
    TOO_MANY_FILES = "too_many_files"

    # Texts.
    EMPTY = "empty"
    TOO_LONG = "too_long", {"limit": int, "length": int}
    BROKEN_CHARACTER = "broken_character"
    CONTROL_CHARACTER = "control_character", {"character": str}

    # Settings and the timer.
    UNKNOWN_SETTING = "unknown_setting"
    VISIBILITY_IS_PROMISED = "visibility_is_promised"
    WORDING_WAS_VOTED_ON = "wording_was_voted_on"
    SETTING_IS_FIXED = "setting_is_fixed", {"setting": str}
    QUESTION_MISSING = "question_missing"
    BAD_MINUTES = "bad_minutes", {"limit": int}
    BAD_DOTS = "bad_dots", {"limit": int}

    # Ideas and groups.
    NO_IDEA = "no_idea"
    NOT_YOURS = "not_yours"
    ID_TAKEN = "id_taken"
    IDEA_WITHDRAWN = "idea_withdrawn"
    IDEA_HIDDEN = "idea_hidden"
    IDEA_HIDDEN_FOR_GOOD = "idea_hidden_for_good"
    NOT_TO_SHOW = "not_to_show"
    CAME_LATE = "came_late"
    NOTHING_LATE = "nothing_late"
    NO_GROUP = "no_group"
    EMPTY_MERGE = "empty_merge"
    NO_MERGE = "no_merge"
    BAD_RANK = "bad_rank"
    NO_QUESTION = "no_question"
    QUESTION_HIDDEN = "question_hidden"
    ONLY_AUTHOR_ANSWERS = "only_author_answers"
    ENOUGH_QUESTIONS = "enough_questions", {"limit": int}
    OWN_QUESTIONS = "own_questions", {"limit": int}
    OWN_LIMIT = "own_limit", {"limit": int}
    NO_ROOM = "no_room", {"what": str, "part": str, "limit": int}

    # The vote.
    NO_VOTE = "no_vote"
    OTHER_ROUND = "other_round"
    NOTHING_TO_VOTE_ON = "nothing_to_vote_on"
    NOT_AN_OPTION = "not_an_option"
    RUNOFF_NEEDS_TWO = "runoff_needs_two"
    NOT_ON_THE_BALLOT = "not_on_the_ballot"
    DOTS_ARE_WHOLE = "dots_are_whole"
    ONE_DOT_EACH = "one_dot_each"
    TOO_MANY_DOTS = "too_many_dots", {"dots": int, "used": int}
    TOO_FEW_TO_CLOSE = "too_few_to_close"
    TOO_FEW_NEW = "too_few_new"

    # The decision and the consent check.
    NO_OPTION = "no_option"
    NEWER_WORDING = "newer_wording"
    DECISION_MISSING = "decision_missing"
    OWNER_MISSING = "owner_missing"
    DATE_MISSING = "date_missing"
    SHORTLIST_MISSING = "shortlist_missing"
    CONSENT_CLOSED = "consent_closed"
    OTHER_CHECK = "other_check"
    NOT_A_LEVEL = "not_a_level"

    # Who may do what in a session, and when.
    READING = "reading"
    JOIN_FIRST = "join_first"
    ONLY_LEAD = "only_lead"
    LEAD_RUNS_THE_CLOCK = "lead_runs_the_clock"
    ONLY_FINISHER = "only_finisher"
    ONLY_DECIDER = "only_decider"
    NOT_IN_STATE = "not_in_state", {"state": str}
    REMOVED = "removed"
    SESSION_LOCKED = "session_locked"
    LEAD_IS_HERE = "lead_is_here"
    JOINED_LATER = "joined_later"
    LEAD_STAYS = "lead_stays"

    # What is written in a session.
    NO_CONDITION = "no_condition"
    NO_TASK = "no_task"
    NO_THOUGHT = "no_thought"
    NO_VERSION = "no_version"
    NO_AGREEMENT = "no_agreement"
    AGREEMENT_CLOSED = "agreement_closed"
    AGREEMENT_OPEN = "agreement_open"
    YES_OR_NO = "yes_or_no"
    TOO_FEW_ANSWERS = "too_few_answers"
    ENOUGH_NAMES = "enough_names", {"limit": int}
    SESSION_FULL = "session_full", {"what": str, "part": str, "limit": int}
    OWNER_UNCLEAR = "owner_unclear"
    MAY_NOT_WRITE = "may_not_write"
    UPDATE_REFUSED = "update_refused"
    UPDATE_TOO_LARGE = "update_too_large"

    # How a session ends.
    CONDITION_MISSING = "condition_missing"
    NEXT_EXISTS = "next_exists"
    RECAP_SHARED = "recap_shared"
    TASKS_MOVED = "tasks_moved"
    FINISHER_MISSING = "finisher_missing"
    FINISHER_NOT_NEEDED = "finisher_not_needed"
    NO_PERSON = "no_person"
    NO_DAY = "no_day"

    # The agenda of a session and its clock.
    NO_ITEM = "no_item"
    LAST_ITEM = "last_item"
    ITEM_TOO_SHORT = "item_too_short"
    ITEM_RUNS = "item_runs"
    ITEM_OVER = "item_over"
    ITEM_UNREACHED = "item_unreached"
    TIME_GIVEN = "time_given"
    FINISH_STAYS = "finish_stays"
    NOTHING_TO_UNDO = "nothing_to_undo"

    # A board inside a session.
    BOARD_OPEN = "board_open"
    NO_BOARD_ITEM = "no_board_item"
    ENOUGH_BOARDS = "enough_boards", {"limit": int}
    ONE_QUESTION = "one_question"
    ITEM_DECIDED = "item_decided"

    # What else happened to a command.
    UNDER_WAY = "under_way"
    TIME_ADDED = "time_added"
    REVEAL_CALLED_OFF = "reveal_called_off"
    STORAGE = "storage"
    RESTARTING = "restarting"
    COMMAND_FAILED = "command_failed"

    # A board: creating, entering, deleting.
    DISK_FULL = "disk_full"
    TOO_MANY_BOARDS = "too_many_boards", {"count": int, "unit": str}
    TOO_MANY_IDEAS = "too_many_ideas", {"limit": int, "count": int}
    WRONG_IDEAS = "wrong_ideas", {"count": int}
    NO_LINK = "no_link"
    UNKNOWN_LINK = "unknown_link"
    GUESSING = "guessing"
    NO_QR = "no_qr"
    BOARD_DELETED = "board_deleted"
    BAD_DELETION = "bad_deletion"
    OTHER_SITE = "other_site"
    UNKNOWN_ADDRESS = "unknown_address"

    # A session: creating, entering, deleting.
    NO_AGENDA = "no_agenda", {"limit": int}
    NO_ZONE = "no_zone"
    NO_STEP = "no_step"
    LINK_RENEWED = "link_renewed"
    SESSION_DELETED = "session_deleted"

    # Ideas that a board begins with.
    NOTHING_TO_READ = "nothing_to_read"
    TEXT_AND_FILE = "text_and_file"
    EMPTY_FILE = "empty_file"
    BROKEN_FORM = "broken_form"
    FILE_TOO_LARGE = "file_too_large", {"megabytes": int}
    TEXT_TOO_LARGE = "text_too_large", {"limit": int}
    WORKBOOK = "workbook"
    NO_TEXT_FILE = "no_text_file"
    OTHER_ENCODING = "other_encoding"
    FILE_NOT_JSON = "file_not_json"
    NO_RECORD = "no_record"

    # Decisions and their files.
    NO_DECISION = "no_decision"
    DECISION_DELETED = "decision_deleted", {"day": date}
    DECISION_DAMAGED = "decision_damaged"
    NO_RECAP = "no_recap"
    RECAP_DELETED = "recap_deleted", {"day": date}
    RECAP_DAMAGED = "recap_damaged"
    NOT_ENDED = "not_ended"
    NO_MAKING = "no_making"
    REPLY_EMPTY = "reply_empty"
    REPLIES_TOO_FAST = "replies_too_fast", {"seconds": int}
    REPLIES_USED_UP = "replies_used_up", {"limit": int}
    REPLIES_UNREAD = "replies_unread"
    NO_FEEDBACK = "no_feedback"
    REPLIES_FULL = "replies_full", {"limit": int}
    NO_FORMAT = "no_format", {"formats": str}
    TYPESETTING_OFF = "typesetting_off"
    TYPESETTING_STOPPED = "typesetting_stopped"
    TYPESETTING_FULL = "typesetting_full"
    TYPESETTING_TWICE = "typesetting_twice"
    TYPESETTING_SLOW = "typesetting_slow", {"seconds": float}
    TYPESETTING_FAILED = "typesetting_failed"

    # HTTP.
    BAD_HOST = "bad_host"
    BAD_REQUEST = "bad_request"
    FORBIDDEN = "forbidden"
    NO_ADDRESS = "no_address"
    WRONG_METHOD = "wrong_method"
    BODY_TOO_LARGE = "body_too_large"
    TOO_MANY_REQUESTS = "too_many_requests"
    FAULT = "fault", {"reference": str}

    # `board seed`.
    NO_DEMONSTRATION = "no_demonstration"
