"""What tests of recaps share."""

from pathlib import Path

import pytest

from board.recaps.exports import html, script
from board.records.pages.assets import Assets


@pytest.fixture
def unbuilt(monkeypatch: pytest.MonkeyPatch) -> Assets:
    """Without the front end's build, so that golden files do not change with it."""
    none = Assets((), (), Path("nowhere"))
    monkeypatch.setattr(html, "load", lambda _entry: none)
    monkeypatch.setattr(script, "load", lambda: None)
    return none
