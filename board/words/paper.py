"""What stands on paper and on a slide beside the words of the record."""

from board.words.decisions import DRAFT_OF, bold_word, ideas, many, quoted

DRAFT_MARK = "Draft, nothing here is final"
PAGE = "Page {page} of {pages}"
FULL_QUEUE = "Many files are being made right now. Try again in a minute."


def title(kind: str, headline: str) -> str:
    return f"{kind}: {headline}"


def no_dots(count: int) -> str:
    return f"{many(count, 'more option')} got no dots. {'It stands' if count == 1 else 'They stand'} with all ideas."


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
