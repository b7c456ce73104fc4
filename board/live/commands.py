"""What a command of any live document is answered with, and how JSON becomes a command."""

import re
from dataclasses import dataclass, field
from typing import Literal, TypeVar

import msgspec

from board.errors import AtLimit, Refused
from board.protocol.refusals import Refusal
from board.words import say

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command is answered with, once it is durable."""

    answer: Literal["ok", "late", "refused", "retry"]
    reason: Refused | None = None
    extra: dict[str, object] = field(default_factory=dict)

    @property
    def at_limit(self) -> bool:
        """Refused for a limit that everybody shares; over HTTP that is a 429."""
        return isinstance(self.reason, AtLimit)

    def encode(self, request: str) -> bytes:
        """The answer as JSON, with the sentence of its code in the language of the connection."""
        plain: dict[str, object] = {"id": request, "answer": self.answer}
        if (no := self.reason) is not None:
            plain |= {"code": no.code} | ({"params": no.params} if no.params else {})
            plain["why"] = say(no.code, **no.params)
        return msgspec.json.encode(plain | self.extra)


OK = Answer("ok")
RETRY = Answer("retry", Refused(Refusal.STORAGE))


def refuse(no: Refused | Refusal) -> Answer:
    """The answer for a rule's "no"."""
    return Answer("refused", Refused(no) if isinstance(no, Refusal) else no)


def decode(decoder: msgspec.json.Decoder[C], data: bytes | str) -> C | Refused:
    """The command in a JSON text, or the reason why it is none. The reason repeats nothing of what was sent."""
    try:
        return decoder.decode(data)
    except msgspec.ValidationError as error:
        # msgspec names the field and what was expected; only an unknown tag would repeat what was sent.
        detail = str(error)
        if "Invalid value" in detail:
            return Refused(Refusal.COMMAND_UNREADABLE)
        return Refused(Refusal.COMMAND_MALFORMED, detail=detail.lower())
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return Refused(Refusal.COMMAND_NOT_JSON)


_ID = re.compile(rb'"id"\s*:\s*"([A-Za-z0-9_-]{1,64})"')


def request_id(data: bytes) -> str | None:
    """The request id of a malformed command, so that its refusal reaches the page that waits for it."""
    found = _ID.search(data[:4096])
    return found.group(1).decode() if found else None
