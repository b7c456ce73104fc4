"""Replies to a recap: from the form to the people of the session, to other readers, and back to whoever wrote."""

import asyncio
import logging
import uuid

import httpx
import pytest

from board.live.storage_health import StorageHealth
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.words import say
from board.worksessions import SessionRooms
from board.worksessions.rules.replying import Boxes, Reply
from tests.brainstorm.database import rows
from tests.worksessions.clients import Work
from tests.worksessions.replying import replies, sends
from tests.worksessions.test_recaps import words

pytestmark = pytest.mark.anyio


async def test_a_reply_reaches_the_session_at_once_and_readers_when_it_is_let_in(
    running: Work, recap: str, mara: httpx.AsyncClient
) -> None:
    answer = await sends(mara, recap, helped="The map.", unclear="Who pays?\r\nAnd when?")
    assert answer.status_code == 303
    await running.lead.tab.until(lambda tab: tab.notice["replies"] != 0)
    [one] = await replies(running)
    assert (one["helped"], one["unclear"], one["missing"]) == ("The map.", "Who pays?\nAnd when?", "")
    assert (one["recap"], one["session"], one["shown"], one["answer"]) == (recap, running.id, False, None)
    async with httpx.AsyncClient(base_url=running.server.base) as other:
        assert "Who pays?" not in (await other.get(f"/recaps/{recap}")).text
        await running.lead.tab.ok("show_feedback", feedback=one["feedback"], shown=True)
        assert "Who pays?" in (await other.get(f"/recaps/{recap}")).text
        await running.lead.tab.ok("show_feedback", feedback=one["feedback"], shown=False)
        assert "Who pays?" not in (await other.get(f"/recaps/{recap}")).text


async def test_whoever_wrote_finds_the_answer_on_the_page(running: Work, recap: str, mara: httpx.AsyncClient) -> None:
    sent = await sends(mara, recap, missing="A price.")
    page = await mara.get(sent.headers["location"])
    assert say("reply-sent") in page.text
    assert "A price." in words(page)
    assert say("reply-own-waits") in words(page)
    [one] = await replies(running)
    await running.lead.tab.ok("answer_feedback", feedback=one["feedback"], answer="not_yet", note="We ask Iris first.")
    answered = words(await mara.get(f"/recaps/{recap}"))
    assert "Not yet. We ask Iris first." in answered
    async with httpx.AsyncClient(base_url=running.server.base) as other:
        assert "We ask Iris first." not in (await other.get(f"/recaps/{recap}")).text
    await running.lead.tab.ok("answer_feedback", feedback=one["feedback"], answer="changed", note="Table in section 2")
    assert "We changed it. Table in section 2" in words(await mara.get(f"/recaps/{recap}"))


async def test_the_cookie_of_a_reader_goes_to_this_recap_alone(recap: str, mara: httpx.AsyncClient) -> None:
    first = (await sends(mara, recap, helped="x")).headers["set-cookie"]
    assert f"Path=/recaps/{recap}" in first
    assert "HttpOnly" in first
    again = (await sends(mara, recap, helped="y")).headers["set-cookie"]
    assert first.partition(";")[0] == again.partition(";")[0]


async def test_the_same_as_json(running: Work, recap: str, mara: httpx.AsyncClient) -> None:
    answer = await mara.post(f"/recaps/{recap}/feedback", json={"helped": "😀" * limits.REPLY, "unclear": None})
    assert answer.status_code == 201, answer.text
    assert [one["feedback"] for one in await replies(running)] == [answer.json()["feedback"]]
    for body, code in (
        ({}, "reply_empty"),
        ({"missing": "x" * (limits.REPLY + 1)}, "too_long"),
        ({"helped": 1}, "broken_form"),
        ([], "broken_form"),
    ):
        refused = await mara.post(f"/recaps/{recap}/feedback", json=body)
        assert (refused.status_code, refused.json()["code"]) == (422, code)


