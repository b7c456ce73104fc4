"""A board with every kind of text there is, and what of it is still stored."""

from tests.brainstorm.clients import draft, holds
from tests.brainstorm.database import rows
from tests.cast import QUESTION, Group

WORDS = {
    "question": QUESTION,
    "problem": "the problem 4711",
    "constraint": "the constraint 4712",
    "criterion": "the criterion 4713",
    "owner": "Olga Owner 4714",
}
LATER = [
    *("hidden idea 4715", "shown idea 4716", "the group 4717", "Sina Signed 4718", "late idea 4719"),
    *("the decision 4720", "the why 4721", "Mara Decides 4722", "a next step 4723", "the reason 4724"),
    *("covered idea 4725", "the question 4728", "the answer 4729"),
]
TABLES = (
    *("ballots", "boards", "consent_answers", "ideas", "keys", "links", "log", "quotas", "receipts"),
    *("seats", "decisions", "voters", "waiting_changes", "ready"),
    *("waiting_questions", "waiting_answers", "covered_questions", "board_sessions"),
)


def counted(group: Group) -> dict[str, int]:
    """How many rows there are, by table."""
    found = {table: rows(group.server.file, f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}  # noqa: S608
    return {table: count for table, count in found.items() if isinstance(count, int) and count}


def found(group: Group) -> list[str]:
    """Which of the words are in the database file or in its write-ahead log."""
    stored = group.server.stored()
    return [text for text in (*WORDS.values(), *LATER) if holds(stored, text)]


async def full(group: Group) -> None:
    """A board with every kind of text there is, in Decide with a consent check."""
    await group.joins(1)
    await group.fay.ok("change_settings", **WORDS)
    await group.goes("diverge")
    idea = await group.pia.write("shown idea 4716")
    covered = await group.ben.write("covered idea 4725")
    await group.goes("reveal")
    await group.pia.ok("sign_idea", idea=idea.id, secret=idea.secret, name="Sina Signed 4718")
    await group.fay.ok("hide_idea", idea=covered.id, hidden=True)
    question = "00000000-0000-4000-8000-000000000002"
    await group.pia.ok("ask", question=question, idea=idea.id, text="the question 4728")
    await group.released()
    await group.pia.ok("answer_question", question=question, text="the answer 4729", secret=idea.secret)
    await group.goes("cluster")
    await group.fay.ok("hide_question", question=question, hidden=True)
    cluster = "00000000-0000-4000-8000-000000000001"
    await group.fay.ok("name_cluster", cluster=cluster, name="the group 4717")
    await group.fay.ok("place_idea", idea=idea.id, cluster=cluster)
    assert await group.ben.add(draft("late idea 4719")) == "late"
    await group.goes("vote")
    for tab in group.voters:
        await tab.ok("cast_ballot", dots={cluster: 1}, receipt="a-code-of-16-chars")
    await group.goes("decide")
    await group.fay.ok(
        "write_decision",
        decision="the decision 4720",
        why="the why 4721",
        owner="Mara Decides 4722",
        shortlist=[cluster],
        next_steps=[{"text": "a next step 4723"}],
    )
    for tab in group.voters:
        await tab.ok("answer_consent", level=2, reason="the reason 4724")
