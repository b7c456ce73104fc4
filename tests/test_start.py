"""What the operator reads when the server starts."""

from board.server import OUT_OF_REACH, greeting
from board.settings import Settings


def test_the_start_names_the_address_and_the_place_of_the_boards() -> None:
    told = greeting(Settings(database_url="sqlite:////srv/boards.db", port=8123))
    assert told == [
        "Shortlist is at http://127.0.0.1:8123",
        "Boards are kept in /srv/boards.db",
        "Stop it with Ctrl+C.",
    ]


def test_with_postgresql_one_line_says_what_is_not_promised_and_none_shows_the_password() -> None:
    told = greeting(Settings(database_url="postgresql+psycopg://shortlist:a-password@db.example/boards"))
    assert told.count(OUT_OF_REACH) == 1
    assert len(told) == 4
    assert "\n" not in OUT_OF_REACH
    for word in ("write-ahead log", "WAL archives", "replicas", "backups"):
        assert word in OUT_OF_REACH
    assert "a-password" not in "".join(told)