async def test_a_form_that_cannot_be_kept_comes_back_with_everything_typed(
    running: Work, recap: str, mara: httpx.AsyncClient
) -> None:
    long = "<b>x" * limits.REPLY
    refused = await sends(mara, recap, helped="The <map>", missing=long)
    assert refused.status_code == 422
    assert "The &lt;map&gt;" in refused.text
    assert refused.text.count("&lt;b&gt;x") == limits.REPLY
    assert say(Refusal.TOO_LONG, limit=limits.REPLY, length=len(long)) in refused.text
    empty = await sends(mara, recap, helped=" ")
    assert (empty.status_code, say(Refusal.REPLY_EMPTY) in empty.text) == (422, True)
    assert await replies(running) == []


async def test_five_a_minute_and_nothing_typed_is_lost(running: Work, recap: str, mara: httpx.AsyncClient) -> None:
    assert [(await sends(mara, recap, helped=str(n))).status_code for n in range(5)] == [303] * 5
    refused = await sends(mara, recap, helped="The sixth")
    assert (refused.status_code, "The sixth" in refused.text) == (429, True)
    assert int(refused.headers["retry-after"]) > 50
    running.server.clock.advance(60)
    assert [(await sends(mara, recap, helped=str(n))).status_code for n in range(5)] == [303] * 5
    running.server.clock.advance(3600)
    assert (await sends(mara, recap, helped="The eleventh")).status_code == 429
    assert len(await replies(running)) == 10


async def test_who_reads_the_replies(running: Work, recap: str, mara: httpx.AsyncClient) -> None:
    await sends(mara, recap, helped="x")
    address = f"/api/worksessions/{running.id}/feedback"
    statuses = [(await member.get(address)).status_code for member in running.members]
    assert statuses == [200] * len(running.members)
    async with httpx.AsyncClient(base_url=running.server.base) as screen:
        await screen.get(running.links["read"])
        assert (await screen.get(address)).status_code == 403
    assert (await mara.get(address)).status_code == 404


async def test_two_hundred_wait_and_the_oldest_gives_way(running: Work, recap: str) -> None:
    rooms: SessionRooms = running.server.provided("session_rooms")
    room = await rooms.find(running.id)
    assert room is not None

    async def comes(at: int) -> None:
        reply = Reply(session=running.id, recap=recap, at=at, claim=b"c", said=Boxes(helped=f"at {at}"))
        await rooms.reply(room, str(uuid.uuid4()), reply)

    await asyncio.gather(*(comes(at) for at in range(limits.REPLIES)))
    oldest = next(one for one in await replies(running) if one["helped"] == "at 0")
    await running.lead.tab.ok("show_feedback", feedback=oldest["feedback"], shown=True)
    await comes(1000)
    assert len(await replies(running)) == limits.REPLIES + 1, "one that was let in does not wait"
    await comes(1001)
    held = {one["helped"] for one in await replies(running)}
    assert (len(held), "at 0" in held, "at 1" in held, "at 1001" in held) == (limits.REPLIES + 1, True, False, True)
    assert rows(running.server.file, "SELECT count(*) FROM recap_feedback") == [(limits.REPLIES + 1,)]


async def test_what_cannot_be_stored_is_not_lost_and_does_not_count(
    running: Work, recap: str, mara: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StorageHealth, "readonly", property(lambda _: True))
    for _ in range(limits.REPLIES_IN_ALL + 1):
        refused = await sends(mara, recap, helped="Still here")
        assert (refused.status_code, "Still here" in refused.text) == (503, True)
    monkeypatch.undo()
    assert (await sends(mara, recap, helped="Still here")).status_code == 303


async def test_no_log_line_and_no_column_says_who_replied(
    running: Work, recap: str, mara: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for number in range(6):
        await sends(mara, recap, helped=f"private words {number}")
    token = mara.cookies[f"reply_{recap[:16]}"]
    logged = "\n".join(
        str(record.getMessage()) for record in caplog.records if record.name.startswith(("board", "shortlist"))
    )
    assert [text for text in ("private words", token, "127.0.0.1") if text in logged] == []
    stored = repr(rows(running.server.file, "SELECT * FROM recap_feedback"))
    assert (token in stored, "127.0.0.1" in stored) == (False, False)
