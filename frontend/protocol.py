"""`make protocol`: writes `board/protocol`, and the keys of the catalogues, as TypeScript, for the pages."""

import inspect
import json
import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
from msgspec import inspect as shapes

from board.protocol import commands, limits, notices
from board.protocol.command import Command
from board.protocol.document import ABSENT, BoardDocument
from board.protocol.phases import Phase
from board.protocol.refusals import Refusal
from board.protocol.roles import Role
from board.protocol.worksession import commands as session_commands
from board.protocol.worksession import limits as session_limits
from board.protocol.worksession.document import SessionDocument
from board.protocol.worksession.links import Link
from board.protocol.worksession.notices import SessionNotice
from board.protocol.worksession.states import State
from frontend import message_keys
from frontend.structures import field_docs, nested, struct

SOURCE = Path(__file__).parent / "src"
MOST_VALUES = 20
"""of a number that are written one by one"""
LINE = 120
"""columns of a line of code"""
WIDTH = 116
"""columns of a comment, without its frame"""
NOT_FOR_BOARDS = {"FILE"}
"""limits of other pages, which have them from their templates"""


@dataclass(frozen=True)
class Declared:
    """What is declared of one kind of live document."""

    file: Path
    order: type[StrEnum]
    """the phases or states"""
    roles: type[StrEnum]
    limits: ModuleType
    kinds: Sequence[type[Command]]
    document: type[msgspec.Struct]
    notice: type[msgspec.Struct]


BOARD = Declared(SOURCE / "protocol.generated.ts", Phase, Role, limits, commands.KINDS, BoardDocument, notices.Notice)
WORKSESSION = Declared(
    SOURCE / "worksession.generated.ts",
    State,
    Link,
    session_limits,
    session_commands.KINDS,
    SessionDocument,
    SessionNotice,
)


def generate(declared: Declared) -> str:
    """The whole file of one kind. What all kinds share, such as the refusals, stands in that of the board."""
    kinds, order = declared.kinds, declared.order.__name__
    received = [shape for shape in nested(kinds) if shape not in kinds]
    sent = [shape for shape in nested([declared.document, declared.notice]) if shape not in received]
    names = f"{order.upper()}S"
    parts = [
        "/** Generated from `board/protocol` by `make protocol`. Do not edit. */",
        f"{_array(names, [str(one) for one in declared.order])}\nexport type {order} = (typeof {names})[number];",
        f"export type {declared.roles.__name__} = {_choice([str(role) for role in declared.roles])};",
        _limits(declared.limits),
        *([_refusals()] if declared is BOARD else []),
        *(_interface(shape) for shape in received),
        *(_shape(shape) for shape in sent),
        _array("ROOTS", declared.document.__struct_fields__),
        *(_command(kind) for kind in kinds),
        "/** Every command the server knows, without its request id. */\n"
        "export type Command =\n" + "\n".join(f"  | {kind.__name__}" for kind in kinds) + ";",
    ]
    return "\n\n".join(parts) + "\n"


def _array(name: str, values: Sequence[str]) -> str:
    """A constant, on one line where it fits: the file has to look as Biome formats it."""
    line = f"export const {name} = {json.dumps(values)} as const;"
    if len(line) <= LINE:
        return line
    rows = "\n".join(f"  {json.dumps(value)}," for value in values)
    return f"export const {name} = [\n{rows}\n] as const;"


def _limits(module: ModuleType) -> str:
    rows = [
        f"  {_camel(name)}: {value},"
        for name, value in vars(module).items()
        if name.isupper() and name not in NOT_FOR_BOARDS
    ]
    return f"{_comment(module.__doc__ or '')}export const LIMITS = {{\n" + "\n".join(rows) + "\n} as const;"


def _refusals() -> str:
    codes = "\n".join(f"  | {json.dumps(code)}" for code in Refusal)
    rows = "\n".join(f"  readonly {code}: {_params(code.params)};" for code in Refusal if code.params)
    return (
        f"{_comment('Every reason for a no.')}export type RefusalCode =\n{codes};\n\n"
        f"{_comment('The parameters of those codes whose sentence has some.')}"
        f"export interface RefusalParams {{\n{rows}\n}}"
    )


def _params(params: Mapping[str, type[object]]) -> str:
    return f"{{ {'; '.join(f'readonly {name}: {_PARAMS[kind]}' for name, kind in params.items())} }}"


def _camel(name: str) -> str:
    first, *rest = name.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


