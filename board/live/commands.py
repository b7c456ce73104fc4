"""What a command of any live document is answered with, and how JSON becomes a command."""

import re
from dataclasses import dataclass, field
from typing import Literal, TypeVar

import msgspec

from board.errors import AtLimit, Refused
from board.words import live as words

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command is answered with, once it is durable."""

    answer: Literal["ok", "late", "refused", "retry"]
    why: str | None = None
    extra: dict[str, object] = field(default_factory=dict)
    at_limit: bool = False
    """refused for a limit that everybody shares; over HTTP that is a 429"""

    def encode(self, request: str) -> bytes:
        plain: dict[str, object] = {"id": request, "answer": self.answer}
        if self.why is not None:
            plain["why"] = self.why
        return msgspec.json.encode(plain | self.extra)


OK = Answer("ok")
RETRY = Answer("retry", words.STORAGE)


def refuse(why: Refused | str) -> Answer:
    """The answer for a rule's "no"."""
    if isinstance(why, Refused):
        return Answer("refused", why.why, at_limit=isinstance(why, AtLimit))
    return Answer("refused", why)


def decode(decoder: msgspec.json.Decoder[C], data: bytes | str) -> C | Refused:
    """The command in a JSON text, or the reason why it is none. The reason repeats nothing of what was sent."""
    try:
        return decoder.decode(data)
    except msgspec.ValidationError as error:
        # msgspec names the field and what was expected; only an unknown tag would repeat what was sent.
        why = str(error)
        return Refused(words.BAD_COMMAND.format(why="unknown command" if "Invalid value" in why else why.lower()))
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return Refused(words.BAD_COMMAND.format(why="it is not JSON"))


_ID = re.compile(rb'"id"\s*:\s*"([A-Za-z0-9_-]{1,64})"')


def request_id(data: bytes) -> str | None:
    """The request id of a malformed command, so that its refusal reaches the page that waits for it."""
    found = _ID.search(data[:4096])
    return found.group(1).decode() if found else None
