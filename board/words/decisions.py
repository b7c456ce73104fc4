"""What the decision's page and exports say, in the order of the page."""

from collections.abc import Iterable, Sequence

BRAND = "Shortlist"
SKIP = "To the decision"
SHARE, COPIED, COPY_BY_HAND = "Share", "Link copied", "Copy it from here"
SAVE, COPY_MAIL, MAIL_COPIED = "Save as a file", "Copy for e-mail", "Copied for e-mail"
MORE, ACTIONS = "More", "Take it with you"
SCHEMA = "The format of the record, as a JSON Schema"
COPY_MARKDOWN, MARKDOWN_COPIED = "Copy as Markdown", "Copied as Markdown"
NEW_BOARD = "Start a new board from its open ideas"
NOT_FOUND = "There is no decision at this address. Was the whole link copied?"
NEWER = "A newer record exists. This one stays as it was."
FOLLOWS = "This record follows an earlier one."
READ_NEWER, READ_EARLIER, READ_NEWEST = "Read the newer one", "Read the earlier one", "Read the newest"
DAMAGED = (
    "What is stored under this address is not what was frozen: its bytes do not add up to it. "
    "It is not shown. Whoever runs this server should look at the disk and at a backup."
)
KEPT = "This record is kept here until somebody deletes it. Whoever wants to be sure saves the file."

# --- what was decided ------------------------------------------------------------------------------------------------

KIND = {"decided": "Decision", "recommended": "Recommendation"}
DRAFT = "Draft: this board is still at work, and nothing here is final."
QUESTION, DECISION, WHY = "Question", "Decision", "Why"
WHO = {"decided": "Who decided", "recommended": "Who decides"}
MADE_FINAL, DECIDE_BY, TOOK_PART = "Made final", "Decides by", "Who took part"
DRAFT_OF = "As of"
UNDECIDED = "Nothing has been decided yet."
NO_TEXT = "Nothing was written down."
NEXT, NO_NEXT, NOBODY = "What happens next", "No next steps were written down.", "no name yet"
HOW = "How we got there"
PROBLEM, CONSTRAINT, CHOOSE_BY = "The problem", "What holds", "Choose by"

# --- the vote --------------------------------------------------------------------------------------------------------

SHORTLIST, SHORTLIST_ENDS = "The shortlist", "The shortlist ends here"
SHOW = "Show"
OPEN_A_LINE = "Open a line to see where it came from and how it scored."
CAME_FROM, SCORED, OBJECTED = "Where it came from", "How it scored", "What was objected"
BY_COUNT = "On the shortlist by the count."
BY_BOLD = "On the shortlist as the boldest pick, whatever its dots."
BY_CHOICE = "On the shortlist by choice, against the count."
ON_SHORTLIST = {"count": BY_COUNT, "bold": BY_BOLD, "chosen": BY_CHOICE}
NO_VOTE = "No vote was held."
NUMBER, SIGNED = "Number", "Names under ideas are as typed. Nobody checked them."
OPTION, DOTS, BOLD = "Option", "Dots", "Worth the risk"
REASON = {"count": "by the count", "bold": "there as “Worth the risk”", "chosen": "chosen against the count"}
HIDDEN = "hidden by the facilitator"
GONE = "taken back by its author"
HIDDEN_GROUP, HIDDEN_IDEA = "A group whose name is hidden", "An idea that is hidden"
UNNAMED = "without a name"
LONE, ALL_IDEAS, SET_ASIDE = "In no group", "All ideas", "Set aside before the vote"

# --- consent ---------------------------------------------------------------------------------------------------------

CONSENT = "Can you live with it?"
LEVEL = {
    5: "I’m fully for it",
    4: "I support it",
    3: "I can live with it",
    2: "I have doubts",
    1: "I object",
    0: "Stop, we must talk",
}
EARLIER_WORDING, EARLIER_CHECK = "An earlier wording", "An earlier check"
EARLIER_ASKED = "Asked about an earlier wording:"