def _command(kind: type[Command]) -> str:
    own = [field for field in struct(kind).fields if field.name not in {"id", "pad"}]
    return _body(kind, [f'  readonly do: "{kind.rule.name}";', *map(_field, own)])


def _interface(kind: type[msgspec.Struct]) -> str:
    return _body(kind, [_field(field) for field in struct(kind).fields])


def _shape(kind: type[msgspec.Struct]) -> str:
    """What the server sends: a field with a default is sent too."""
    docs = field_docs(kind)
    rows = [
        _indented(_comment(docs.get(field.name, ""))) + _field(field, optional=_may_be_absent(field.type))
        for field in struct(kind).fields
    ]
    return _body(kind, rows)


def _may_be_absent(shape: shapes.Type) -> bool:
    return isinstance(shape, shapes.Metadata) and shape.extra == ABSENT.extra


def _indented(text: str) -> str:
    return textwrap.indent(text, "  ")


def _body(kind: type[msgspec.Struct], rows: list[str]) -> str:
    doc = inspect.cleandoc(kind.__doc__) if "__doc__" in vars(kind) and kind.__doc__ else ""
    return f"{_comment(doc)}export interface {kind.__name__} {{\n" + "\n".join(rows) + "\n}"


def _field(field: shapes.Field, *, optional: bool | None = None) -> str:
    optional = not field.required if optional is None else optional
    name, written = f"  readonly {field.encode_name}{'?' if optional else ''}:", _type(field.type)
    line = f"{name} {written};"
    # A union inside an array or a record would be broken elsewhere; none is that long.
    if len(line) <= LINE or "(" in written or "<" in written:
        return line
    return name + "".join(f"\n    | {choice}" for choice in written.split(" | ")) + ";"


def _type(shape: shapes.Type) -> str:
    """The type in TypeScript. Raises TypeError for one that no command has had so far."""
    if (write := _WRITERS.get(type(shape))) is None:
        raise TypeError(f"no TypeScript for {shape}")
    return write(shape)


def _union(shape: shapes.UnionType) -> str:
    """An optional field that may be unset is one that may be left out; null stands last."""
    kinds = [one for one in shape.types if not isinstance(one, shapes.CustomType)]
    written = [_type(one) for one in sorted(kinds, key=lambda one: isinstance(one, shapes.NoneType))]
    return " | ".join(dict.fromkeys(written))


def _number(shape: shapes.IntType) -> str:
    """Each value of a number with two bounds that are near, such as a level."""
    if shape.ge is None or shape.le is None or shape.le - shape.ge > MOST_VALUES:
        return "number"
    return " | ".join(map(str, range(shape.ge, shape.le + 1)))


def _array_of(item: shapes.Type) -> str:
    written = _type(item)
    return f"readonly ({written})[]" if " | " in written else f"readonly {written}[]"


def _choice(values: list[str]) -> str:
    return " | ".join(json.dumps(value) for value in values)


_PARAMS: dict[type[object], str] = {str: "string", date: "string", int: "number", float: "number"}
_WRITERS: dict[type[shapes.Type], Callable[[Any], str]] = {
    shapes.StrType: lambda _: "string",
    shapes.IntType: _number,
    shapes.FloatType: lambda _: "number",
    shapes.BoolType: lambda _: "boolean",
    shapes.NoneType: lambda _: "null",
    shapes.UnionType: _union,
    shapes.LiteralType: lambda shape: _choice([str(value) for value in shape.values]),
    shapes.EnumType: lambda shape: str(shape.cls.__name__),
    shapes.StructType: lambda shape: str(shape.cls.__name__),
    shapes.ListType: lambda shape: _array_of(shape.item_type),
    shapes.VarTupleType: lambda shape: _array_of(shape.item_type),
    shapes.DictType: lambda shape: f"Readonly<Record<{_type(shape.key_type)}, {_type(shape.value_type)}>>",
    shapes.Metadata: lambda shape: _type(shape.type),
}


def _comment(text: str) -> str:
    if not text:
        return ""
    plain = re.sub(r"\s*\n\s*", " ", text.strip())
    if len(plain) <= WIDTH - 6:
        return f"/** {plain} */\n"
    return "/**\n" + "\n".join(f" * {line}" for line in textwrap.wrap(plain, WIDTH)) + "\n */\n"


if __name__ == "__main__":
    for declared in (BOARD, WORKSESSION):
        declared.file.write_text(generate(declared), "utf-8")
    message_keys.FILE.write_text(message_keys.generate(), "utf-8")
    message_keys.SESSION_FILE.write_text(message_keys.generate_session(), "utf-8")
