"""Looks a record up in a database file, for `board verify`. Imported only when there is a database."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import NullPool, create_engine
from sqlalchemy.exc import DBAPIError

from board.records import service, times
from board.words import say


@dataclass(frozen=True, slots=True)
class Known:
    """What a database knows about a digest. `same` is None when it could not be read."""

    said: str
    same: bool | None
    newest: str | None = None


def look_up(database: Path, sha256: str) -> Known:
    """Opens the database file read-only."""
    url = f"sqlite:///file:{quote(str(database))}?mode=ro&uri=true"
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True)
    try:
        with engine.connect() as conn:
            for store in service.STORES:
                if (found := store.look_up(conn, sha256=sha256)) is not None:
                    return Known(say("verify-known"), True, found.newest)
            gone = service.look_up_deleted(conn, sha256=sha256)
            if gone is not None:
                return Known(say("verify-deleted", day=times.day(times.utc(gone))), True)
            return Known(say("verify-unknown"), False)
    except service.Damaged:
        return Known(say("verify-database-damaged"), None)
    except DBAPIError:
        return Known(say("verify-database-unread"), None)
    finally:
        engine.dispose()
