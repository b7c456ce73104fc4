"""The pages speak the protocol of the server: the same declarations, written as TypeScript."""

from typing import Annotated, Literal

import msgspec
import pytest
from msgspec import Struct

from board.brainstorm.commands.dispatch import HANDLERS
from board.protocol.commands import KINDS, BoardCommand
from board.protocol.document import ABSENT
from frontend import message_keys, protocol, structures


@pytest.mark.parametrize("declared", [protocol.BOARD, protocol.WORKSESSION], ids=["board", "worksession"])
def test_the_committed_file_is_what_make_protocol_writes(declared: protocol.Declared) -> None:
    assert declared.file.read_text("utf-8") == protocol.generate(declared)


def test_the_committed_keys_are_those_of_the_catalogue() -> None:
    assert message_keys.FILE.read_text("utf-8") == message_keys.generate()
    assert message_keys.SESSION_FILE.read_text("utf-8") == message_keys.generate_session()


def test_every_command_has_one_handler() -> None:
    assert set(HANDLERS) == set(KINDS)


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Annotated[int, msgspec.Meta(ge=1)], "number"),
        (Annotated[int, msgspec.Meta(ge=2, le=4)], "2 | 3 | 4"),
        (str | None, "string | null"),
        (None | bool, "boolean | null"),
        (float | msgspec.UnsetType, "number"),
        (list[str] | None, "readonly string[] | null"),
        (dict[str, list[int]], "Readonly<Record<string, readonly number[]>>"),
        (dict[Literal["a", "b"], int], 'Readonly<Record<"a" | "b", number>>'),
        (tuple[str, ...], "readonly string[]"),
        (int | float, "number"),
        (Annotated[str | None, ABSENT], "string | null"),
    ],
)
def test_a_type_is_written_as_pages_know_it(kind: object, written: str) -> None:
    assert protocol._type(msgspec.inspect.type_info(kind)) == written


class Inner(Struct):
    """What is inside."""

    text: str = ""


class Outer(Inner):
    """What is
    outside."""

    inner: tuple[Inner, ...] | None = None
    """those that it holds"""
    late: Annotated[int, ABSENT] = 0


def test_a_shape_that_is_sent_has_every_field_but_those_that_may_be_absent() -> None:
    assert structures.nested([Outer]) == [Inner, Outer]
    assert protocol._shape(Outer).splitlines() == [
        "/** What is outside. */",
        "export interface Outer {",
        "  readonly text: string;",
        "  /** those that it holds */",
        "  readonly inner: readonly Inner[] | null;",
        "  readonly late?: number;",
        "}",
    ]


def test_an_array_is_written_as_biome_formats_it() -> None:
    assert protocol._array("SHORT", ("a", "b")) == 'export const SHORT = ["a", "b"] as const;'
    name = "n" * 40
    long = protocol._array("LONG", [name] * 3)
    assert long.splitlines() == ["export const LONG = [", *[f'  "{name}",'] * 3, "] as const;"]


Choice = Literal[
    "a-choice-of-about-forty-letters-or-a-few-more",
    "b-choice-of-about-forty-letters-or-a-few-more",
]


class Chosen(Struct):
    which: Choice | int


def test_a_long_choice_is_written_as_biome_formats_it() -> None:
    assert protocol._shape(Chosen).splitlines() == [
        "export interface Chosen {",
        "  readonly which:",
        '    | "a-choice-of-about-forty-letters-or-a-few-more"',
        '    | "b-choice-of-about-forty-letters-or-a-few-more"',
        "    | number;",
        "}",
    ]


def test_a_type_that_no_command_had_so_far_is_refused() -> None:
    with pytest.raises(TypeError, match="no TypeScript"):
        protocol._type(msgspec.inspect.type_info(bytes))


def test_a_command_is_named_after_its_class_and_declares_its_rule() -> None:
    names = [kind.rule.name for kind in KINDS]
    assert len(set(names)) == len(names) == 26
    assert all(kind.__name__.lower() == kind.rule.name.replace("_", "") for kind in KINDS)
    assert all(kind.rule.during for kind in KINDS)
    assert not hasattr(BoardCommand, "rule")
