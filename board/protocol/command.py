"""What the commands of every kind of document share: the form, and the declaration of who may give one and when."""

import re
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Annotated, Any, ClassVar, Generic, TypeVar

from msgspec import Meta, Struct, StructMeta

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
Uuid = Annotated[str, Meta(pattern=rf"\A{UUID}\Z")]
Rank = Annotated[str, Meta(max_length=64)]

W = TypeVar("W", bound=Enum, covariant=True)
S = TypeVar("S", bound=StrEnum, covariant=True)


class Affects(Enum):
    """What a command changes of the notices. The broadcast sends no more than that."""

    DOCUMENT = auto()
    """the document alone: no notice follows"""
    COUNTS = auto()
    """counts, and the sender's private state"""
    SENDER = auto()
    """the sender's private state, which all their tabs show at once"""
    EVERYBODY = auto()
    """what all notices say, or what other people may know of themselves"""


@dataclass(frozen=True, slots=True)
class Rule(Generic[W, S]):
    """What is declared of a command."""

    name: str
    """on the wire"""
    by: W
    during: frozenset[S]
    """the phases of a board, or the states of a session, in which it may be given"""
    affects: Affects
    led: frozenset[S] = frozenset()
    """phases in which the facilitator may give it as well, and nobody else"""
    beside_board: bool = False
    """of a session: whether it may be given while the running item holds an open board"""


class CommandMeta(StructMeta):
    """Takes the declaration of a command as arguments of its class, and names it after the class."""

    def __new__(
        mcls,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, object],
        *,
        by: Enum | None = None,
        during: frozenset[StrEnum] = frozenset(),
        led: frozenset[StrEnum] = frozenset(),
        affects: Affects = Affects.EVERYBODY,
        beside_board: bool = False,
        **config: Any,  # noqa: ANN401 the options are those of msgspec
    ) -> "CommandMeta":
        if by is not None:
            config["tag"] = re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
            namespace["rule"] = Rule(config["tag"], by, during, affects, led, beside_board)
        return super().__new__(mcls, name, bases, namespace, **config)


class Command(Struct, metaclass=CommandMeta, tag_field="do", kw_only=True):
    """`id` is the request id that the answer repeats. `pad` means nothing: it only makes the command longer."""

    rule: ClassVar[Rule[Enum, StrEnum]]

    id: Annotated[str, Meta(max_length=64)]
    pad: Annotated[str, Meta(max_length=4096)] = ""
