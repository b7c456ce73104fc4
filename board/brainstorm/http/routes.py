"""Every HTTP route of the live board."""

from board.brainstorm.http import live
from board.brainstorm.http.ballot_health import ballot_health
from board.brainstorm.http.commands import give_command
from board.brainstorm.http.deletion import delete_board
from board.brainstorm.http.exports import export
from board.brainstorm.http.opening import create_board

handlers = [
    create_board,
    give_command,
    export,
    ballot_health,
    *live.handlers,
    delete_board,
]
