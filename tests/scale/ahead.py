"""The `board` command on a machine whose clock is five seconds ahead."""

import time

AHEAD = 5.0

_right = time.time
time.time = lambda: _right() + AHEAD

if __name__ == "__main__":
    from board.__main__ import main

    main()
