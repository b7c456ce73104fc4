"""Every setting, read once from the environment. An invalid value aborts start-up with an explanation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from board.words.catalogue import LOCALES

PREFIX = "BOARD_"
_ADDRESS = re.compile(r"https?://(\[[0-9a-fA-F:.]{2,45}\]|[A-Za-z0-9.-]{1,253})(:\d{1,5})?/?")
_FILE = re.compile(r"sqlite(\+aiosqlite)?:///(?!:memory:).+")
_SERVER = re.compile(
    r"postgresql\+psycopg://"
    r"([^\s:/?#@]+(:[^\s:/?#@]*)?@)?"  # a raw sign would make a part of the password a host, which errors name
    r"(\[[0-9a-fA-F:.]{2,45}\]|[A-Za-z0-9._-]{0,253})(:\d{1,5})?"
    r"/[^\s/?#@]+(\?\S+)?"
)
_OTHER_SERVER = re.compile(r"(postgres|postgresql)(\+\w+)?://", re.IGNORECASE)

_MOST = {
    "port": 65535,
    "ideas_per_person": 10_000,
    "ideas_per_board": 20_000,
    "merge_bytes_per_board": 50_000_000,
    "people_per_board": 100_000,
    "boards_per_minute": 100_000,
    "boards_per_hour": 1_000_000,
    "keep_boards_days": 36_500,
    "keep_decisions_days": 36_500,
}


class WrongSettingError(Exception):
    """A setting cannot be used; the text explains why to the operator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Each field is the environment variable `BOARD_<NAME>`."""

    host: str = "127.0.0.1"
    """address to listen on"""
    port: int = 8000
    """port to listen on"""
    database_url: str = ""
    """where boards are kept, a SQLite file or a PostgreSQL database; empty: `data/shortlist.db` where it is started"""
    public_url: str | None = None
    """address under which people reach the server, when it is behind a proxy; https makes cookies Secure"""
    trusted_proxies: str = "127.0.0.1"
    """addresses of proxies whose X-Forwarded headers are believed, separated by commas"""
    log_level: str = "warning"
    """critical, error, warning, info or debug; no level logs ideas, cookies or addresses"""
    language: str = "en"
    """language of all pages, answers and files; en-XA and ar-XB are for tests: longer, and from right to left"""
    ideas_per_person: int = 200
    """how many ideas one person can add in one round of writing"""
    ideas_per_board: int = 3000
    """how many ideas one board holds, those included that it began with; a fifth is kept for the facilitator"""
    merge_bytes_per_board: int = 2_000_000
    """bytes of one board that keep merges undoable; a fifth is kept for the facilitator"""
    people_per_board: int = 5000
    """how many people can join one board; a fifth is kept for the facilitator's link"""
    boards_per_minute: int = 20
    """boards and sessions that one network address may create in a minute; a proxy that forwards none is one"""
    boards_per_hour: int = 100
    """boards and sessions that one network address may create in an hour"""
    keep_boards_days: int | None = None
    """days after which a board or session that nobody used is deleted; empty: when somebody deletes it"""
    keep_decisions_days: int | None = None
    """days after which a decision is deleted, counted from when it was made final; empty: never by itself"""

    @property
    def database(self) -> str:
        """The database URL with an async driver."""
        return _with_driver(self.database_url or f"sqlite:///{Path('data/shortlist.db').resolve()}")

    @property
    def database_file(self) -> Path | None:
        """The file that holds the boards, when it is one."""
        return database_file(self.database)

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Settings":
        """Reads `BOARD_…`; plain `HOST` and `PORT` are accepted as well. Raises WrongSettingError."""
        known = {PREFIX + one.name.upper(): one.name for one in fields(cls)}
        given: dict[str, str] = {name: environ[name.upper()] for name in ("host", "port") if environ.get(name.upper())}
        for name, value in environ.items():
            if not name.startswith(PREFIX):
                continue
            if name not in known:
                near = ", ".join(sorted(known))
                raise WrongSettingError(f"There is no setting {name}. The settings are: {near}.")
            # Empty counts as unset: compose files leave empty values, and an empty host would listen everywhere.
            if value.strip():
                given[known[name]] = value.strip()
        return cls(**{name: _read(name, value) for name, value in given.items()})  # type: ignore[arg-type]


def _read(name: str, value: str) -> object:
    label = PREFIX + name.upper()
    if most := _MOST.get(name):
        if not (value.isascii() and value.isdigit()) or not 1 <= int(value) <= most:
            raise WrongSettingError(f"{label} has to be a whole number from 1 to {most}, not {value!r}.")
        return int(value)
    if name == "host":
        return value[1:-1] if value.startswith("[") and value.endswith("]") else value
    if name == "public_url":
        return _origin(label, value.lower())
    if name == "database_url":
        _check_database(label, value)
    if name == "log_level" and value.lower() not in {"critical", "error", "warning", "info", "debug"}:
        raise WrongSettingError(f"{label} has to be critical, error, warning, info or debug, not {value!r}.")
    if name == "language" and value not in LOCALES:
        raise WrongSettingError(f"{label} has to be {' or '.join(LOCALES)}, not {value!r}.")
    return value.lower() if name == "log_level" else value


def _origin(label: str, value: str) -> str:
    """The address as browsers write it in an Origin header (RFC 6454, section 6.1): without the usual port."""
    if not _ADDRESS.fullmatch(value):
        raise WrongSettingError(f"{label} has to be an address without a path, like https://board.example.org.")
    usual = ":443" if value.startswith("https:") else ":80"
    return value.rstrip("/").removesuffix(usual)


def read_database(label: str, value: str) -> str:
    """A database that was named by its URL or, if it is a SQLite file, by its path. Raises WrongSettingError.

    `label` is what the sentence calls it.
    """
    if "://" not in value:
        value = f"sqlite:///{Path(value).resolve()}"
    _check_database(label, value)
    return _with_driver(value)


def database_file(url: str) -> Path | None:
    """The file of a database, when it is one."""
    path = url.partition(":///")[2]
    return Path(path) if url.startswith("sqlite") and path and path != ":memory:" else None


def _with_driver(url: str) -> str:
    return url.replace("sqlite:", "sqlite+aiosqlite:", 1) if url.startswith("sqlite:") else url


def _check_database(label: str, value: str) -> None:
    """No sentence quotes the URL: it may hold a password."""
    if _FILE.fullmatch(value) or _SERVER.fullmatch(value):
        return
    if value.startswith("postgresql+psycopg:"):
        raise WrongSettingError(
            f"{label} has to look like postgresql+psycopg://user:password@host:5432/database. In a user or a password "
            "write %40 for @, %3A for :, %2F for /, %3F for ?, %23 for # and %25 for %."
        )
    if other := _OTHER_SERVER.match(value):
        raise WrongSettingError(f"{label} begins with {other[0]}; write postgresql+psycopg:// there instead.")
    raise WrongSettingError(
        f"{label} has to begin with sqlite+aiosqlite:/// and name a file, or with postgresql+psycopg://."
    )
