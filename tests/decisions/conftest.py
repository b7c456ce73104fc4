"""What tests of records share."""

from pathlib import Path

import pytest

from board.decisions.assets import Assets
from board.decisions.exports import html


@pytest.fixture
def unbuilt(monkeypatch: pytest.MonkeyPatch) -> Assets:
    """Without the front end's build, so that golden files do not change with it."""
    none = Assets((), (), Path("nowhere"))
    monkeypatch.setattr(html, "load", lambda: none)
    return none