# --- time and proof --------------------------------------------------------------------------------------------------

TIMES = "Time taken"
STEP = {
    "lobby": "Welcome",
    "diverge": "Write",
    "reveal": "Read",
    "cluster": "Group",
    "vote": "Vote",
    "decide": "Decide",
}
OWN_DOTS = "Find my dots"
OWN_LEAD = (
    "If you voted, your browser made a vote code. With it you find your own dots in this record, and only you can: "
    "nothing here says which dots belong together."
)
OWN_CODE, OWN_FIND, OWN_KEPT = "My vote code", "Find my dots", "Use the code that this browser kept"
OWN_PRIVATE = "The code stays on this page. It is sent nowhere."
CHECK = "How to check this record"
CHECK_HOW = (
    "This record cannot be changed: its address is the sum of its bytes. Save the JSON file and run the line below; "
    "it must print the same number."
)
CHECK_COMMAND = "sha256sum"
CHECK_FILE = "Check a file"
CHECK_FILE_HOW = "Choose or drop a saved JSON file. It is read in this browser only; nothing is uploaded."
FILE_NOTE = "A copy of the record, for reading anywhere. The sum below belongs to its JSON file."
LINK, SUM = "Read it", "Check it (sha256)"
CSV_COLUMNS = ("kind", "group", "number", "text", "signed", "dots", "worth the risk", "shortlist", "why", "note")
CSV_KIND = {"cluster": "group", "idea": "idea"}
CSV_DECISION, CSV_CONSENT = "decision", "consent check"
CSV_DRAFT, CSV_ASIDE, CSV_SIGNED = "draft", "set aside before the vote", "name as typed, not checked"


def kept_until(day: str) -> str:
    return f"This record is kept here until {day}, then it is deleted. Save the file to keep it."


def deleted(day: str) -> str:
    return f"There was a decision at this address. It was deleted on {day}, and nothing of it is kept here."


def endings(formats: Iterable[str]) -> str:
    *some, last = (f".{ending}" for ending in formats)
    return f"{', '.join(some)} or {last}"


def no_format(formats: Iterable[str]) -> str:
    return f"A decision can be had as {endings(formats)}."


def many(count: int, one: str, more: str | None = None) -> str:
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def quoted(name: str) -> str:
    return f"“{name}”"


def recommends(chosen: int, options: int, owner: str, by: str | None) -> str:
    first = f"The group recommends {chosen} of {many(options, 'option')}."
    return f"{first} {owner} decides by {by}." if by else f"{first} {owner} decides."


def took_part(joined: int | None, wrote: int | None, count: int, hidden: int, voted: int | None) -> str:
    """People are counted from three on; below that the record holds no number and the page names none."""
    parts = [many(joined, "person joined", "people joined")] if joined is not None else []
    said = ideas(count) + (f" ({hidden:,} of them hidden)" if hidden else "")
    parts.append(f"{wrote:,} wrote {said}" if wrote is not None else said)
    return ", ".join([*parts, *([f"{voted:,} voted"] if voted is not None else [])])


def rules(dots: int, options: int) -> str:
    each = f"Everybody had {many(dots, 'dot')} for {many(options, 'option')}, at most one on each"
    return f"{each}, and one pick for the idea that is worth the risk."


def turnout(ballots: int, joined: int | None, abstained: int, unspent: int) -> str:
    of = f"{ballots:,} of {many(joined, 'person', 'people')}" if joined else many(ballots, "person", "people")
    empty = f"; {many(abstained, 'ballot')} stayed empty" if abstained else ""
    left = f"; {many(unspent, 'dot')} {'was' if unspent == 1 else 'were'} not spent" if unspent else ""
    return f"{of} voted{empty}{left}."


def margin(above: str, most: int, below: str, less: int) -> str:
    apart = "one dot apart" if most - less == 1 else f"{most - less:,} dots apart"
    return f"The shortlist ends between {above} ({most:,}) and {below} ({less:,}): {apart}."


