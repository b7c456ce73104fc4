"""`python -m bench.soak`: the long versions of the tests of the live engine, of work sessions and of several processes.

They are the same tests that `make test` and `make test-scale` run at small size. They run one after another, and
environment variables say how far they go.
"""

import os
import subprocess
import sys

from bench.servers import ROOT

FULL_SIZE = {
    "SOAK": "1",
    "SHORTLIST_KILLS": "1000",
    "SHORTLIST_SESSION_KILLS": "200",
    "SHORTLIST_TEXT_KILLS": "200",
    "SHORTLIST_TEXT_FRAMES": "1000000",
    "SHORTLIST_TEXT_KEYS": "75000",
    "SHORTLIST_FRAMES": "1000000",
    "SHORTLIST_READERS": "100",
    "SHORTLIST_CROWD": "500",
    "SHORTLIST_JOIN": "250",
    "SHORTLIST_KILL_RATE": "200",
    "SHORTLIST_BOARDS": "2000",
    "SHORTLIST_VISITS": "3000",
    "SHORTLIST_DRAFTS": "50",
    "SHORTLIST_FROZEN": "60",
    "REFEREE_SEEDS": "3000",
    "CLOCK_PAGES": "150",
    "KILLS": "100",
    "RACES": "10000",
    "CHANGES": "4000",
}
"""how far the tests go, unless the environment says something else"""
ENGINE = ["tests/live", "tests/brainstorm", "tests/worksessions"]
JOURNEYS = [
    "e2e/engines/test_session.py",
    "e2e/engines/test_session_layout.py",
    "e2e/test_big_screen.py",
    "e2e/test_session_beside.py",
    "e2e/test_session_crowd.py",
    "e2e/test_session_together.py",
    "e2e/test_text_complaints.py",
]
SCALE = [
    "tests/scale/test_kill.py",
    "tests/scale/test_frozen.py",
    "tests/scale/test_races.py",
    "tests/scale/test_session_races.py",
    "tests/scale/test_converging.py",
]
LONGEST = "3600"
"""seconds that one long test may take"""
NOTHING = 5
"""what pytest says when the arguments choose none of its tests"""


def main() -> None:
    """Arguments are handed on to pytest: `python -m bench.soak -k killed`."""
    # Runs of their own, because Playwright keeps an event loop in the thread that the other tests need for theirs.
    codes = [_run(ENGINE), _run(SCALE), _run(JOURNEYS)]
    sys.exit(max((code for code in codes if code != NOTHING), default=NOTHING))


def _run(paths: list[str]) -> int:
    # One test at a time: two would measure each other.
    command = [sys.executable, "-m", "pytest", *paths, "-p", "no:randomly", "-n", "0"]
    command += ["-o", f"timeout={LONGEST}", "--durations=12", *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT, env=FULL_SIZE | os.environ, check=False).returncode  # noqa: S603 our tests


if __name__ == "__main__":
    main()
