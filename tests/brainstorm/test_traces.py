"""The database file reveals no author, no time and no order, and holds nothing that was deleted."""

from itertools import pairwise

import pytest

from board.voting.receipts import receipt
from tests.brainstorm.chance import MOST_SUCCESSIONS, correlation, successions, tells_nothing
from tests.brainstorm.clients import Written, draft, holds
from tests.brainstorm.database import cells, columns, rows
from tests.brainstorm.running import Server
from tests.cast import Group


async def write_in_blocks(group: Group) -> tuple[list[str], dict[str, str]]:
    """24 short ideas, person after person: they fit on one page of the file."""
    before, author = [], {}
    for name, tab in (("pia", group.pia), ("ben", group.ben), ("fay", group.fay)):
        for number in range(8):
            idea = await tab.write(f"{name} {number}")
            before.append(idea.id)
            author[idea.id] = name
    return before, author


def order_in_file(server: Server) -> list[str]:
    return [cell.values[1].decode() for cell in cells(server.file, "ideas")]


async def test_the_page_does_not_tell_who_voted_first(group: Group) -> None:
    await group.joins(6)
    await group.writes(2)
    await group.goes("vote")
    await group.votes([(tab, []) for tab in group.voters])
    group.server.rooms.journal.storage.mark_unerased()
    await group.server.settled()
    before = [cell.values[1] for cell in cells(group.server.file, "voters")]
    await group.goes("decide")
    await group.server.settled()
    after = [cell.values[1] for cell in cells(group.server.file, "voters")]
    assert sorted(before) == sorted(after)
    assert before != after, "one of 40,320 orders is the same by chance"


async def test_the_order_on_the_page_is_the_order_of_writing_until_it_is_written_anew(group: Group) -> None:
    """The page does tell, which is why the rows are written again at the reveal, the count and the freeze."""
    await group.goes("diverge")
    before, author = await write_in_blocks(group)
    await group.server.rooms.journal.storage.erase()
    group.server.rooms.journal.storage.mark_unerased()
    await group.server.settled()
    assert order_in_file(group.server) == before
    orders = []
    await group.goes("reveal")
    await group.server.settled()
    orders.append(order_in_file(group.server))
    await group.goes("vote")
    await group.goes("decide")
    await group.server.settled()
    orders.append(order_in_file(group.server))
    await decide(group)
    await group.server.settled()
    orders.append(order_in_file(group.server))
    for order in orders:
        assert tells_nothing(order, before, author)
    for one, next_one in pairwise(orders):
        assert abs(correlation(one, next_one)) < 0.95
        assert successions(one, next_one) < MOST_SUCCESSIONS


async def decide(group: Group) -> None:
    option = group.fay.meta("rounds")[0]["options"][0]["option"]
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[option])
    await group.fay.ok("freeze")


async def test_rows_have_no_column_for_a_person_or_a_time(server: Server) -> None:
    described = {
        "ideas": {"board", "id", "state", "text", "secret"},
        "waiting_changes": {"board", "idea", "text", "withdrawn", "name"},
        "waiting_questions": {"board", "question", "idea", "text"},
        "waiting_answers": {"board", "question", "text"},
        "covered_questions": {"board", "question", "text", "answer", "with_idea"},
        "log": {"document", "epoch", "seq", "update"},
        "ballots": {"board", "pseudonym", "dots", "bold", "done", "receipt", "proxy", "counts", "new"},
        "consent_answers": {"board", "pseudonym", "level", "reason", "counts"},
        "seats": {"board", "hash", "counts"},
        "ready": {"board", "pseudonym"},
        "quotas": {"board", "pseudonym", "used", "late", "counts"},
        "voters": {"board", "pseudonym", "round"},
        "board_sessions": {"board", "chain", "sealed"},
        "decision_sessions": {"chain", "decision", "shown"},
    }
    assert {table: columns(server.file, table) for table in described} == described
    without_rowid = {row[0] for row in rows(server.file, "SELECT name FROM pragma_table_list WHERE wr = 1")}
    assert without_rowid >= {*described, "keys", "receipts"}


async def withdrawn_and_edited(group: Group) -> list[str]:
    """Leaves texts behind that should be nowhere."""
    first = await group.pia.write("withdrawn 4711 while it was hidden")
    second = await group.ben.write("edited 4712 while it was hidden")
    await group.pia.ok("withdraw_idea", idea=first.id, secret=first.secret)
    await group.ben.ok("edit_idea", idea=second.id, text="the new words", secret=second.secret)
    return [first.text, second.text]


async def test_what_was_withdrawn_or_changed_is_in_no_file_after_the_reveal(group: Group) -> None:
    await group.goes("diverge")
    gone = await withdrawn_and_edited(group)
    assert any(holds(group.server.stored(), text) for text in gone)
    await group.goes("reveal")
    await group.server.settled()
    assert not [text for text in gone if holds(group.server.stored(), text)]
    assert holds(group.server.stored(), "the new words")


@pytest.fixture
async def shown(group: Group) -> tuple[Group, list[Written]]:
    await group.goes("diverge")
    ideas = [await tab.write(f"shown {number} 4711") for number, tab in enumerate((group.pia, group.ben, group.pia))]
    await group.goes("reveal")
    return group, ideas


async def test_what_was_taken_back_after_the_reveal_is_in_no_file_after_the_count(
    shown: tuple[Group, list[Written]],
) -> None:
    group, ideas = shown
    await group.pia.ok("withdraw_idea", idea=ideas[0].id, secret=ideas[0].secret)
    await group.ben.ok("edit_idea", idea=ideas[1].id, text="other words", secret=ideas[1].secret)
    await group.goes("vote")
    await group.goes("decide")
    await group.server.settled()
    assert not [text for text in (ideas[0].text, ideas[1].text) if holds(group.server.stored(), text)]
    assert holds(group.server.stored(), ideas[2].text)


