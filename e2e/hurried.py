"""`python -m e2e.hurried`: the `board` command with holds of half a second, for journeys that are about something else.

Everything else is the product. `e2e/test_crowds.py` waits the product's own times.
"""

from board.__main__ import main
from board.facilitation import crowd

crowd.HOLD, crowd.COUNTS_AFTER = 0.5, 0.5

if __name__ == "__main__":
    main()
