"""What a board holds is shared: one person cannot use it up, and participants leave a fifth to the facilitator."""

import pytest

from board.brainstorm.commands import ideas
from board.brainstorm.state.board import Board, size_of
from board.canvas.ideas import Idea, IdeaState
from board.errors import AtLimit, Refused
from board.live.commands import Answer
from board.people.cookie import Person
from board.protocol.phases import Phase
from board.protocol.refusals import Refusal
from tests.brainstorm.in_memory import Table, facilitator, new, participant

IDEA = {"idea": new, "text": "an idea", "secret": "A" * 22}


def said(answer: Answer, what: str, part: str, most: int) -> bool:
    return answer.reason == AtLimit(Refusal.NO_ROOM, what=what, part=part, limit=most) and answer.at_limit


def fill(table: Table, do: str, **fields: object) -> tuple[list[int], list[Answer]]:
    """Four participants and then the facilitator add what they can; how much each could, and what refused them."""
    people = [participant(), participant(), participant(), participant(), facilitator()]
    done = [table.until_refused(person, do, **fields) for person in people]
    return [count for count, _ in done], [answer for _, answer in done]


def are_shared(refusals: list[Answer], what: str, most: int) -> bool:
    parts = ["share", "share", "share", "reserve", "limit"]
    return all(said(answer, what, part, most) for answer, part in zip(refusals, parts, strict=True))


def test_the_ideas_of_a_board() -> None:
    table = Table(Phase.DIVERGE, ideas=40)
    counts, refusals = fill(table, "add_idea", **IDEA)
    assert counts == [10, 10, 10, 2, 8]
    assert are_shared(refusals, "ideas", 40)
    assert len(table.board.ideas) == 40


def test_one_person_s_own_limit_stays_on_top() -> None:
    table = Table(Phase.DIVERGE, ideas=400, ideas_each=6)
    for person in (participant(), facilitator()):
        count, answer = table.until_refused(person, "add_idea", **IDEA)
        assert (count, answer.reason, answer.at_limit) == (6, Refused(Refusal.OWN_LIMIT, limit=6), False)


@pytest.mark.parametrize("limits", [{"ideas_each": 7}, {"ideas": 37, "ideas_each": 30}, {"ideas": 3, "ideas_each": 1}])
def test_the_page_is_told_how_many_more_one_person_can_add(limits: dict[str, int]) -> None:
    table = Table(Phase.DIVERGE, **limits)
    for person in (participant(), facilitator()):
        told = ideas.left(table.board, person, table.limits)
        count, _ = table.until_refused(person, "add_idea", **IDEA)
        # The limit that all share is not told: it would count what others took back.
        assert count == min(told, table.limits.ideas - (len(table.board.ideas) - count))
        assert ideas.left(table.board, person, table.limits) == told - count


def test_what_a_person_took_back_counts_in_what_is_left_of_the_quarter() -> None:
    table = Table(Phase.DIVERGE, ideas=20)
    person, idea = participant(), new()
    assert ideas.left(table.board, person, table.limits) == 5
    table.give(person, "add_idea", idea=idea, text="taken back", secret="B" * 21 + "A")
    table.give(person, "withdraw_idea", idea=idea, secret="B" * 21 + "A")
    assert ideas.left(table.board, person, table.limits) == 4


def test_late_ideas_and_those_that_a_board_begins_with_count_too() -> None:
    table = Table(Phase.REVEAL, ideas=40)
    for key in table.show(30):
        table.board.ideas[key] = Idea(IdeaState.SHOWN, None, None)
    count, answer = table.until_refused(participant(), "add_idea", **IDEA)
    assert (count, said(answer, "ideas", "reserve", 40)) == (2, True), "imported ideas count towards no person's share"
    assert table.until_refused(facilitator(), "add_idea", **IDEA)[0] == 8


def test_writing_and_withdrawing_again_and_again_ends_at_the_same_limits() -> None:
    table = Table(Phase.DIVERGE, ideas=48)
    person, rounds = participant(), 0
    while True:
        idea = new()
        answer = table.give(person, "add_idea", idea=idea, text="taken back", secret="B" * 21 + "A")
        if answer.answer == "refused":
            break
        assert table.give(person, "withdraw_idea", idea=idea, secret="B" * 21 + "A").answer == "ok"
        rounds += 1
    assert (rounds, said(answer, "ideas", "share", 48)) == (12, True)
    assert table.write(participant()).answer == "ok"


def test_a_quarter_is_for_one_phase_and_the_rest_for_the_board() -> None:
    table = Table(Phase.REVEAL, ideas=40)
    person = participant()
    assert table.until_refused(person, "add_idea", **IDEA)[0] == 10
    table.board.quotas.clear()
    table.goes(Phase.CLUSTER)
    assert table.until_refused(person, "add_idea", **IDEA)[0] == 10
    assert table.until_refused(participant(), "add_idea", **IDEA)[0] == 10
    assert table.until_refused(participant(), "add_idea", **IDEA)[0] == 2


def test_groups() -> None:
    table = Table(Phase.CLUSTER, clusters=20)
    counts, refusals = fill(table, "name_cluster", cluster=new, name="a group")
    assert counts == [5, 5, 5, 1, 4]
    assert are_shared(refusals, "clusters", 20)


def test_a_group_that_goes_makes_room_again() -> None:
    table = Table(Phase.CLUSTER, clusters=12)
    person, groups = participant(), [new() for _ in range(3)]
    for group in groups:
        assert table.give(person, "name_cluster", cluster=group, name="").answer == "ok"
    assert table.give(person, "name_cluster", cluster=new(), name="").at_limit
    assert table.give(person, "dissolve_cluster", cluster=groups[0]).answer == "ok"
    assert table.give(person, "name_cluster", cluster=groups[0], name="once more").answer == "ok"


