"""What tests of records share."""

from pathlib import Path

import pytest

from board.decisions.assets import Assets
from board.decisions.exports import html
from tests.decisions.kept import CONTENT, SHA256


@pytest.fixture
def unbuilt(monkeypatch: pytest.MonkeyPatch) -> Assets:
    """Without the front end's build, so that golden files do not change with it."""
    none = Assets((), (), Path("nowhere"))
    monkeypatch.setattr(html, "load", lambda: none)
    return none


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A record that is named by its number."""
    path = tmp_path / f"{SHA256}.json"
    path.write_bytes(CONTENT)
    return path
