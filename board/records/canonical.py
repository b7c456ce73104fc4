"""The canonical form of a record (RFC 8785) and its digest: equal records are equal bytes on every machine."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

import rfc8785

CHECK_COMMAND = "sha256sum"
"""prints the digest of a file on a reader's own machine"""

Json = dict[str, Any]  # Any: the schema of a kind of record says what is at a key
"""A JSON object that is read by its keys: a record, or what a template draws of it."""

_ADDRESS = re.compile(r"[0-9a-f]{64}")


def encode(record: Json) -> bytes:
    """Serialises with sorted keys, without spaces, as UTF-8.

    Raises ValueError for values that not every language reads back as the same.
    """
    return rfc8785.dumps(record)


def digest(content: bytes) -> str:
    """The SHA-256 in hexadecimal, as `sha256sum` prints it: the address of the record."""
    return hashlib.sha256(content).hexdigest()


def is_digest(text: str) -> bool:
    return _ADDRESS.fullmatch(text) is not None


def whole(value: object) -> object:
    """Turns the floats of a document into the integers of a record. Raises ValueError for a fraction."""
    if isinstance(value, Mapping):
        return {key: whole(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [whole(inner) for inner in value]
    if isinstance(value, float):
        if not value.is_integer():
            raise ValueError("the record holds whole numbers only")
        return int(value)
    return value
