"""Encryption hides what a page sends and not how much: lengths on the wire, after the browser's own compression."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People
from e2e.line import Line, line_to
from e2e.people import Participant
from e2e.server import Server

COMPRESSED = 0x40
SHORT = 126
QUESTION = 6
"""bytes of sync step 1 with the state vector of an empty document, when it is compressed"""
TEXTS = [
    "a",
    "Rent",
    "Tax homes that stand empty",
    "rent rent rent rent rent rent rent rent rent rent rent rent rent rent rent rent",
    "Žít blíž u nádraží 🏘",
    "Let councils borrow to build homes near stations and keep the rents that they bring in for the next ones",
    "Zq3x7!fK0p_Wv9 Yb2#Lm8 Tt5%Hc1 Nd6&Rj4 Gs0(Xo3 Ek7)Ua9 Pi2*Qz5 Mv8+By1 Cw4-Df6 Jh0=Kl3 Sx7?Ng9 Or2,Te5 Vu8.Ai1 B4",
    "so that people who work here can live here " * 3,
]


class Sent(NamedTuple):
    """A websocket frame as an eavesdropper counts it."""

    compressed: bool
    size: int


def frames(said: bytes) -> Iterator[Sent]:
    """The frames behind the head of a handshake."""
    _, _, rest = said.partition(b"\r\n\r\n")
    while len(rest) >= 2:
        masked, size, at = rest[1] >> 7, rest[1] & 0x7F, 2
        if size >= SHORT:
            wide = 2 if size == SHORT else 8
            size, at = int.from_bytes(rest[2 : 2 + wide]), 2 + wide
        yield Sent(bool(rest[0] & COMPRESSED), size)
        rest = rest[at + 4 * masked + size :]


def commands(line: Line) -> list[Sent]:
    """What the page sent on its sockets, except its requests for the document."""
    sockets = [bytes(asked) for asked, _ in line.talks if b"/live" in asked[:200]]
    assert all(b"permessage-deflate" in asked for asked in sockets)
    return [sent for asked in sockets for sent in frames(asked) if sent.size > QUESTION]


@pytest.fixture
def line(server: Server, table: Table) -> Iterator[Line]:
    with line_to(server.address) as line:
        yield line


def on_the(line: Line, people: People, table: Table) -> Participant:
    ben = people.participant(table, base_url=line.address)
    ben.opens(line.address + table.links["participate"].removeprefix(table.address))
    return ben


def test_no_idea_is_told_by_the_length_of_what_its_author_sent(line: Line, people: People, table: Table) -> None:
    table.go("diverge")
    ben = on_the(line, people, table)
    for text in TEXTS:
        ben.writes(text.strip())
    ben.presses("Edit", ben.own(TEXTS[0]))
    ben.field("Change your idea").fill("b" * 150)
    ben.field("Change your idea").press("Enter")
    expect(ben.own("b" * 150).get_by_text("saved", exact=True)).to_be_visible()

    sent = commands(line)
    assert len(sent) == len(TEXTS) + 1
    assert any(one.compressed for one in sent), "the browser compresses what it sends: that is what is tried here"
    assert len({one.size for one in sent}) == 1, sent


def test_no_ballot_and_no_reason_is_told_by_the_length_of_what_its_voter_sent(
    line: Line, people: People, table: Table
) -> None:
    table.go("diverge")
    table.seat(3)
    table.write(TEXTS[:6])
    table.go("vote")
    ben = on_the(line, people, table)
    for text in TEXTS[:3]:
        ben.spends_dots(text.strip())
        expect(ben.page.get_by_text("All saved")).to_be_visible()
    ben.picks_the_bold_one(TEXTS[4])
    ben.is_done()
    table.vote()
    table.go("decide")
    table.decide()
    ben.answers("I have doubts", "No.")
    ben.gives_a_reason("The rents of the first homes pay nothing back. " * 3)

    sent = commands(line)
    assert len(sent) >= 5
    assert len({one.size for one in sent}) == 1, sent
