"""Our own records come back: as JSON with what is still open, and as CSV, with the same texts in the same groups."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from board.canvas.text import trimmed, without_controls
from board.decisions import record as decisions
from board.decisions.exports import csv as csv_export
from board.decisions.record import Material
from board.errors import Refused
from board.imports import table
from board.imports.draft import Draft, Then
from board.imports.encoding import Text, decode
from board.imports.reading import Kind, Read, read_text
from board.imports.record import parse, slim
from board.protocol.document import ClusterEntry, Place
from board.protocol.refusals import Refusal
from tests.decisions import pieces, samples
from tests.decisions.rendering import render


def come_back(record: dict[str, Any], ending: str, *, open_only: bool = False) -> Draft:
    """Exported as our own file, chosen, read."""
    text = decode(render(ending, record))
    assert isinstance(text, Text)
    assert text.note is None
    found = read_text(text, {"json": Kind.RECORD, "csv": Kind.TABLE}[ending], open_only=open_only)
    assert isinstance(found, Read)
    return found.draft


def grouped(found: Draft) -> dict[str | None, set[str]]:
    return {name: set(held) for name, held in found.members()}


def test_a_decision_comes_back_whole_from_both_files() -> None:
    board = samples.housing()
    record = decisions.build(board)
    expected: dict[str | None, set[str]] = {
        one.name: {board.ideas[idea] for idea, place in board.places.items() if place.cluster == cluster}
        for cluster, one in board.clusters.items()
    }
    expected[None] = {board.ideas[idea] for idea, place in board.places.items() if place.cluster is None}
    for ending in ("json", "csv"):
        found = come_back(record, ending)
        assert grouped(found) == expected
        assert found.problems == []
    assert come_back(record, "json").question == board.question


def test_what_is_open_is_what_no_line_of_the_shortlist_holds() -> None:
    board = samples.housing()
    hidden = next(idea for idea, place in board.places.items() if place.cluster is None)
    record = decisions.build(replace(board, hidden=[hidden]))
    listed = {idea for option in record["shortlist"] for idea in option["ideas"]}
    still_open = {text for idea, text in board.ideas.items() if idea not in listed and idea != hidden}
    assert 0 < len(still_open) < 41
    found = come_back(record, "json", open_only=True)
    assert {one.text for one in found.ideas} == still_open
    assert (found.open, found.all) == (len(still_open), 41)
    assert [(one.key, one.params, one.then) for one in found.problems] == [("ideas-hidden", {"count": 1}, Then.OUT)]
    assert {one.text for one in come_back(record, "json").ideas} == set(board.ideas.values()) - {board.ideas[hidden]}


def test_the_table_says_of_a_hidden_idea_that_it_cannot_come() -> None:
    board = samples.housing()
    record = decisions.build(replace(board, hidden=[next(iter(board.ideas))]))
    found = come_back(record, "csv")
    assert len(found.ideas) == 41
    assert [one.key for one in found.problems] == ["ideas-hidden-row"]


def test_a_draft_comes_back_too_and_everything_in_it_is_open() -> None:
    drawn = decisions.draft(replace(samples.housing(), decision=None, phase="cluster"))
    found = come_back(drawn, "json", open_only=True)
    assert (found.open, found.all) == (42, 42)
    assert len(found.ideas) == 42


def test_groups_of_one_name_stay_two_and_one_without_a_name_stays_a_group() -> None:
    board = samples.housing()
    first, second, third, *_ = board.clusters
    clusters = {**board.clusters, second: structs.replace(board.clusters[second], name=board.clusters[first].name)}
    clusters[third] = structs.replace(clusters[third], name="")
    found = come_back(decisions.build(replace(board, clusters=clusters)), "json")
    names = list(clusters.values())
    assert sorted(found.groups) == sorted(one.name for one in names)


def test_what_travels_in_a_form_is_less_and_means_the_same() -> None:
    content = render("json", decisions.build(samples.crowd()))
    found = parse(content)
    assert not isinstance(found, Refused)
    light = slim(found)
    assert len(light) < len(content) * 0.9
    assert parse(light) == found
    assert "\n" not in light


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", Refusal.FILE_NOT_JSON),
        ('{"format": "shortlist-decision/1"', Refusal.FILE_NOT_JSON),
        ("[]", Refusal.NO_RECORD),
        ("{}", Refusal.NO_RECORD),
        ('{"format": "shortlist-decision/2", "ideas": []}', Refusal.NO_RECORD),
        ('{"format": "shortlist-draft/1", "ideas": [7]}', Refusal.NO_RECORD),
        ('{"format": "shortlist-draft/1", "ideas": [{"idea": "a", "text": 7}]}', Refusal.NO_RECORD),
        ('{"format": "shortlist-draft/1", "x": ' + "[" * 100_000 + "]" * 100_000 + "}", Refusal.NO_RECORD),
        ('{"format": "shortlist-draft/1", "ideas": ' + '{"a":' * 100_000, Refusal.NO_RECORD),
    ],
)
def test_what_is_no_record_of_ours_is_refused_in_words(text: str, code: Refusal) -> None:
    assert read_text(text, Kind.RECORD) == Refused(code)


@pytest.mark.parametrize("bit", [1, 128])
def test_whichever_byte_is_damaged_no_idea_is_lost_in_silence(bit: int) -> None:
    """A changed letter is still a text. Any other damage is refused or reported, and no report is false."""
    content = render("json", decisions.build(samples.alone()))
    refusals = {Refusal.FILE_NOT_JSON, Refusal.NO_RECORD}
    seen = set()
    for at in range(len(content)):
        text = decode(content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :])
        found = text if isinstance(text, Refused) else read_text(text, Kind.RECORD, open_only=False)
        if isinstance(found, Refused):
            assert found.code in refusals, at
            seen.add(found.code)
        else:
            assert len(found.draft.ideas) == 3, at
            assert [one.key for one in found.draft.problems] == (["ideas-windows-1252"] if bit == 128 else []), at
    assert seen == refusals


def test_a_record_from_elsewhere_is_held_to_the_limits_too() -> None:
    ideas = [{"idea": str(n), "text": text} for n, text in enumerate(["one", " one ", "x" * 1001, ""])]
    found = read_text(json.dumps({"format": "shortlist-draft/1", "ideas": ideas}), Kind.RECORD)
    assert isinstance(found, Read)
    assert [one.text for one in found.draft.ideas] == ["one"]
    assert [(one.key, one.places, one.params["of"]) for one in found.draft.problems] == [
        ("ideas-same", (2,), "idea"),
        ("ideas-too-long", (3,), "idea"),
        ("ideas-empty", (4,), "idea"),
    ]


def test_a_record_of_before_comes_back_without_its_controls_and_with_a_word_about_them() -> None:
    """Earlier versions took overrides and controls in, and no idea is lost for one."""
    clusters = [{"cluster": "c", "members": ["b"], "name": "\u2066Trees\u2069"}]
    ideas = [{"idea": "a", "text": "sh\u202eort"}, {"idea": "b", "text": "a\vb"}, {"idea": "c", "text": "\u202a\x07"}]
    told = {"format": "shortlist-draft/1", "question": "Where\u202c to?", "ideas": ideas, "clusters": clusters}
    found = read_text(json.dumps(told), Kind.RECORD)
    assert isinstance(found, Read)
    assert grouped(found.draft) == {None: {"short"}, "Trees": {"a\nb"}}
    assert found.draft.question == "Where to?"
    assert [(one.key, one.places, one.then) for one in found.draft.problems] == [
        ("ideas-controls", (1,), Then.KEPT),
        ("ideas-controls", (2,), Then.KEPT),
        ("ideas-empty", (3,), Then.OUT),
    ]


def test_what_is_called_hidden_stays_behind_even_with_its_text() -> None:
    ideas = [{"idea": "a", "text": "one", "hidden": True}, {"idea": "b", "text": "two"}]
    found = read_text(json.dumps({"format": "shortlist-draft/1", "ideas": ideas}), Kind.RECORD)
    assert isinstance(found, Read)
    assert [one.text for one in found.draft.ideas] == ["two"]
    assert (found.draft.open, found.draft.all) == (1, 1)


# --- any record ------------------------------------------------------------------------------------------------------

# What a board holds: trimmed at both ends, of storable characters. A carriage return inside does not outlive a form.
TEXTS = (
    st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=60)
    .map(without_controls)
    .map(trimmed)
    .filter(bool)
)


@st.composite
def boards(draw: st.DrawFn) -> Material:
    texts = draw(st.lists(TEXTS, unique=True, min_size=1, max_size=12))
    names = draw(st.lists(TEXTS, unique=True, max_size=3))
    ideas = {pieces.ident("a", at): text for at, text in enumerate(texts)}
    clusters = {pieces.ident("c", at): ClusterEntry(name, "a", "ABC"[at]) for at, name in enumerate(names)}
    places = {idea: Place(draw(st.sampled_from([None, *clusters])), "a") for idea in ideas}
    return Material(
        question="?", now=pieces.NOON, ideas=ideas, numbers=pieces.numbered(ideas), places=places, clusters=clusters
    )


def membership(board: Material) -> dict[str | None, set[str]]:
    held: dict[str | None, set[str]] = {}
    for idea, place in board.places.items():
        name = None if place.cluster is None else board.clusters[place.cluster].name
        held.setdefault(name, set()).add(board.ideas[idea])
    return held


@given(boards())
def test_any_board_comes_back_from_its_json(board: Material) -> None:
    found = come_back(decisions.draft(board), "json")
    assert grouped(found) == membership(board)
    assert found.problems == []


def ambiguous(text: str) -> bool:
    """The export guards "=1" as "'=1", and leaves a text that begins like that itself as it is."""
    return text.startswith("'") and text[1:].startswith(table.RUNS)


@given(boards())
def test_any_board_comes_back_from_its_csv(board: Material) -> None:
    texts = [*board.ideas.values(), *(one.name for one in board.clusters.values())]
    if any(map(ambiguous, texts)):
        return
    found = come_back(decisions.draft(board), "csv")
    assert grouped(found) == membership(board)
    assert found.problems == []


@pytest.mark.parametrize("sign", table.RUNS)
def test_the_guard_of_the_export_is_taken_off_again(sign: str) -> None:
    assert csv_export.safe(f"{sign}1") == f"'{sign}1"
    assert table.without_guard(csv_export.safe(f"{sign}1")) == f"{sign}1"


def test_the_table_is_read_by_the_names_that_the_export_writes() -> None:
    assert set(csv_export.COLUMNS) >= table.OWN
    assert csv_export.GROUP == table.OWN_GROUP
