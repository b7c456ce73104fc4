"""The `board` command with crowds that form at once, for tests of several processes that are about something else."""

from board.__main__ import main
from tests.crowds import quick_crowd

if __name__ == "__main__":
    quick_crowd(setattr)
    main()
