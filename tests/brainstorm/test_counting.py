"""Who counts: people whose live connection was open for 30 s in all. Others vote and write, and make no crowd."""

from uuid import uuid4

import pytest

from board.brainstorm.engine.attendance import Attendance
from board.live.heartbeat import CLOCK_SET
from board.people.cookie import Person
from board.protocol.roles import Role
from tests.brainstorm.clients import Browser, Tab, draft
from tests.brainstorm.place import Place
from tests.brainstorm.running import Server, eventually
from tests.cast import Group, gather

pytestmark = pytest.mark.usefixtures("patient_crowd")


def person(name: str) -> Person:
    return Person(name, {Role.PARTICIPANT: "link"})


def ripe(attendance: Attendance, now: float) -> set[str]:
    return {one.token for one in attendance.ripe(now)}


def test_stays_add_up() -> None:
    attendance, ada = Attendance(), person("ada")
    attendance.opens(ada, 100)
    attendance.closes(ada, 112)
    attendance.opens(ada, 500)
    assert ripe(attendance, 517.9) == set()
    assert ripe(attendance, 518) == {"ada"}


def test_two_pages_at_once_are_not_twice_the_time() -> None:
    attendance, ada = Attendance(), person("ada")
    attendance.opens(ada, 0)
    attendance.opens(ada, 5)
    assert ripe(attendance, 29) == set()
    attendance.closes(ada, 29)
    assert ripe(attendance, 30) == {"ada"}, "one of them is still open"


def test_time_without_a_connection_does_not_count() -> None:
    attendance, ada = Attendance(), person("ada")
    attendance.opens(ada, 0)
    attendance.closes(ada, 29)
    assert ripe(attendance, 10_000) == set()


def test_a_clock_that_is_set_back_takes_nothing_away() -> None:
    attendance, ada = Attendance(), person("ada")
    attendance.opens(ada, 1000)
    attendance.closes(ada, 400)
    attendance.opens(ada, 400)
    assert ripe(attendance, 430) == {"ada"}


def test_whoever_counts_is_forgotten() -> None:
    attendance, ada = Attendance(), person("ada")
    attendance.opens(ada, 0)
    attendance.forget(ada)
    attendance.closes(ada, 99)
    assert ripe(attendance, 100) == set()


def test_a_crowd_that_came_in_turn_counts_in_batches() -> None:
    attendance, batches = Attendance(), []
    for n in range(20):
        attendance.opens(person(f"{n}"), n / 10)
    for now in range(300, 330):
        if batch := attendance.ripe(now / 10):
            batches.append((now, len(batch)))
            for one in batch:
                attendance.forget(one)
    assert batches == [(300, 1), (310, 10), (320, 9)]


async def counting(tab: Tab, people: int) -> None:
    await tab.until(lambda tab: tab.notice["counts"]["counting"] == people)


async def counted(group: Group, people: int) -> None:
    """Everybody who is connected has been for long enough."""
    group.server.clock.advance(31)
    await counting(group.fay, people)


async def test_a_person_counts_after_thirty_seconds(group: Group) -> None:
    group.server.clock.advance(25)
    await group.fay.until(lambda tab: tab.notice["now"] > group.server.clock.now() - 1)
    assert group.fay.notice["counts"]["counting"] == 0
    group.server.clock.advance(6)
    await counting(group.fay, 2)


