"""Connections to PostgreSQL that give up: on a lock, on a server that is gone, and on one that stands still.

`statement_timeout` is the server's and ends nothing when the server itself does not run. TCP's limits end nothing when
only its processes stand still. So the client counts: a statement that is not answered in time closes its connection.
What became of it is unknown then, a commit included.
"""

import functools
from collections.abc import Awaitable, Callable
from enum import IntEnum
from typing import ParamSpec, TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.conninfo import make_conninfo
from psycopg.pq import TransactionStatus
from psycopg.rows import TupleRow
from sqlalchemy.engine import URL

T = TypeVar("T")
P = ParamSpec("P")

LOST_AFTER = 5.0
"""seconds after which PostgreSQL's server and ours take a connection that says nothing for lost"""
LOCKED_FOR = 4.0
"""seconds that a statement waits for a lock; in LOST_AFTER its connection would be taken for lost"""
LOOK_EVERY = 0.1
"""seconds between two looks whether a wait was interrupted"""


class AdvisoryLock(IntEnum):
    """What one process at a time does in a database."""

    MIGRATE = 0x51_0F_71_57
    COPY = 0x51_0F_71_58
    ERASE = 0x51_0F_71_59
    AGREE_ON_KEY = 0x51_0F_71_5A


class Connection(psycopg.Connection[TupleRow]):
    """Raises OperationalError when the server does not answer within LOST_AFTER, and is closed then."""

    def wait(self, gen: PQGen[T], interval: float = LOOK_EVERY, timeout: float | None = None) -> T:
        try:
            return super().wait(gen, interval, LOST_AFTER if timeout is None else timeout)
        except psycopg.OperationalError:
            _close_if_unanswered(self)
            raise


class AsyncConnection(psycopg.AsyncConnection[TupleRow]):
    """The same for asyncio."""

    async def wait(self, gen: PQGen[T], interval: float = LOOK_EVERY, timeout: float | None = None) -> T:
        try:
            return await super().wait(gen, interval, LOST_AFTER if timeout is None else timeout)
        except psycopg.OperationalError:
            _close_if_unanswered(self)
            raise


def _letting_go(connecting: Callable[P, T]) -> Callable[P, T]:
    @functools.wraps(connecting)
    def connect(*arguments: P.args, **how: P.kwargs) -> T:
        try:
            return connecting(*arguments, **how)
        except psycopg.errors.ConnectionTimeout as error:
            raise _let_go(error) from None

    return connect


def _letting_go_async(connecting: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
    @functools.wraps(connecting)
    async def connect(*arguments: P.args, **how: P.kwargs) -> T:
        try:
            return await connecting(*arguments, **how)
        except psycopg.errors.ConnectionTimeout as error:
            raise _let_go(error) from None

    return connect


def _let_go(error: psycopg.Error) -> psycopg.Error:
    """The error without the frames that it passed. They hold it, and the socket: it would stay open until the garbage
    collector comes, and PostgreSQL would keep a process for it.
    """
    return error.with_traceback(None)


connect = _letting_go(Connection.connect)
connect_async = _letting_go_async(AsyncConnection.connect)


def _close_if_unanswered(connection: Connection | AsyncConnection) -> None:
    """A wait for notifications may end as well; then there is no statement, and the connection stays."""
    if connection.pgconn.transaction_status == TransactionStatus.ACTIVE:
        connection.pgconn.finish()


def arguments(*, locked_for: float) -> dict[str, object]:
    """How a connection gives up. A statement waits for a lock for `locked_for` seconds."""
    limits = {
        "lock_timeout": round(locked_for * 1000),
        "idle_in_transaction_session_timeout": round(LOST_AFTER * 1000),
    }
    return {
        "application_name": "shortlist",
        "connect_timeout": round(LOST_AFTER),
        "options": " ".join(f"-c {name}={value}" for name, value in limits.items()),
        "keepalives_idle": 2,
        "keepalives_interval": 1,
        "keepalives_count": 3,
        "tcp_user_timeout": round(LOST_AFTER * 1000),
    }


def address(url: URL) -> str:
    """Where the driver connects by itself, past the pool, to the database at this address."""
    how = {name: str(value) for name, value in arguments(locked_for=LOCKED_FOR).items()}
    return make_conninfo(url.set(drivername="postgresql").render_as_string(hide_password=False), **how)
