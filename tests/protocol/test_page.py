"""`docs/protocol.md` says what the server does."""

import re

import pytest

from board.live.transport.close_codes import Close
from frontend import protocol_page

PAGE = protocol_page.FILE.read_text("utf-8")


def test_the_tables_are_what_make_protocol_writes() -> None:
    assert protocol_page.generate(PAGE) == PAGE


@pytest.mark.parametrize("name", protocol_page.TABLES)
def test_every_table_stands_on_the_page_once(name: str) -> None:
    assert PAGE.count(f"<!-- generated: {name} -->") == 1


def test_every_close_code_of_the_server_is_told() -> None:
    told = {int(code) for code in re.findall(r"^\| `(\d{4})` \|", PAGE, re.MULTILINE)}
    assert told == {int(code) for code in Close} | {1009}
