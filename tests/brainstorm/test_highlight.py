"""What the facilitator points to: an idea or a group that everybody can read, until it goes away or the phase ends."""

import pytest

from board.live.commands import OK
from board.people.cookie import Person
from board.protocol.phases import Phase
from board.protocol.refusals import Refusal
from tests.brainstorm.in_memory import Table, facilitator, new
from tests.cast import Group

FAY = facilitator()


def points(table: Table) -> tuple[str | None, str]:
    meta = table.board.meta
    return meta.highlight, meta.highlight_as


@pytest.fixture
def table() -> Table:
    return Table(Phase.CLUSTER)


def grouped(table: Table, ideas: int = 2, *, by: Person = FAY) -> tuple[str, list[str]]:
    """A highlighted group with this number of ideas."""
    keys, cluster = table.show(ideas), new()
    assert table.merge(by, keys, into=cluster) is OK
    assert table.give(FAY, "highlight_idea", idea=cluster) is OK
    assert points(table) == (cluster, "one")
    return cluster, keys


def test_an_idea_is_shown_alone_or_with_its_page(table: Table) -> None:
    one, other = table.show(2)
    for fields, shown in (
        ({"idea": one}, (one, "one")),
        ({"idea": other, "as": "page"}, (other, "page")),
        ({"idea": one, "as": "page"}, (one, "page")),
        ({"idea": one}, (one, "one")),
        ({"idea": other, "as": "page"}, (other, "page")),
        ({"idea": None, "as": "page"}, (None, "one")),
    ):
        assert table.give(FAY, "highlight_idea", **fields) is OK
        assert points(table) == shown


def test_what_is_not_on_the_board_or_holds_nothing_is_refused(table: Table) -> None:
    empty = new()
    assert table.give(FAY, "name_cluster", cluster=empty, name="nobody home") is OK
    for key in (new(), empty):
        refused = table.give(FAY, "highlight_idea", idea=key)
        assert refused.reason is not None
        assert refused.reason.code is Refusal.NOT_TO_SHOW
    assert points(table) == (None, "one")


def test_a_group_is_shown_until_it_is_dissolved(table: Table) -> None:
    cluster, _ = grouped(table)
    assert table.give(FAY, "dissolve_cluster", cluster=cluster) is OK
    assert points(table) == (None, "one")


def test_a_group_is_shown_until_its_last_idea_leaves(table: Table) -> None:
    cluster, ideas = grouped(table)
    for idea, shown in zip(ideas, (cluster, None), strict=True):
        assert table.give(FAY, "place_idea", idea=idea, cluster=None) is OK
        assert points(table) == (shown, "one")


def test_a_group_is_shown_until_it_goes_into_another_one(table: Table) -> None:
    cluster, _ = grouped(table)
    assert table.merge(FAY, [cluster]) is OK
    assert points(table) == (None, "one")


def test_a_group_is_shown_until_the_merge_that_made_it_is_undone(table: Table) -> None:
    ideas, cluster, merge = table.show(2), new(), new()
    assert table.merge(FAY, ideas, into=cluster, merge=merge) is OK
    assert table.give(FAY, "highlight_idea", idea=cluster, **{"as": "page"}) is OK
    assert table.give(FAY, "undo_merge", merge=merge) is OK
    assert points(table) == (None, "one")


async def test_a_group_is_shown_until_its_name_or_its_ideas_are_hidden(group: Group) -> None:
    ideas = [idea.id for idea in await group.writes(3)]
    await group.goes("cluster")
    cluster = new()
    await group.pia.ok("merge", merge=new(), into=cluster, name="a name", **{"from": ideas[:2]})
    await group.fay.ok("highlight_idea", idea=cluster)
    await group.olu.until(lambda tab: tab.meta("highlight") == cluster)
    await group.fay.ok("hide_idea", idea=cluster, hidden=True)
    await group.olu.until(lambda tab: tab.meta("highlight") is None)
    await group.fay.ok("highlight_idea", idea=cluster)
    await group.fay.ok("hide_idea", idea=ideas[0], hidden=True)
    await group.olu.until(lambda tab: ideas[0] not in tab.root("ideas") and tab.meta("highlight") == cluster)
    await group.fay.ok("hide_idea", idea=ideas[1], hidden=True)
    await group.olu.until(lambda tab: tab.meta("highlight") is None)


async def test_an_idea_is_shown_until_its_author_takes_it_back(group: Group) -> None:
    (idea, _) = await group.writes(2)
    await group.goes("reveal")
    await group.fay.ok("highlight_idea", idea=idea.id, **{"as": "page"})
    await group.olu.until(lambda tab: (tab.meta("highlight"), tab.meta("highlight_as")) == (idea.id, "page"))
    await group.pia.ok("withdraw_idea", idea=idea.id, secret=idea.secret)
    assert group.olu.meta("highlight") == idea.id, "nothing that others receive depends on a change that waits"
    await group.released()
    await group.olu.until(lambda tab: (tab.meta("highlight"), tab.meta("highlight_as")) == (None, "one"))


async def test_each_phase_begins_with_nothing_shown_and_the_freeze_ends_it(group: Group) -> None:
    (idea, *_) = await group.writes(3)
    for phase in ("reveal", "cluster"):
        await group.goes(phase)
        assert group.olu.meta("highlight") is None
        await group.fay.ok("highlight_idea", idea=idea.id, **{"as": "page"})
    await group.goes("vote")
    assert (group.olu.meta("highlight"), group.olu.meta("highlight_as")) == (None, "one")
    assert (await group.fay.do("highlight_idea", idea=idea.id))["code"] == "not_now"
    await group.goes("decide")
    await group.fay.ok("highlight_idea", idea=idea.id)
    await group.olu.until(lambda tab: tab.meta("highlight") == idea.id)
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[idea.id])
    await group.fay.ok("freeze")
    await group.olu.until(lambda tab: tab.phase == "frozen" and tab.synced)
    assert group.olu.meta("highlight") is None
    await group.fay.ok("correct")
    await group.fay.ok("highlight_idea", idea=idea.id)
    await group.fay.ok("freeze")
    await group.olu.until(lambda tab: tab.phase == "frozen" and tab.synced and tab.meta("highlight") is None)
