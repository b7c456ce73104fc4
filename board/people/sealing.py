"""Seals a few bytes under a key that is stored nowhere: a stream of HMAC-SHA256, and a tag over what it covers."""

import hashlib
import hmac
import secrets

NONCE, TAG = 16, 16
"""bytes"""


def seal(key: bytes, content: bytes) -> bytes:
    """The content under the key. Sealed twice it looks different."""
    nonce = secrets.token_bytes(NONCE)
    covered = nonce + _covered(key, nonce, content)
    return covered + _tag(key, covered)


def unseal(key: bytes, sealed: bytes) -> bytes | None:
    """The content, or None for another key and for bytes that were changed."""
    covered, tag = sealed[:-TAG], sealed[-TAG:]
    if not hmac.compare_digest(tag, _tag(key, covered)):
        return None
    return _covered(key, covered[:NONCE], covered[NONCE:])


def _covered(key: bytes, nonce: bytes, content: bytes) -> bytes:
    under = hmac.digest(key, b"stream", hashlib.sha256)
    size = hashlib.sha256().digest_size
    blocks = range(-(-len(content) // size))
    stream = b"".join(hmac.digest(under, nonce + at.to_bytes(4), hashlib.sha256) for at in blocks)
    return bytes(one ^ other for one, other in zip(content, stream, strict=False))


def _tag(key: bytes, covered: bytes) -> bytes:
    return hmac.digest(hmac.digest(key, b"tag", hashlib.sha256), covered, hashlib.sha256)[:TAG]