async def test_an_idea_taken_back_after_a_count_leaves_no_name_on_the_ballot(
    shown: tuple[Group, list[Written]],
) -> None:
    group, ideas = shown
    await group.goes("decide")
    await group.goes("reveal")
    await group.pia.ok("withdraw_idea", idea=ideas[0].id, secret=ideas[0].secret)
    await group.ben.ok("edit_idea", idea=ideas[1].id, text="other words", secret=ideas[1].secret)
    await group.released()
    await group.pia.until(lambda tab: "other words" in str(tab.meta("rounds")) and ideas[0].text not in str(tab.all()))
    names = [option["name"] for option in group.pia.meta("rounds")[0]["options"]]
    assert sorted(names) == sorted(["", "other words", ideas[2].text])
    await group.goes("decide")
    await group.server.settled()
    assert not [text for text in (ideas[0].text, ideas[1].text) if holds(group.server.stored(), text)]


async def test_the_freeze_leaves_nothing_of_the_tray_the_hidden_and_the_secrets(
    shown: tuple[Group, list[Written]],
) -> None:
    group, ideas = shown
    late = draft("too late 4712")
    assert await group.ben.add(late) == "late"
    await group.fay.ok("hide_idea", idea=ideas[0].id, hidden=True)
    await group.goes("decide")
    option = next(option for option in (ideas[1].id, ideas[2].id))
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[option])
    secrets_before = rows(group.server.file, "SELECT count(secret) FROM ideas")
    await group.fay.ok("freeze")
    await group.server.settled()
    assert secrets_before == [(4,)]
    assert rows(group.server.file, "SELECT id, text, secret FROM ideas ORDER BY id") == sorted(
        (idea.id, None, None) for idea in ideas
    )
    assert not [text for text in (late.text, ideas[0].text) if holds(group.server.stored(), text)]
    assert rows(group.server.file, "SELECT count(*) FROM keys") == [(0,)]


def kept(server: Server) -> dict[str, int]:
    """How many rows still say what somebody did."""
    tables = ("ready", "quotas", "ballots", "consent_answers", "voters", "keys")
    found = {table: rows(server.file, f"SELECT count(*) FROM {table}")[0][0] for table in tables}  # noqa: S608 - our names
    return {table: count for table, count in found.items() if isinstance(count, int) and count}


async def test_keys_and_what_hangs_on_them_go_when_their_purpose_ends(group: Group) -> None:
    await group.joins(1)
    voters = group.voters
    await group.goes("diverge")
    for tab in voters:
        await tab.write("an idea")
    assert kept(group.server) == {"quotas": 3, "keys": 1}
    await group.goes("reveal")
    assert kept(group.server) == {}
    for tab in voters:
        await tab.ok("set_ready", ready=True)
    assert kept(group.server) == {"ready": 3, "keys": 1}
    await group.goes("cluster")
    assert kept(group.server) == {}
    await group.goes("reveal")
    assert await group.pia.add(draft("late")) == "late"
    assert kept(group.server) == {"quotas": 1, "keys": 1}
    await group.fay.ok("admit_late")
    assert kept(group.server) == {}
    await group.goes("vote")
    option = group.pia.meta("ballot")["options"][0]["option"]
    for tab in voters:
        await tab.ok("cast_ballot", dots={option: 1}, receipt="a-code-of-16-chars")
    # The database names the voters, never their votes, until the freeze: a new ballot must not stand alone.
    assert kept(group.server) == {"ballots": 3, "voters": 3, "keys": 2}
    await group.goes("decide")
    assert kept(group.server) == {"voters": 3, "keys": 1}
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[option])
    for tab in voters:
        await tab.ok("answer_consent", level=5, reason="because 4713")
    assert kept(group.server) == {"consent_answers": 3, "voters": 3, "keys": 2}
    await group.fay.ok("close_consent")
    assert kept(group.server) == {"voters": 3, "keys": 1}
    await group.fay.ok("freeze")
    assert kept(group.server) == {}


async def test_a_vote_that_is_dropped_leaves_no_ballot_in_any_file(group: Group) -> None:
    await group.goes("diverge")
    await group.pia.write("an idea")
    await group.goes("vote")
    option = group.pia.meta("ballot")["options"][0]["option"]
    code = "a-code-to-look-for-4711"
    await group.pia.ok("cast_ballot", dots={option: 1}, receipt=code)
    assert holds(group.server.stored(), code)
    await group.goes("cluster")
    await group.server.settled()
    assert not holds(group.server.stored(), code)


async def test_receipts_do_not_lie_ballot_by_ballot(group: Group) -> None:
    await group.joins(2)
    await group.writes(20)
    await group.fay.ok("open_phase", phase="lobby")
    await group.fay.ok("change_settings", dots=10)
    await group.goes("vote")
    options = [option["option"] for option in group.pia.meta("ballot")["options"]]
    ballots = {f"code-of-voter-{number}-4711": options[number * 5 : number * 5 + 10] for number in (0, 1, 2)}
    for tab, (code, chosen) in zip(group.voters, ballots.items(), strict=False):
        await tab.ok("cast_ballot", dots=dict.fromkeys(chosen, 1), receipt=code)
    await group.goes("decide")
    await group.server.settled()
    voter = {receipt(code, 1, option, 1): code for code, chosen in ballots.items() for option in chosen}
    lying = [cell.values[3].decode() for cell in cells(group.server.file, "receipts")]
    assert len(lying) == 30
    together = sum(voter[one] == voter[next_one] for one, next_one in pairwise(lying))
    assert together < 20, "in the order of the ballots it would be 27"
