"""The id of an idea is its idempotency key: sent again it is answered again, in every phase, and changes nothing."""

import asyncio
import secrets
from pathlib import Path

from tests.brainstorm.clients import Tab, Written, draft
from tests.brainstorm.running import MovableClock, serving
from tests.cast import STEPS, Group, gather


async def again(tab: Tab, idea: Written, **changed: object) -> str:
    fields: dict[str, object] = {"idea": idea.id, "text": idea.text, "secret": idea.secret}
    return str((await tab.do("add_idea", **(fields | changed)))["answer"])


async def test_an_idea_is_stored_once_whatever_is_sent_again(group: Group) -> None:
    await group.goes("diverge", minutes=1)
    idea = await group.pia.write("once")
    gone = await group.pia.write("withdrawn")
    await group.pia.ok("withdraw_idea", idea=gone.id, secret=gone.secret)
    group.server.clock.advance(100)
    late = draft("late")
    assert await again(group.ben, late) == "late"
    other_secret = secrets.token_urlsafe(16)
    for phase in STEPS[1:-1]:
        await group.goes(phase)
        # A resend is the same whoever sends it; the secret says whose idea it is.
        assert await again(group.pia, idea, text="other words") == "ok"
        assert await again(group.ben, idea, secret=other_secret) == "refused"
        assert await again(group.pia, gone) == "ok"
        assert await again(group.pia, gone, secret=other_secret) == "refused"
        assert await again(group.ben, late) == "late"
    assert group.olu.root("ideas") == {idea.id: "once"}
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[idea.id])
    await group.fay.ok("freeze")
    assert await again(group.pia, idea) == "ok"
    assert await again(group.pia, gone) == "ok"
    assert await again(group.ben, late) == "refused", "the freeze has deleted it, so its author gets a refusal"
    assert await again(group.ben, draft("new")) == "refused"
    await group.olu.until(lambda tab: tab.phase == "frozen" and tab.synced)
    assert group.olu.root("ideas") == {idea.id: "once"}


async def test_two_tabs_that_send_one_draft_make_one_idea(group: Group) -> None:
    await group.goes("diverge")
    other = await group.browser("pia").open()
    ideas = [draft(f"idea {number}") for number in range(10)]
    answers = await asyncio.gather(*(tab.add(idea) for idea in ideas for tab in (group.pia, other)))
    assert set(answers) == {"ok"}
    await group.goes("reveal")
    assert group.ben.root("ideas") == {idea.id: idea.text for idea in ideas}


async def test_an_edit_and_a_withdrawal_can_be_sent_again(group: Group) -> None:
    await group.goes("diverge")
    idea = await group.pia.write("first words")
    for _ in range(2):
        await group.pia.ok("edit_idea", idea=idea.id, text="second words", secret=idea.secret)
    other = await group.pia.write("to go")
    for _ in range(2):
        await group.pia.ok("withdraw_idea", idea=other.id, secret=other.secret)
    assert (await group.pia.do("edit_idea", idea=other.id, text="back?", secret=other.secret))["answer"] == "refused"
    await group.goes("reveal")
    assert group.ben.root("ideas") == {idea.id: "second words"}


async def test_an_idea_taken_back_frees_its_place_in_the_quota(group: Group) -> None:
    await group.goes("diverge")
    idea = await group.pia.write("one")
    await group.pia.write("two")
    await group.pia.until(lambda tab: (tab.notice["you"]["used"], tab.notice["you"]["ideas_left"]) == (2, 198))
    await group.pia.ok("withdraw_idea", idea=idea.id, secret=idea.secret)
    await group.pia.until(lambda tab: tab.notice["you"]["used"] == 1)


async def test_texts_are_kept_as_they_were_written(group: Group) -> None:
    await group.goes("diverge")
    texts = [
        "\u200fسلم عليكم\u200f and back",
        "e\u0301 and \u00e9",
        "one\n\n  two\r\nthree\t!",
        "👩‍👩‍👧‍👦" * 100,
        "漢" * 1000,
    ]
    for text in texts:
        await group.pia.write(f"  {text}\n ")
    for text, code in (("漢" * 1001, "too_long"), (" \n\t ", "empty"), ("a\0b", "control_character")):
        idea = draft(text)
        answer = await group.pia.do("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
        assert answer["answer"] == "refused"
        assert answer["code"] == code
    await group.goes("reveal")
    assert sorted(group.ben.root("ideas").values()) == sorted(texts)
    export = (await group.browser("ben").export("json")).json()
    assert sorted(idea["text"] for idea in export["ideas"]) == sorted(texts)


async def test_more_ideas_than_one_person_may_add_are_refused_in_words(
    database: Path, clock: MovableClock, front_end: Path
) -> None:
    async with serving(database, clock, ideas_per_person=3) as server, gather(server) as group:
        await group.writes(3)
        answer = await group.pia.do("add_idea", **one_more(3))
        assert answer["answer"] == "refused"
        assert (answer["code"], answer["params"]) == ("own_limit", {"limit": 3})
        await group.ben.write("others can")


def one_more(number: int) -> dict[str, object]:
    idea = draft(f"idea {number}")
    return {"idea": idea.id, "text": idea.text, "secret": idea.secret}


async def test_who_sends_very_much_is_slowed_down_and_never_refused(group: Group) -> None:
    await group.goes("diverge")
    requests = [await group.pia.send("add_idea", **one_more(number)) for number in range(100)]
    answers = [await group.pia.answer(request) for request in requests]
    assert {answer["answer"] for answer in answers} == {"ok"}
