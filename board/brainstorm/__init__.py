"""The governed board: commands in, durable changes out.

Owns what is known of an open board (`state/`), what phases and time bring (`phases/`), what each command does
(`commands/`), the path from a command to the broadcast (`engine/`), how a board begins and ends (`lifecycle/`),
and its routes (`http/`). A command is judged and carried out in memory, the batch is committed, and only then is
anything broadcast or answered. Does not own the transport, the framing or the rate limit, which are in `live`, nor the
rules, which are in `facilitation`, `voting`, `decisions` and `canvas`.
Read `state/board`, then `commands/ideas`, then `engine/committer`.

`web` and the composition root use the names below.
"""

from board.brainstorm.commands.parsing import parse_command
from board.brainstorm.commands.running import BAD_DOTS, BAD_MINUTES, clean_settings
from board.brainstorm.engine.document_kind import BOARD
from board.brainstorm.engine.room import Room
from board.brainstorm.engine.rooms import Rooms
from board.brainstorm.http.access import Access
from board.brainstorm.http.live import board_socket
from board.brainstorm.http.opening import link_of
from board.brainstorm.http.read_limits import ReadLimits
from board.brainstorm.http.routes import handlers
from board.brainstorm.lifecycle.copying import STORED_BOARDS
from board.brainstorm.lifecycle.opening import BoardOpener, NewBoard, first_phase
from board.brainstorm.lifecycle.opening import prepare as prepare_board
from board.brainstorm.lifecycle.opening import write as write_board
from board.brainstorm.lifecycle.outcome import Counted, CountedOption, Decided, Outcome, outcome_of
from board.brainstorm.lifecycle.retention import sweeping_boards
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import Limits
from board.brainstorm.state.opened_work import key_of as board_key
from board.brainstorm.state.opened_work import opened as opened_work
from board.brainstorm.state.opened_work import sealed as sealed_work

__all__ = [
    "BAD_DOTS",
    "BAD_MINUTES",
    "BOARD",
    "STORED_BOARDS",
    "Access",
    "Board",
    "BoardOpener",
    "Counted",
    "CountedOption",
    "Decided",
    "Limits",
    "NewBoard",
    "Outcome",
    "ReadLimits",
    "Room",
    "Rooms",
    "board_key",
    "board_socket",
    "clean_settings",
    "first_phase",
    "handlers",
    "link_of",
    "opened_work",
    "outcome_of",
    "parse_command",
    "prepare_board",
    "sealed_work",
    "sweeping_boards",
    "write_board",
]
