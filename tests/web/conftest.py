"""A minimal built front end, so that pages can name its files."""

from pathlib import Path

import pytest

from board.web import assets
from tests.front_end import build

MANIFEST: dict[str, object] = {
    "_shared.js": {"file": "assets/shared-1.js", "css": ["assets/shared-1.css"]},
    "src/pages/home.ts": {
        "file": "assets/home-1.js",
        "name": "home",
        "isEntry": True,
        "imports": ["_shared.js"],
        "css": ["assets/home-1.css"],
        "assets": ["assets/bricolage-grotesque-latin-wght-normal-1.woff2"],
    },
    "src/pages/recap-list.ts": {"file": "assets/recap-list-1.js", "name": "recap-list", "isEntry": True},
    "src/pages/news-list.ts": {"file": "assets/news-list-1.js", "name": "news-list", "isEntry": True},
    "src/pages/board.tsx": {"file": "assets/board-1.js", "name": "board", "isEntry": True},
    "fonts/latin": {"file": "assets/bricolage-grotesque-latin-wght-normal-1.woff2"},
    "fonts/latin-ext": {"file": "assets/bricolage-grotesque-latin-ext-wght-normal-1.woff2"},
}


@pytest.fixture
def static(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a built front end, in place of the real one."""
    build(tmp_path, MANIFEST)
    (tmp_path / "assets" / "home-1.js").write_text("export {};")
    monkeypatch.setattr(assets, "STATIC", tmp_path)
    return tmp_path
