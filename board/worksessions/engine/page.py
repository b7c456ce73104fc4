"""A page on a work session."""

from board.errors import Refused
from board.live.page import DocumentPage
from board.protocol.worksession.command import SessionCommand
from board.worksessions.commands.dispatch import parse_command
from board.worksessions.engine.document_kind import WORKSESSION
from board.worksessions.engine.room import SessionRoom


class SessionPage(DocumentPage[SessionRoom]):
    """Commands, and questions for the document, which the server alone writes."""

    __slots__ = ()

    kind = WORKSESSION

    def parse(self, json: bytes) -> SessionCommand | Refused:
        return parse_command(json)
