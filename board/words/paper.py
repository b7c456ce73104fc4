"""What stands on paper and on a slide beside the words of the record."""

from board.words.decisions import DRAFT_OF, bold_word, ideas, many, quoted

DRAFT_MARK = "Draft, nothing here is final"
PAGE = "Page {page} of {pages}"
FULL_QUEUE = "Many files are being made right now. Try again in a minute."
ONE_AT_A_TIME = "Two of your files are still being made. Ask for the next one when they have arrived."
NOT_TYPESET = "This file could not be made. Markdown, CSV and JSON have the same content."
STOPPING = "The server is restarting. Try again in a minute."
OFF = "PDF and pictures are switched off on this server: its typesetter does not start. All other formats work."


def too_slow(seconds: float) -> str:
    return f"This file took longer than {seconds:g} seconds to make. Markdown, CSV and JSON have the same content."


def title(kind: str, headline: str) -> str:
    return f"{kind}: {headline}"


def no_dots(count: int) -> str:
    return f"{many(count, 'more option')} got no dots. {'It stands' if count == 1 else 'They stand'} with all ideas."


def options(count: int) -> str:
    return many(count, "option")


def shown_above(count: int) -> str:
    return f"{ideas(count)}, shown with the shortlist above."


def more_lines(count: int) -> str:
    return f"and {many(count, 'more line')} on the shortlist"


def as_of(moment: str) -> str:
    return f"{DRAFT_OF} {moment}"


def picture(name: str, dots: int, bold: int) -> str:
    """One line of the picture, for who hears it."""
    picks = f", {bold:,} {bold_word(bold)}" if bold else ""
    return f"{quoted(name)}: {many(dots, 'dot')}{picks}."
