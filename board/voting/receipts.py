"""Receipts: a voter can find the own dots in the record, and nobody can tell which dots came from one ballot."""

import hashlib


def receipt(code: str, option: str, dot: int) -> str:
    """The short hash (80 bits, hex) that stands under an option for one dot of the voter with this code."""
    return hashlib.sha256(f"shortlist receipt\n{code}\n{option}\n{dot}".encode()).hexdigest()[:20]
