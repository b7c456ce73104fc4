"""Commands as JSON: whatever arrives is a command, or is refused with a sentence."""

import json
import os
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from board.brainstorm.commands.parsing import parse_command
from board.errors import Refused
from board.protocol.commands import BoardCommand
from board.words import say
from tests.brainstorm import wire
from tests.brainstorm.mischief import commands

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
COMMANDS = st.integers().map(lambda seed: commands(random.Random(seed))).flatmap(st.sampled_from)


@settings(max_examples=20_000 if os.environ.get("SOAK") else 400, deadline=None)
@given(COMMANDS, st.text(max_size=8), PLAIN, st.data())
def test_any_json_is_a_command_or_is_refused_with_a_sentence(
    command: wire.Json, more: str, value: wire.Value, data: st.DataObject
) -> None:
    command = command | {"id": "1"}
    command[data.draw(st.sampled_from([*command, more]))] = value
    raw = json.dumps(command).encode()
    read = parse_command(raw[: data.draw(st.integers(0, len(raw)))] if data.draw(st.booleans()) else raw)
    assert isinstance(read, BoardCommand) or len(say(read.code, **read.params)) > 20


@settings(deadline=None)
@given(COMMANDS, st.integers(0, 4096))
def test_a_pad_changes_nothing_and_has_a_bound(command: wire.Json, length: int) -> None:
    plain = command | {"id": "1"}
    read, padded = parse_command(json.dumps(plain)), parse_command(json.dumps(plain | {"pad": "x" * length}))
    assert isinstance(read, BoardCommand) == isinstance(padded, BoardCommand)
    if isinstance(padded, BoardCommand):
        padded.pad = ""
        assert padded == read
    assert isinstance(parse_command(json.dumps(plain | {"pad": "x" * 4097})), Refused)
