"""Whose the commands of a work session are."""

from enum import Enum, auto


class Whose(Enum):
    """Whose a command is. Powers come from links and from `assign`, never from typed words."""

    JOINING = auto()
    """of anybody with the join link, joined or not"""
    MEMBER = auto()
    """everybody's who joined"""
    PLANNING = auto()
    """the same, and of whoever holds the lead's link: the lead plans before anybody has a name"""
    CLOCK = auto()
    """everybody's while the setting `clock` is "everyone", else of those who lead"""
    FINISHER = auto()
    """everybody's; after a verdict of "nearly" the finisher's and the lead's alone"""
    ACCEPTING = auto()
    """everybody's, and of the accept link"""
    LEADING = auto()
    """the lead's, or of whoever took the lead"""
    VERDICT = auto()
    """of those who lead, and of the decider"""
    OWNING = auto()
    """the lead's by link: who took the lead cannot give these"""
