"""The database before a command uses it: its schema is the present one, or the command ends with a sentence."""

import asyncio
import sys
from collections.abc import Coroutine
from typing import NoReturn, TypeVar

from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from board.db.base import metadata
from board.db.migrate import NewerSchemaError, Schema, migrate, schema_of
from board.settings import Settings, database_file
from board.words import say

T = TypeVar("T")


def prepare(settings: Settings, *, migrating: bool = False) -> None:
    """Makes sure that the schema is the present one; exits with a sentence when the database cannot be used.

    A SQLite file is migrated. A PostgreSQL database only when that is the command: other servers may be using it.
    """
    url = settings.database
    if migrating or settings.database_file is not None:
        attempt(url, _migrate(url))
    elif (schema := attempt(url, schema_of(url))) is not Schema.PRESENT:
        leave(say(f"command-schema-{schema.value}", database=name_of(url)))


def attempt(url: str, work: Coroutine[object, object, T]) -> T:
    """Runs what uses this database; exits with a sentence when it cannot be used."""
    try:
        return asyncio.run(_patiently(work))
    except NewerSchemaError:
        leave(say("command-schema-newer", database=name_of(url)))
    except (OSError, DBAPIError) as error:
        leave(say("command-database-unusable", database=name_of(url), reason=reason_of(url, error)))


def leave(sentence: str) -> NoReturn:
    """Ends the command as failed."""
    sys.exit(f"board: {sentence}")


def name_of(url: str) -> str:
    """What a sentence calls a database: its file, or its server and name."""
    parsed = make_url(url)
    return str(database_file(url) or f"{parsed.host or ''}:{parsed.port or 5432}/{parsed.database}")


def reason_of(url: str, error: OSError | DBAPIError) -> str:
    """What the driver says, in one line and without the password."""
    said = (error.orig if isinstance(error, DBAPIError) else error.strerror) or error
    first = next(iter(str(said).strip().splitlines()), "").removesuffix(".")
    secret = make_url(url).password
    return first.replace(secret, "…") if secret else first


async def _migrate(url: str) -> None:
    if (file := database_file(url)) is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    await migrate(url, metadata)


async def _patiently(work: Coroutine[object, object, T]) -> T:
    try:
        return await work
    except DBAPIError:
        # The driver's thread ends through the loop, and prints a traceback if the loop closes first.
        await asyncio.sleep(0.2)
        raise
