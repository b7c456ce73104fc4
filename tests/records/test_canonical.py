"""The canonical bytes are those of RFC 8785, and their sum is an address that stays."""

import hashlib
import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.decisions import record
from board.records import canonical
from tests.decisions import samples

GOLDEN = Path(__file__).parents[1] / "decisions" / "golden"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # RFC 8785, 3.2.2: the example of primitive data and strings.
        (
            {
                "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
                "string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
                "literals": [None, True, False],
            },
            '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
            '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
        ),
        # RFC 8785, 3.2.3: keys are sorted by UTF-16 code units, not by code points.
        (
            {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7},
            '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
        ),
        # Appendix B: whole numbers that arrived as floats, and zero below zero.
        ({"a": 2.0, "b": -0.0, "c": 9007199254740991}, '{"a":2,"b":0,"c":9007199254740991}'),
        ({}, "{}"),
    ],
)
def test_bytes_are_those_of_the_standard(value: dict[str, object], expected: str) -> None:
    assert canonical.encode(value) == expected.encode("utf-8")


@pytest.mark.parametrize("value", [math.nan, math.inf, 2**53, "\ud800"])
def test_what_another_language_would_read_otherwise_is_refused(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - every library has its own subclass
        canonical.encode({"value": value})


def test_the_order_in_which_a_record_was_put_together_does_not_matter() -> None:
    told = record.build(samples.housing())
    assert canonical.encode(dict(reversed(told.items()))) == canonical.encode(told)


def test_reading_and_writing_a_record_again_gives_the_same_bytes() -> None:
    content = canonical.encode(record.build(samples.hostile()))
    assert canonical.encode(json.loads(content)) == content


def test_the_digest_is_what_sha256sum_prints() -> None:
    assert canonical.digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_the_address_of_a_known_record_never_changes() -> None:
    """When this fails, either the format got a new version or every address that people have kept is about to break."""
    content = canonical.encode(record.build(samples.alone()))
    assert canonical.digest(content) == "5d5aca638f23339d85f955102b09940b4262f00516691760e7f20402732674f6"
    assert (
        hashlib.sha256((GOLDEN / "housing.json").read_bytes()).hexdigest()
        == "eccfa4ecd4c1f73e5be87231455c2d6f0a57eb04bcb113542d8d1c4d5d81270a"
    )


@pytest.mark.parametrize("text", ["", "abc", "A" * 64, "g" * 64, "a" * 63, "a" * 65, "a" * 64 + "\n"])
def test_only_a_sum_is_an_address(text: str) -> None:
    assert not canonical.is_digest(text)
    assert canonical.is_digest("0123456789abcdef" * 4)


VECTORS = json.loads((Path(__file__).parents[1] / "data" / "canonical.json").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_bytes_and_sums_are_those_that_the_browser_makes_too(vector: dict[str, Any]) -> None:
    """`frontend/src/pages/canonical.test.ts` reads the same file."""
    value = {"": json.loads(vector["json"])}
    if vector.get("refused"):
        with pytest.raises(ValueError):  # noqa: PT011 - every library has its own subclass
            canonical.encode(value)
        return
    content = canonical.encode(value)[len('{"":') : -1]
    assert content == vector["canonical"].encode("utf-8")
    assert canonical.digest(content) == vector["sha256"]


def test_a_broken_number_is_refused() -> None:
    with pytest.raises(ValueError, match="whole"):
        canonical.whole({"dots": [1, 1.5]})


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.tuples(inner)
    )
)
def test_making_numbers_whole_changes_nothing_else(value: object) -> None:
    assert json.dumps(canonical.whole(value)) == json.dumps(value)
