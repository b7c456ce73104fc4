"""What the links of a chain of work sessions grant."""

from enum import StrEnum


class Link(StrEnum):
    """Strongest first; the value is the word in `?as=…` and in the JSON of links.

    The lead's link shows all others, and the join link the read link and the calendar.
    """

    LEAD = "lead"
    JOIN = "join"
    READ = "read"
    ACCEPT = "accept"
    """shows what will exist, and takes a yes or no; nothing else"""
    CALENDAR = "calendar"
    """has the date of the newest session for programs that send no cookie; nothing else"""
