"""The bytes of a record (RFC 8785) and their digest: equal records are equal bytes on every machine."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

import rfc8785

_ADDRESS = re.compile(r"[0-9a-f]{64}")


def encode(record: Mapping[str, Any]) -> bytes:
    """Sorted keys, no spaces, UTF-8. Raises ValueError for what JSON cannot carry between languages unharmed."""
    return rfc8785.dumps(dict(record))


def digest(content: bytes) -> str:
    """What `sha256sum` prints, and the address of the record."""
    return hashlib.sha256(content).hexdigest()


def is_digest(text: str) -> bool:
    return _ADDRESS.fullmatch(text) is not None
