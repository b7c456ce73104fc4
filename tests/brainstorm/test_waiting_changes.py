"""A change of an idea that everybody sees is answered and stored at once, and reaches the others later."""

import asyncio
import uuid

import pytest

from board.brainstorm.phases import waiting_changes
from board.brainstorm.state.values import What
from tests.brainstorm import wire
from tests.brainstorm.chance import tells_nothing
from tests.brainstorm.clients import Tab, Written
from tests.brainstorm.database import cells, rows
from tests.brainstorm.running import eventually, passing
from tests.cast import Group


@pytest.fixture(autouse=True)
def long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """So long that no machine is slow enough to release a change before the test moves the clock."""
    monkeypatch.setattr(waiting_changes, "SHORTEST_WAIT", 600.0)
    monkeypatch.setattr(waiting_changes, "LONGEST_WAIT", 3600.0)


@pytest.fixture
async def shown(group: Group) -> tuple[Group, list[Written]]:
    """A board in Read with two ideas of Pia and one of Ben, whose ideas a third person reads too."""
    await group.joins(1)
    await group.goes("diverge")
    ideas = [await tab.write(f"shown {number}") for number, tab in enumerate((group.pia, group.pia, group.ben))]
    await group.goes("reveal")
    return group, ideas


async def edit(tab: Tab, idea: Written, text: str) -> None:
    await tab.ok("edit_idea", idea=idea.id, text=text, secret=idea.secret)


async def withdraw(tab: Tab, idea: Written) -> None:
    await tab.ok("withdraw_idea", idea=idea.id, secret=idea.secret)


async def sign(tab: Tab, idea: Written, name: str) -> None:
    await tab.ok("sign_idea", idea=idea.id, secret=idea.secret, name=name)


def waiting_rows(group: Group) -> list[tuple[object, ...]]:
    return rows(group.server.file, "SELECT idea, text, withdrawn, name FROM waiting_changes ORDER BY idea")


async def test_the_others_get_nothing_at_the_command(shown: tuple[Group, list[Written]]) -> None:
    group, ideas = shown
    others = (group.fay, group.ben, group.olu, *group.more)
    before = {tab: len(tab.frames) for tab in others}
    await edit(group.pia, ideas[0], "other words")
    await sign(group.pia, ideas[0], "Pia")
    await withdraw(group.pia, ideas[1])
    # The server throttles notices of counts; a page that loads now has them at once.
    assert (await group.browser("olu").boot())["notice"]["counts"]["ideas"] == 3
    await group.fay.ok("highlight_idea", idea=ideas[2].id)
    for tab in others:
        await tab.until(lambda tab: tab.meta("highlight") == ideas[2].id)
        came = [wire.read(frame) for frame in tab.frames[before[tab] :]]
        assert [frame.kind for frame in came if frame.kind != wire.ANSWER] == [wire.SYNC], "the highlight alone"
        assert tab.root("ideas") == {idea.id: idea.text for idea in ideas}
        assert tab.root("signatures") == {}
        assert tab.notice["counts"]["ideas"] == 3
    await group.released()
    for tab in others:
        await tab.until(lambda tab: tab.notice["counts"]["ideas"] == 2)
        await tab.until(lambda tab: tab.root("ideas") == {ideas[0].id: "other words", ideas[2].id: ideas[2].text})
        await tab.until(lambda tab: tab.root("signatures") == {ideas[0].id: "Pia"})
        assert tab.root("numbers").keys() == tab.root("places").keys() == tab.root("ideas").keys()
    assert waiting_rows(group) == []


async def test_a_row_holds_the_change_and_nothing_else(shown: tuple[Group, list[Written]]) -> None:
    group, ideas = shown
    await edit(group.pia, ideas[0], "first try 4711")
    await sign(group.pia, ideas[0], "Pia")
    await edit(group.pia, ideas[0], "second try 4712")
    await sign(group.ben, ideas[2], "")
    assert waiting_rows(group) == sorted([(ideas[0].id, "second try 4712", 0, "Pia"), (ideas[2].id, None, 0, "")])
    await withdraw(group.pia, ideas[0])
    assert (ideas[0].id, None, 1, None) in waiting_rows(group)
    await group.server.settled()
    assert b"first try 4711" not in group.server.stored()
    assert b"second try 4712" not in group.server.stored()


async def test_a_withdrawal_that_waits_is_final_and_known_to_its_author_alone(
    shown: tuple[Group, list[Written]],
) -> None:
    group, ideas = shown
    await edit(group.pia, ideas[0], "other words")
    await withdraw(group.pia, ideas[0])
    await withdraw(group.pia, ideas[0])
    own = {"idea": ideas[0].id, "secret": ideas[0].secret}
    assert (await group.pia.do("edit_idea", **own, text="back?"))["answer"] == "refused"
    assert (await group.pia.do("sign_idea", **own, name="Pia"))["answer"] == "refused"
    guessed = {"idea": ideas[0].id, "secret": ideas[1].secret}
    assert (await group.ben.do("withdraw_idea", **guessed))["answer"] == "refused"
    await group.released()
    await group.olu.until(lambda tab: ideas[0].id not in tab.root("ideas"))
    await withdraw(group.pia, ideas[0])


