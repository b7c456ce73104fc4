"""The text formats of a record: every board can be rendered in each, and the golden files stay the same."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from board.decisions import record
from board.decisions.exports import mail
from tests.decisions import samples
from tests.decisions.rendering import render

GOLDEN = Path(__file__).parent / "golden"
HOUSING = record.build(samples.housing())

pytestmark = pytest.mark.usefixtures("unbuilt")

# Those that are drawn are in test_exports_typeset.
WRITTEN = ("html", "md", "csv", "json")


@pytest.mark.parametrize("ending", [*WRITTEN, "txt"])
def test_the_real_board_looks_as_it_did(ending: str) -> None:
    """After a change that was meant: GOLDEN=write pytest tests/decisions, then read the difference."""
    made = mail.render(HOUSING, "https://example.org/d").encode() if ending == "txt" else render(ending, HOUSING)
    file = GOLDEN / f"housing.{ending}"
    if os.environ.get("GOLDEN") == "write":
        file.write_bytes(made)
    assert made == file.read_bytes()


@pytest.mark.parametrize("name", ["recommendation", "alone", "crowd", "hostile"])
@pytest.mark.parametrize("ending", WRITTEN)
def test_every_board_has_every_form(name: str, ending: str) -> None:
    assert render(ending, record.build(getattr(samples, name)()))


@pytest.mark.parametrize("ending", ["md", "csv", "json"])
def test_drafts_are_told_too_and_say_so(ending: str) -> None:
    told = render(ending, record.draft(replace(samples.housing(), decision=None, consents=(), phase="decide"))).decode()
    assert "How can homes here become affordable again?" in told or ending == "csv"
    assert "shortlist-draft/1" in told if ending == "json" else "Draft: this board is still at work" in told
    if ending == "md":
        assert "Nothing has been decided yet." in told
        assert "sha256" not in told
