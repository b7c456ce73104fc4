"""The work session: from a decision, or a goal, to a finished piece of work.

Owns the contract, the agenda with its clock, conditions, tasks, agreements, the verdict and the chain of sessions:
rules (`rules/`), what is known and stored (`state/`), what each command does (`commands/`), the path from a command to
the broadcast (`engine/`), how a session begins and ends (`lifecycle/`), files and the formatted text (`exports/`), and
its routes (`http/`). Transport and storage
are in `live`. Read `rules/agenda` first, then `rules/clock`, then `state/session`.

`web` and the composition root use the names below.
"""

from board.worksessions.commands.dispatch import parse_command as parse_session_command
from board.worksessions.engine.room import SessionRoom
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.exports.answers import answers
from board.worksessions.exports.fragments import TextRenderer
from board.worksessions.exports.recap_chains import RecapChains
from board.worksessions.exports.recap_pages import RecapPages
from board.worksessions.exports.sentence import MOST_CONDITIONS, sentence
from board.worksessions.exports.session_chains import SessionChains
from board.worksessions.http.access import SessionAccess
from board.worksessions.http.decision_work import DecisionWork
from board.worksessions.http.exports import session_calendar
from board.worksessions.http.live import session_sockets
from board.worksessions.http.opening import link_of
from board.worksessions.http.read_limits import SessionReadLimits
from board.worksessions.http.replies import keep_reply, with_claim
from board.worksessions.http.routes import handlers
from board.worksessions.lifecycle.copying import STORED_SESSIONS
from board.worksessions.lifecycle.from_decision import FromDecision, filled_in
from board.worksessions.lifecycle.opening import Alone, NewWorksession, SessionOpener
from board.worksessions.lifecycle.retention import sweeping_sessions
from board.worksessions.rules.news import leftover
from board.worksessions.rules.replying import BadBox, ReplyLimits
from board.worksessions.state.links import shown as shown_links

__all__ = [
    "MOST_CONDITIONS",
    "STORED_SESSIONS",
    "Alone",
    "BadBox",
    "DecisionWork",
    "FromDecision",
    "NewWorksession",
    "RecapChains",
    "RecapPages",
    "ReplyLimits",
    "SessionAccess",
    "SessionChains",
    "SessionOpener",
    "SessionReadLimits",
    "SessionRoom",
    "SessionRooms",
    "TextRenderer",
    "answers",
    "filled_in",
    "handlers",
    "keep_reply",
    "leftover",
    "link_of",
    "parse_session_command",
    "sentence",
    "session_calendar",
    "session_sockets",
    "shown_links",
    "sweeping_sessions",
    "with_claim",
]
