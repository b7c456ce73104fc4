"""The declarations of `board/protocol` as both writers of `make protocol` read them."""

import ast
import inspect
import textwrap
from collections.abc import Iterable
from itertools import pairwise
from typing import cast

import msgspec
from msgspec import inspect as shapes


def struct(kind: type[msgspec.Struct]) -> shapes.StructType:
    return cast("shapes.StructType", shapes.type_info(kind))


def nested(kinds: Iterable[type[msgspec.Struct]]) -> list[type[msgspec.Struct]]:
    """These structures and those within them, each once and after those it is made of."""
    found: dict[type[msgspec.Struct], None] = {}
    for kind in kinds:
        for field in struct(kind).fields:
            found |= dict.fromkeys(nested(structs_in(field.type)))
        found[kind] = None
    return list(found)


def structs_in(shape: shapes.Type) -> list[type[msgspec.Struct]]:
    if isinstance(shape, shapes.StructType):
        return [shape.cls]
    inner = [getattr(shape, name) for name in ("type", "item_type", "value_type") if hasattr(shape, name)]
    return [found for one in [*inner, *getattr(shape, "types", ())] for found in structs_in(one)]


def field_docs(kind: type[msgspec.Struct]) -> dict[str, str]:
    """Field → the sentence that stands under it in its class."""
    docs: dict[str, str] = {}
    for owner in reversed(kind.__mro__):
        if owner in {msgspec.Struct, object, *msgspec.Struct.__mro__}:
            continue
        (tree,) = ast.parse(textwrap.dedent(inspect.getsource(owner))).body
        body = cast("ast.ClassDef", tree).body
        for field, below in pairwise(body):
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(below, ast.Expr)
                and isinstance(below.value, ast.Constant)
            ):
                docs[ast.unparse(field.target)] = str(below.value.value)
    return docs
