"""A question and its answer reach the others later, say nothing of anybody, and are nowhere after the freeze."""

import asyncio
import json

import pytest

from board.brainstorm.phases import waiting_changes
from board.brainstorm.state.values import What
from tests.brainstorm import wire
from tests.brainstorm.chance import tells_nothing
from tests.brainstorm.clients import Tab, Written, holds
from tests.brainstorm.database import cells, dump
from tests.brainstorm.in_memory import new
from tests.cast import Group

QUESTION, ANSWER = "is this 4711 a question?", "it is the answer 4712"


@pytest.fixture(autouse=True)
def long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """So long that no machine is slow enough to release anything before the test moves the clock."""
    for name in ("WAIT", "ANSWER"):
        monkeypatch.setattr(waiting_changes, f"SHORTEST_{name}", 600.0)
        monkeypatch.setattr(waiting_changes, f"LONGEST_{name}", 3600.0)


@pytest.fixture
async def shown(group: Group) -> tuple[Group, list[Written]]:
    """A board in Read with two ideas of Pia and one of Ben, whose ideas a third person reads too."""
    await group.joins(1)
    await group.goes("diverge")
    ideas = [await tab.write(f"shown {number}") for number, tab in enumerate((group.pia, group.pia, group.ben))]
    await group.goes("reveal")
    return group, ideas


async def ask(tab: Tab, idea: Written, text: str = QUESTION) -> str:
    question = new()
    await tab.ok("ask", question=question, idea=idea.id, text=text)
    return question


async def answer(tab: Tab, question: str, idea: Written, text: str = ANSWER) -> None:
    await tab.ok("answer_question", question=question, text=text, secret=idea.secret)


async def asked(group: Group, idea: Written, text: str = QUESTION) -> str:
    """A question of Ben that everybody reads."""
    question = await ask(group.ben, idea, text)
    await group.released()
    await group.olu.until(lambda tab: question in tab.root("questions"))
    return question


def told(idea: Written, text: str = QUESTION, answer: str | None = None, *, hidden: bool = False) -> object:
    return {"idea": idea.id, "text": text, "answer": answer, "hidden": hidden}


async def test_the_others_get_nothing_at_the_command(shown: tuple[Group, list[Written]]) -> None:
    group, ideas = shown
    first = await asked(group, ideas[0])
    everybody = (group.fay, group.pia, group.ben, group.olu, *group.more)
    for tab in everybody:
        await tab.until(lambda tab: first in tab.root("questions"))
    before = {tab: len(tab.frames) for tab in everybody}
    second = await ask(group.ben, ideas[1])
    await answer(group.pia, first, ideas[0])
    await group.fay.ok("highlight_idea", idea=ideas[2].id)
    for tab in everybody:
        await tab.until(lambda tab: tab.meta("highlight") == ideas[2].id)
        came = [wire.read(frame) for frame in tab.frames[before[tab] :]]
        assert [frame.kind for frame in came if frame.kind != wire.ANSWER] == [wire.SYNC], "the highlight alone"
        assert tab.root("questions") == {first: told(ideas[0])}
    await group.released()
    for tab in everybody:
        await tab.until(lambda tab: tab.root("questions").get(first) == told(ideas[0], answer=ANSWER))
        await tab.until(lambda tab: tab.root("questions").get(second) == told(ideas[1]))


async def kept(group: Group) -> set[str]:
    """Every row of the database, as the statement that inserts it."""
    await group.server.settled()
    return set(dump(group.server.file))


async def test_nothing_that_is_kept_or_sent_says_who_asked_answered_or_is_ready(
    shown: tuple[Group, list[Written]],
) -> None:
    """Only the ids of the questions differ, whoever does it."""
    group, ideas = shown
    before = await kept(group)
    question = await ask(group.ben, ideas[0])
    await ask(group.pia, ideas[2])
    asked = sorted(await kept(group) - before)
    assert [row.partition(" VALUES")[0] for row in asked] == ['INSERT INTO "waiting_questions"'] * 2
    await group.released()
    # The day on which the board was used last is that of the clock that has moved on.
    await group.fay.ok("highlight_idea", idea=None)
    before = await kept(group)
    await answer(group.pia, question, ideas[0])
    answered = sorted(await kept(group) - before)
    assert [row.partition(" VALUES")[0] for row in answered] == ['INSERT INTO "waiting_answers"']
    people = [connection.person for connection in (await group.room()).connections]
    for tab in group.voters:
        await tab.ok("set_ready", ready=True)
    rows = [row for row in await kept(group) if 'INTO "ready"' in row]
    assert len(rows) == 3
    for person in people:
        named = (person.token, person.seat.hex(), *person.links.values())
        assert not [row for row in rows + asked + answered for name in named if name.lower() in row.lower()]
    await group.released()
    for tab in (group.fay, group.olu):
        await tab.until(lambda tab: question in tab.root("questions") and tab.root("questions")[question]["answer"])
        assert all(set(one) == {"idea", "text", "answer", "hidden"} for one in tab.root("questions").values())


async def test_the_order_on_the_page_is_not_the_order_of_the_commands(group: Group) -> None:
    await group.goes("diverge")
    pages = (("pia", group.pia), ("ben", group.ben), ("fay", group.fay))
    ideas = [await group.pia.write(f"idea {number}") for number in range(8)]
    await group.goes("reveal")
    questions = [(name, tab, idea, await ask(tab, idea)) for name, tab in pages for idea in ideas]
    await group.server.settled()
    lying = [cell.values[1].decode() for cell in cells(group.server.file, "waiting_questions")]
    asker = {question: name for name, _, _, question in questions}
    assert tells_nothing(lying, list(asker), asker)
    await group.released()
    for _, _, idea, question in questions:
        await answer(group.pia, question, idea)
    await group.server.settled()
    lying = [cell.values[1].decode() for cell in cells(group.server.file, "waiting_answers")]
    assert tells_nothing(lying, list(asker), asker)


