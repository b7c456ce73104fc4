"""Display order as fractional indexes: strings of 0-9A-Za-z compared by code unit, ties by id.

A rank never ends in "0", so there is always room before it. Pages draw the ranks between two others
(`frontend/src/board/phases/group/rank.ts`).
"""

import secrets

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LONGEST = 64


def is_rank(text: str) -> bool:
    """Whether a client's rank is one: 1 to 64 of the digits, not ending in "0"."""
    return 0 < len(text) <= LONGEST and text[-1] != "0" and all(char in DIGITS for char in text)


def scattered() -> str:
    """A random rank, for places that must say nothing about author or time."""
    return "".join(secrets.choice(DIGITS) for _ in range(5)) + secrets.choice(DIGITS[1:])


def after(last: str | None) -> str:
    """A short rank behind `last`, or a first one."""
    if not last:
        return "V"
    for position, char in enumerate(last):
        if char != DIGITS[-1]:
            return last[:position] + DIGITS[DIGITS.index(char) + 1]
    return last + "V"
