"""`python -m bench.unheld`: the `board` command without the hold of small reveals, which only makes a run longer."""

from board.__main__ import main
from board.facilitation import crowd


def _never(ideas: int, people: int) -> bool:
    return False


if __name__ == "__main__":
    crowd.needs_hold = _never
    main()
