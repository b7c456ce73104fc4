"""What changed from the beginning to the end, in one of the forms that a reader sees."""

from dataclasses import dataclass
from typing import Literal

from board.records.canonical import Json
from board.words import say

Form = Literal["brought", "nothing", "elsewhere", "none"]


@dataclass(frozen=True, slots=True)
class Change:
    """How the work began and what it led to."""

    form: Form
    """"brought": from a text that somebody came with, or that an earlier session left; "nothing": from an empty page;
    "elsewhere": made in another program; "none": nothing was made"""
    headline: str
    about: str | None = None
    before: str | None = None
    """the text with which the work began, where it is shown; of what was made elsewhere, one line about it"""
    after: str | None = None
    """of what was made elsewhere, one line"""
    where: str | None = None
    """of what was made elsewhere: a link, a file name or one line"""


def change(record: Json) -> Change | None:
    """What is written here counts first; where nothing is, what was made elsewhere.

    None where people worked side by side and made nothing together.
    """
    made, before = record["made"], record["before"]
    elsewhere = made["elsewhere"] or {"where": None, "before": None, "after": None}
    where = elsewhere["where"]
    if made["text"] is None:
        if made["elsewhere"] is None:
            if record["kind"] == "coworking":
                return None
            below = any(record[key] for key in ("conditions", "agreements", "decisions", "tasks"))
            about = say("recap-change-none-about" if below else "recap-change-none-at-all")
            return Change("none", say("recap-change-none"), about)
        headline = say("recap-change-elsewhere")
        return Change("elsewhere", headline, None, elsewhere["before"], elsewhere["after"], where)
    words, minutes = made["words"], round(record["seconds"] / 60)
    if before is None or before["origin"] == "start" or not before["words"]:
        # What stood there at the start is a quotation of the decision: nobody wrote it here.
        words = max(words - before["words"], 0) if before else words
        return Change("nothing", say("recap-change-nothing", words=words, minutes=minutes), where=where)
    if before["text"] is None:
        about = say("recap-change-hidden") if before["origin"] == "brought" else say("recap-change-earlier")
        return Change("brought", say("recap-change-brought", before=before["words"], words=words), about, where=where)
    about = say("recap-change-marked" if before["origin"] == "brought" else "recap-change-marked-earlier")
    headline = say("recap-change-brought", before=before["words"], words=words)
    return Change("brought", headline, about, before["text"], where=where)