async def test_hidden_questions_lie_in_random_order_after_the_count(group: Group) -> None:
    ideas = await group.writes(8)
    await group.goes("reveal")
    questions = [await ask(tab, idea) for tab in (group.pia, group.ben, group.fay) for idea in ideas]
    await group.released()
    for question in questions:
        await group.fay.ok("hide_question", question=question, hidden=True)
    await group.goes("decide")
    await group.server.settled()
    lying = [cell.values[1].decode() for cell in cells(group.server.file, "covered_questions")]
    assert tells_nothing(lying, questions, {question: str(at // 8) for at, question in enumerate(questions)})


async def test_what_waits_outlives_a_board_that_leaves_memory(shown: tuple[Group, list[Written]]) -> None:
    group, ideas = shown
    first = await asked(group, ideas[0])
    hidden = await asked(group, ideas[2], "another 4713")
    await group.fay.ok("hide_question", question=hidden, hidden=True)
    second = await ask(group.ben, ideas[1])
    await answer(group.pia, first, ideas[0])
    await group.server.settled()
    group.server.rooms._open.clear()
    again = await group.browser("fay").open()
    assert again.root("questions") == {first: told(ideas[0]), hidden: told(ideas[2], "", hidden=True)}
    await group.released()
    await again.until(lambda tab: second in tab.root("questions") and tab.root("questions")[first]["answer"])
    await again.ok("hide_question", question=hidden, hidden=False)
    await again.until(lambda tab: tab.root("questions")[hidden] == told(ideas[2], "another 4713"))


async def test_a_batch_that_failed_leaves_times_and_authors_as_they_were(shown: tuple[Group, list[Written]]) -> None:
    group, ideas = shown
    first = await asked(group, ideas[0])
    await ask(group.ben, ideas[1])
    await answer(group.pia, first, ideas[0])
    room = await group.room()
    before = {one: when for one, when in room.board.releases.items() if one[1] in room.board.waiting[one[0]]}
    assert {what for what, _ in before} == {What.QUESTION, What.ANSWER}
    room.inbox.stale = True
    await group.fay.ok("highlight_idea", idea=ideas[1].id)
    assert not room.inbox.stale
    assert room.board.releases == before


@pytest.mark.parametrize("phase", ["cluster", "diverge", "lobby"])
async def test_a_phase_change_lets_everything_in_first(shown: tuple[Group, list[Written]], phase: str) -> None:
    group, ideas = shown
    first = await asked(group, ideas[0])
    second = await ask(group.ben, ideas[2])
    await answer(group.pia, first, ideas[0])
    await group.goes(phase)
    assert group.olu.root("questions") == {first: told(ideas[0], answer=ANSWER), second: told(ideas[2])}
    assert not any((await group.room()).board.waiting.values())


async def test_a_draft_waits_for_no_question_and_holds_none(shown: tuple[Group, list[Written]]) -> None:
    group, ideas = shown
    first = await asked(group, ideas[0])
    await ask(group.ben, ideas[1])
    await answer(group.pia, first, ideas[0])
    for ending in ("json", "md", "csv"):
        async with asyncio.timeout(20):
            assert not holds((await group.browser("ben").export(ending)).content, "4711")


async def test_a_hidden_question_is_sent_to_nobody_any_more(shown: tuple[Group, list[Written]]) -> None:
    group, ideas = shown
    question = await asked(group, ideas[0])
    await answer(group.pia, question, ideas[0])
    await group.released()
    await group.olu.until(lambda tab: tab.root("questions")[question]["answer"] == ANSWER)
    await group.fay.ok("hide_question", question=question, hidden=True)
    await group.olu.until(lambda tab: tab.root("questions")[question] == told(ideas[0], "", hidden=True))
    for browser in group.browsers.values():
        browser.bodies.clear()
        for tab in browser.tabs:
            tab.frames.clear()
    newcomer = await (await group.newcomer()).open()
    await newcomer.until(lambda tab: tab.root("questions"))
    await group.load_everything()
    for found in group.everything().values():
        assert not holds(found, QUESTION)
        assert not holds(found, ANSWER)


async def test_nothing_of_a_question_is_left_after_the_freeze(shown: tuple[Group, list[Written]]) -> None:
    group, ideas = shown
    shown_one, hidden = await asked(group, ideas[0]), await asked(group, ideas[1], "another 4713")
    await answer(group.pia, shown_one, ideas[0])
    await group.fay.ok("hide_question", question=hidden, hidden=True)
    await group.goes("decide")
    assert group.olu.root("questions")[shown_one] == told(ideas[0], answer=ANSWER)
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[ideas[2].id])
    sha256 = (await group.fay.ok("freeze"))["decision"]
    await group.olu.until(lambda tab: tab.phase == "frozen" and tab.synced)
    assert group.olu.root("questions") == {}
    await group.server.settled()
    record = (await group.browser("olu").get(f"/decisions/{sha256}.json")).content
    for gone in (QUESTION, ANSWER, "another 4713", shown_one, hidden):
        assert not holds(group.server.stored(), gone)
        assert not holds(record, gone)
    assert "question" in json.loads(record), "that of the board"
