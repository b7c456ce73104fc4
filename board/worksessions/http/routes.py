"""Every HTTP route of the work session."""

from board.worksessions.http import live
from board.worksessions.http.commands import give_session_command
from board.worksessions.http.opening import create_worksession

handlers = [create_worksession, give_session_command, *live.handlers]