@pytest.mark.parametrize("phase", ["cluster", "diverge", "lobby"])
async def test_a_phase_change_lets_everything_in_first(shown: tuple[Group, list[Written]], phase: str) -> None:
    group, ideas = shown
    await edit(group.pia, ideas[0], "other words")
    await withdraw(group.pia, ideas[1])
    await sign(group.ben, ideas[2], "Ben")
    await group.goes(phase)
    assert group.olu.root("ideas") == {ideas[0].id: "other words", ideas[2].id: ideas[2].text}
    assert group.olu.root("signatures") == {ideas[2].id: "Ben"}
    assert waiting_rows(group) == []


async def test_a_second_reveal_counts_and_shows_what_waited(shown: tuple[Group, list[Written]]) -> None:
    """The reveal waits for its grace, and changes that come in it are in time."""
    group, ideas = shown
    await group.goes("diverge")
    await edit(group.pia, ideas[0], "other words")
    await group.fay.send("open_phase", phase="reveal")
    await group.fay.until(lambda tab: tab.notice["closing"])
    await withdraw(group.pia, ideas[1])
    group.server.clock.advance(2.05)
    await group.olu.until(lambda tab: tab.phase == "reveal" and tab.synced)
    assert group.olu.root("ideas") == {ideas[0].id: "other words", ideas[2].id: ideas[2].text}
    assert group.olu.meta("counts")["ideas"] == 2


async def decide(group: Group) -> str:
    option = group.fay.meta("rounds")[0]["options"][0]["option"]
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[option])
    return str((await group.fay.ok("freeze"))["decision"])


async def signatures(group: Group, sha256: str) -> dict[str, str]:
    record = (await group.browser("olu").get(f"/decisions/{sha256}.json")).json()
    return {one["idea"]: one["signed"] for one in record["ideas"] if "signed" in one}


async def test_the_record_holds_what_waited(shown: tuple[Group, list[Written]]) -> None:
    group, ideas = shown
    await group.goes("vote")
    await sign(group.pia, ideas[0], "Pia in the vote")
    await group.goes("decide")
    assert group.olu.root("signatures") == {ideas[0].id: "Pia in the vote"}
    await sign(group.ben, ideas[2], "Ben in the end")
    sha256 = await decide(group)
    assert await signatures(group, sha256) == {ideas[0].id: "Pia in the vote", ideas[2].id: "Ben in the end"}
    assert waiting_rows(group) == []


async def test_a_draft_comes_after_what_waits_and_holds_it(shown: tuple[Group, list[Written]]) -> None:
    group, ideas = shown
    await group.browser("ben").export("json")
    await edit(group.pia, ideas[0], "other words")
    asked = asyncio.create_task(group.browser("ben").export("json"))
    await passing(0.5)
    assert not asked.done()
    await group.released()
    draft = (await asked).json()
    assert {one["idea"]: one["text"] for one in draft["ideas"]}[ideas[0].id] == "other words"


