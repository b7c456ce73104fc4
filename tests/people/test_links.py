"""Capability links: a stronger one shows the weaker ones, and nothing leads upwards."""

import re

from board.people.links import digest, mint, weaker
from board.protocol.roles import Role


def test_tokens_are_random_and_long() -> None:
    tokens = {mint() for _ in range(200)}
    assert len(tokens) == 200
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{24}", token) for token in tokens), "144 bits"


def test_the_facilitator_can_show_every_link() -> None:
    token = mint()
    links = weaker(Role.FACILITATOR, token)
    assert links[Role.FACILITATOR] == token
    assert set(links) == set(Role)
    assert len(set(links.values())) == 3


def test_the_big_screen_can_show_the_link_to_take_part() -> None:
    links = weaker(Role.FACILITATOR, mint())
    below = weaker(Role.WATCHER, links[Role.WATCHER])
    assert below == {role: links[role] for role in (Role.WATCHER, Role.PARTICIPANT)}


def test_who_takes_part_can_show_that_link_alone() -> None:
    links = weaker(Role.FACILITATOR, mint())
    assert weaker(Role.PARTICIPANT, links[Role.PARTICIPANT]) == {Role.PARTICIPANT: links[Role.PARTICIPANT]}


def test_derived_tokens_look_like_minted_ones() -> None:
    for token in weaker(Role.FACILITATOR, mint()).values():
        assert re.fullmatch(r"[A-Za-z0-9_-]{24}", token)


def test_the_database_keeps_a_hash() -> None:
    token = mint()
    assert len(digest(token)) == 32
    assert token.encode() not in digest(token)
    assert digest(token) == digest(token) != digest(mint())
