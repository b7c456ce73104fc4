"""Hostile frames on the text while an honest person types: both texts are equal afterwards, and nobody is silenced."""

from collections.abc import Callable
from typing import Any, cast

import pytest
from pycrdt import Array, Doc, Map, Text

from board.live.transport.close_codes import Close
from board.people import cookie
from board.worksessions.engine.committer import NEW_CLIENTS
from board.worksessions.engine.document_kind import TEXT
from board.worksessions.text.shared import log_of
from board.worksessions.text.update import UPLOAD
from tests.brainstorm.bystanders import watched
from tests.brainstorm.wire import head, sized
from tests.worksessions.clients import Work
from tests.worksessions.text.updates import KEY, STRING, deletions, gc, item, section, string, update
from tests.worksessions.text_pages import AWARENESS, ROOT, STEP_1, SYNC, UPDATE, TextPage, state

pytestmark = pytest.mark.anyio

BEN = 77
SLOW = 0.5
"""seconds of the loop that an attack may take at most on a machine five times as slow as it should be"""
"""a client id of the attacker"""


def of(write: Callable[["Doc[Any]"], object]) -> bytes:
    """The update of whatever a library can do to a document."""
    doc: Doc[Any] = Doc(client_id=BEN)
    write(doc)
    return doc.get_update()


def embed(doc: "Doc[Any]") -> None:
    doc.get("artifact", type=Text).insert_embed(0, {"image": "x"})


def formats(doc: "Doc[Any]") -> None:
    doc.get("artifact", type=Text).insert(0, "bold", {"bold": True})


def subdocument(doc: "Doc[Any]") -> None:
    doc.get("artifact", type=Map)["key"] = Doc()


def other_root(doc: "Doc[Any]") -> None:
    doc.get("other", type=Text).insert(0, "x")


def array(doc: "Doc[Any]") -> None:
    doc.get("artifact", type=Array).append("x")


def forged(ana: TextPage) -> bytes:
    """Under Ana's client, at the clock that it will use next."""
    client = int(ana.doc.client_id)
    return update(section(client, ana.own_clock, string("EVIL", (client, ana.own_clock - 1))))


def ahead(ana: TextPage) -> bytes:
    """Deletes what Ana is going to write."""
    client = int(ana.doc.client_id)
    return update(deleted=[deletions(client, (ana.own_clock, 50))])


REFUSED: dict[str, Callable[[TextPage], bytes]] = {
    "a forged client": forged,
    "an embed": lambda _: of(embed),
    "a format": lambda _: of(formats),
    "a subdocument": lambda _: of(subdocument),
    "a key of the root": lambda _: update(section(BEN, 0, item(STRING | KEY, sized(b"key") + b"\1x"))),
    "another root": lambda _: of(other_root),
    "an item of an array": lambda _: of(array),
    "U+0000": lambda _: update(section(BEN, 0, string("a\0b"))),
    "a struct that was collected": lambda _: update(section(BEN, 0, gc(5), string("x", (BEN, 4)))),
    "3,600 clients": lambda _: update(*(section(1000 + at, 0, string("x")) for at in range(3600))),
    "too many clients for one frame": lambda _: update(*(section(1000 + at, 0, string("x")) for at in range(9))),
    "a thousand structs at one place": lambda _: update(section(BEN, 0, *(string("x") for _ in range(1000)))),
    "an unknown content": lambda _: update(section(BEN, 0, item(8, b"\1\x7d\1"))),
    "bytes of another format": lambda _: b"\xff" * 40,
}
HEALED: dict[str, Callable[[TextPage], bytes]] = {
    "a deletion of what is not there yet": ahead,
    "a gap": lambda _: update(section(BEN, 5, string("x", (BEN, 4)))),
    "a neighbour that is not there": lambda _: update(section(BEN, 0, string("x", (999, 3)))),
}


async def fair(ana: TextPage, work: Work) -> str:
    """Ana types on, it is saved, and whoever comes reads what Ana reads."""
    ana.type("hello ", 0)
    ana.type("world ", 6)
    await ana.saved()
    late = await TextPage.opened(work.lead)
    await late.until(lambda: str(late) == str(ana))
    assert str(ana).startswith("hello world ")
    assert await work.text() == str(ana)
    return str(ana)


