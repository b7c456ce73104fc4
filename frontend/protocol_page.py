"""`make protocol`: writes the tables of `docs/protocol.md` from the source. What stands around them is by hand.

A table is what lies between `<!-- generated: <name> -->` and `<!-- end -->`.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import msgspec
from msgspec import inspect as shapes

from board.brainstorm.engine.document_kind import BOARD
from board.brainstorm.engine.notices import PADDED_TO
from board.brainstorm.phases import waiting_changes
from board.brainstorm.state.context import Limits
from board.facilitation import crowd, timer
from board.live import connections, heartbeat
from board.live.transport import connection, rate_limit, send_queue
from board.protocol import commands, limits, notices
from board.protocol.command import Affects, Rule
from board.protocol.commands import By
from board.protocol.document import BoardDocument
from board.protocol.phases import ORDER, Phase
from board.protocol.refusals import Refusal
from board.protocol.worksession import commands as session_commands
from board.protocol.worksession import limits as session_limits
from board.protocol.worksession.document import SessionDocument
from board.protocol.worksession.notices import SessionNotice
from board.protocol.worksession.states import ORDER as STATES
from board.protocol.worksession.whose import Whose
from frontend.structures import field_docs, nested, struct

FILE = Path(__file__).parent.parent / "docs" / "protocol.md"
S = TypeVar("S", bound=StrEnum)
_TABLE = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)

_WHO = {
    By.PERSONAL: ("everyone", "everyone"),
    By.GROUPING: ("by `grouping`", "participants"),
    By.LEADING: ("facilitator", "nobody"),
}
_AFFECTS = {
    Affects.DOCUMENT: "document",
    Affects.COUNTS: "counts, the sender",
    Affects.SENDER: "the sender",
    Affects.EVERYBODY: "everybody",
}
_WHOSE = {
    Whose.JOINING: "join link",
    Whose.MEMBER: "joined",
    Whose.PLANNING: "joined, or lead link",
    Whose.CLOCK: "by `clock`",
    Whose.FINISHER: "joined; after the end the finisher",
    Whose.ACCEPTING: "joined, or accept link",
    Whose.LEADING: "lead, or who took the lead",
    Whose.VERDICT: "lead, or decider",
    Whose.OWNING: "lead link",
}
_NAMED = {"uuid": commands.Uuid, "secret": commands.Secret, "code": commands.Code, "rank": commands.Rank}


def generate(page: str) -> str:
    """The page with every table written again. Raises KeyError for a table that nobody writes."""
    return _TABLE.sub(lambda found: f"{found[1]}\n{TABLES[found[2]]()}\n{found[3]}", page)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    head = list(head)
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)) + "\n"


def _commands() -> str:
    rows = []
    for kind in commands.KINDS:
        fields = [_field(field) for field in struct(kind).fields if field.name not in {"id", "pad"}]
        rows.append(_command(kind.rule, fields))
        if kind is commands.CastBallot:
            rows.append(_command(commands.CAST_PROXY, [], "`cast_ballot` with `proxy`"))
    return table(["command", "fields", "who", "seat", "phases", "notices change for"], rows)


def _command(rule: Rule[By, Phase], fields: list[str], name: str = "") -> list[str]:
    who, seat = _WHO[rule.by]
    phases = _span(rule.during, ORDER) + (f"; facilitator: {_span(rule.led, ORDER)}" if rule.led else "")
    return [name or f"`{rule.name}`", ", ".join(fields), who, seat, phases, _AFFECTS[rule.affects]]


def _session_commands() -> str:
    rows = []
    for kind in session_commands.KINDS:
        fields = [_field(field) for field in struct(kind).fields if field.name not in {"id", "pad"}]
        rule = kind.rule
        states, beside = _span(rule.during, STATES), "yes" if rule.beside_board else ""
        rows.append([f"`{rule.name}`", ", ".join(fields), _WHOSE[rule.by], states, beside])
    return table(["command", "fields", "who", "states", "beside an open board"], rows)


def _span(within: frozenset[S], order: tuple[S, ...]) -> str:
    """Its runs in this order: "reveal – cluster, decide"."""
    runs = [list(run) for inside, run in groupby(order, within.__contains__) if inside]
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]} – {run[-1]}" for run in runs)


def _limits(module: ModuleType) -> str:
    rows = [[f"`{name.lower()}`", f"{value:,}"] for name, value in vars(module).items() if name.isupper()]
    return table(["limit", "most"], rows)


def _bounds() -> str:
    most = Limits()
    rows = {
        "bytes of a frame": BOARD.max_frame,
        "bytes of a `104`": BOARD.max_message,
        "bad frames that close a connection": connection.MAX_BAD_FRAMES,
        "connections of one person to one board": connections.MAX_SOCKETS,
        "seconds in which a connection has to ask for the document": connections.NEVER_ASKED,
        "bytes that may lie unread, beside a state that was asked for": send_queue.MAX_BUFFERED,
        "seconds in which a reader has to take something": send_queue.TIMEOUT,
        "seconds without a notice": heartbeat.HEARTBEAT,
        "bytes of which a notice with `you` is a multiple": PADDED_TO,
        "tokens of one person at once, and unanswered commands of one connection": most.burst,
        "tokens that come back in a second": most.per_second,
        "bytes of a state that cost a token": rate_limit.BYTES_PER_TOKEN,
        "seconds that a request waits for a token before it is answered 429": rate_limit.MAX_WAIT,
        "seconds of grace after the end of writing and of a vote": timer.GRACE,
        "seconds by which a small reveal is held": crowd.HOLD,
        "seconds after which the others see a changed idea or a question, at the latest": waiting_changes.LONGEST_WAIT,
        "seconds after which the others see an answer to a question, at the latest": waiting_changes.LONGEST_ANSWER,
        "ideas of one person in one writing (a setting)": most.ideas_each,
        "ideas on a board (a setting)": most.ideas,
        "people on a board (a setting)": most.people,
        "questions about ideas on a board": most.questions,
        "questions of one person in one phase": most.questions_each,
        "groups on a board": most.clusters,
        "merges that can be undone": most.merges,
        "boards from one network address in a minute (a setting)": most.boards_per_minute,
    }
    return table(["bound", "value"], [[name, f"{value:,.0f}"] for name, value in rows.items()])


def _codes() -> str:
    rows = [
        [f"`{code}`", ", ".join(f"`{name}`: {_PARAMS[kind]}" for name, kind in code.params.items())] for code in Refusal
    ]
    return table(["code", "parameters"], rows)


def _structures(kind: type[msgspec.Struct]) -> str:
    """The fields of a structure and of those within it: what each holds, and what stands below it in the source."""
    rows = []
    for one in reversed(nested([kind])):
        docs = field_docs(one)
        rows.append([f"**{one.__name__}**", "", _line(one.__doc__ or "")])
        rows += [
            [f"`{field.encode_name}`", _type(field.type), _line(docs.get(field.name, ""))]
            for field in struct(one).fields
        ]
    return table(["field", "value", "meaning"], rows)


def _line(text: str) -> str:
    return " ".join(text.split())


def _field(field: shapes.Field) -> str:
    return f"`{field.encode_name}{'' if field.required else '?'}`: {_type(field.type)}"


def _type(shape: shapes.Type) -> str:
    """The type in words. Raises TypeError for one that no command has had so far."""
    if (write := _WRITERS.get(type(shape))) is None:
        raise TypeError(f"no words for {shape}")
    return write(shape)


def _string(shape: shapes.StrType) -> str:
    return next((name for name, kind in _NAMED.items() if shapes.type_info(kind) == shape), "text")


def _union(shape: shapes.UnionType) -> str:
    kinds = [one for one in shape.types if not isinstance(one, shapes.CustomType)]
    written = [_type(one) for one in sorted(kinds, key=lambda one: isinstance(one, shapes.NoneType))]
    return " or ".join(word for word in written if word != "integer" or "number" not in written)


def _number(shape: shapes.IntType) -> str:
    return "integer" if shape.ge is None or shape.le is None else f"{shape.ge}–{shape.le}"


_WRITERS: dict[type[shapes.Type], Callable[[Any], str]] = {
    shapes.StrType: _string,
    shapes.IntType: _number,
    shapes.FloatType: lambda _: "number",
    shapes.BoolType: lambda _: "boolean",
    shapes.NoneType: lambda _: "null",
    shapes.UnionType: _union,
    shapes.LiteralType: lambda shape: " or ".join(f"`{value}`" for value in shape.values),
    shapes.EnumType: lambda shape: str(shape.cls.__name__).lower(),
    shapes.StructType: lambda shape: f"*{shape.cls.__name__}*",
    shapes.ListType: lambda shape: f"list of {_type(shape.item_type)}",
    shapes.VarTupleType: lambda shape: f"list of {_type(shape.item_type)}",
    shapes.Metadata: lambda shape: _type(shape.type),
    shapes.DictType: lambda shape: f"map of {_type(shape.key_type)} to {_type(shape.value_type)}",
}
_PARAMS: dict[type[object], str] = {str: "text", int: "integer", float: "number", date: "date (RFC 3339)"}
TABLES: dict[str, Callable[[], str]] = {
    "bounds": _bounds,
    "codes": _codes,
    "commands": _commands,
    "document": partial(_structures, BoardDocument),
    "limits": partial(_limits, limits),
    "notices": partial(_structures, notices.Notice),
    "session_commands": _session_commands,
    "session_document": partial(_structures, SessionDocument),
    "session_limits": partial(_limits, session_limits),
    "session_notices": partial(_structures, SessionNotice),
}


if __name__ == "__main__":
    FILE.write_text(generate(FILE.read_text("utf-8")), "utf-8")