async def test_a_draft_does_not_tell_which_change_it_waited_for(
    shown: tuple[Group, list[Written]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise repeated drafts would reveal which release belongs to which moment."""
    group, ideas = shown
    await edit(group.pia, ideas[0], "other words")
    room = await group.room()
    asked = asyncio.create_task(group.browser("ben").export("json"))
    await passing(0.2)
    group.server.clock.advance(room.board.releases[What.CHANGE, ideas[0].id].at - group.server.clock.now() + 1)
    await group.olu.until(lambda tab: tab.root("ideas")[ideas[0].id] == "other words")
    await passing(0.5)
    assert not asked.done(), "its change is in the document, and it goes on waiting"
    group.server.clock.advance(3600)
    assert (await asked).status_code == 200


async def test_what_waits_outlives_a_board_that_leaves_memory(shown: tuple[Group, list[Written]]) -> None:
    group, ideas = shown
    await edit(group.pia, ideas[0], "other words")
    await withdraw(group.ben, ideas[2])
    await group.server.settled()
    group.server.rooms._open.clear()
    again = await group.browser("olu").open()
    assert again.root("ideas").keys() == {idea.id for idea in ideas}
    await group.released()
    await again.until(lambda tab: tab.root("ideas") == {ideas[0].id: "other words", ideas[1].id: ideas[1].text})


async def test_a_batch_that_failed_leaves_times_and_authors_as_they_were(
    shown: tuple[Group, list[Written]],
) -> None:
    group, ideas = shown
    await edit(group.pia, ideas[0], "other words")
    await edit(group.ben, ideas[2], "others too")
    room = await group.room()
    before = dict(room.board.releases)
    room.inbox.stale = True
    await group.fay.ok("highlight_idea", idea=ideas[1].id)
    assert not room.inbox.stale
    assert room.board.releases == before


async def test_the_order_on_the_page_is_not_the_order_of_the_commands(group: Group) -> None:
    await group.goes("diverge")
    pages = (("pia", group.pia), ("ben", group.ben), ("fay", group.fay))
    ideas = [(name, tab, await tab.write(f"{name} {number}")) for name, tab in pages for number in range(8)]
    await group.goes("reveal")
    for _, tab, idea in ideas:
        await edit(tab, idea, "other words")
    await group.server.settled()
    lying = [cell.values[1].decode() for cell in cells(group.server.file, "waiting_changes")]
    assert tells_nothing(lying, [idea.id for _, _, idea in ideas], {idea.id: name for name, _, idea in ideas})


async def test_what_the_facilitator_hides_stays_hidden_while_its_change_waits(
    shown: tuple[Group, list[Written]],
) -> None:
    group, ideas = shown
    await edit(group.pia, ideas[0], "other words")
    await withdraw(group.pia, ideas[1])
    for idea in ideas[:2]:
        await group.fay.ok("hide_idea", idea=idea.id, hidden=True)
    await group.released()
    await group.olu.until(lambda tab: ideas[1].id not in tab.root("numbers"))
    assert group.olu.root("ideas") == {ideas[2].id: ideas[2].text}
    assert group.olu.meta("hidden") == [ideas[0].id]
    await group.fay.ok("hide_idea", idea=ideas[0].id, hidden=False)
    await group.olu.until(lambda tab: tab.root("ideas").get(ideas[0].id) == "other words")
    assert (await group.fay.do("hide_idea", idea=ideas[1].id, hidden=False))["answer"] == "refused"


async def test_a_change_outlives_being_hidden_and_shown_again(shown: tuple[Group, list[Written]]) -> None:
    group, ideas = shown
    await edit(group.pia, ideas[0], "other words")
    for hidden in (True, False):
        await group.fay.ok("hide_idea", idea=ideas[0].id, hidden=hidden)
    await group.olu.until(lambda tab: tab.root("ideas").get(ideas[0].id) == ideas[0].text)
    await group.released()
    await group.olu.until(lambda tab: tab.root("ideas").get(ideas[0].id) == "other words")


async def test_ballots_that_repeat_a_text_get_the_new_one_with_it(shown: tuple[Group, list[Written]]) -> None:
    group, ideas = shown
    await group.goes("decide")
    await group.goes("reveal")
    await edit(group.pia, ideas[0], "other words")
    names = [option["name"] for option in group.pia.meta("rounds")[0]["options"]]
    assert sorted(names) == sorted(idea.text for idea in ideas)
    await group.released()
    await group.olu.until(lambda tab: "other words" in str(tab.meta("rounds")))
    assert group.olu.root("ideas")[ideas[0].id] == "other words"


async def test_a_visible_board_keeps_the_count_of_writers_until_the_idea_is_gone(group: Group) -> None:
    await group.fay.ok("change_settings", visibility="visible")
    third = (await group.joins(1))[0]
    await group.goes("diverge")
    ideas = [await tab.write("an idea") for tab in (group.pia, group.ben, third)]
    await group.olu.until(lambda tab: len(tab.root("ideas")) == 3)
    await withdraw(group.pia, ideas[0])
    await group.fay.ok("set_timer", extend=60)
    assert (await group.browser("olu").boot())["notice"]["counts"] | {"here": 0} == group.olu.notice["counts"] | {
        "here": 0
    }
    assert group.olu.notice["counts"]["wrote"] == 3
    await group.released()
    await group.olu.until(lambda tab: tab.notice["counts"]["ideas"] == 2)
    assert group.olu.root("ideas").keys() == {ideas[1].id, ideas[2].id}


async def test_groups_take_an_idea_along_that_is_about_to_go(shown: tuple[Group, list[Written]]) -> None:
    """Its withdrawal entered the document with the phase, and the merge of the rest can be undone."""
    group, ideas = shown
    await withdraw(group.pia, ideas[0])
    await group.goes("cluster")
    into, merge = str(uuid.uuid4()), str(uuid.uuid4())
    sources = [idea.id for idea in ideas]
    await group.ben.ok("merge", merge=merge, into=into, **{"from": sources})
    await group.olu.until(lambda tab: merge in tab.root("merges"))
    assert group.olu.root("merges")[merge]["moved"].keys() == {ideas[1].id, ideas[2].id}
    await group.ben.ok("undo_merge", merge=merge)
    await eventually(lambda: not group.ben.root("merges"))
    assert ideas[0].id not in group.ben.root("places")
