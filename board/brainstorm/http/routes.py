"""Every HTTP route of the live board."""

from board.brainstorm.http.ballot_health import ballot_health
from board.brainstorm.http.commands import give_command
from board.brainstorm.http.deletion import delete_board
from board.brainstorm.http.exports import export
from board.brainstorm.http.live import live_over_http, live_without_upgrade
from board.brainstorm.http.opening import create_board

handlers = [
    create_board,
    give_command,
    export,
    ballot_health,
    live_without_upgrade,
    live_over_http,
    delete_board,
]
