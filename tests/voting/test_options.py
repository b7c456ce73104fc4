"""What stands on a ballot, and how many dots there are for it."""

import json
from collections.abc import Collection, Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.canvas.writer import Canvas
from board.errors import Refused
from board.protocol.document import BallotPaper, ClusterEntry, Option, Place
from board.protocol.refusals import Refusal
from board.voting.options import budget, check_round, options_of


def place(cluster: str | None, rank: str = "a") -> Place:
    return Place(cluster, rank)


def cluster(letter: str, name: str = "", rank: str = "a") -> ClusterEntry:
    return ClusterEntry(name, rank, letter)


def lone(option: str, number: int = 1) -> Option:
    return Option(option, "idea", None, number, f"text of {option}", True, (option,))


# Five ideas: two in "Homes", one in an unnamed group, two that lie in none.
IDEAS = {"i1": "Build", "i2": "Rent", "i3": "Tax", "i4": "Ask", "i5": "Wait"}
NUMBERS = {"i1": 4, "i2": 2, "i3": 5, "i4": 3, "i5": 1}
PLACES = {
    "i1": place("homes", "m"),
    "i2": place("homes", "b"),
    "i3": place("money"),
    "i4": place(None, "z"),
    "i5": place(None, "y"),
}
CLUSTERS = {"money": cluster("B"), "homes": cluster("A", "Homes")}


def board(
    ideas: Mapping[str, str] = IDEAS,
    numbers: Mapping[str, int] = NUMBERS,
    places: Mapping[str, Place] = PLACES,
    clusters: Mapping[str, ClusterEntry] = CLUSTERS,
    aside: Collection[str] = (),
) -> list[Option]:
    return options_of(ideas=ideas, numbers=numbers, places=places, clusters=clusters, aside=aside)


def test_clusters_by_letter_then_lone_ideas_by_number() -> None:
    assert board() == [
        Option("homes", "cluster", "A", None, "Homes", True, ("i2", "i1")),
        Option("money", "cluster", "B", None, "Tax", False, ("i3",)),
        Option("i5", "idea", None, 1, "Wait", True, ("i5",)),
        Option("i4", "idea", None, 3, "Ask", True, ("i4",)),
    ]


def test_an_unnamed_cluster_is_shown_by_its_first_idea_in_the_order_of_display() -> None:
    unnamed = board(clusters=CLUSTERS | {"homes": cluster("A", "  ")})[0]
    assert (unnamed.name, unnamed.named) == ("Rent", False)


def test_ideas_of_one_rank_are_ordered_by_id() -> None:
    same = {idea: place("homes", "a") for idea in IDEAS}
    assert board(places=same, ideas=dict(reversed(IDEAS.items())))[0].ideas == ("i1", "i2", "i3", "i4", "i5")


def test_ranks_are_compared_by_code_unit() -> None:
    mixed = PLACES | {"i1": place("homes", "Z"), "i2": place("homes", "a")}
    assert board(places=mixed)[0].ideas == ("i1", "i2")


def test_the_twenty_seventh_cluster_comes_after_z() -> None:
    clusters = {"c27": cluster("AA"), "c26": cluster("Z"), "c2": cluster("B")}
    places = {"i1": place("c27"), "i2": place("c26"), "i3": place("c2")}
    letters = [option.letter for option in board(clusters=clusters, places=places) if option.kind == "cluster"]
    assert letters == ["B", "Z", "AA"]


def test_an_empty_cluster_is_no_option() -> None:
    assert "empty" not in {option.option for option in board(clusters=CLUSTERS | {"empty": cluster("C", "Empty")})}


def test_hidden_ideas_are_neither_options_nor_members() -> None:
    shown = {idea: text for idea, text in IDEAS.items() if idea not in {"i2", "i3", "i5"}}
    assert [(option.option, option.ideas) for option in board(ideas=shown)] == [("homes", ("i1",)), ("i4", ("i4",))]


def test_what_is_set_aside_is_no_option() -> None:
    assert [option.option for option in board(aside=["homes", "i5"])] == ["money", "i4"]


