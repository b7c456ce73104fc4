"""Every HTTP route of the work session."""

from board.worksessions.http import exports, live, news, recaps, replies, texts
from board.worksessions.http.commands import give_session_command
from board.worksessions.http.from_decision import confirm_worksession, create_from_decision
from board.worksessions.http.opening import create_worksession
from board.worksessions.http.updates import add_to_text

handlers = [
    create_worksession,
    create_from_decision,
    confirm_worksession,
    give_session_command,
    add_to_text,
    *exports.handlers,
    *texts.handlers,
    *recaps.handlers,
    *replies.handlers,
    *news.handlers,
    *live.handlers,
]
