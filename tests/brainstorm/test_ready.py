"""“I've read them” and “finished” are a number: of three people at least, for one phase, without names."""

import functools

import pytest

from board.brainstorm.commands.dispatch import dispatch
from board.brainstorm.state.context import CommandContext
from board.live.commands import Answer
from board.people.cookie import Person
from board.protocol.commands import AdmitLate
from board.protocol.phases import Phase
from board.protocol.refusals import Refusal
from tests.brainstorm.clients import Tab
from tests.brainstorm.database import rows
from tests.brainstorm.in_memory import NOW, Table, facilitator, participant
from tests.cast import Group


@pytest.mark.parametrize("phase", [Phase.REVEAL, Phase.CLUSTER])
def test_a_person_is_ready_once(phase: Phase) -> None:
    table, pia, fay = Table(phase), participant(), facilitator()
    for person, ready, people in ((pia, True, 1), (pia, True, 1), (fay, True, 2), (pia, False, 1), (pia, False, 1)):
        assert table.give(person, "set_ready", ready=ready).answer == "ok"
        assert len(table.board.ready) == people
    assert len(table.board.seats) == 2, "both take part"


@pytest.mark.parametrize("after", [Phase.DIVERGE, Phase.CLUSTER, Phase.VOTE])
def test_the_next_phase_forgets_who_was_ready(after: Phase) -> None:
    table = Table(Phase.REVEAL)
    assert table.give(participant(), "set_ready", ready=True).answer == "ok"
    table.goes(after)
    assert not table.board.ready
    assert "ready" not in table.board.keys


def test_late_ideas_leave_nobody_ready() -> None:
    table = Table(Phase.REVEAL)
    assert table.give(participant(), "set_ready", ready=True).answer == "ok"
    assert table.write(participant()).answer == "late"
    with table.board.change():
        answer = dispatch(CommandContext(table.board, facilitator(), NOW, table.limits, held=True), AdmitLate(id="1"))
    assert isinstance(answer, Answer)
    assert (answer.answer, len(table.board.document.ideas), len(table.board.ready)) == ("ok", 1, 0)


def test_the_rows_of_two_phases_have_no_pseudonym_in_common() -> None:
    table, people = Table(Phase.REVEAL), [participant() for _ in range(5)]
    before = pseudonyms(table, people)
    table.goes(Phase.CLUSTER)
    assert not before & pseudonyms(table, people)


def pseudonyms(table: Table, people: list[Person]) -> set[bytes]:
    for person in people:
        assert table.give(person, "set_ready", ready=True).answer == "ok"
    assert len(table.board.ready) == len(people)
    assert not {person.seat for person in people} & set(table.board.ready)
    return set(table.board.ready)


def tells(number: int, tab: Tab) -> bool:
    return ready_of(tab) == number


def ready_of(tab: Tab) -> object:
    return tab.notice["counts"]["ready"]


async def test_everybody_reads_how_many_are_ready(group: Group) -> None:
    await group.joins(1)
    take_part = await group.browser("fay").open("participate")
    await group.goes("diverge")
    assert ready_of(group.olu) is None
    await group.goes("reveal")
    for number, tab in enumerate((group.pia, take_part, group.ben), start=1):
        await tab.ok("set_ready", ready=True)
        await tab.until(lambda tab: tab.notice["you"]["ready"])
        for other in (group.olu, group.fay, *group.more):
            await other.until(functools.partial(tells, number))
    assert not any(tab.notice["you"]["ready"] for tab in (*group.more, group.olu, group.fay))
    await group.ben.ok("set_ready", ready=False)
    await group.olu.until(lambda tab: ready_of(tab) == 2)
    await group.goes("cluster")
    assert ready_of(group.olu) == 0
    await group.pia.until(lambda tab: not tab.notice["you"]["ready"])


async def test_two_people_are_not_told_who_of_them_is_ready(group: Group) -> None:
    await group.goes("diverge")
    await group.pia.write("an idea")
    await group.goes("reveal")
    await group.pia.ok("set_ready", ready=True)
    await group.pia.until(lambda tab: tab.notice["you"]["ready"])
    await group.load_everything()
    for tab in (group.fay, group.pia, group.ben, group.olu):
        assert {notice["counts"]["ready"] for notice in tab.notices} == {None}


async def test_a_person_who_comes_back_is_ready_and_counts_once(group: Group) -> None:
    await group.joins(1)
    await group.goes("diverge")
    await group.goes("reveal")
    await group.pia.ok("set_ready", ready=True)
    await group.pia.close()
    again = await group.browser("pia").open()
    await again.until(lambda tab: tab.notice["you"]["ready"] and ready_of(tab) == 1)
    await again.ok("set_ready", ready=True)
    await group.server.rooms.journal.drain()
    group.server.rooms._open.clear()
    after_a_restart = await group.browser("pia").open()
    await after_a_restart.until(lambda tab: tab.notice["you"]["ready"] and ready_of(tab) == 1)
    assert rows(group.server.file, "SELECT count(*) FROM ready") == [(1,)]


async def test_whoever_watches_or_stands_before_a_locked_door_is_not_ready(group: Group) -> None:
    await group.goes("diverge")
    await group.goes("reveal")
    newcomer = await group.newcomer()
    await group.fay.ok("change_settings", locked=True)
    assert (await newcomer.command("set_ready", ready=True))["code"] == Refusal.DOOR_LOCKED
    assert (await group.olu.do("set_ready", ready=True))["code"] == Refusal.WATCHING
    assert rows(group.server.file, "SELECT count(*) FROM ready") == [(0,)]
