"""The published schema holds for every recap, and for nothing else."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from jsonschema.exceptions import ValidationError  # type: ignore[import-untyped]
from litestar import Litestar
from litestar.testing import AsyncTestClient

from board.recaps import record
from board.recaps.routes import show_schema
from board.recaps.schema import ADDRESS, FILE
from board.records import canonical
from board.records.canonical import Json
from tests.recaps import samples
from tests.recaps.generated import Sessions

SCHEMA = json.loads(FILE.read_bytes())
VALIDATOR = Draft202012Validator(SCHEMA)
LATER: Json = {
    "decisions": [{"sha256": "ab" * 32, "question": "What next?", "decision": None}],
    "answered": [
        {"said": "What does it cost?", "kind": "missing", "answer": "changed", "note": "It stands there now."}
    ],
    "chain": [
        {"number": 1, "recap": None, "artifact": "A plan", "verdict": "another", "ended_at": "2026-11-20T16:00:00Z"}
    ],
}
"""fields that are null in records of today, as they are declared"""


def whole() -> Json:
    """A record in which every object that there can be stands at least once."""
    told = record.build(samples.zoning())
    other = record.build(samples.freelancer())
    elsewhere = record.build(samples.elsewhere())
    by_name = [{"person": "P1", "yes": False, "reason": "Too late."}]
    told["made"]["elsewhere"] = elsewhere["made"]["elsewhere"]
    told["agreements"].append(told["agreements"][0] | {"by": "name", "answers": None, "by_name": by_name})
    return copy.deepcopy(told | {key: other[key] for key in ("agreed", "accepted")} | LATER)


def test_the_schema_is_one_itself() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", [*samples.SAMPLES, "nested"])
def test_the_recap_of_every_sample_is_valid(name: str) -> None:
    VALIDATOR.validate(record.build(getattr(samples, name)()))


def test_any_recap_is_valid_also_as_it_is_read_back() -> None:
    for seed in range(200):
        content = canonical.encode(record.build(Sessions(seed).session()))
        VALIDATOR.validate(json.loads(content))


def test_what_later_records_hold_is_declared_now() -> None:
    VALIDATOR.validate(whole())


def test_a_draft_is_no_record() -> None:
    assert not VALIDATOR.is_valid(record.draft(samples.zoning()))


def objects(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401
    if isinstance(value, dict):
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from objects(one, (*path, key))


def at(value: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401
    for part in path:
        value = value[part]
    return value


def test_every_object_is_closed_and_no_field_is_missing() -> None:
    kinds = {tuple("#" if isinstance(part, int) else part for part in path): path for path in objects(whole())}
    assert len(kinds) == 21
    for path in kinds.values():
        for key in at(whole(), path):
            changed = whole()
            del at(changed, path)[key]
            with pytest.raises(ValidationError):
                VALIDATOR.validate(changed)
        changed = whole()
        at(changed, path)["surprise"] = 1
        with pytest.raises(ValidationError):
            VALIDATOR.validate(changed)


def fields(node: Any, name: str = "") -> Iterator[tuple[str, Json]]:  # noqa: ANN401
    """Every field that is declared with a list of what an object requires, by name."""
    if not isinstance(node, dict):
        return
    if "required" in node:
        yield from ((f"{name}.{key}", one) for key, one in node["properties"].items())
    for key, one in node.items():
        yield from fields(one, key)


def test_every_field_is_described() -> None:
    declared = dict(fields(SCHEMA["$defs"]))
    assert len(declared) > 100
    defs = SCHEMA["$defs"]
    described = {
        name
        for name, one in declared.items()
        if (one | defs.get(one.get("$ref", "").rpartition("/")[2], {})).get("description")
    }
    assert declared.keys() - described == set()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "shortlist-recap-draft/1"),
        (("format",), "shortlist-recap/2"),
        (("frozen_at",), "2026-11-27"),
        (("follows",), "abc"),
        (("kind",), "meeting"),
        (("number",), 0),
        (("minutes",), 60.5),
        (("verdict",), None),
        (("verdict",), "done"),
        (("finisher",), None),
        (("finisher",), "Mara"),
        (("by",), None),
        (("by",), "Friday"),
        (("owner", "words"), "Mara"),
        (("owner", "person"), None),
        (("changes", 0, "old"), 7),
        (("changes", 0, "field"), "minutes"),
        (("made", "characters"), -1),
        (("before", "sha256"), ""),
        (("agreements", 0, "reasons", 0, "level"), 6),
        (("agreements", 0, "answers", "5"), None),
        (("people", 0, "person"), "Mara"),
        (("people", 0, "person"), "P0"),
        (("tasks", 0, "state"), "forgotten"),
        (("answered", 0, "answer"), "maybe"),
        (("chain", 0, "verdict"), None),
    ],
)
def test_a_wrong_value_is_refused(path: tuple[str | int, ...], value: object) -> None:
    changed = whole()
    at(changed, path[:-1])[path[-1]] = value
    assert not VALIDATOR.is_valid(changed)


async def test_the_schema_is_served_as_the_file_it_is() -> None:
    async with AsyncTestClient(Litestar([show_schema], openapi_config=None, logging_config=None)) as client:
        answer = await client.get(ADDRESS)
    assert ADDRESS == "/schema/shortlist-recap-1.json"
    assert answer.content == FILE.read_bytes()
    assert answer.headers["content-type"].startswith("application/schema+json")
