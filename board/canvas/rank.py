"""Display order as fractional indexes: strings of 0-9A-Za-z compared by code unit, ties by id.

A rank never ends in "0", so there is always room before it. Pages draw the ranks between two others
(`frontend/src/kit/rank.ts`).
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


def between(low: str, high: str | None) -> str | None:
    """A rank behind `low` and, unless that is None, before `high`; None when there is none. Twin of the pages' own."""
    if high is None:
        rank = after(low)
    elif low >= high:
        return None
    else:
        rank = _middle(low, high)
    fits = len(rank) <= LONGEST and rank > low and (high is None or rank < high)
    return rank if fits else None


def _middle(low: str, high: str) -> str:
    same = 0
    while same < len(high) and (low[same : same + 1] or "0") == high[same]:
        same += 1
    if same:
        return high[:same] + _middle(low[same:], high[same:])
    first = DIGITS.index(low[0]) if low else 0
    last = DIGITS.index(high[0]) if high else len(DIGITS)
    if last - first > 1:
        return DIGITS[(first + last) // 2]
    if len(high) > 1:
        return high[0]
    return DIGITS[first] + _middle(low[1:], "")