def test_an_idea_set_aside_before_it_was_grouped_stays_a_member() -> None:
    assert board(aside=["i1"])[0].ideas == ("i2", "i1")


def test_an_idea_without_a_place_or_with_a_lost_cluster_is_a_lone_one() -> None:
    places = {"i1": place("gone"), "i2": place(None)}
    assert [option.option for option in board(places=places, clusters={})] == ["i5", "i2", "i4", "i1", "i3"]


def test_an_idea_without_a_number_comes_last() -> None:
    options = board(numbers={"i4": 3}, clusters={}, places={})
    assert [(option.option, option.number) for option in options][:2] == [("i4", 3), ("i1", None)]


def test_an_empty_board_has_no_options() -> None:
    assert options_of(ideas={}, numbers={}, places={}, clusters={"c": cluster("A", "Empty")}) == []


def test_json_there_and_back() -> None:
    for option in board():
        assert msgspec.json.decode(msgspec.json.encode(option), type=Option) == option


def test_json_has_the_agreed_names() -> None:
    assert json.loads(msgspec.json.encode(board()[0])) == {
        "option": "homes",
        "kind": "cluster",
        "letter": "A",
        "number": None,
        "name": "Homes",
        "named": True,
        "ideas": ["i2", "i1"],
    }


def test_json_that_came_through_the_document_as_floats() -> None:
    sent = Canvas()
    paper = BallotPaper(round=1, dots=1, runoff=False, options=(lone("i1", 7),))
    with sent.change() as made:
        sent.put_meta(ballot=paper)
    (option,) = (Canvas(made).document.meta.ballot or paper).options
    assert (type(option.number), option) == (int, lone("i1", 7))


@given(
    placed=st.dictionaries(st.sampled_from(sorted(IDEAS)), st.sampled_from(["homes", "money", "gone", None])),
    hidden=st.sets(st.sampled_from(sorted(IDEAS))),
    aside=st.sets(st.sampled_from([*IDEAS, *CLUSTERS])),
)
def test_every_visible_idea_stands_on_the_ballot_once_or_was_set_aside(
    placed: dict[str, str | None], hidden: set[str], aside: set[str]
) -> None:
    shown = {idea: text for idea, text in IDEAS.items() if idea not in hidden}
    places = {idea: place(where) for idea, where in placed.items()}
    options = board(ideas=shown, places=places, aside=aside)
    listed = [idea for option in options for idea in option.ideas]
    assert len(listed) == len(set(listed))
    missing = set(shown) - set(listed)
    assert all(idea in aside or placed.get(idea) in aside for idea in missing)
    assert not aside.intersection(option.option for option in options)


@pytest.mark.parametrize(
    ("options", "dots"),
    [(0, 0), (1, 1), (2, 1), (3, 2), (5, 3), (6, 3), (12, 3), (13, 4), (22, 6), (40, 10), (41, 10), (400, 10)],
)
def test_budgets(options: int, dots: int) -> None:
    assert budget(options) == dots


@given(st.integers(1, 5000))
def test_a_budget_is_a_quarter_between_its_bounds(options: int) -> None:
    dots = budget(options)
    half = (options + 1) // 2
    assert 1 <= dots <= min(10, half)
    assert dots >= min(3, half)
    if 12 <= options <= 40:
        assert 0 <= dots * 4 - options < 4
    assert budget(options + 1) >= dots


OPTIONS = [lone("i1", 1), lone("i2", 2), lone("i3", 3)]


def test_a_round_needs_something_to_vote_on() -> None:
    assert check_round([]) == Refused(Refusal.NOTHING_TO_VOTE_ON)
    assert check_round(OPTIONS) is None


def test_a_run_off_needs_two_of_the_options() -> None:
    assert check_round(OPTIONS, ["i1", "i3"]) is None
    too_few = Refused(Refusal.RUNOFF_NEEDS_TWO)
    assert check_round(OPTIONS, ["i1"]) == too_few
    assert check_round(OPTIONS, ["i1", "i1"]) == too_few
    assert check_round(OPTIONS, []) == too_few
    assert check_round(OPTIONS, ["i1", "i2", "i9"]) == Refused(Refusal.NOT_AN_OPTION)
