"""The text by command: adding, restoring, naming; and what pages know of it."""

import secrets

import pytest
from msgspec import structs

from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.worksessions.rules import writing
from board.worksessions.state import session as kept
from tests.worksessions.in_memory import CONDITIONS, Desk, new


@pytest.fixture
def desk() -> Desk:
    return Desk()


def reasons(desk: Desk) -> list[tuple[str, str | None]]:
    return [(one.reason, one.of) for one in desk.document.meta.versions]


def test_the_text_starts_with_a_heading_for_each_condition(desk: Desk) -> None:
    assert [one.words for one in writing.headings(desk.text)] == ["A brief", *CONDITIONS]


def test_a_line_stands_once_under_its_heading(desk: Desk) -> None:
    ben, line = desk.comes("Ben"), new()
    desk.ok(ben, "append_text", line=line, text=" at most\r\n900 € ", heading="scope is in it")
    desk.same(ben, "append_text", line=line, text="at most 900 €", heading="scope is in it")
    assert "## scope is in it\n\nat most\n900 €\n\n## the price is in it\n" in desk.text


def test_the_last_lines_are_remembered(desk: Desk) -> None:
    sent = [new() for _ in range(limits.LINES + 1)]
    for line in sent:
        desk.ok(desk.lead, "append_text", line=line, text="x")
    assert len(desk.session.lines) == limits.LINES
    desk.same(desk.lead, "append_text", line=sent[1], text="x")
    desk.ok(desk.lead, "append_text", line=sent[0], text="the oldest is forgotten")
    assert desk.text.count("the oldest is forgotten") == 1


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"text": " \r\n"}, Refusal.EMPTY),
        ({"text": "x" * (limits.LINE + 1)}, Refusal.TOO_LONG),
        ({"heading": "x" * (limits.HEADING + 1)}, Refusal.TOO_LONG),
    ],
)
def test_what_is_not_added(desk: Desk, fields: dict[str, object], code: Refusal) -> None:
    assert desk.no(desk.lead, "append_text", **({"line": new(), "text": "x"} | fields)) is code


def test_a_full_text_takes_no_more_and_can_always_be_cut(desk: Desk) -> None:
    desk.writes("x" * limits.TEXT)
    line = new()
    assert desk.no(desk.lead, "append_text", line=line, text="more") is Refusal.TOO_LONG
    desk.writes("")
    desk.ok(desk.lead, "append_text", line=line, text="more")
    assert desk.text == "more\n", "a line that was refused can be sent again"


def test_pages_know_the_outline_of_the_text(desk: Desk) -> None:
    before = desk.document.meta
    assert [one.words for one in before.headings] == ["A brief", *CONDITIONS]
    assert (before.words, before.written) == (0, False)
    desk.ok(desk.lead, "append_text", line=new(), text="mïne 😀 three", heading=CONDITIONS[0])
    after = desk.document.meta
    assert (after.words, after.written, after.characters) == (2, True, len(desk.text))
    assert after.headings == before.headings
    assert after.text_digest != before.text_digest


def test_a_version_is_restored_whole_and_what_stood_there_is_kept(desk: Desk) -> None:
    first = desk.text
    desk.started()
    desk.writes("other words")
    desk.ok(desk.lead, "restore_version", version=0)
    assert desk.text == first
    assert reasons(desk) == [("start", None), ("restore", "0")]
    assert desk.session.text_of(1) == "other words"
    desk.same(desk.lead, "restore_version", version=0)
    assert desk.no(desk.lead, "restore_version", version=7) is Refusal.NO_VERSION


def test_a_version_gets_a_name_once(desk: Desk) -> None:
    desk.started()
    desk.ok(desk.lead, "name_version", name=" before lunch ")
    desk.same(desk.lead, "name_version", name="before lunch")
    desk.ok(desk.lead, "append_text", line=new(), text="more")
    desk.ok(desk.lead, "name_version", name="before lunch")
    assert reasons(desk) == [("start", None), ("name", "before lunch"), ("name", "before lunch")]
    assert desk.session.text_of(2) == desk.text
    assert desk.no(desk.lead, "name_version", name="") is Refusal.EMPTY
    assert desk.no(desk.lead, "name_version", name="x" * (limits.VERSION_NAME + 1)) is Refusal.TOO_LONG


def test_what_somebody_came_with_is_the_first_copy(desk: Desk) -> None:
    desk.ok(desk.lead, "append_text", line=new(), text="from a file")
    brought = desk.text
    desk.ok(desk.comes("Ben"), "keep_brought")
    desk.same(desk.lead, "keep_brought")
    desk.ok(desk.lead, "append_text", line=new(), text="written before the start")
    desk.started()
    assert reasons(desk) == [("brought", None), ("start", None)]
    assert desk.session.text_of(0) == brought


def test_a_burst_of_copies_pushes_out_no_copy_from_before(desk: Desk) -> None:
    """One person names a version as often as they like, or goes back and forth."""
    ben = desk.comes("Ben")
    desk.started()
    worked = []
    for _ in range(12):
        desk.now += 300
        desk.ok(desk.lead, "append_text", line=new(), text="work of five minutes")
        desk.ok(desk.lead, "name_version", name="five minutes more")
        worked.append(desk.text)
    desk.now += 300
    for number in range(kept.MOST_VERSIONS + 20):
        desk.now += 0.1
        desk.ok(ben, "append_text", line=new(), text="x")
        desk.ok(ben, "name_version", name=f"{number}")
    versions = desk.document.meta.versions
    assert len(versions) == len(desk.session.versions) == kept.MOST_VERSIONS
    assert [desk.session.text_of(one.number) for one in versions[1 : len(worked) + 1]] == worked
    assert desk.session.text_of(versions[-1].number) == desk.text


def test_copies_of_a_long_text_are_bounded_by_their_size(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_PACKED", 50_000)
    desk.started()
    for _ in range(8):
        desk.writes(secrets.token_hex(10_000))
        desk.ok(desk.lead, "name_version", name="a version")
    assert sum(map(len, desk.session.versions.values())) <= 50_000
    assert {one.number for one in desk.document.meta.versions} == set(desk.session.versions)
    assert desk.session.text_of(desk.document.meta.versions[-1].number) == desk.text


def test_an_item_holds_a_board_while_it_runs(desk: Desk) -> None:
    id, item = desk.order[0], structs.replace(desk.item(0), kind="board")
    with desk.session.change():
        desk.session.canvas.put("agenda", id, item)
    desk.started()
    assert not desk.session.holds_board, "nobody has opened it"
    desk.ok(desk.lead, "append_text", line=new(), text="what we ask")
    desk.ok(desk.lead, "open_board", item=id)
    assert desk.session.holds_board
    assert desk.no(desk.lead, "append_text", line=new(), text="who types now?") is Refusal.BOARD_OPEN
    assert desk.no(desk.lead, "restore_version", version=0) is Refusal.BOARD_OPEN
    desk.ok(desk.lead, "next_item", **{"from": id})
    assert not desk.session.holds_board
    desk.ok(desk.lead, "append_text", line=new(), text="who types now?")
