"""A whole town hall takes its record away: how long each form takes, and that live boards go on meanwhile."""

import asyncio
from collections.abc import Iterator
from threading import Event

import pytest

from board.decisions import record
from board.decisions.exports import FORMS, TYPESET, making
from board.errors import Unavailable
from tests.decisions import readers, samples

HALL = record.build(samples.hall())


@pytest.mark.parametrize("ending", FORMS)
def test_nine_hundred_ideas_of_two_thousand_people_are_taken_away(ending: str) -> None:
    assert (len(HALL["ideas"]), HALL["people"]["voted"]) == (900, 2000)
    content = FORMS[ending][1](HALL)
    assert len(content) > 10_000
    if ending == "pdf":
        assert len(readers.pdf(content).pages) > 20


async def test_live_boards_do_not_wait_for_a_large_file() -> None:
    """While the largest file is made the server's loop goes on turning; held up, it would turn once."""
    turns = 0
    made = asyncio.create_task(making.make("pdf", HALL))
    while not made.done():
        await asyncio.wait({made}, timeout=0.005)
        turns += 1
    assert (await made).startswith(b"%PDF")
    assert turns >= 10


# --- a crowd of downloads --------------------------------------------------------------------------------------------


ONE_AND_THOSE_WHO_WAIT = 31


class Press:
    """A typesetter that begins, tells so, and ends when it is let."""

    def __init__(self) -> None:
        self.begun, self.go, self.running, self.most, self.made = Event(), Event(), 0, 0, 0

    def __call__(self, record: record.Json, link: str | None) -> bytes:
        self.running += 1
        self.most = max(self.most, self.running)
        self.begun.set()
        assert self.go.wait(20)
        self.running -= 1
        self.made += 1
        return b"file"


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Iterator[Press]:
    press = Press()
    monkeypatch.setitem(TYPESET, "pdf", press)
    yield press
    press.go.set()


async def test_a_crowd_makes_one_file_at_a_time_and_others_are_told_to_come_again(press: Press) -> None:
    asked = [asyncio.create_task(making.make("pdf", {"n": n})) for n in range(ONE_AND_THOSE_WHO_WAIT)]
    await asyncio.to_thread(press.begun.wait, 10)
    # A refusal waits for nothing: the task has ended in its first turn, or it stands in the line.
    too_many = asyncio.create_task(making.make("pdf", {"n": "one too many"}))
    await asyncio.wait({too_many}, timeout=0.05)
    if not too_many.done():
        press.go.set()
        await asyncio.gather(*asked, too_many)
        pytest.fail("the line has no end")
    with pytest.raises(Unavailable, match="Try again"):
        await too_many
    # Every other thread is free for live boards and other forms all the while.
    assert (await asyncio.wait_for(making.make("json", HALL), 10)).startswith(b"{")
    press.go.set()
    assert await asyncio.gather(*asked) == [b"file"] * len(asked)
    assert press.most == making.AT_ONCE
    assert await making.make("pdf", {"n": "later"}) == b"file"


async def test_people_who_ask_for_the_same_decision_share_one_making(press: Press) -> None:
    other = asyncio.create_task(making.make("pdf", {}, link="l", known_as="b"))
    await asyncio.to_thread(press.begun.wait, 10)
    asked = [asyncio.create_task(making.make("pdf", {}, link="l", known_as="a")) for _ in range(200)]
    await asyncio.wait(asked, timeout=0.01)
    # Who leaves while the file still waits takes it from nobody.
    asked[0].cancel()
    await asyncio.wait(asked[:1], timeout=1)
    press.go.set()
    assert await asyncio.gather(*asked[1:], other) == [b"file"] * 200
    assert press.made == 2


async def test_a_fault_of_the_typesetter_reaches_who_asked_and_nobody_after(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_record: record.Json, _link: str | None) -> bytes:
        raise RuntimeError("no ink")

    with monkeypatch.context() as broken:
        broken.setitem(TYPESET, "pdf", fail)
        with pytest.raises(RuntimeError, match="no ink"):
            await making.make("pdf", {}, known_as="a")
    assert (await making.make("svg", record.build(samples.alone()), known_as="a")).startswith(b"<svg")
