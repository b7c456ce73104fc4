"""Replaced and deleted values leave tombstones in a Yjs document; a new epoch drops them before they add up."""

import pytest

from board.canvas.writer import Canvas
from board.live.stored import governed, update_log
from board.protocol.document import Place
from board.protocol.phases import Phase
from tests.brainstorm.database import rows
from tests.brainstorm.in_memory import Table, new, participant
from tests.cast import Group


def test_tombstones_are_counted_and_survive_loading() -> None:
    canvas = Canvas()
    with canvas.change() as made:
        for key in ("a", "b", "c"):
            canvas.put("places", key, Place(None, "a"))
        canvas.put("places", "a", Place(None, "b"))
        canvas.put("places", "a", Place(None, "b"))
        canvas.drop("places", "b")
        canvas.drop("places", "b")
    assert canvas.tombstones == 2
    assert Canvas(made).tombstones == 2
    assert canvas.shuffled().tombstones == 0


def test_many_clients_are_read_from_a_state_vector() -> None:
    updates: list[bytes] = []
    for number in range(300):
        canvas = Canvas(updates)
        with canvas.change() as made:
            canvas.put_meta(question=f"{number}")
            canvas.put("places", f"{number}", Place(None, "a"))
        updates += made
    assert Canvas(updates).tombstones == 299


def test_merging_and_undoing_does_not_grow_the_state_without_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(governed, "MOST_TOMBSTONES", 2_000)
    table = Table(Phase.CLUSTER)
    person, ideas, into, merge = participant(), table.show(40), new(), new()
    table.give(person, "name_cluster", cluster=into, name="")
    fresh, largest = len(table.board.canvas.shuffled().state()), 0
    for _ in range(150):
        assert table.merge(person, ideas, into=into, merge=merge).answer == "ok"
        assert table.give(person, "undo_merge", merge=merge).answer == "ok"
        largest = max(largest, len(table.board.canvas.state()))
    # 12,000 places were replaced; at about 13 bytes each that would be 150 kB.
    assert table.board.epoch > 4
    assert largest < fresh + 2_200 * 20


async def test_pages_go_on_through_the_new_epoch(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    ideas = [idea.id for idea in await group.writes(5)]
    await group.goes("cluster")
    monkeypatch.setattr(governed, "MOST_TOMBSTONES", 25)
    before = group.pia.notice["epoch"]
    for number in range(40):
        await group.ben.ok("place_idea", idea=ideas[number % 5], cluster=None, rank=f"a{number:02}V")
    ((epoch,),) = rows(group.server.file, "SELECT epoch FROM boards")
    assert isinstance(epoch, int)
    assert epoch > before
    for tab in (group.pia, group.fay, group.olu):
        await tab.until(lambda tab: tab.notice["epoch"] == epoch and tab.synced)
        await tab.until(lambda tab: tab.root("places")[ideas[4]]["rank"] == "a39V")
        assert set(tab.root("ideas")) == set(ideas)
    assert len(rows(group.server.file, "SELECT epoch FROM log WHERE epoch <> (SELECT epoch FROM boards)")) == 0


async def test_a_large_document_is_not_written_whole_at_every_change(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    ideas = [idea.id for idea in await group.writes(6)]
    await group.goes("cluster")
    into = new()
    for _ in range(30):
        await group.fay.ok("merge", merge=new(), into=into, **{"from": ideas})
    monkeypatch.setattr(update_log, "MOST_BYTES", 1_000)
    counts = []
    for number in range(40):
        await group.pia.ok("place_idea", idea=ideas[number % 6], cluster=None, rank=f"b{number:02}V")
        counts.append(len(rows(group.server.file, "SELECT seq FROM log")))
    assert counts.count(1) <= 2, "the snapshot is several thousand bytes, and a change is a hundred"