@pytest.mark.parametrize("attack", REFUSED)
async def test_what_nobody_writes_closes_the_page_that_sends_it(running: Work, attack: str) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    ana.type("Ana was here. ", 0)
    await ana.saved()
    frame = REFUSED[attack](ana)
    async with watched(SLOW):
        ben.update(frame)
        assert await ben.closed() == Close.UPDATE_REFUSED
        text = await fair(ana, running)
    assert "EVIL" not in text
    assert "\0" not in text


@pytest.mark.parametrize("attack", HEALED)
async def test_what_builds_on_nothing_is_not_kept(running: Work, attack: str) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    ana.type("Ana was here. ", 0)
    await ana.saved()
    frame = HEALED[attack](ana)
    async with watched(SLOW):
        for _ in range(3):
            ben.update(frame)
        await fair(ana, running)
    # What the gap hid does not appear with its filler.
    ben.type("Ben, honestly. ", 0)
    await ana.until(lambda: str(ana).startswith("Ben, honestly. hello world "))
    await fair(ana, running)


async def test_a_gap_hides_no_embed(running: Work) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    hidden = item(5, sized(b'{"image":"x"}'), (BEN, 0))
    ben.update(update(section(BEN, 1, hidden, string("z", (BEN, 1)))))
    assert await ben.closed() == Close.UPDATE_REFUSED
    again = await TextPage.opened(running.members[1])
    again.update(update(section(BEN, 0, string("filler "))))
    await ana.until(lambda: "filler " in str(ana))
    await fair(ana, running)
    assert all(isinstance(run, str) for run, _ in ana.doc.get(ROOT, type=Text).diff())


async def test_crossed_neighbours_are_refused(running: Work) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    ana.type("abcdef", 0)
    await ana.saved()
    client = int(ana.doc.client_id)
    ben.update(update(section(BEN, 0, string("x", (client, 4), (client, 1)))))
    assert await ben.closed() == Close.UPDATE_REFUSED
    await fair(ana, running)


async def test_structs_between_distant_neighbours_hold_nobody_up(running: Work) -> None:
    """Each would be compared with everything between its neighbours."""
    ana, ben = [await TextPage.opened(one) for one in running.members]
    typed: Doc[Text] = Doc(client_id=int(ana.doc.client_id))
    text = typed.get("artifact", type=Text)
    text.insert(0, "a")
    for _ in range(4999):
        text.insert(1, "a")
    with ana.losing():
        ana.doc.apply_update(typed.get_update())
    ana.update(typed.get_update())
    await ana.saved()
    client = int(ana.doc.client_id)
    frame = update(section(BEN, 0, *(string("x", (client, 0), (client, at)) for at in range(1, 301))))
    async with watched(SLOW):
        ben.update(frame)
        assert await ben.closed() == Close.UPDATE_REFUSED
        await fair(ana, running)


@pytest.mark.parametrize(
    "said",
    [b"", b"\1", b"\xff" * 20, head(1, BEN, 1) + sized(b"{"), head(1, BEN, 1) + sized(b"[" * 500), head(600)],
    ids=map(str, range(6)),
)
async def test_malformed_awareness_reaches_nobody(running: Work, said: bytes) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    ben.put(bytes((AWARENESS,)) + sized(said))
    ben.put(bytes((AWARENESS,)) + sized(state(BEN, 2, {"cursor": "x" * 5000})))
    await fair(ana, running)
    assert ana.cursors == {}


async def test_nobody_speaks_for_somebody_else(running: Work) -> None:
    """Stock clients send on whatever they heard, so it is ignored and not counted as bad."""
    ana, ben = [await TextPage.opened(one) for one in running.members]
    late = await TextPage.opened(running.lead)
    ana.points({"cursor": "Ana's"})
    client = int(ana.doc.client_id)
    await late.until(lambda: late.cursors.get(client) is not None)
    ben.points({"cursor": "Ben's", "person": running.lead.person, "user": {"name": "Ana"}})
    for clock in range(2, 20):
        forged = state(client, clock, {"cursor": "forged", "person": running.lead.person})
        foreign = state(123_456, clock, {"cursor": "nobody's"})
        for said in (forged, foreign, state(client, clock, None)):
            ben.put(bytes((AWARENESS,)) + sized(said))
    await late.until(lambda: int(ben.doc.client_id) in late.cursors)
    await fair(ana, running)
    assert late.cursors == {
        client: {"person": running.lead.person, "cursor": "Ana's"},
        int(ben.doc.client_id): {"person": running.members[1].person, "cursor": "Ben's"},
    }


