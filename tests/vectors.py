"""Cases of rules that pages know too. Vitest reads the same files, so that the two sides cannot drift apart."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data"


def vectors(rule: str) -> Any:  # noqa: ANN401 each rule has cases of its own form
    """The cases in `tests/data/<rule>.json`."""
    return json.loads((FOLDER / f"{rule}.json").read_text("utf-8"))
