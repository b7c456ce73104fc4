"""Looks a record up in a database file, for `board verify`. Imported only when there is a database."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import NullPool, create_engine
from sqlalchemy.exc import DBAPIError

from board.records import service, times
from board.words import verify as words


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
            found = service.look_up(conn, sha256=sha256)
            if found is not None:
                return Known(words.KNOWN, True, found.newest)
            gone = service.look_up_deleted(conn, sha256=sha256)
            if gone is not None:
                return Known(words.WAS_DELETED.format(day=times.day(times.utc(gone))), True)
            return Known(words.UNKNOWN, False)
    except service.Damaged:
        return Known(words.DAMAGED, None)
    except DBAPIError:
        return Known(words.NOT_ASKED, None)
    finally:
        engine.dispose()
