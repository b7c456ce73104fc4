"""Fixtures for tests of records."""

from pathlib import Path

import pytest

from tests.decisions.kept import CONTENT, SHA256


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A record that is named by its number."""
    path = tmp_path / f"{SHA256}.json"
    path.write_bytes(CONTENT)
    return path
