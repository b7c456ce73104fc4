"""Starting from ideas that are there already: what is said of a file, of each line, and on the preview."""

from collections.abc import Sequence

LINE, IDEA = "Line", "Idea"
OWN_GROUP, OWN_OTHER = "group", frozenset({"draft", "decision", "consent check"})
"""how the CSV of a record calls a row of a group, and rows that are no ideas; the same as in `decisions`"""
EXCERPT = 70

# --- of a file -------------------------------------------------------------------------------------------------------

WORKBOOK = "This is an Excel or LibreOffice file. Save it there as “CSV UTF-8” and choose that."
NO_TEXT_FILE = "This is not a text file. Choose a .txt, a .csv, or a .json that was saved from Shortlist."
OTHER_ENCODING = (
    "The letters of this file cannot be read. Save it as UTF-8 (in Excel: “CSV UTF-8”) and choose it again."
)
WINDOWS_1252 = (
    "The file is not in UTF-8, so it was read as Windows-1252. Please look whether letters like ä, é and – are right."
)
NOT_JSON = "This is no complete JSON. Was it cut off or changed on its way?"
NOT_OURS = "This JSON is not a decision or a draft that was saved from Shortlist."
WRONG_DELIMITER = "The columns seem to be divided by “|”. Divide them by commas, semicolons or tabs."
NOTHING = "Paste at least one idea, or choose a file."
BOTH = "There is a text here and you chose a file. Take one at a time: look at the text first, or empty the field."
EMPTY_FILE = "There is nothing in this file."
BROKEN_FORM = "The form did not arrive whole. Go back and send it again."
CHOOSE_AGAIN = "The file did not come along with that button. Choose it again and press “Look at them first”."


def file_too_large(most: int) -> str:
    return f"This file is larger than {most // 1_000_000} MB. Divide it, or leave out what is not needed."


def text_too_large(most: int) -> str:
    return f"This text is longer than {most:,} characters. Divide it, or leave out what is not needed."


# --- of a line -------------------------------------------------------------------------------------------------------

THEN = {"out": "Left out", "once": "Taken once", "kept": "Please note"}


def too_long(place: str, length: int, most: int) -> str:
    return f"{place}: {length:,} characters, {most:,} at most"


def unstorable(place: str) -> str:
    return f"{place}: one of the characters is broken and cannot be kept"


def controls(place: str) -> str:
    return f"{place}: invisible control characters in it cannot be kept and are left out"


def same(place: str, other: str) -> str:
    return f"{place}: the same as {other}"


def empty(named: str, places: Sequence[int]) -> str:
    """One sentence for all of them: "Lines 2, 5–7 and 30 more: empty"."""
    spans: list[list[int]] = []
    for at in places:
        if spans and at == spans[-1][1] + 1:
            spans[-1][1] = at
        else:
            spans.append([at, at])
    told = [f"{first:,}" if first == last else f"{first:,}–{last:,}" for first, last in spans[:12]]
    rest = sum(last - first + 1 for first, last in spans[12:])
    last_word = [f"{rest:,} more"] if rest else [told.pop()]
    said = f"{', '.join(told)} and {last_word[0]}" if told else last_word[0]
    return f"{named if len(places) == 1 else named + 's'} {said}: empty"


def too_many(place: str, count: int, most: int) -> str:
    more = "one more idea than fits" if count == 1 else f"{count:,} more ideas than fit"
    return f"From {place.lower()} on: {more}, {most:,} at most"


def bad_group(place: str, length: int, most: int) -> str:
    if length > most:
        return f"{place}: the name of its group has {length:,} characters, {most:,} at most; the idea comes in no group"
    return f"{place}: the name of its group cannot be kept; the idea comes in no group"


def too_many_groups(place: str, most: int) -> str:
    return f"{place}: there are {most:,} groups already; the idea comes in no group"


def other_width(place: str, columns: int, wanted: int) -> str:
    said = f"{place}: {many(columns, 'column')}, where the first line has {wanted:,}"
    return f"{said}. A text with a comma or semicolon in it needs quotation marks around it"


def open_quote(place: str) -> str:
    return f"From {place.lower()} on: a quotation mark does not fit, so nothing behind it can be read"


def unknown_columns(names: Sequence[str]) -> str:
    verb = "is" if len(names) == 1 else "are"
    return f"{_columns(names)} {verb} not taken over: only the idea and its group"


def no_idea_column(names: Sequence[str]) -> str:
    return (
        f"No column is called “idea” or “text”, only {_quoted(names)}. "
        "Give the column with the ideas that name in the first line"
    )


def hidden_row(place: str) -> str:
    return f"{place}: the facilitator had hidden this idea, its text is not in the file"


def hidden(count: int) -> str:
    return f"{many(count, 'idea')} {'was' if count == 1 else 'were'} hidden by the facilitator and cannot come along"


def some_wrong(count: int) -> str:
    return f"No board was opened: {many(count, 'problem')} with the ideas."


def sentence(why: str) -> str:
    """What was found, with one full stop: some are one sentence without its stop, some are several with theirs."""
    return why if why.endswith(".") else f"{why}."


def excerpt(text: str) -> str:
    line = " ".join(text[: EXCERPT * 4].split())
    return line if len(line) <= EXCERPT else f"{line[:EXCERPT].rstrip()}…"


def many(count: int, one: str) -> str:
    return f"{count:,} {one if count == 1 else one + 's'}"


def _columns(names: Sequence[str]) -> str:
    return f"{'Column' if len(names) == 1 else 'Columns'} {_quoted(names)}"


def _quoted(names: Sequence[str]) -> str:
    told = [f"“{excerpt(name)}”" for name in names[:6]]
    if len(names) > 6:
        return f"{', '.join(told)} and {len(names) - 6:,} more"
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
