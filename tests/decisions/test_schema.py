"""The published schema holds for every record, and for nothing else."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from jsonschema.exceptions import ValidationError  # type: ignore[import-untyped]
from litestar import Litestar
from litestar.testing import AsyncTestClient
from msgspec import structs

from board.decisions import record
from board.decisions.record import Material, Span
from board.decisions.routes import show_schema
from board.decisions.schema import ADDRESS, FILE
from board.protocol.document import (
    LEVEL_KEYS,
    ClusterEntry,
    ConsentCheck,
    Decision,
    MergeEntry,
    NextStep,
    Outcome,
    Place,
    Reason,
)
from board.records import canonical
from board.voting.options import options_of
from tests.decisions import samples
from tests.decisions.pieces import a_round, ident, numbered, receipts_of

SCHEMA = json.loads(FILE.read_bytes())
VALIDATOR = Draft202012Validator(SCHEMA)
GOLDEN = Path(__file__).parent / "golden"
BOARDS = ["housing", "recommendation", "alone", "crowd", "hostile"]

said = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
maybe = st.none() | said


def test_the_schema_is_one_itself() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("file", sorted(GOLDEN.glob("*.json")), ids=lambda file: file.name)
def test_golden_records_are_valid(file: Path) -> None:
    VALIDATOR.validate(json.loads(file.read_bytes()))


@pytest.mark.parametrize("name", BOARDS)
def test_records_of_every_kind_of_board_are_valid(name: str) -> None:
    VALIDATOR.validate(record.build(getattr(samples, name)()))


def objects(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401
    if isinstance(value, dict):
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from objects(one, (*path, key))


# Under these keys an object is a map from ids, so that any id may be a key of it.
MAPS = {"receipts"}


def test_an_unknown_field_is_refused_in_every_object() -> None:
    whole = record.build(samples.housing())
    kinds = {tuple("#" if isinstance(part, int) else part for part in path): path for path in objects(whole)}
    assert len(kinds) > 15
    for kind, path in kinds.items():
        if kind and kind[-1] in MAPS:
            continue
        changed = json.loads(json.dumps(whole))
        inner = changed
        for part in path:
            inner = inner[part]
        inner["surprise"] = 1
        with pytest.raises(ValidationError):
            VALIDATOR.validate(changed)


def test_no_field_is_missing() -> None:
    whole = record.build(samples.housing())
    for key in whole:
        with pytest.raises(ValidationError):
            VALIDATOR.validate({name: value for name, value in whole.items() if name != key})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "shortlist-draft/1"),
        (("frozen_at",), "2026-11-21"),
        (("rounds", 0, "dots"), 1.5),
        (("rounds", 0, "dots"), -1),
        (("follows",), "abc"),
        (("shortlist",), []),
        (("consent", 0, "reasons", 0, "level"), 6),
        (("outcome",), "maybe"),
        (("ideas", 0, "hidden"), True),
    ],
)
def test_a_wrong_value_is_refused(path: tuple[str | int, ...], value: object) -> None:
    changed: Any = record.build(samples.housing())
    inner = changed
    for part in path[:-1]:
        inner = inner[part]
    inner[path[-1]] = value
    assert not VALIDATOR.is_valid(changed)


@st.composite
def boards(draw: st.DrawFn) -> Material:
    """Boards of any words, with hidden and grouped ideas, merges, rounds and consent checks."""
    count = draw(st.integers(1, 6))
    ideas = {ident("a", at): draw(said) for at in range(1, count + 1)}
    groups = [ident("c", at) for at in range(1, draw(st.integers(1, 3)) + 1)]
    clusters = {
        key: ClusterEntry(draw(st.text(max_size=9)), "a", letter)
        for key, letter in zip(groups, ("A", "B", "AA"), strict=False)
    }
    places = {idea: Place(draw(st.none() | st.sampled_from(groups)), "a") for idea in ideas}
    merges = {
        "m": MergeEntry(
            into=draw(st.sampled_from(groups)),
            moved={idea: draw(st.sampled_from([None, "gone"])) for idea in ideas},
            clusters={"gone": ClusterEntry(draw(st.text(max_size=5)), "b", "Z")},
            created=False,
        )
    }
    numbers = numbered(ideas)
    options = options_of(ideas=ideas, numbers=numbers, places=places, clusters=clusters)
    got = draw(st.lists(st.integers(0, 5), min_size=len(options), max_size=len(options)))
    bold = draw(st.lists(st.integers(0, 2), min_size=len(options), max_size=len(options)))
    rounds = draw(st.sampled_from([[], [a_round(options, got, bold)]]))
    ids = [one.option for one in options]
    chosen = draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
    outcomes: tuple[Outcome, ...] = ("decided", "recommended")
    decision = Decision(
        n=1,
        decision=draw(st.text(max_size=9)),
        why=draw(maybe),
        owner=draw(said),
        shortlist=tuple(chosen),
        outcome=draw(st.sampled_from(outcomes)),
        next_steps=tuple(draw(st.lists(st.builds(NextStep, said, maybe, maybe), max_size=2))),
        decide_by=draw(maybe),
    )
    counts = {level: draw(st.integers(0, 9)) for level in LEVEL_KEYS}
    reasons = tuple(draw(st.lists(st.builds(Reason, st.integers(0, 5), said), max_size=3)))
    check = ConsentCheck(n=1, decision=draw(said), counts=counts, silent=draw(st.integers(0, 9)), reasons=reasons)
    return Material(
        question=draw(said),
        problem=draw(maybe),
        now=draw(st.integers(0, 4_000_000_000)),
        phases=[Span("vote", 5.5, draw(st.floats(6, 90_000)))],
        joined=draw(st.none() | st.integers(0, 9)),
        ideas=ideas,
        numbers=numbers,
        signatures={idea: draw(said) for idea in draw(st.lists(st.sampled_from(list(ideas)), unique=True))},
        places=places,
        clusters=clusters,
        merges=merges,
        hidden=draw(st.lists(st.sampled_from([*ideas, *groups, "gone"]), unique=True)),
        aside=draw(st.lists(st.sampled_from(ids), unique=True)),
        rounds=rounds,
        receipts=receipts_of(rounds),
        decision=decision,
        consents=draw(st.sampled_from([[], [check]])),
        follows=draw(st.sampled_from([None, "0" * 64])),
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(boards())
def test_any_record_is_valid_also_as_it_is_read_back(board: Material) -> None:
    VALIDATOR.validate(json.loads(canonical.encode(record.build(board))))


@pytest.mark.parametrize("name", ["housing", "crowd"])
def test_receipts_of_a_record_add_up_to_its_tally_in_every_round(name: str) -> None:
    for one in record.build(getattr(samples, name)())["rounds"]:
        assert {option: len(hashes) for option, hashes in one["receipts"].items()} == {
            line["option"]: line["dots"] for line in one["tally"]
        }


def test_a_board_counted_before_there_were_receipts_says_that_no_ballot_has_one() -> None:
    board = samples.alone()
    old = structs.replace(board.rounds[0], without_receipt=None)
    told = record.build(replace(board, rounds=[old], receipts={}))["rounds"][0]
    assert (told["without_receipt"], set(map(tuple, told["receipts"].values()))) == (1, {()})


async def test_the_schema_is_served_as_the_file_it_is() -> None:
    async with AsyncTestClient(Litestar([show_schema], openapi_config=None, logging_config=None)) as client:
        answer = await client.get(ADDRESS)
    assert ADDRESS == "/schema/shortlist-decision-1.json"
    assert answer.content == FILE.read_bytes()
    assert answer.headers["content-type"].startswith("application/schema+json")
