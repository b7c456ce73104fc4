"""The work session with which a board goes on: sealed in the database, opened by any link of the board."""

import msgspec

from board.people.cookie import Person
from board.people.links import sealing_key
from board.people.roles import strongest
from board.people.sealing import seal, unseal
from board.people.service import BoardSession
from board.protocol.notices import OpenedWork
from board.protocol.roles import Role


def key_of(person: Person) -> bytes:
    """The key of a board, derived from a link of this person."""
    role = strongest(person.roles)
    return sealing_key(Role(role), person.links[role])


def sealed(key: bytes, work: OpenedWork) -> bytes:
    """As it is stored."""
    return seal(key, msgspec.json.encode(work))


def opened(session: BoardSession | None, person: Person) -> OpenedWork | None:
    """As it is sent to this person: the same to everybody on the board."""
    content = session and unseal(key_of(person), session.sealed)
    return msgspec.json.decode(content, type=OpenedWork) if content else None
