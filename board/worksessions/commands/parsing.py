"""From JSON to a command of a session."""

from functools import reduce
from operator import or_

import msgspec

from board.errors import Refused
from board.live.commands import decode
from board.protocol.worksession.command import SessionCommand
from board.protocol.worksession.commands import KINDS

_decoder: msgspec.json.Decoder[SessionCommand] = msgspec.json.Decoder(reduce(or_, KINDS))


def parse_command(data: bytes | str) -> SessionCommand | Refused:
    """The command in a JSON text, or the reason why it is none."""
    return decode(_decoder, data)
