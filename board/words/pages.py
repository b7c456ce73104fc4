"""What the pages say: home, the shell of a board, and everything that can go wrong on the way to one."""

from board.protocol import limits
from board.words import imports
from board.words.rules import STEP

NAME = "Shortlist"
SKIP = "Skip to the content"
HOME = "Shortlist, start page"
SCRIPT_NEEDED = (
    "A board needs JavaScript, because everybody’s page changes at once. Please turn it on for this address."
)
LOADING = "Loading the board"
# The versions are those of `frontend/src/board/floor.ts`.
TOO_OLD = (
    "This browser is too old for a board: open the same link in Chrome or Edge 114, Firefox 125, Safari 17 or newer."
)
RAIL = "Where we are"

# --- home ------------------------------------------------------------------------------------------------------------

HOME_TITLE = "Shortlist: from one question to a decision that holds"
HEADLINE = "From one question to a decision that holds."
LEAD = (
    "Everybody writes ideas alone and without a name. Then you read them together, group them, vote with secret dots, "
    "and keep the result as a record that nobody can change."
)

QUESTION = "What is the question?"
QUESTION_EXAMPLE = "How can we …?"
MINUTES = "Minutes to write"
OPEN = "Open the board"
OPENING = "Opening the board …"
NO_ACCOUNT = "No account. You get a link to share."
COOKIES_NEEDED = (
    "This browser refuses cookies, and only a cookie would let you back onto your board. "
    "Allow cookies for this address, then press “Open the board” again."
)
HTTPS_NEEDED = "Over this address the browser cannot keep the cookie that lets you onto your board. Open {url} instead."
OVER_LIMIT = "{n} characters too many"

MORE = "Background and rules"
PROBLEM = "What is the problem behind it?"
PROBLEM_HINT = "Everybody reads it before writing."
CONSTRAINT = "What must any answer respect?"
CONSTRAINT_HINT = "Money, a date, a rule that stays."
CRITERION = "Choose by"
CRITERION_HINT = "The vote asks this. For example: which would help most people within a year?"
OWNER = "Who decides?"
OWNER_HINT = "The dots give a shortlist; a named person decides."
DOTS = "Dots for each person"
DOTS_HINT = "Leave it empty and Shortlist suggests a number that fits the options."
VISIBILITY = "Ideas while people write"
HIDDEN = "Hidden until you reveal them"
HIDDEN_HINT = "Writing alone first gives more and better ideas."
VISIBLE = "Visible to all, mixed"
VISIBLE_HINT = "Shared a few at a time. This protects less: in a small group people may guess whose idea is whose."

VISITS = "Boards in this browser"
VISITS_JUMP = "Your boards"
VISITS_HINT = "Only this browser keeps this list. Whoever uses this browser can open these boards."
VISITS_OFF = "Keep no list here"
VISITS_NONE = "This browser keeps no list of your boards."
VISITS_ON = "Keep a list here"
VISITS_STARTED = "Boards that you open from now on are listed here."
VISITS_ALL = "Show all {n}"
VISIT_ROLE = {"facilitate": "You facilitate", "participate": "You take part", "watch": "Big screen"}
VISIT_FORGET = "Forget this one"
VISIT_FORGOTTEN = "Taken off the list. The board itself is unchanged."
VISIT_UNDO = "Undo"

IDEAS = "Start from ideas you already have"
IDEAS_TEXT = "Paste them, one idea a line"
IDEAS_TEXT_HINT = "Bullets and numbers at the start of a line are taken off."
IDEAS_FILE = "Or choose a file"
IDEAS_FILE_HINT = (
    "A text, a CSV (columns “idea” and, if you like, “group”), or a .json saved from Shortlist. "
    f"Up to {limits.FILE // 1_000_000} MB."
)
IDEAS_FILE_LARGE = imports.file_too_large(limits.FILE)
IDEAS_DROP = "Drop the file here"
LOOK = "Look at them first"

STEPS = "What happens"
STEP_WRITE = "Write alone"
STEP_WRITE_TEXT = (
    "People open your link and write against the clock. Nobody sees anything before you reveal it all at once."
)
STEP_VOTE = "Group and vote"
STEP_VOTE_TEXT = "Put what belongs together into groups. Then everybody spends a few secret dots."
STEP_DECIDE = "Decide and keep"
STEP_DECIDE_TEXT = "Write the decision, check who can live with it, make it final. Everybody leaves with the same page."

PROMISE = "Nobody can find out who wrote what."
PROMISE_TEXT = (
    "Not the other participants, not you, not somebody who gets the database afterwards: no name and no time is ever "
    "stored with an idea or a dot."
)
LIMITS = "What it cannot protect"
LIMITS_LIST = (
    "The running server sees who is connected and what arrives. "
    "Whoever operates it and changes its program could look.",
    "People may know each other’s way of writing, and in a group of two or three there is little to hide behind.",
    "Somebody with several browsers has several ballots. You can lock the door once everybody is in.",
)

