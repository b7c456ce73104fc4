"""Capability links: the token grants the role.

The facilitate token is random; the watch token is derived from it and the participate token from the watch token. So a
stronger link can show the weaker ones and never the reverse, and the database needs to hold nothing but hashes.
"""

import base64
import hashlib
import hmac
import secrets

from board.protocol.roles import Role

_STEPS = (Role.FACILITATOR, Role.WATCHER, Role.PARTICIPANT)


def mint() -> str:
    """A fresh token: 144 random bits, base64url. Serves board ids, persons and facilitate links alike."""
    return secrets.token_urlsafe(18)


def digest(token: str) -> bytes:
    """What the database keeps of a token: its SHA-256."""
    return hashlib.sha256(token.encode()).digest()


def weaker(role: Role, token: str) -> dict[Role, str]:
    """This link and every link that it may show, by role."""
    found = {role: token}
    for step in _STEPS[_STEPS.index(role) + 1 :]:
        token = _derive(token, step)
        found[step] = token
    return found


def sealing_key(role: Role, token: str) -> bytes:
    """A key that every link of a board derives, and that nothing in the database does."""
    weakest = weaker(role, token)[_STEPS[-1]]
    return hmac.digest(weakest.encode(), b"shortlist sealed for a board", hashlib.sha256)


def _derive(token: str, role: Role) -> str:
    mac = hmac.new(token.encode(), f"shortlist link {role}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(mac[:18]).decode()
