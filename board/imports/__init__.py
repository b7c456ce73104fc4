"""Imported ideas: from pasted lines, a table (CSV) or one of our own records to the draft that a board begins with.

Owns the parsers, their limits, and the sentence for each line that is not imported unchanged (`sentences`). Nothing is
ever shortened. Does not own how a board is made of a draft (`brainstorm.lifecycle`) or the page that shows it
(`web.imports`). Read `draft` first, then `reading`.

Other packages use the names below.
"""

from board.imports.draft import MOST_BYTES, Draft, Gathering, Problem
from board.imports.reading import Kind, Read, kind_of, read_file, read_record, read_text
from board.imports.sentences import sentence

__all__ = [
    "MOST_BYTES",
    "Draft",
    "Gathering",
    "Kind",
    "Problem",
    "Read",
    "kind_of",
    "read_file",
    "read_record",
    "read_text",
    "sentence",
]
