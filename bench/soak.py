"""`python -m bench.soak`: the long versions of the tests of the live engine, one after another.

They are the same tests that `make test` runs at small size; environment variables say how far they go.
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
    "REFEREE_SEEDS": "3000",
    "CLOCK_PAGES": "150",
}
"""how far the tests go, unless the environment says something else"""
LONGEST = "3600"
"""seconds that one long test may take"""


def main() -> None:
    """Arguments are handed on to pytest: `python -m bench.soak -k killed`."""
    # One at a time: two would measure each other.
    command = [sys.executable, "-m", "pytest", "tests/live", "tests/brainstorm", "tests/worksessions"]
    command += ["e2e/engines/test_session_layout.py"]
    command += ["-p", "no:randomly", "-n", "0"]
    command += ["-o", f"timeout={LONGEST}", "--durations=12", *sys.argv[1:]]
    sys.exit(subprocess.run(command, cwd=ROOT, env=FULL_SIZE | os.environ, check=False).returncode)  # noqa: S603 our tests


if __name__ == "__main__":
    main()
