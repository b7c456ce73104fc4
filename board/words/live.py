"""What the live board answers."""

import math

from board.protocol import limits

EMPTY = "There is nothing in it yet. Write a few words first."
TOO_LONG = "That is {length} characters. Up to {most} fit."
UNSTORABLE = "One of the characters is broken and cannot be kept. Please type it again."
CONTROL = (
    "It holds an invisible character (U+{code:04X}) that turns the direction of text or controls a machine. "
    "Please leave it out."
)
BAD_COMMAND = "This message does not have the form of a command: {why}."
TOO_LARGE = "This message is too large."
TOO_FAST = "That is more at once than one person can mean. Wait a few seconds, then send it again."
MANY_FILES = "You have asked for many files of this board. Wait a few seconds, then ask again."
NOT_YOURS = "Only the browser that wrote this idea can change it."
NO_IDEA = "This idea is not on the board."
ALREADY_THERE = "There is another idea with this id."
WITHDRAWN = "This idea was withdrawn."
COVERED = "The facilitator has hidden this idea."
COVERED_FOR_GOOD = "Its words were deleted when the decision was made final. It stays hidden."
NO_CLUSTER = "This group is gone. Somebody may have dissolved it."
EMPTY_MERGE = "There is nothing to put together."
NO_MERGE = "This merge was undone already."
BAD_RANK = "This is not a place in the order."
ADMITTED_LATE = "It came after time; the facilitator can let it in."
NO_LATE = "Nothing came late."
DOOR = "The door is locked: nobody new can come in or read. Ask the facilitator to open it."
DISK_FULL = "This server has too little disk space for another board. Please tell the person who runs it."
STORAGE = "The board cannot store anything right now. What you wrote is kept here and sent again."
OUR_FAULT = "That did not work, and it is not your fault. Nothing else was affected."
OTHER_ROUND = "A new round has begun. Please vote again."
NO_VOTE = "No vote is open."
WAY_UNDER = "It is already on its way."
RESTARTING = "The server is restarting. Please press again in a moment."
TIME_ADDED = "Time was added, so writing goes on."
REVEAL_CALLED_OFF = "The timer was changed, so the reveal was called off."
NOT_MOVED = "Something else happened first. Please look again."
CONSENT_CLOSED = "No check is open."
NEWER_WORDING = "A newer wording was shown while you were writing. Read it first, then replace it or keep it."
BAD_TIME = f"Minutes go from 1 to {limits.MINUTES}."
NO_OPTION = "The shortlist names something that was not on the ballot."
DECISION_MISSING = "Write the decision first."
OWNER_MISSING = "Say who decides first."
DATE_MISSING = "A recommendation needs the day by which it is decided."
SHORTLIST_MISSING = "The shortlist needs at least one line."
QUESTION_MISSING = "A board needs its question."
DOTS_RANGE = f"Dots go from 1 to {limits.DOTS}."
NO_LINK = "This address alone does not let you in. Open the join link, or ask for it."
UNKNOWN_LINK = "This link leads to no board. It may have been cut off on its way to you; ask for it again."
NO_QR = "This board has no such QR code for you."
BOARD_DELETED = "This board was deleted. If its decision was kept, it still stands at its own link."
BAD_DELETION = "Say once what becomes of the decision: decision=keep or decision=delete."
ONLY_FACILITATOR_DELETES = "Only the facilitator can delete a board."
WRONG_SITE = "This request came from another site."
UNKNOWN_ADDRESS = (
    "The page that sent this has an address which this server does not know as its own, so nothing was changed. "
    "The person who runs the server can put that right: the server’s log names the address, "
    "and the setting BOARD_PUBLIC_URL tells the server about it."
)
NO_UPGRADE = (
    "Live connections are websockets, and this request is none. If a page of this board sent it, a proxy on the way "
    "did not pass the headers Upgrade and Connection on."
)
QR = {
    "facilitate": "QR code to facilitate this board",
    "participate": "QR code to take part",
    "watch": "QR code to watch",
}
GUESSING = (
    "Many links that lead nowhere were opened from where you are. Check yours and try again in a minute. "
    "A link that is complete works at once."
)

_ALMOST = "Only the facilitator can add more."
_QUARTER = "You have added a quarter of what this board holds. Leave the rest to the others."
_MERGED = "There were very many merges on this board. Move the ideas one by one."
# What a board can hold, and what is said when all of it, all but the facilitator's part, or one person's part is used.
_NO_ROOM = {
    "people": ("{most:,} people have joined this board, and it takes no more.", "", ""),
    "ideas": (
        "{most:,} ideas were written on this board, and it takes no more.",
        f"This board has almost as many ideas as it holds. {_ALMOST}",
        _QUARTER,
    ),
    "clusters": (
        "There are already {most:,} groups. Join some first.",
        f"There are almost as many groups as this board holds. {_ALMOST}",
        "You have made a quarter of the groups that this board holds. Join some first.",
    ),
    "letters": (
        "Very many groups were made on this board. Use one that is there.",
        f"Very many groups were made on this board. {_ALMOST}",
        "You have made very many groups. Use one that is there.",
    ),
    "merges": (_MERGED, _MERGED, "You have made very many merges. Move the ideas one by one."),
}
_NO_ROOM["merge_bytes"] = _NO_ROOM["merges"]


def full_quota(most: int) -> str:
    """One person added as many ideas as one person can in one round of writing."""
    return f"You have added {most:,} {'idea' if most == 1 else 'ideas'}. One person cannot add more."


def no_room(what: str, part: str, most: int) -> str:
    """Why nothing more fits: `part` is the part of the limit that is used up."""
    return _NO_ROOM[what][("limit", "reserve", "share").index(part)].format(most=most)


def too_many_brought(count: int, most: int) -> str:
    """A new board with more ideas than a board holds."""
    return f"These are {count:,} ideas. A board holds {most:,}: leave some out."


def too_many_boards(wait: float) -> str:
    """An address created too many boards; `wait` is in seconds."""
    if wait <= 90:
        when = f"{math.ceil(wait)} seconds" if wait > 1 else "a second"
    else:
        when = f"{math.ceil(wait / 60)} minutes"
    return f"Very many boards were created from your network. Try again in {when}."
