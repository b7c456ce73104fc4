"""A new epoch is a new document with the same content: nothing of the old one comes after the notice that names it."""

import uuid
from typing import Any

from pycrdt import Decoder, Doc

from tests.brainstorm import wire
from tests.brainstorm.clients import Tab
from tests.brainstorm.wire import Json
from tests.cast import Group


def states(tab: Tab) -> int:
    """How many whole documents this page was sent."""
    return sum(frame.kind == wire.SYNC and frame.step == wire.STEP_2 for frame in map(wire.read, tab.frames))


def epochs(tab: Tab) -> list[int]:
    return sorted({notice["epoch"] for notice in tab.notices})


def writers(doc: "Doc[Any]") -> set[bytes]:
    """The client ids in a state vector, as bytes."""
    decoder = Decoder(doc.get_state())
    found = set()
    for _ in range(decoder.read_var_uint()):
        found.add(wire.head(decoder.read_var_uint()))
        decoder.read_var_uint()
    return found


async def grouped(group: Group) -> dict[str, Json]:
    await group.goes("diverge")
    for number in range(12):
        await (group.pia, group.ben)[number % 2].write(f"idea {number}")
    await group.goes("cluster")
    cluster = str(uuid.uuid4())
    await group.pia.ok("merge", merge=str(uuid.uuid4()), into=cluster, **{"from": list(group.pia.root("ideas"))[:4]})
    await group.ben.ok("name_cluster", cluster=cluster, name="some")
    await group.goes("vote")
    return group.olu.all()


async def test_the_new_document_holds_what_the_old_one_held(group: Group) -> None:
    before = await grouped(group)
    old = group.olu.doc
    await group.goes("decide")
    after = group.olu.all()
    changed = {"phase", "rounds", "proposal", "counts", "highlight"}
    for root, content in before.items():
        kept = {key: value for key, value in after[root].items() if root != "meta" or key not in changed}
        assert kept == {key: value for key, value in content.items() if root != "meta" or key not in changed}
    assert len(writers(old)) == len(writers(group.olu.doc)) == 1
    assert not writers(old) & writers(group.olu.doc)


async def test_every_page_is_sent_one_state_for_each_epoch(group: Group) -> None:
    await grouped(group)
    await group.goes("decide")
    for tab in (group.fay, group.pia, group.ben, group.olu):
        assert epochs(tab) == [1, 2, 3]
        assert states(tab) == 3, "and `Tab` itself fails for a change that comes before its state"


async def test_the_notice_comes_before_anything_of_the_epoch(group: Group) -> None:
    await group.goes("diverge")
    await group.pia.write("the only idea")
    await group.goes("reveal")
    for tab in (group.pia, group.fay):
        epoch = 0
        for frame in map(wire.read, tab.frames):
            if frame.kind == wire.NOTICE:
                epoch = frame.json["epoch"]
            elif b"the only idea" in frame.body:
                assert epoch == 2


async def test_an_old_state_vector_gets_the_whole_new_document(group: Group) -> None:
    await group.writes(30)
    await group.goes("reveal")
    old = group.ben.doc.get_state()
    await group.goes("vote")
    await group.goes("decide")
    socket = await group.browser("ben").dial()
    await socket.send(wire.ask(old))
    doc: Doc[Any] = Doc()
    while wire.read(frame := await socket.recv(decode=False)).kind != wire.SYNC:
        pass
    doc.apply_update(wire.read(frame).body)
    assert doc.get_state() == group.ben.doc.get_state()
    await socket.close()


async def test_a_page_that_has_not_asked_yet_is_sent_nothing_of_the_epoch(group: Group) -> None:
    await group.goes("diverge")
    idea = await group.pia.write("an idea")
    socket = await group.browser("ben").dial()
    await socket.send(wire.ask(b"\0"))
    while wire.read(await socket.recv(decode=False)).kind != wire.SYNC:
        pass
    await group.goes("reveal")
    await group.fay.ok("highlight_idea", idea=idea.id)
    await socket.send(wire.command({"id": "now", "do": "undo_merge", "merge": str(uuid.uuid4())}))
    seen = [wire.read(await socket.recv(decode=False))]
    while seen[-1].kind != wire.ANSWER:
        seen.append(wire.read(await socket.recv(decode=False)))
    first = next(at for at, frame in enumerate(seen) if frame.kind == wire.NOTICE and frame.json["epoch"] == 2)
    assert wire.SYNC not in {frame.kind for frame in seen[first:]}
    await socket.close()


async def test_changes_reach_every_replica_alike(group: Group) -> None:
    await grouped(group)
    await group.goes("cluster")
    ideas = list(group.pia.root("ideas"))
    for number, tab in enumerate((group.pia, group.ben, group.fay, group.pia, group.ben)):
        await tab.ok("place_idea", idea=ideas[number], cluster=None)
    late_comer = await group.browser("olu").open()
    for tab in (group.fay, group.pia, group.ben, group.olu):
        await tab.until(lambda tab: tab.all() == late_comer.all())
        assert tab.doc.get_state() == late_comer.doc.get_state()


async def test_a_board_that_left_memory_comes_back_as_it_was(group: Group) -> None:
    before = await grouped(group)
    await group.pia.ok("cast_ballot", dots={group.options()[0]: 1}, done=True)
    await group.server.settled()
    group.server.rooms._open.clear()
    again = await group.browser("pia").open()
    assert again.all() == before
    assert again.notice["you"]["ballot"]["dots"] == {group.options()[0]: 1}
    assert again.notice["counts"] | {"here": 0} == group.pia.notice["counts"] | {"here": 0}
