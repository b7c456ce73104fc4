"""What tests of records share."""

from pathlib import Path

import pytest

from board.decisions.exports import html
from board.records.pages.assets import Assets


@pytest.fixture
def unbuilt(monkeypatch: pytest.MonkeyPatch) -> Assets:
    """Without the front end's build, so that golden files do not change with it."""
    none = Assets((), (), Path("nowhere"))
    monkeypatch.setattr(html, "load", lambda _entry: none)
    return none