async def test_people_who_never_opened_a_page_do_not_count(group: Group) -> None:
    """The facilitator and the big screen do not count either: they take no part."""
    await group.goes("diverge")
    for _ in range(4):
        idea = draft("made up")
        answer = await (await group.newcomer()).command("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
        assert answer["answer"] == "ok"
    await counted(group, 2)
    assert group.fay.notice["counts"]["joined"] == 6
    assert group.fay.notice["counts"]["wrote"] is None


async def invented(group: Group, people: int) -> list[Browser]:
    return [await group.newcomer() for _ in range(people)]


async def vote_opens(group: Group) -> list[str]:
    """At least three people, of whom all count, and two options."""
    await group.joins(max(0, 3 - len(group.voters)))
    await group.writes(2)
    await counted(group, len(group.voters))
    await group.goes("vote")
    return group.options()


async def close(group: Group) -> bool:
    return str((await group.opens("decide"))["answer"]) == "ok"


async def test_invented_people_fill_up_no_vote(group: Group) -> None:
    options = await vote_opens(group)
    await group.votes([(group.ben, options[:1])])
    for browser in await invented(group, 5):
        assert (await browser.command("cast_ballot", dots={}, bold=None))["answer"] == "ok"
    assert not await close(group)
    await group.votes([(group.pia, options[:1])])
    assert not await close(group)
    await group.votes([(group.more[0], [])])
    assert await close(group)
    (vote,) = group.fay.meta("rounds")
    assert vote["ballots"] == 8, "their ballots are counted like all others"


async def test_a_vote_of_invented_people_alone_cannot_be_closed(group: Group) -> None:
    options = await vote_opens(group)
    for browser in await invented(group, 4):
        await browser.command("cast_ballot", dots={options[0]: 1}, bold=None)
    assert not await close(group)


async def test_with_fewer_than_three_people_who_count_nothing_is_refused(group: Group) -> None:
    await group.writes(2)
    await counted(group, 2)
    await group.goes("vote")
    for browser in await invented(group, 3):
        await browser.command("cast_ballot", dots={}, bold=None)
    await group.votes([(group.ben, group.options()[:1])])
    assert await close(group)


async def test_a_ballot_counts_with_its_person_who_began_to_count_later(group: Group) -> None:
    options = await vote_opens(group)
    late = (await group.joins(1))[0]
    await group.votes([(tab, options[:1]) for tab in (group.pia, group.ben, late)])
    assert not await close(group)
    await counted(group, 4)
    assert await close(group)


async def test_a_consent_check_needs_three_answers_of_people_who_count(group: Group) -> None:
    options = await vote_opens(group)
    await group.votes([(tab, options[:1]) for tab in group.voters])
    assert await close(group)
    await group.fay.ok("write_decision", decision="We build it.", owner="Mara", shortlist=options[:1])
    await group.pia.ok("answer_consent", level=1, reason="Nobody asked us")
    for browser in await invented(group, 2):
        assert (await browser.command("answer_consent", level=5))["answer"] == "ok"
    assert (await group.fay.do("close_consent"))["answer"] == "refused"
    # A new wording ends the check all the same, and then nothing is shown of it.
    await group.fay.ok("write_decision", decision="We build it soon.", owner="Mara", shortlist=options[:1])
    await group.fay.until(lambda tab: tab.meta("consents"))
    (ended,) = group.fay.meta("consents")
    assert (sum(ended["counts"].values()), ended["reasons"]) == (0, [])
    for tab in group.voters:
        await tab.ok("answer_consent", level=4)
    await group.fay.ok("close_consent")


async def test_how_many_wrote_is_told_to_three_who_count(group: Group) -> None:
    await group.joins(1)
    await group.goes("diverge")
    await group.pia.write("an idea")
    await counted(group, 3)
    await group.fay.until(lambda tab: tab.notice["counts"]["wrote"] == 1)


async def test_invented_people_make_no_batch_on_a_visible_board(server: Server) -> None:
    async with gather(server, visibility="visible") as group:
        await group.goes("diverge")
        await group.pia.write("the only one by a person")
        for browser in await invented(group, 3):
            idea = draft("made up")
            await browser.command("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
        room = await group.room()
        ticks = room.notices.heartbeat.sent_at
        # A clock that was set makes the next tick send a notice to everybody.
        server.clock.advance(2 * CLOCK_SET)
        await eventually(lambda: room.notices.heartbeat.sent_at > ticks)
        assert group.ben.root("ideas") == {}
        server.clock.advance(20)
        await group.ben.until(lambda tab: tab.root("ideas"))


async def second_round(group: Group, voters: list[Tab]) -> list[str]:
    """A round in which these vote is counted, and another one is open."""
    options = await vote_opens(group)
    await group.votes([(tab, options[:1]) for tab in voters])
    assert await close(group)
    await group.goes("vote")
    return options


async def test_a_single_new_ballot_cannot_be_read_from_two_rounds(group: Group) -> None:
    newcomers = await group.joins(3)
    options = await second_round(group, [group.pia, group.ben, newcomers[0]])
    await group.votes([(tab, options[:1]) for tab in (group.pia, group.ben, newcomers[0], newcomers[1])])
    assert not await close(group)
    await group.votes([(newcomers[2], options[1:])])
    assert not await close(group), "two of five would show too much of each other"


async def test_three_new_ballots_close_a_second_round(group: Group) -> None:
    (third,) = await group.joins(1)
    options = await second_round(group, [group.pia, group.ben, third])
    more = await group.joins(3)
    await counted(group, 6)
    await group.votes([(tab, options[:1]) for tab in (group.pia, group.ben, third, *more)])
    assert await close(group)


async def test_invented_people_do_not_hide_a_new_ballot(group: Group) -> None:
    options = await second_round(group, [group.pia, group.ben, (await group.joins(2))[0]])
    await group.votes([(tab, options[:1]) for tab in group.voters])
    for browser in await invented(group, 3):
        await browser.command("cast_ballot", dots={}, bold=None)
    assert not await close(group)


async def test_the_same_people_close_a_second_round(group: Group) -> None:
    joined = await group.joins(1)
    options = await second_round(group, [group.pia, group.ben, *joined])
    await group.votes([(tab, options[1:]) for tab in (group.pia, group.ben, *joined)])
    assert await close(group)


async def test_a_round_that_was_not_counted_leaves_everybody_new(group: Group) -> None:
    options = await vote_opens(group)
    await group.votes([(tab, options[:1]) for tab in group.voters])
    await group.goes("cluster")
    await group.goes("vote")
    room = await group.room()
    assert len(room.board.voters) == 0
    await group.votes([(tab, options[:1]) for tab in group.voters])
    assert await close(group)


async def test_who_counts_outlives_the_server(place: Place) -> None:
    """The file says that they do, and nothing of when they came."""
    lead = await place.open_board()
    page = await lead.browser.open()
    people = [await one.browser.open() for one in place.people]
    await counting(page, len(people))
    for tab in (page, *people):
        await tab.close()
    await place.kill_and_start()
    again = await lead.browser.open()
    assert again.notice["counts"]["counting"] == len(people)


async def test_the_rows_of_ballots_are_gone_after_the_count(group: Group) -> None:
    options = await vote_opens(group)
    await group.votes([(tab, options[:1]) for tab in group.voters])
    assert await close(group)
    room = await group.room()
    assert (len(room.board.ballots), len(room.board.voters)) == (0, 3)
    await group.fay.ok("write_decision", decision="We build it.", owner="Mara", shortlist=options[:1])
    await group.fay.ok("freeze")
    await eventually(lambda: not len(room.board.voters))
    assert not len(room.board.keys)


async def test_an_edit_that_is_sent_by_no_page_makes_nobody_count(group: Group) -> None:
    """Commands over HTTP keep no connection open, however long they go on."""
    await group.goes("diverge")
    browser = await group.newcomer()
    for _ in range(3):
        idea = draft(str(uuid4()))
        await browser.command("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
        group.server.clock.advance(31)
    await counting(group.fay, 2)
