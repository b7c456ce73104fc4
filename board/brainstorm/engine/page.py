"""What the pages of a board send."""

from board.brainstorm.commands.parsing import parse_command
from board.brainstorm.engine.document_kind import BOARD
from board.brainstorm.engine.room import Room
from board.errors import Refused
from board.live.page import DocumentPage
from board.protocol.commands import BoardCommand


class BoardPage(DocumentPage[Room]):
    """Commands, and questions for the document, which the server alone writes."""

    __slots__ = ()

    kind = BOARD

    def parse(self, json: bytes) -> BoardCommand | Refused:
        return parse_command(json)
