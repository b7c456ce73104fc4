"""`python -m e2e.played`: the `board` command under a clock that a file beside the database moves.

The file holds seconds that are added to the real time, so that an hour is played in seconds.
"""

import os
import time
from pathlib import Path

from board import clock
from board.__main__ import main
from board.settings import Settings


def ahead_file(database: Path) -> Path:
    return database.with_suffix(".ahead")


def _now(_: clock.SystemClock) -> float:
    file = Settings.from_env(os.environ).database_file
    ahead = ahead_file(file) if file else None
    return time.time() + (float(ahead.read_text()) if ahead and ahead.exists() else 0.0)


clock.SystemClock.now = _now  # type: ignore[method-assign, assignment]

if __name__ == "__main__":
    main()
