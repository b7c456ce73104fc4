"""What is found on a ballot before it opens, with a threshold that the real conversation justifies."""

import csv
import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.protocol.document import Option
from board.voting import health
from board.voting.health import Health, alike, before

POLIS = Path(__file__).parents[1] / "data" / "polis" / "comments.csv"
# By reading all 165 statements: who wrote the second of each did not see, or mended, the first.
SAME = [
    ("The tax system needs to be changed", 2),
    ("Increasing building employees skills", 2),
    ("Current policy initiatives", 2),
    ("Greater provision is required for emergency housing", 2),
    ("Innovative methods for housing", 2),
    ("More land needs to be made available", 2),
    # These two say the opposite in nearly the same words. They do look alike, and a person has to read them.
    ("Until real wages and income rise", 2),
]


def statements() -> dict[str, str]:
    with POLIS.open(encoding="utf-8", newline="") as file:
        return {row["comment-id"]: row["comment-body"].strip() for row in csv.DictReader(file)}


def test_of_the_real_conversation_it_finds_what_a_reader_finds_and_nothing_else() -> None:
    texts = statements()
    found = {(texts[group[0]][:26], len(group)) for group in alike(dict(sorted(texts.items(), key=lambda one: one[1])))}
    expected = {(start[:26], count) for start, count in SAME if not start.startswith("More land")}
    assert found == expected | {("More land needs to be made", 2)}


@pytest.mark.parametrize("threshold", [0.75, 0.85])
def test_there_is_room_on_both_sides_of_the_threshold(threshold: float, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = alike(statements())
    monkeypatch.setattr(health, "ALIKE", threshold)
    assert alike(statements()) == usual


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cap the rents!", "cap the rents"),
        ("More  bins", "More bins."),
        ("Build on council land", "Build on councils' land"),
        ("\uff22\uff55\uff49\uff4c\uff44\u3000more", "build more"),
        ("住房应该是权利、不是商品", "住房应该是权利不是商品。"),
        ("السكن حق للجميع، وليس سلعة", "السكن حق للجميع وليس سلعة للبيع"),
        ("सस्ते घर चाहिए", "सस्ते घर चाहिए।"),
        ("Больше дешёвого жилья", "больше дешевого жилья"),
        ("Straße sperren", "STRASSE SPERREN"),
    ],
)
def test_these_read_alike(one: str, other: str) -> None:
    assert alike({"1": one, "2": other}) == (("1", "2"),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Plan A", "Plan B"),
        ("My household income is less than $50,000", "My household income is less than $100,000"),
        ("Paint it green", "Paint it blue"),
        ("Build more", "Build more houses on council land"),
        ("住房应该是权利", "土地应该由议会买下"),
        ("🏡", "🏡"),
        ("", ""),
    ],
)
def test_these_do_not(one: str, other: str) -> None:
    assert alike({"1": one, "2": other}) == ()


def test_three_that_read_alike_are_one_group_in_the_order_of_the_ballot() -> None:
    texts = {"z": "cap the rents", "m": "plant trees", "b": "Cap the rents!", "a": "CAP THE RENTS", "c": "Plant trees."}
    assert alike(texts) == (("z", "b", "a"), ("m", "c"))


@given(st.dictionaries(st.text(max_size=3), st.text(max_size=40), max_size=8))
def test_groups_are_apart_and_nothing_stands_alone(texts: dict[str, str]) -> None:
    found = alike(texts)
    keys = [key for group in found for key in group]
    assert len(keys) == len(set(keys))
    assert all(len(group) > 1 for group in found)


def options(count: int, name: str = "idea number {}") -> list[Option]:
    ids = [str(at) for at in range(count)]
    return [Option(key, "idea", None, at, name.format(at), True, (key,)) for at, key in enumerate(ids, start=1)]


@pytest.mark.parametrize(("count", "dots", "many"), [(3, 2, False), (20, 5, False), (21, 6, True), (0, 0, False)])
def test_before_the_vote(count: int, dots: int, many: bool) -> None:
    told = before(options(count))
    assert told == Health(options=count, dots=dots, many=many, alike=())


def test_before_the_vote_options_that_read_alike_are_named_by_their_ids() -> None:
    assert before([*options(2, "the same"), *options(4)[2:]]).alike == (("0", "1"),)


def worst(kind: str) -> dict[str, str]:
    """300 texts of 300 letters: all of them near each other, or each piece shared by few."""
    rng = random.Random(4)
    letters = "".join(map(chr, range(0x4E00, 0x4E00 + (40 if kind == "near" else 3000))))
    return {str(at): "".join(rng.choices(letters, k=300)) for at in range(300)}


@pytest.mark.parametrize(("kind", "most"), [("real", 0.5), ("near", 1.0), ("far", 1.0)])
def test_300_options_are_compared_at_once(kind: str, most: float) -> None:
    """In seconds of the processor; what is made to be slow may take longer than what people write."""
    real = list(statements().values())
    often = {str(at): real[at % len(real)] + str(at // len(real)) for at in range(300)}
    texts = often if kind == "real" else worst(kind)
    best = min(timed(texts) for _ in range(5))
    assert best < most, f"{best * 1000:.0f} ms"


def timed(texts: dict[str, str]) -> float:
    start = time.process_time()
    alike(texts)
    return time.process_time() - start
