"""Pseudonyms: budgets and "has contributed" belong to a pseudonym, never to a person.

A pseudonym is an HMAC of the person's token under a key of the board that lives for one phase or round. The token is
only in the person's cookie, so a reader of the database cannot tie a pseudonym to a seat; the key is deleted with the
phase, so a token seized later cannot be tied to it either.
"""

import hashlib
import hmac
import secrets


def new_key() -> bytes:
    """A key for one purpose, phase and round."""
    return secrets.token_bytes(32)


def pseudonym(key: bytes, token: str) -> bytes:
    """16 bytes that are the same for one token under one key."""
    return hmac.new(key, token.encode(), hashlib.sha256).digest()[:16]
