"""Sealing: whoever has the key reads it, whoever has not learns nothing and changes nothing unseen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.people.links import digest, mint, sealing_key, weaker
from board.people.sealing import seal, unseal
from board.protocol.roles import Role

KEY = b"k" * 32


@given(st.binary(max_size=200))
def test_what_is_sealed_can_be_opened_with_its_key_alone(content: bytes) -> None:
    sealed = seal(KEY, content)
    assert unseal(KEY, sealed) == content
    assert unseal(b"other", sealed) is None
    assert seal(KEY, content) != sealed


@pytest.mark.parametrize("at", [0, 20, -1])
def test_changed_bytes_are_noticed(at: int) -> None:
    sealed = bytearray(seal(KEY, b"the join link"))
    sealed[at] ^= 1
    assert unseal(KEY, bytes(sealed)) is None
    assert unseal(KEY, b"") is None


def test_every_link_of_a_board_derives_the_same_key_and_what_is_stored_of_them_does_not() -> None:
    links = weaker(Role.FACILITATOR, mint())
    keys = {sealing_key(role, token) for role, token in links.items()}
    assert len(keys) == 1
    stored = {digest(token) for token in links.values()}
    assert not keys & {*stored, *(digest(one.hex()) for one in stored)}
    assert sealing_key(Role.FACILITATOR, mint()) not in keys
