"""From JSON to a command of the board."""

from functools import reduce
from operator import or_

import msgspec

from board.errors import Refused
from board.live.commands import decode
from board.protocol.commands import KINDS, BoardCommand

_decoder: msgspec.json.Decoder[BoardCommand] = msgspec.json.Decoder(reduce(or_, KINDS))


def parse_command(data: bytes | str) -> BoardCommand | Refused:
    """The command in a JSON text, or the reason why it is none."""
    return decode(_decoder, data)