@pytest.mark.parametrize("kind", [UPDATE, STEP_1], ids=["update", "state vector"])
@pytest.mark.parametrize("size", [TEXT.max_frame + 1, TEXT.max_message, 2**20])
async def test_a_frame_that_is_too_large_closes_its_page_alone(running: Work, size: int, kind: int) -> None:
    """The largest is more than the websocket takes, so that nobody reads what it is."""
    ana, ben = [await TextPage.opened(one) for one in running.members]
    frame = head(SYNC, kind) + sized(bytes(size))
    async with watched(SLOW):
        ben.put(frame[:size])
        assert await ben.closed() == Close.TOO_LARGE
        await fair(ana, running)


async def test_a_frame_of_64_kilobytes_is_text_like_any_other(running: Work) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    async with watched(SLOW):
        ben.type("b" * 64 * 1024)
        await ben.saved()
        await ana.until(lambda: str(ana).endswith("b" * 64 * 1024))
        await fair(ana, running)


async def test_a_megabyte_that_is_posted_holds_nobody_up(running: Work) -> None:
    """One of text, and one of what is not."""
    ana = await TextPage.opened(running.lead)
    alone: Doc[Text] = Doc()
    alone.apply_update(ana.doc.get_update())
    alone.get(ROOT, type=Text).insert(0, "😀" * 240_000)
    text = alone.get_update(ana.doc.get_state())
    nonsense = update(section(BEN, 0, string("x")))[:-1] + b"\xff" * (UPLOAD.bytes - 100)
    assert 900_000 < len(text) < UPLOAD.bytes
    ben = running.members[1]
    address = f"/worksessions/{running.id}/updates?epoch=1"
    async with watched(SLOW):
        assert (await ben.post(address, content=nonsense)).status_code == 422
        assert (await ben.post(address, content=text)).status_code == 204
        await ana.until(lambda: len(str(ana)) > 240_000)
    await fair(ana, running)


async def test_a_state_vector_that_claims_more_than_it_holds_is_not_read(running: Work) -> None:
    """The library would reserve memory for all that it claims."""
    ana, ben = [await TextPage.opened(one) for one in running.members]
    async with watched(SLOW):
        for _ in range(3):
            ben.put(head(SYNC, STEP_1) + sized(head(2**31) + b"\1\1"))
        assert await ben.closed() == Close.BAD_FRAMES
        await fair(ana, running)


async def test_who_sends_the_same_again_and_again_is_read_less_and_less_often(running: Work) -> None:
    """A stock provider connects again at once after each close, whatever its code says."""
    ana = await TextPage.opened(running.lead)
    ben, clock = running.members[1], running.server.clock
    rooms = running.server.provided("session_rooms")
    (value,) = ben.http.cookies.values()
    person = cookie.identify(cast("cookie.Pass", cookie.read(value)), (await rooms.find(running.id)).links)
    limit = rooms.senders.bucket(log_of(running.id), person)
    for wait in (1, 2, 4, 8):
        page = await TextPage.opened(ben, ours=False)
        before = clock.now()
        page.update(REFUSED["a format"](ana))
        assert await page.closed() == Close.UPDATE_REFUSED
        assert limit.delay() <= wait <= limit.delay() + clock.now() - before
        clock.advance(wait)
    await fair(ana, running)


async def test_a_state_vector_of_millions_is_answered_like_any_other(running: Work) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    for at in range(20):
        ben.put(head(SYNC, 0) + sized(head(1, 1000 + at, 5_000_000)))
    await fair(ana, running)


async def test_a_page_that_is_loaded_again_and_again_is_slowed_down(running: Work) -> None:
    """Each load writes under a new client, of which a text holds a limited number."""
    ana, ben = [await TextPage.opened(one) for one in running.members]
    for at in range(NEW_CLIENTS.burst + 1):
        ben.update(update(section(10_000 + at, 0, string("x"))))
    assert await ben.closed() == Close.UPDATE_REFUSED
    await fair(ana, running)
