"""A failure affects only the command that caused it: no half change shows, and no lost change is confirmed."""

import asyncio
import uuid
from collections.abc import Callable

import pytest
from pycrdt import Doc
from sqlalchemy import Connection

from board.brainstorm.commands import dispatch as registry
from board.brainstorm.commands import ideas
from board.brainstorm.engine import broadcast
from board.brainstorm.state.context import CommandContext
from board.live import journal
from board.live.commands import Answer
from board.protocol.commands import AddIdea
from tests.brainstorm import wire
from tests.brainstorm.clients import Tab, draft
from tests.brainstorm.database import lock_held
from tests.brainstorm.running import eventually, passing
from tests.cast import Group


@pytest.fixture
def marked_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug in the server that only a marked text triggers."""

    def add_idea(context: CommandContext, command: AddIdea) -> Answer:
        answer = ideas.add_idea(context, command)
        if "poison" in command.text:
            raise ZeroDivisionError
        return answer

    monkeypatch.setattr(registry, "HANDLERS", registry.HANDLERS | {AddIdea: add_idea})


async def in_one_batch(group: Group, sendings: list[tuple[Tab, str, dict[str, object]]]) -> list[str]:
    """Gives all these commands while the journal waits; returns their request ids."""
    room = await group.room()
    first = draft("first")
    with lock_held(group.server.file):
        blocking = await group.pia.send("add_idea", idea=first.id, text=first.text, secret=first.secret)
        await eventually(lambda: room.inbox.queued and not room.inbox.jobs)
        requests = [await tab.send(do, **fields) for tab, do, fields in sendings]
        await eventually(lambda: len(room.inbox.jobs) >= len(sendings))
    assert (await group.pia.answer(blocking))["answer"] == "ok"
    return requests


async def test_a_command_that_fails_spoils_nobody_elses(
    group: Group, marked_fails: None, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Tools that configure logging for themselves (import-linter in another test) switch off every logger they find.
    monkeypatch.setattr(journal.log, "disabled", False)
    await group.goes("diverge")
    written = [draft(text) for text in ("good 1", "poison", "good 2", "good 3")]
    tabs = [group.pia, group.ben, group.ben, group.fay]
    sendings: list[tuple[Tab, str, dict[str, object]]] = [
        (tab, "add_idea", {"idea": idea.id, "text": idea.text, "secret": idea.secret})
        for tab, idea in zip(tabs, written, strict=True)
    ]
    requests = await in_one_batch(group, sendings)
    answers = [(await tab.answer(request))["answer"] for tab, request in zip(tabs, requests, strict=True)]
    assert answers == ["ok", "refused", "ok", "ok"]
    assert "A batch of 4 failed: ZeroDivisionError" in caplog.text
    assert "poison" not in caplog.text
    await group.goes("reveal")
    for tab in (group.pia, group.ben, group.olu):
        assert sorted(tab.root("ideas").values()) == ["first", "good 1", "good 2", "good 3"]


async def test_a_phase_change_beside_a_command_that_fails_is_carried_out_once(group: Group, marked_fails: None) -> None:
    await group.goes("diverge")
    poison = draft("poison")
    requests = await in_one_batch(
        group,
        [
            (group.fay, "open_phase", {"phase": "reveal"}),
            (group.ben, "add_idea", {"idea": poison.id, "text": poison.text, "secret": poison.secret}),
        ],
    )
    assert (await group.ben.answer(requests[1]))["answer"] == "refused"
    await group.fay.until(lambda tab: tab.notice["closing"])
    assert requests[0] not in group.fay.answers
    group.server.clock.advance(2.1)
    assert (await group.fay.answer(requests[0]))["answer"] == "ok"
    await group.olu.until(lambda tab: tab.phase == "reveal" and tab.synced)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (rb"\ud800", "command_not_json"),
        (rb"\udfff and more", "command_not_json"),
        (rb"\u0000", "control_character"),
    ],
)
async def test_what_no_text_can_hold_is_refused_alone(group: Group, text: bytes, code: str) -> None:
    await group.goes("diverge")
    bad = draft("")
    raw = b'{"id": "bad", "do": "add_idea", "idea": "%s", "text": "%s", "secret": "%s"}'
    await group.ben.put(wire.command(raw % (bad.id.encode(), text, bad.secret.encode())))
    await group.pia.write("good")
    answer = await group.ben.answer("bad")
    assert answer["answer"] == "refused"
    assert answer["code"] == code
    await group.goes("reveal")
    assert list(group.ben.root("ideas").values()) == ["good"]


async def test_what_is_stored_is_answered_even_when_it_cannot_be_told(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    await group.goes("diverge")

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(broadcast, "_notify", fail)
        idea = draft("stored")
        answered = asyncio.create_task(
            group.browser("pia").command("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
        )
        assert (await answered)["answer"] == "ok"
        assert await group.ben.closed() == 4408
    group.ben = await group.browser("ben").open()
    group.browser("ben").tabs.remove(group.browser("ben").tabs[0])
    assert group.ben.notice["counts"]["ideas"] == 1


async def test_nobody_is_sent_what_is_still_being_stored(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    await group.goes("cluster")
    room = await group.room()
    stored, goes_on = group.server.rooms.journal.writer.write, asyncio.Event()

    async def slow(work: Callable[[Connection], object]) -> object:
        await goes_on.wait()
        return await stored(work)

    monkeypatch.setattr(group.server.rooms.journal.writer, "write", slow)
    request = await group.pia.send("name_cluster", cluster=str(uuid.uuid4()), name="not stored yet")
    await eventually(lambda: room.inbox.in_hand)
    before = len(group.olu.frames)
    await group.olu.put(wire.ask(Doc()))
    await passing(0.1)
    assert not any(b"not stored yet" in frame for frame in group.olu.frames[before:])
    goes_on.set()
    assert (await group.pia.answer(request))["answer"] == "ok"
    await group.olu.until(lambda tab: any(b"not stored yet" in frame for frame in tab.frames[before:]))
