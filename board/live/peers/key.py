"""A key that all processes on one PostgreSQL know and that is on no disk, another one each day.

It stands in the numbers of advisory locks, which PostgreSQL keeps in its memory for as long as a connection holds them:
the first process draws it, those that come later read it and hold the same locks.
"""

import hashlib
import hmac
import secrets

import psycopg

from board.db.postgresql import AdvisoryLock

SIZE, PIECE = 16, 4
"""bytes of the key, and of what one lock holds of it"""
PIECES = SIZE // PIECE
LOCKS = 0x510F_0000
"""the first lock's first number; a day takes as many as there are pieces"""
DAY = 86400

_FIND = (
    "SELECT DISTINCT classid::bigint, objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2"
    " AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
_RELEASE = "SELECT pg_advisory_unlock_all()"
_HOLD = "SELECT " + ", ".join(["pg_advisory_lock_shared(%s, %s)"] * PIECES)


class SharedKey:
    """Knows the key of the present day, once it was agreed on."""

    def __init__(self) -> None:
        self._key: bytes | None = None
        self._day = 0
        self._held: psycopg.AsyncConnection | None = None
        """the connection whose locks keep it"""

    def of(self, purpose: str) -> bytes | None:
        """The key for one purpose, None while there is none."""
        return hmac.digest(self._key, purpose.encode(), hashlib.sha256) if self._key else None

    async def agree(self, connection: psycopg.AsyncConnection, now: float) -> bool:
        """Called often: takes the key of the others, or draws one, when the day or the connection is a new one.

        Whether it did. It never waits: a process that stands still in between must not hold up the others.
        """
        day = int(now // DAY)
        if day == self._day and connection is self._held:
            return False
        async with connection.transaction():
            alone = await connection.execute("SELECT pg_try_advisory_xact_lock(%s)", (AdvisoryLock.AGREE_ON_KEY,))
            if await alone.fetchone() != (True,):
                return False
            key = await _held_by_others(connection, day) or (self._key if day == self._day else None)
            key = key or secrets.token_bytes(SIZE)
            await connection.execute(_RELEASE)
            await connection.execute(_HOLD, _numbers(day, key))
        self._key, self._day, self._held = key, day, connection
        return True


async def _held_by_others(connection: psycopg.AsyncConnection, day: int) -> bytes | None:
    found: dict[int, int] = dict(await (await connection.execute(_FIND)).fetchall())
    pieces = [found.get(_lock(day, at)) for at in range(PIECES)]
    return b"".join(piece.to_bytes(PIECE) for piece in pieces if piece is not None) if None not in pieces else None


def _lock(day: int, piece: int) -> int:
    return LOCKS + day * PIECES + piece


def _numbers(day: int, key: bytes) -> list[int]:
    """Both numbers of each lock. PostgreSQL takes them with a sign, and shows them without."""
    pieces = [int.from_bytes(key[at : at + PIECE], signed=True) for at in range(0, SIZE, PIECE)]
    return [number for at, piece in enumerate(pieces) for number in (_lock(day, at), piece)]
