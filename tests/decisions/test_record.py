"""What a record holds, and what it never holds."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from board.decisions.record import Material, Span, build, draft
from board.protocol.document import BoardDocument, ClusterEntry, Decision, GroupCounts, MergeEntry, Meta, Option, Place
from board.protocol.phases import Phase
from board.records import canonical, times
from board.records.canonical import Json
from tests.decisions import samples
from tests.decisions.pieces import a_round, ident, numbered

HOUSING = build(samples.housing())


def leaves(value: object) -> Iterator[object]:
    match value:
        case dict():
            for inner in value.values():
                yield from leaves(inner)
        case list():
            for inner in value:
                yield from leaves(inner)
        case _:
            yield value


def test_a_record_names_its_format_and_everything_the_design_asks_for() -> None:
    assert HOUSING["format"] == "shortlist-decision/1"
    assert set(HOUSING) == {
        *("format", "frozen_at", "follows", "question", "problem", "constraint", "criterion"),
        *("outcome", "decision", "why", "owner", "decide_by", "next_steps", "shortlist", "departures"),
        *("people", "phases", "ideas", "late_ideas_deleted", "clusters", "set_aside", "rounds", "consent"),
    }
    assert HOUSING["people"] == {"joined": 17, "wrote": 12, "voted": 14}
    assert HOUSING["late_ideas_deleted"] == 2
    assert HOUSING["next_steps"][2] == {
        "text": "Tell the tenants’ association what was decided and why",
        "owner": None,
        "when": None,
    }


@pytest.mark.parametrize("make", [samples.housing, samples.crowd, samples.hostile, samples.alone])
def test_numbers_are_whole_also_when_the_document_holds_floats(make: Any) -> None:  # noqa: ANN401
    board: Material = make()
    floats = replace(board, numbers={idea: float(number) for idea, number in board.numbers.items()})  # type: ignore[misc]
    assert build(floats) == build(board)
    assert not any(isinstance(leaf, float) for leaf in leaves(build(floats)))


def test_times_are_utc_and_phases_say_how_long_they_were() -> None:
    assert HOUSING["frozen_at"] == "2026-11-21T12:57:00Z"
    assert HOUSING["phases"][1] == {
        "phase": "diverge",
        "start": "2026-11-21T12:04:00Z",
        "end": "2026-11-21T12:14:00Z",
        "seconds": 600,
    }
    passing = draft(replace(samples.housing(), phases=[Span("vote", 0.9)]))
    assert passing["phases"] == [{"phase": "vote", "start": "1970-01-01T00:00:00Z", "end": None, "seconds": None}]


def test_ideas_stand_in_the_order_of_their_numbers_whatever_the_order_they_came_in() -> None:
    board = samples.housing()
    back = replace(
        board, ideas=dict(reversed(list(board.ideas.items()))), places=dict(reversed(list(board.places.items())))
    )
    assert canonical.encode(build(back)) == canonical.encode(build(board))
    assert [one["number"] for one in build(back)["ideas"]] == list(range(1, 43))


def test_a_signed_idea_carries_the_name_and_no_other_does() -> None:
    assert [one.get("signed") for one in HOUSING["ideas"]] == ["Tom Rangi"] + [None] * 41


def test_a_hidden_idea_is_a_number_without_words_everywhere() -> None:
    board = samples.alone()
    first, secret = ident("a", 1), "Paint it green"
    hidden = replace(
        board,
        ideas={idea: text for idea, text in board.ideas.items() if idea != first},
        hidden=[first],
        signatures={first: "Somebody"},
    )
    told = build(hidden)
    assert secret not in canonical.encode(told).decode()
    assert "Somebody" not in canonical.encode(told).decode()
    assert told["ideas"][0] == {"idea": first, "number": 1, "hidden": True}
    assert told["rounds"][0]["options"][0]["name"] is None
    assert told["rounds"][0]["options"][0]["hidden"] is True
    assert told["shortlist"][0]["name"] is None


def test_hiding_also_holds_when_the_text_is_still_in_the_document() -> None:
    told = build(replace(samples.alone(), hidden=[ident("a", 1)]))
    assert "Paint it green" not in canonical.encode(told).decode()


def test_an_unnamed_group_is_told_by_an_idea_that_is_not_hidden() -> None:
    board = samples.housing()
    cluster, first, second = ident("c", 9), ident("a", 1), ident("a", 2)
    option = Option(cluster, "cluster", "F", None, board.ideas[first], named=False, ideas=(first, second))
    decision = Decision(n=1, decision="x", owner="M", shortlist=(), outcome="decided")
    told = build(replace(board, hidden=[first], rounds=[a_round([option], [3])], decision=decision))
    assert told["rounds"][0]["options"][0]["name"] == board.ideas[second]
    assert board.ideas[first] not in canonical.encode(told).decode()


def test_the_name_of_a_hidden_group_is_nowhere() -> None:
    told = build(replace(samples.housing(), hidden=[ident("c", 1)]))
    assert "Cheaper to build" not in canonical.encode(told).decode()


def test_every_shortlist_line_leads_back_to_raw_ideas() -> None:
    texts = {one["idea"]: one["text"] for one in HOUSING["ideas"]}
    for line in HOUSING["shortlist"]:
        assert line["ideas"]
        assert all(texts[idea] for idea in line["ideas"])
    assert [line["why"] for line in HOUSING["shortlist"]] == ["count", "count", "count", "bold"]
    assert [line["bold_winner"] for line in HOUSING["shortlist"]] == [False, False, False, True]


def test_where_the_shortlist_departs_from_the_count_the_record_says_so() -> None:
    told = build(samples.crowd())
    assert [line["why"] for line in told["shortlist"]] == ["count", "count", "count", "bold", "chosen"]
    assert told["departures"] == {"left_out": [ident("c", 3)], "tied_left_out": []}
    assert [one["opened_after_a_count"] for one in told["rounds"]] == [False, True]


def test_set_aside_and_empty_groups() -> None:
    board = samples.housing()
    empty = {**board.clusters, ident("c", 9): ClusterEntry("Empty", "z", "AA")}
    told = build(replace(board, clusters=empty, aside=[ident("a", 42), "gone"]))
    assert [one["letter"] for one in told["clusters"]] == ["A", "B", "C", "D", "E"]
    assert [one["option"] for one in told["set_aside"]] == [ident("a", 42)]


def test_a_record_needs_a_decision_and_a_draft_does_not() -> None:
    nothing = replace(samples.housing(), decision=None)
    with pytest.raises(ValueError, match="decision"):
        build(nothing)
    told = draft(nothing)
    assert told["format"] == "shortlist-draft/1"
    assert told["shortlist"] == []
    assert told["departures"] is None
    assert "frozen_at" not in told


def test_a_draft_of_a_board_that_only_writes_holds_no_idea_and_no_count() -> None:
    told = draft(Material(question="Why?", now=0, phase="diverge", owner="Mara"))
    assert (told["phase"], told["owner"], told["ideas"], told["rounds"]) == ("diverge", "Mara", [], [])


def test_material_is_read_from_the_roots_of_a_document() -> None:
    board = samples.housing()
    meta = Meta(
        **{key: getattr(board, key) for key in ("question", "problem", "constraint", "criterion", "decision")},
        owner="M",
        phase=Phase.FROZEN,
        counts=GroupCounts(joined=17, wrote=12, ideas=42, voted=14),
        rounds=tuple(board.rounds),
        consents=tuple(board.consents),
        late_deleted=2,
    )
    roots = {key: getattr(board, key) for key in BoardDocument.__struct_fields__ if key not in ("meta", "questions")}
    made = Material.of(
        BoardDocument(**roots, questions={}, meta=meta), now=board.now, phases=board.phases, receipts=board.receipts
    )
    assert build(made) == HOUSING


def test_nothing_of_the_way_the_ideas_came_reaches_the_record() -> None:
    names = {key for one in HOUSING["ideas"] for key in one}
    assert names == {"idea", "number", "text", "signed"}
    assert times.utc(0.999) == "1970-01-01T00:00:00Z"


def test_the_family_tree_goes_from_a_line_through_groups_that_were_merged_to_raw_ideas() -> None:
    """B went into A, then A into C; an idea of each left again, and nobody undid anything."""
    ideas = {ident("a", at): f"idea {at}" for at in range(1, 7)}
    a, b, c = (ident("c", at) for at in (1, 2, 3))
    places = {idea: Place(c, "a") for idea in ideas} | {ident("a", 6): Place(None, "a")}
    was = {group: ClusterEntry(f"was {group[3]}", "a", letter) for group, letter in ((a, "A"), (b, "B"))}
    merges = {
        "m1": MergeEntry(a, dict.fromkeys([ident("a", at) for at in (1, 2)], b), {b: was[b]}, created=False),
        "m2": MergeEntry(c, dict.fromkeys([ident("a", at) for at in (1, 2, 3, 6)], a), {a: was[a]}, created=False),
        "m3": MergeEntry(c, {ident("a", 4): None}, {}, created=False),
    }
    clusters = {c: ClusterEntry("now C", "a", "C")}
    numbers = numbered(ideas)
    board = replace(samples.alone(), ideas=ideas, numbers=numbers, places=places, clusters=clusters, merges=merges)
    told = build(replace(board, hidden=[b]))
    low: Json = {"cluster": b, "letter": "B", "name": None, "hidden": True, "merged": []}
    middle = {"cluster": a, "letter": "A", "name": "was 1", "members": [ident("a", at) for at in (1, 2, 3)]}
    assert told["clusters"] == [
        {
            "cluster": c,
            "letter": "C",
            "name": "now C",
            "members": [ident("a", at) for at in range(1, 6)],
            "merged": [middle | {"merged": [low | {"members": [ident("a", 1), ident("a", 2)]}]}],
        }
    ]


def test_a_group_that_took_in_the_one_it_had_gone_into_does_not_stand_below_itself() -> None:
    a, b, idea = ident("c", 1), ident("c", 2), ident("a", 1)
    group = ClusterEntry("x", "a", "A")
    merges = {
        "m1": MergeEntry(a, {idea: b}, {b: group}, created=False),
        "m2": MergeEntry(b, {idea: a}, {a: group}, created=False),
    }
    board = replace(samples.alone(), places={idea: Place(a, "a")}, clusters={a: group}, merges=merges)
    assert [one["cluster"] for one in build(board)["clusters"][0]["merged"]] == [b]
    assert build(board)["clusters"][0]["merged"][0]["merged"] == []
