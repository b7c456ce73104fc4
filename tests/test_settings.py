"""Settings: what is accepted, and the explanation for each invalid value."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from board.settings import Settings, WrongSettingError, read_database

ROOT = Path(__file__).parent.parent


def test_nothing_has_to_be_set() -> None:
    settings = Settings.from_env({"PATH": "/bin"})
    assert (settings.host, settings.port, settings.public_url) == ("127.0.0.1", 8000, None)
    assert settings.database == f"sqlite+aiosqlite:///{Path('data/shortlist.db').resolve()}"


def test_every_setting_is_honoured(tmp_path: Path) -> None:
    settings = Settings.from_env(
        {
            "BOARD_HOST": "0.0.0.0",  # noqa: S104 - to be read, not to be listened on
            "BOARD_PORT": "9000",
            "BOARD_DATABASE_URL": f"sqlite:///{tmp_path}/b.db",
            "BOARD_PUBLIC_URL": "https://board.example/",
            "BOARD_TRUSTED_PROXIES": "10.0.0.1,10.0.0.2",
            "BOARD_LOG_LEVEL": "INFO",
            "BOARD_LANGUAGE": "en-XA",
            "BOARD_IDEAS_PER_PERSON": "7",
            "BOARD_IDEAS_PER_BOARD": "150",
            "BOARD_MERGE_BYTES_PER_BOARD": "400000",
            "BOARD_PEOPLE_PER_BOARD": "60",
            "BOARD_BOARDS_PER_MINUTE": "2",
            "BOARD_BOARDS_PER_HOUR": "9",
            "BOARD_KEEP_BOARDS_DAYS": "90",
            "BOARD_KEEP_DECISIONS_DAYS": "3650",
        }
    )
    assert (settings.port, settings.public_url, settings.log_level) == (9000, "https://board.example", "info")
    assert settings.language == "en-XA"
    assert settings.database == f"sqlite+aiosqlite:///{tmp_path}/b.db"
    assert settings.database_file == tmp_path / "b.db"
    assert (settings.ideas_per_person, settings.trusted_proxies) == (7, "10.0.0.1,10.0.0.2")
    assert (settings.ideas_per_board, settings.merge_bytes_per_board, settings.people_per_board) == (150, 400_000, 60)
    assert (settings.boards_per_minute, settings.boards_per_hour) == (2, 9)
    assert (settings.keep_boards_days, settings.keep_decisions_days) == (90, 3650)


def test_host_and_port_alone_are_heard_and_our_own_names_win() -> None:
    assert Settings.from_env({"HOST": "127.0.0.2", "PORT": "81"}).port == 81
    settings = Settings.from_env({"HOST": "127.0.0.2", "PORT": "81", "BOARD_HOST": "127.0.0.3", "BOARD_PORT": "82"})
    assert (settings.host, settings.port) == ("127.0.0.3", 82)
    assert Settings.from_env({"HOST": "", "PORT": ""}).port == 8000


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://Board.Example.org", "https://board.example.org"),
        ("https://board.example.org:443/", "https://board.example.org"),
        ("http://board.lan:80", "http://board.lan"),
        ("HTTP://board.lan:8080", "http://board.lan:8080"),
        ("https://board.lan:80", "https://board.lan:80"),
        ("http://[fd00::80]", "http://[fd00::80]"),
    ],
)
def test_the_public_address_is_kept_as_browsers_name_it(given: str, kept: str) -> None:
    """An Origin header has lower case and no usual port, and is compared as text."""
    assert Settings.from_env({"BOARD_PUBLIC_URL": given}).public_url == kept


def test_an_address_to_listen_on_may_stand_in_brackets() -> None:
    assert Settings.from_env({"BOARD_HOST": "[fd00::7]"}).host == "fd00::7"
    assert Settings.from_env({"HOST": "::"}).host == "::"


def test_an_empty_setting_is_none() -> None:
    """As a compose file leaves them; an empty host would listen everywhere."""
    settings = Settings.from_env({"BOARD_HOST": "", "BOARD_PORT": "", "BOARD_PUBLIC_URL": "", "BOARD_LOG_LEVEL": ""})
    assert settings == Settings()


WRONG = {
    "BOARD_PORT": ["eighty", "0", "65536", "-1", "8000.0", "8 000", "²"],
    "PORT": ["eighty"],
    "BOARD_IDEAS_PER_PERSON": ["0", "many", "10001", "1e3"],
    "BOARD_IDEAS_PER_BOARD": ["0", "20001", "3,000"],
    "BOARD_MERGE_BYTES_PER_BOARD": ["0", "2 MB", "50000001"],
    "BOARD_PEOPLE_PER_BOARD": ["0", "-5", "100001"],
    "BOARD_BOARDS_PER_MINUTE": ["0", "20/min", "100001"],
    "BOARD_BOARDS_PER_HOUR": ["0", "never", "1000001"],
    "BOARD_KEEP_BOARDS_DAYS": ["0", "forever", "-1", "1.5", "36501"],
    "BOARD_KEEP_DECISIONS_DAYS": ["0", "never"],
    "BOARD_PUBLIC_URL": [
        "board.example",
        "ftp://board.example",
        "https://",
        "https://b.example/path",
        "http://[",
        "https://b.example?x",
        "https://b.example#x",
        "https://user:secret@b.example",
        "https://" + "b" * 254,
    ],
    "BOARD_DATABASE_URL": ["mysql://x", "board.db", "sqlite://", "sqlite:///", "sqlite:///:memory:", "postgres"],
    "BOARD_LOG_LEVEL": ["loud", "10"],
    "BOARD_LANGUAGE": ["de", "EN", "../en", "en,en-XA"],
    "BOARD_HOTS": ["127.0.0.1"],
    "BOARD_": ["x"],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_wrong_setting_is_told_in_a_sentence(name: str, value: str) -> None:
    with pytest.raises(WrongSettingError) as wrong:
        Settings.from_env({name: value})
    sentence = str(wrong.value)
    assert "BOARD_" in sentence
    assert sentence.endswith(".")
    assert "secret" not in sentence


def start(**settings: str) -> "subprocess.CompletedProcess[str]":
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("BOARD_")}
    return subprocess.run(
        [sys.executable, "-m", "board"], cwd=ROOT, env=inherited | settings, capture_output=True, text=True
    )


def test_a_wrong_setting_stops_the_start() -> None:
    ended = start(BOARD_PORT="eighty")
    assert ended.returncode != 0
    assert ended.stderr == "board: BOARD_PORT has to be a whole number from 1 to 65535, not 'eighty'.\n"


@pytest.mark.parametrize("place", ["/a file/board.db", "/a file", ""], ids=["below a file", "no database", "a folder"])
def test_a_database_that_cannot_be_opened_stops_the_start(tmp_path: Path, place: str) -> None:
    (tmp_path / "a file").write_text("no database at all, but long enough to be looked at" * 50)
    ended = start(BOARD_DATABASE_URL=f"sqlite:///{tmp_path}{place}")
    assert ended.returncode != 0
    assert "Traceback" not in ended.stderr
    assert ended.stderr.startswith("board: ")
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://shortlist:p%40ss@127.0.0.1:5432/boards",
        "postgresql+psycopg://shortlist@db.example/boards?sslmode=verify-full",
        "postgresql+psycopg://[fd00::7]/boards",
        "postgresql+psycopg:///boards?host=/var/run/postgresql",
    ],
)
def test_a_postgresql_database_is_no_file(url: str) -> None:
    settings = Settings.from_env({"BOARD_DATABASE_URL": url})
    assert (settings.database, settings.database_file) == (url, None)


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("postgres://u:secret@h/d", "begins with postgres://; write postgresql+psycopg:// there"),
        ("postgresql://u:secret@h/d", "begins with postgresql://; write postgresql+psycopg:// there"),
        ("postgresql+asyncpg://u:secret@h/d", "begins with postgresql+asyncpg://; write postgresql+psycopg:// there"),
        ("postgresql+psycopg://u:secret@h", "user:password@host:5432/database"),
        ("postgresql+psycopg://u:secret@h/", "user:password@host:5432/database"),
        ("postgresql+psycopg://u:the@secret@h/d", "write %40 for @"),
        ("postgresql+psycopg://u:the/secret@h/d", "%2F for /"),
        ("postgresql+psycopg://u:the#secret@h/d", "%23 for #"),
        ("postgresql+psycopg://u:secret@h:port/d", "user:password@host:5432/database"),
    ],
)
def test_what_to_write_for_postgresql_is_said_without_the_password(url: str, advice: str) -> None:
    with pytest.raises(WrongSettingError) as wrong:
        Settings.from_env({"BOARD_DATABASE_URL": url})
    assert advice in str(wrong.value)
    assert "secret" not in str(wrong.value)


def test_a_database_file_may_be_named_by_its_path(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/b.db"
    assert read_database("FROM", f"{tmp_path}/b.db") == read_database("FROM", f"sqlite:///{tmp_path}/b.db") == url
    with pytest.raises(WrongSettingError, match="TO begins"):
        read_database("TO", "postgres://h/d")


def test_a_file_of_a_newer_version_stops_the_start(tmp_path: Path) -> None:
    file = tmp_path / "board.db"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    ended = start(BOARD_DATABASE_URL=f"sqlite:///{file}")
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "newer version of Shortlist" in ended.stderr
