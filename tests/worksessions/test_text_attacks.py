"""Hostile frames on the text while an honest person types: both texts are equal afterwards, and nobody is silenced."""

from collections.abc import Callable
from typing import Any

import pytest
from pycrdt import Array, Doc, Map, Text

from board.live.transport.close_codes import Close
from board.worksessions.engine.committer import NEW_CLIENTS
from tests.brainstorm.wire import head, sized
from tests.worksessions.clients import Work
from tests.worksessions.text.updates import deletions, gc, item, section, string, update
from tests.worksessions.text_pages import AWARENESS, SYNC, TextPage, state

pytestmark = pytest.mark.anyio

BEN = 77
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
    ben.update(REFUSED[attack](ana))
    assert await ben.closed() == Close.UPDATE_REFUSED
    text = await fair(ana, running)
    assert "EVIL" not in text
    assert "\0" not in text


@pytest.mark.parametrize("attack", HEALED)
async def test_what_builds_on_nothing_is_not_kept(running: Work, attack: str) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    ana.type("Ana was here. ", 0)
    await ana.saved()
    for _ in range(3):
        ben.update(HEALED[attack](ana))
    await fair(ana, running)
    # What the gap hid does not appear with its filler.
    ben.type("Ben, honestly. ", 0)
    await ana.until(lambda: str(ana).startswith("Ben, honestly. hello world "))
    await fair(ana, running)


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
    ben.update(update(section(BEN, 0, *(string("x", (client, 0), (client, at)) for at in range(1, 301)))))
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
