"""The codes of refusals and the catalogue of their sentences say the same, and every code is given somewhere."""

import itertools
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from board.brainstorm.state.usage import Shared
from board.errors import AtLimit, NotFound, Refused, TooMany
from board.facilitation.shares import Full
from board.protocol.refusals import Param, Params, Refusal
from board.words import say
from board.words.catalogue import FOLDER, REFUSALS

BOARD = FOLDER.parent
NUMBERS: Mapping[type[Param], list[Param]] = {int: [1, 2, 1_234], float: [0.5, 60.0], date: [date(2026, 12, 22)]}


class Variables(Visitor):
    """The parameters of a message, each with the names that its selects tell apart."""

    def __init__(self, message: ast.Message) -> None:
        self.found: dict[str, list[str]] = {}
        self.visit(message)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found.setdefault(node.id.name, [])

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        if isinstance(node.selector, ast.VariableReference):
            keys = [one.key.name for one in node.variants if isinstance(one.key, ast.Identifier)]
            self.found.setdefault(node.selector.id.name, []).extend(keys)
        self.generic_visit(node)


def messages() -> dict[str, dict[str, list[str]]]:
    file = FluentParser().parse((FOLDER / "en" / f"{REFUSALS}.ftl").read_text("utf-8"))
    assert not [entry for entry in file.body if isinstance(entry, ast.Junk)]
    return {entry.id.name: Variables(entry).found for entry in file.body if isinstance(entry, ast.Message)}


MESSAGES = messages()


def examples(code: Refusal) -> Iterator[Params]:
    """Parameters for every form of a sentence."""
    values = [NUMBERS.get(kind) or MESSAGES[code][name] or ["this"] for name, kind in code.params.items()]
    return (dict(zip(code.params, each, strict=True)) for each in itertools.product(*values))


def test_every_code_has_a_message_with_its_parameters_and_every_message_a_code() -> None:
    assert {key: set(found) for key, found in MESSAGES.items()} == {str(code): set(code.params) for code in Refusal}


@pytest.mark.parametrize("code", Refusal)
def test_a_code_with_its_parameters_is_a_sentence(code: Refusal) -> None:
    for params in examples(code):
        assert re.fullmatch(r"[A-Z“\d].*[.?]", say(code, **params)), params


def test_a_refusal_takes_the_parameters_that_its_code_declares() -> None:
    for params in ({}, {"limit": 1}, {"limit": 1, "length": "2"}, {"limit": 1, "length": 2, "more": 3}):
        with pytest.raises(TypeError, match="too_long takes"):
            Refused(Refusal.TOO_LONG, **params)
        with pytest.raises(TypeError, match="too_long takes"):
            TooMany(Refusal.TOO_LONG, wait=1, **params)
    with pytest.raises(TypeError, match="no_link takes"):
        NotFound(Refusal.NO_LINK, limit=1)


def test_refusals_are_equal_by_kind_code_and_parameters() -> None:
    no = Refused(Refusal.OWN_LIMIT, limit=3)
    assert no == Refused(Refusal.OWN_LIMIT, limit=3)
    assert no not in (Refused(Refusal.OWN_LIMIT, limit=4), AtLimit(Refusal.OWN_LIMIT, limit=3), Refusal.OWN_LIMIT)


def test_every_shared_limit_has_sentences_of_its_own() -> None:
    assert set(MESSAGES[Refusal.NO_ROOM]["part"]) == set(Full)
    said = {what: {say(Refusal.NO_ROOM, what=what, part=part, limit=9) for part in Full} for what in get_args(Shared)}
    # A merge is refused alike for the number of merges and for their bytes.
    assert said.pop("merge_bytes") == said["merges"]
    assert not [both for both in itertools.combinations(said.values(), 2) if both[0] & both[1]]


@pytest.mark.parametrize("code", Refusal)
def test_every_code_is_given_somewhere(code: Refusal) -> None:
    sources = (file for file in BOARD.rglob("*.py") if file != BOARD / "protocol" / "refusals.py")
    assert any(re.search(rf"\bRefusal\.{code.name}\b", text) for text in map(Path.read_text, sources))
