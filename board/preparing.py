"""The database before a command uses it: its schema is the present one, or the command ends with a sentence."""

import asyncio
import sys
from collections.abc import Coroutine, Sequence
from typing import NoReturn, TypeVar

from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from board import copying
from board.db.alone import InUseError
from board.db.base import metadata
from board.db.migrate import NewerSchemaError, Schema, migrate, schema_of
from board.live import DifferentCopyError, UnreadableError
from board.settings import Settings, WrongSettingError, database_file, read_database
from board.words import say

T = TypeVar("T")


def prepare(settings: Settings, *, migrating: bool = False) -> None:
    """Makes sure that the schema is the present one; exits with a sentence when the database cannot be used.

    A SQLite file is migrated. A PostgreSQL database only when that is the command: other servers may be using it.
    """
    url = settings.database
    by_us = migrating or settings.database_file is not None
    schema = attempt(url, _migrate(url) if by_us else schema_of(url))
    if schema is not Schema.PRESENT and not migrating:
        leave(say(f"command-schema-{schema.value}", database=name_of(url)))


def copy(given_source: str, given_target: str) -> None:
    """Copies everything from one database into another one, and says what was copied."""
    try:
        source, target = read_database("FROM", given_source), read_database("TO", given_target)
    except WrongSettingError as error:
        leave(str(error))
    file = database_file(source)
    if source == target or (file is not None and not file.is_file()):
        leave(say("command-copy-same" if source == target else "command-copy-no-file", database=name_of(source)))
    for url in (source, target):
        # The sentence about a connection that fails names its database.
        attempt(url, _reach(url))
    try:
        print("\n".join(_copied(source, target)))
    except KeyboardInterrupt:
        leave(say("command-copy-stopped"))


def _copied(source: str, target: str) -> Sequence[str]:
    known = {"source": name_of(source), "target": name_of(target)}
    try:
        return asyncio.run(_patiently(copying.copy(source, target, _print_now))).sentences()
    except copying.SchemaError as error:
        leave(say(f"command-schema-{error.schema.value}", database=known["source"]))
    except NewerSchemaError:
        leave(say("command-schema-newer", database=known["target"]))
    except InUseError as error:
        leave(say("command-copy-in-use", database=name_of(str(error))))
    except copying.ForeignError:
        leave(say("command-copy-foreign", **known))
    except UnreadableError as error:
        kind = "different" if isinstance(error, DifferentCopyError) else "unreadable"
        leave(say(f"command-copy-{kind}", id=str(error), **known))
    except (OSError, DBAPIError) as error:
        leave(say("command-copy-interrupted", reason=reason_of(source, target, error=error)))


def _print_now(line: str) -> None:
    print(line, flush=True)


def attempt(url: str, work: Coroutine[object, object, T]) -> T:
    """Runs what uses this database; exits with a sentence when it cannot be used."""
    try:
        return asyncio.run(_patiently(work))
    except NewerSchemaError:
        leave(say("command-schema-newer", database=name_of(url)))
    except (OSError, DBAPIError) as error:
        leave(say("command-database-unusable", database=name_of(url), reason=reason_of(url, error=error)))


def leave(sentence: str) -> NoReturn:
    """Ends the command as failed."""
    sys.exit(f"board: {sentence}")


def name_of(url: str) -> str:
    """What a sentence calls a database: its file, or its server and name."""
    parsed = make_url(url)
    return str(database_file(url) or f"{parsed.host or ''}:{parsed.port or 5432}/{parsed.database}")


def reason_of(*urls: str, error: OSError | DBAPIError) -> str:
    """What the driver says, in one line and without a password."""
    said = (error.orig if isinstance(error, DBAPIError) else error.strerror) or error
    first = next(iter(str(said).strip().splitlines()), "").removesuffix(".")
    for url in urls:
        if secret := make_url(url).password:
            first = first.replace(secret, "…")
    return first


async def _migrate(url: str) -> Schema:
    if (file := database_file(url)) is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    return await migrate(url, metadata)


async def _reach(url: str) -> None:
    if (file := database_file(url)) is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    await schema_of(url)


async def _patiently(work: Coroutine[object, object, T]) -> T:
    try:
        return await work
    except DBAPIError:
        # The driver's thread ends through the loop, and prints a traceback if the loop closes first.
        await asyncio.sleep(0.2)
        raise
