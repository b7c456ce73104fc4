"""The `board` command, with boards that leave memory after a moment instead of a minute; it says what it holds.

SIGUSR1 makes it write a report to the file that REPORT names: `rooms`, the open boards; `objects`, how many things of
a board are alive; `resident`, kilobytes of memory. The process first collects garbage and returns freed pages, because
Python and the C library decide when that happens by itself: a delay is not a leak.
"""

import ctypes
import ctypes.util
import gc
import json
import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from pycrdt import Doc

from board.__main__ import main
from board.brainstorm.engine import rooms
from board.brainstorm.engine.room import Room
from board.brainstorm.state.board import Board
from board.canvas.writer import Canvas
from board.live import registry
from board.live.connections import Connection
from tests.crowds import quick_crowd

OF_A_BOARD = (Room, Board, Canvas, Doc, Connection)
QUIET = 0.2


def _report(_signal: int, _frame: FrameType | None) -> None:
    # The server froze what it loaded at its start, its registry of boards among it; `get_objects` leaves that out.
    gc.unfreeze()
    gc.collect()
    libc = ctypes.CDLL(ctypes.util.find_library("c"))
    if hasattr(libc, "malloc_trim"):
        libc.malloc_trim(0)
    alive = gc.get_objects()
    said: dict[str, Any] = {
        "rooms": sum(len(one._open) + len(one._loading) for one in alive if isinstance(one, rooms.Rooms)),
        "objects": {kind.__name__: sum(isinstance(one, kind) for one in alive) for kind in OF_A_BOARD},
        "resident": int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024,
    }
    del alive
    file = Path(os.environ["REPORT"])
    unfinished = file.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(said))
    unfinished.replace(file)


if __name__ == "__main__":
    registry.QUIET = QUIET
    quick_crowd(setattr)
    signal.signal(signal.SIGUSR1, _report)
    sys.argv[0] = "board"
    main()