# --- the preview of ideas ---------------------------------------------------------------------------------------------

PREVIEW_NOTHING = "No idea could be read"
PREVIEW_LEAD = (
    "Nothing is open yet. On the board they stand without names, numbered in random order, and you begin with {step}."
)
PREVIEW_NOTHING_LEAD = "Nothing is lost: your text is below. Correct it and look again."
PREVIEW_CHANGED = "You changed the text. This is how it looks now; press “Open the board” if it is right."
WHICH = "Which ideas?"
WHICH_OPEN = "Open ideas only"
WHICH_OPEN_HINT = "Those that no line of the shortlist took up."
WHICH_ALL = "All ideas"
WHICH_ALL_HINT = "With those on the shortlist. What the facilitator had hidden stays behind."
PROBLEMS = "What does not come along as it is"
PROBLEMS_MORE = "And {count:,} more like these."
ALL_IDEAS = "All of them"
LONE = "In no group"
UNNAMED = "A group without a name"
CORRECT = "Correct the text"
CORRECT_LABEL = "The text as it was read"
CORRECT_HINT = "Change it here and look again. The text stays in this page; nothing is stored before the board is open."
LOOK_AGAIN = "Look again"
ELSE = "Choose something else"


def preview_title(ideas: int, groups: int) -> str:
    """The headline of the preview."""
    if not ideas:
        return PREVIEW_NOTHING
    said = "One idea to start with" if ideas == 1 else f"{ideas:,} ideas to start with"
    return f"{said}, in {groups:,} {'group' if groups == 1 else 'groups'}" if groups else said


# --- the card of a link in a chat -------------------------------------------------------------------------------------

CARD_TITLE = "A link to a board on Shortlist"
CARD_TEXT = (
    "Write ideas alone and without a name, read them together, vote with secret dots, and keep the decision. "
    "No account is needed."
)
CARD_OPEN = "Open the link"

# --- errors ----------------------------------------------------------------------------------------------------------

NO_LINK_TITLE = "You need a link to join this board"
NO_LINK_HELP = (
    "If you were on this board before, that was in another browser or a private window, or its cookies were deleted "
    "since. Open the join link here, and you are in."
)
NO_COOKIE_HELP = (
    "If the join link brought you here, this browser did not keep the cookie that lets you in. "
    "Allow cookies for this address, then open the link again."
)
LINK_HELP = "Copy the whole link, up to its last letter, into the address bar."
COOKIES_REFUSED_TITLE = "This browser refuses cookies"
COOKIES_REFUSED_LEAD = "A board lets you in by a cookie, and this browser did not keep it."
COOKIES_REFUSED_HELP = "Allow cookies for this address, then open the join link again."
DOOR_TITLE = "The door is locked"
DOOR_LEAD = "Nobody new can come in or read. Ask the facilitator to open the door."
DOOR_HELP = "Your link is right. As soon as the door is open, it lets you in."
DOOR_AGAIN = "Try again"
START_OWN = "Start a board of your own"
TO_START = "Go to the start page"

UNKNOWN_ADDRESS_TITLE = "This server does not know its own address"
_TITLES = {
    400: "That request makes no sense to us",
    403: "This is not for you",
    404: "There is nothing here",
    405: "This address does something else",
    410: "This is gone",
    413: "That is too large",
    422: "Something in it is not right",
    429: "A little slower, please",
    500: "That did not work, and it is our fault",
    507: "This server is full",
}
_REFUSALS = {
    400: "It has the wrong form. If you pressed a button to get here, load the page again and try once more.",
    403: "It came from another site, or you hold no link that allows it.",
    404: "The address may be mistyped, or the link was cut off on its way to you.",
    405: "It can be reached, but not in this way.",
    413: "It has more bytes than this place takes.",
    429: "Too many requests came from here. Wait a minute, then try again.",
}

BAD_HOST = "The request does not name this server correctly. Open the address from the link you were given."
# Answered before a request reaches any page.
TOO_SLOW = "The request did not arrive in time. Please try again."
TOO_MANY_CONNECTIONS = (
    "Too many connections to this server are open from where you are. Close some of its pages, then try again."
)


def error_title(status: int) -> str:
    """The headline for a status."""
    return _TITLES.get(status, _TITLES[400 if status < 500 else 500])


def refusal(status: int) -> str:
    """One sentence for a request that never reached a rule."""
    return _REFUSALS.get(status, _REFUSALS[400])


def fault(reference: str) -> str:
    """Our own mistake, with the reference that stands in the log."""
    return f"Please try again in a moment. If it stays, tell whoever runs this server: fault {reference}."


def steps(phase: str) -> list[tuple[str, str]]:
    """The rail of a board: each step with `done`, `now` or nothing. Welcome and Done show only while they last."""
    names = list(STEP)
    here = names.index(phase)
    return [
        (STEP[name], "done" if place < here else "now" if place == here else "")
        for place, name in enumerate(names)
        if place == here or name not in ("lobby", "frozen")
    ]