def test_a_merge_that_leaves_fewer_groups_needs_no_room_for_one() -> None:
    table = Table(Phase.CLUSTER, clusters=10)
    lead, (one, two) = facilitator(), table.show(2)
    groups = [new() for _ in range(10)]
    for group in groups:
        assert table.give(lead, "name_cluster", cluster=group, name="").answer == "ok"
    assert said(table.merge(participant(), [one, two]), "clusters", "limit", 10)
    assert table.merge(participant(), groups[:2]).answer == "ok"
    assert len(table.board.document.clusters) == 9


def test_undoing_a_merge_cannot_bring_more_groups_than_a_board_holds() -> None:
    table = Table(Phase.CLUSTER, clusters=10)
    lead, merge, groups = facilitator(), new(), [new() for _ in range(8)]
    for group in groups:
        table.give(lead, "name_cluster", cluster=group, name="")
    assert table.merge(lead, groups[1:], into=groups[0], merge=merge).answer == "ok"
    assert table.until_refused(lead, "name_cluster", cluster=new, name="")[0] == 9
    assert said(table.give(lead, "undo_merge", merge=merge), "clusters", "limit", 10)
    assert len(table.board.document.clusters) == 10


def test_letters_are_given_so_often_and_no_oftener() -> None:
    table = Table(Phase.CLUSTER, letters=24)

    def make_and_dissolve(person: Person) -> tuple[int, Answer]:
        for count in range(1000):
            group = new()
            answer = table.give(person, "name_cluster", cluster=group, name="")
            if answer.answer == "refused":
                return count, answer
            table.give(person, "dissolve_cluster", cluster=group)
        raise AssertionError

    count, answer = make_and_dissolve(participant())
    assert (count, said(answer, "letters", "share", 24)) == (6, True)
    assert [make_and_dissolve(participant())[0] for _ in range(3)] == [6, 6, 2]
    count, answer = make_and_dissolve(facilitator())
    assert (count, said(answer, "letters", "limit", 24)) == (4, True)
    assert len(table.board.letters) == 24


def test_merges_by_number() -> None:
    table = Table(Phase.CLUSTER, merges=36)
    ideas, group = table.show(3), new()
    table.give(facilitator(), "name_cluster", cluster=group, name="")
    counts, refusals = fill(table, "merge", merge=new, into=group, **{"from": ideas})
    assert counts == [9, 9, 9, 2, 7]
    assert are_shared(refusals, "merges", 36)


def test_merges_by_bytes() -> None:
    table = Table(Phase.CLUSTER, merge_bytes=100_000)
    ideas, group = table.show(60), new()
    table.give(facilitator(), "name_cluster", cluster=group, name="")
    table.merge(facilitator(), ideas, into=group)
    (size,) = map(size_of, table.board.document.merges.values())
    counts, refusals = fill(table, "merge", merge=new, into=group, **{"from": ideas})
    each = size_of(next(reversed(table.board.document.merges.values())))
    assert counts[0] == counts[1] == 25_000 // each
    assert are_shared(refusals, "merge_bytes", 100_000)
    stored = sum(map(size_of, table.board.document.merges.values()))
    assert size < stored == table.board.merge_bytes <= 100_000
    assert Board(id="as loaded", canvas=table.board.canvas.shuffled()).merge_bytes == stored


def test_undoing_a_merge_gives_its_room_back() -> None:
    table = Table(Phase.CLUSTER, merges=8, merge_bytes=10_000)
    person, ideas, keys = participant(), table.show(4), [new(), new()]
    for key in keys:
        assert table.merge(person, ideas, merge=key).answer == "ok"
    assert table.merge(person, ideas).at_limit
    for _ in range(50):
        assert table.give(person, "undo_merge", merge=keys[1]).answer == "ok"
        assert table.merge(person, ideas, merge=keys[1]).answer == "ok"
    for key in keys:
        assert table.give(participant(), "undo_merge", merge=key).answer == "ok"
    assert (table.board.merge_bytes, table.board.document.merges) == (0, {})


def test_seats() -> None:
    table = Table(Phase.DIVERGE, people=50)
    people = [participant() for _ in range(41)]
    answers = [table.write(person) for person in people]
    assert [answer.answer for answer in answers] == ["ok"] * 40 + ["refused"]
    assert said(answers[-1], "people", "reserve", 50)
    assert table.write(people[3]).answer == "ok", "who has a seat keeps it"
    leads = [table.write(facilitator()) for _ in range(11)]
    assert [answer.answer for answer in leads] == ["ok"] * 10 + ["refused"]
    assert len(table.board.seats) == len(table.board.quotas) == 50


def test_a_town_hall_of_300_meets_no_limit() -> None:
    table = Table(Phase.DIVERGE)
    people, lead = [participant() for _ in range(300)], facilitator()
    assert {table.write(person).answer for person in people for _ in range(5)} == {"ok"}
    table.goes(Phase.CLUSTER)
    ideas, groups = table.show(1500), [new() for _ in range(60)]
    for at, group in enumerate(groups):
        assert table.give(people[at % 7], "name_cluster", cluster=group, name=f"group {at}").answer == "ok"
    # Everybody puts two handfuls together, and the facilitator joins large groups.
    for at in range(600):
        handful = [ideas[(at * 7 + n * 13) % 1500] for n in range(8)]
        assert table.merge(people[at // 2], handful, into=groups[at % 60]).answer == "ok"
    for at in range(0, 40, 2):
        assert table.merge(lead, [groups[at]], into=groups[at + 1]).answer == "ok"
