"""`docs/protocol.md` says what the server does."""

import re

import pytest

from board.live.transport.close_codes import Close
from board.protocol import document, notices
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


def test_every_root_of_the_document_is_told() -> None:
    told = re.findall(
        r"^\| `(\w+)` \|", PAGE.partition("## The document")[2].partition("| `meta` | value |")[0], re.MULTILINE
    )
    assert told == list(document.BoardDocument.__struct_fields__)


def test_every_field_of_a_notice_and_of_meta_is_told() -> None:
    """`corrects` and `late_deleted` are for the server alone."""
    notice, meta = _rows("## Notices"), _rows("| `meta` | value |")
    assert notice == {
        *(name for name in notices.Notice.__struct_fields__ if name not in {"counts", "you"}),
        *notices.Counts.__struct_fields__,
        *notices.You.__struct_fields__,
    }
    assert meta == {*document.Meta.__struct_fields__} - {"corrects", "late_deleted"}


def _rows(after: str) -> set[str]:
    """The names in the first column of the first table after a line."""
    rows = PAGE.partition(after)[2].partition("| --- |")[2].partition("\n\n")[0].splitlines()[1:]
    named = [re.findall(r"`(?:\w*\.)?(\w+)`", row.split("|")[1]) for row in rows]
    return {name for names in named for name in names}
