"""How many people it takes until what one of them did cannot be told from what the others did.

A browser makes up its own person, so a person counts here only after a live connection of theirs has been open for a
while. Ideas and ballots of everybody else are as valid; they just do not make a crowd.
"""

CROWD = 3
"""with fewer people than this, what one of them answered can be worked out whatever we do, and the page says so"""
HOLD = 20.0
"""seconds by which a reveal of fewer ideas is postponed, so that nobody can tell who sent one just before it"""
COUNTS_AFTER = 30.0
"""seconds that somebody's live connection has been open, all in all, before they count"""


def needs_hold(ideas: int, people: int) -> bool:
    """Whether showing these new ideas has to wait for `HOLD`. `people` counts their authors, as far as they count.

    Nothing new hides nothing, and needs no wait.
    """
    return ideas > 0 and (ideas < CROWD or people < CROWD)


def may_close(joined: int, answers: int, counted: int) -> bool:
    """Whether a vote, or a consent check, may be closed on these answers.

    `joined` are the people who count, `counted` the answers that came from them. In a crowd, a count of one or two
    answers would show what somebody chose, and invented people could fill up the rest; no answer at all shows nothing.
    """
    return joined < CROWD or answers == 0 or counted >= CROWD