def tie(names: Sequence[str], dots: int) -> str:
    return f"{listed(names)} have {many(dots, 'dot')} each."


def tied_left_out(names: Sequence[str]) -> str:
    has = "has" if len(names) == 1 else "have"
    return f"{listed(names)} {has} as many dots as the last line of the shortlist, and {was(names)} not taken."


def left_out(names: Sequence[str]) -> str:
    return f"By the count {listed(names)} would be on the shortlist, and {was(names)} left out."


def chosen(names: Sequence[str]) -> str:
    return f"{listed(names)} {was(names)} put on the shortlist against the count."


def by_bold(names: Sequence[str]) -> str:
    got = "has" if len(names) == 1 else "have"
    return f"{listed(names)} {got} the most picks for “Worth the risk”; that alone puts an option on the shortlist."


def was(names: Sequence[str]) -> str:
    return "was" if len(names) == 1 else "were"


def scored(number: int, runoff: bool, dots: int, bold: int, place: int, tied: int, options: int) -> str:
    """How one option did in one round."""
    stood = f"place {place:,} of {options:,}" + (f", tied with {many(tied, 'other')}" if tied else "")
    picks = f"; {bold:,} {bold_word(bold)}" if bold else ""
    return f"{round_title(number, runoff)}: {many(dots, 'dot')}, {stood}{picks}."


def look_alike(names: Sequence[str], dots: int, place: int, best: int) -> str:
    """`place` is where they would stand as one, `best` the best place of any of them alone."""
    said = f"{listed(names)} look alike and share {many(dots, 'dot')}"
    if place >= best:
        return f"{said}."
    where = "they would lead" if place == 1 else f"they would stand in place {place:,}"
    return f"{said}; joined {where}, if nobody gave a dot to {'both' if len(names) == 2 else 'several'}."


def without_receipt(count: int) -> str:
    dots = "its dots" if count == 1 else "their dots"
    return f"{many(count, 'ballot')} came without a vote code, so nobody can look up {dots}."


def round_title(number: int, runoff: bool) -> str:
    return f"Round {number}, a run-off" if runoff else f"Round {number}"


def round_result(number: int, scores: Sequence[tuple[str, int]]) -> str:
    return f"{round_title(number, True)}: {', '.join(f'{name} {dots:,}' for name, dots in scores)}."


def after_a_count(number: int) -> str:
    return f"Round {number} was opened after a count had been shown."


def proxies(count: int) -> str:
    was_were = "was" if count == 1 else "were"
    return f"{many(count, 'ballot')} {was_were} entered by the facilitator for people in the room."


def hidden(count: int) -> str:
    return f"{many(count, 'idea')} {'is' if count == 1 else 'are'} hidden by the facilitator. The numbers stay."


def late_deleted(count: int) -> str:
    return f"{many(count, 'idea')} came late and {'was' if count == 1 else 'were'} not let in. Nothing of them is kept."


def the_rest(count: int) -> str:
    return many(count, "more option")


def dots_word(count: int) -> str:
    return "dot" if count == 1 else "dots"


def bold_word(count: int) -> str:
    return "pick for worth the risk" if count == 1 else "picks for worth the risk"


def options(count: int) -> str:
    return many(count, "option")


def ideas(count: int, hidden: int = 0) -> str:
    if not hidden:
        return many(count, "idea")
    some = f"{hidden:,} of them hidden" if hidden < count else "hidden" if count == 1 else "all hidden"
    return f"{many(count, 'idea')}, {some}"


def scale(each: int) -> str:
    return f"Each dot drawn here stands for {each:,} dots."


def lasted(seconds: int) -> str:
    if seconds < 60:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    hours, rest = divmod(minutes, 60)
    return f"{minutes} min" if not hours else f"{hours} h {rest} min" if rest else f"{hours} h"
