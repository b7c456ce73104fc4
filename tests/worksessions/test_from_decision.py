"""A session from a decision: what is filled in, and what wins over it."""

import html
import re
from dataclasses import replace
from functools import partial

import pytest
from msgspec import structs

from board.decisions import record
from board.markdown.rendering import rendered
from board.protocol.document import NextStep
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.records import canonical
from board.records.canonical import Json
from board.records.service import decisions
from board.worksessions.lifecycle.from_decision import MOST_OBJECTIONS, Check, Decided, Reason, quotation
from tests.brainstorm.running import Server
from tests.decisions import samples
from tests.worksessions.clients import ALL, Member

pytestmark = pytest.mark.anyio
HOUSING = record.build(samples.housing())
FIRST, *OTHERS = HOUSING["next_steps"]


async def freeze(server: Server, content: bytes) -> str:
    """Stores the record of a decision; returns its digest."""
    write = partial(decisions.store, source="b1", content=content, frozen_at=1_795_265_820.0)
    return await server.rooms.journal.writer.write(write)


async def document(server: Server, sha256: str, **sent: object) -> Json:
    """The document of a session that was opened from a decision, as its lead sees it."""
    lead = Member(server.base)
    try:
        answer = await lead.post(f"/api/decisions/{sha256}/worksessions", json=sent)
        assert answer.status_code == 201, answer.text
        assert set(answer.json()["links"]) == {"lead", "join", "read", "accept", "calendar"}
        await lead.follow(answer.json()["links"]["lead"])
        page = await lead.open()
        text = (await lead.export("json")).json()["text"]
        return {root: page.root(root) for root in ALL} | {"text": text}
    finally:
        await lead.close()


async def test_a_next_step_is_the_work_and_the_others_are_tasks(server: Server) -> None:
    sha256 = await freeze(server, canonical.encode(HOUSING))
    made = await document(server, sha256)
    meta, contract = made["meta"], made["meta"]["contract"]
    assert (meta["kind"], meta["decision"], contract["minutes"]) == ("team", sha256, 60)
    assert (contract["artifact"], contract["problem"]) == (FIRST["text"], HOUSING["problem"])
    assert contract["constraint"] == HOUSING["constraint"]
    tasks = [(one["text"], one["owner"], one["when"], one["state"]) for one in made["tasks"].values()]
    expected = [(one["text"], one["owner"] and {"words": one["owner"]}, one["when"], "open") for one in OTHERS]
    assert sorted(tasks) == sorted(expected)
    assert made["people"] == {}
    quoted = [line for line in made["text"].splitlines() if line.startswith(">")]
    assert quoted[0] == f"> {HOUSING['decision']}"
    assert f"> Why: {HOUSING['why']}" in quoted
    assert f"> What holds: {HOUSING['constraint']}" in quoted
    assert quoted[-1].endswith(f"]({server.base}/decisions/{sha256})")
    assert f"\n\n# {FIRST['text']}\n" in made["text"]


async def test_a_field_that_is_sent_wins(server: Server) -> None:
    sha256 = await freeze(server, canonical.encode(HOUSING))
    sent = {"kind": "individual", "minutes": 30, "artifact": "a letter", "problem": "", "text": "Dear all,"}
    made = await document(server, sha256, **sent)
    contract = made["meta"]["contract"]
    assert (made["meta"]["kind"], contract["minutes"], contract["artifact"]) == ("individual", 30, "a letter")
    assert (contract.get("problem"), contract["constraint"]) == (None, HOUSING["constraint"])
    assert made["text"].startswith("Dear all,")
    assert len(made["tasks"]) == len(HOUSING["next_steps"]), "somebody who names the work leaves no step out"
    second = await document(server, sha256, step=1)
    assert second["meta"]["contract"]["artifact"] == OTHERS[0]["text"]


async def test_without_a_next_step_the_decision_is_the_work(server: Server) -> None:
    long = "carry " * 60
    material = samples.alone()
    assert material.decision is not None
    decided = structs.replace(material.decision, decision=long.strip())
    content = canonical.encode(record.build(replace(material, decision=decided)))
    made = await document(server, await freeze(server, content))
    artifact = made["meta"]["contract"]["artifact"]
    assert len(artifact) <= limits.ARTIFACT
    assert artifact.endswith("carry…")
    assert made["tasks"] == {}
    assert long.strip() in made["text"], "the quotation has the whole of it"


async def test_a_decision_that_is_not_there_is_said(server: Server) -> None:
    content = canonical.encode(HOUSING)
    sha256 = await freeze(server, content)
    asking = Member(server.base)

    async def refused(address: str, **sent: object) -> tuple[int, str]:
        answer = await asking.post(f"/api/decisions/{address}/worksessions", json=sent)
        return answer.status_code, answer.json()["code"]

    assert await refused(sha256, step=3) == (422, Refusal.NO_STEP)
    assert await refused("0" * 64) == (404, Refusal.NO_DECISION)
    assert await refused("nonsense") == (404, Refusal.NO_DECISION)
    assert (await refused(sha256, step=-1))[0] == 400
    write = server.rooms.journal.writer.write
    await write(partial(decisions.remove, sha256=sha256, now=1_795_300_000.0))
    assert await refused(sha256) == (410, Refusal.DECISION_DELETED)
    await asking.close()


@pytest.mark.parametrize(
    "line", ["___", "_ _ _", "***", "a | b\n:-- | --", "a | b\n-|-", "\n[x]: http://y.example", "a\n===", "~~~", "::"]
)
def test_a_line_of_a_decision_makes_no_block_of_the_quotation(line: str) -> None:
    decided = Decided(question="Why?", frozen_at="2026-11-28T15:00:00Z", decision=f"Before\n{line}\nafter")
    made = rendered(quotation(decided, None, "http://here/decisions/1"))
    assert set(re.findall(r"<(\w+)", made)) == {"blockquote", "p", "br", "a"}
    shown = html.unescape(re.sub(r"<[^>]*>", "", made))
    assert [one.strip() for one in shown.split("\n") if one.strip()][:-1] == [
        "Before",
        *filter(None, line.split("\n")),
        "after",
    ]


def test_what_a_person_wrote_stays_a_line_of_the_quotation() -> None:
    decided = Decided(
        question="Why?",
        frozen_at="2026-11-28T15:00:00Z",
        decision="# not a heading\n\n- no list\n1. nor this\n-5 degrees\n    no code\n> none",
        why="because",
    )
    assert quotation(decided, None, "http://here/decisions/1").splitlines() == [
        "> \\# not a heading",
        ">",
        "> \\- no list",
        "> 1\\. nor this",
        "> -5 degrees",
        "> no code",
        "> \\> none",
        ">",
        "> Why: because",
        ">",
        "> [The decision of 28 November 2026](http://here/decisions/1)",
        "",
    ]


def test_a_step_that_is_longer_than_the_work_may_be_is_quoted_whole() -> None:
    step = NextStep("step " * 50)
    decided = Decided(question="Why?", frozen_at="2026-11-28T15:00:00Z", next_steps=(step,))
    assert f"> Next step: {step.text.strip()}" in quotation(decided, step, "http://here").splitlines()


def quoted(*checks: Check) -> list[str]:
    """The lines of the quotation between the decision and its address."""
    decided = Decided(question="Why?", frozen_at="2026-11-28T15:00:00Z", decision="So be it.", consent=checks)
    made = quotation(decided, None, "http://here/decisions/1").splitlines()
    return [line.removeprefix("> ") for line in made if line not in (">", "")][1:-1]


def test_an_objection_is_said_by_nobody_in_particular() -> None:
    answered = Check("So be it.", (Reason(2, "Too slow"), Reason(5, "Great"), Reason(0, "# It costs\ntoo much")))
    assert quoted(answered) == [
        "Said on the board, by nobody in particular: # It costs",
        "too much",
        "Said on the board, by nobody in particular: Too slow",
        "Nobody has to say whether one was theirs.",
    ]
    assert quoted(Check("So be it.", (Reason(1, "No"),)))[-1] == "Nobody has to say whether it was theirs."


def test_objections_to_another_wording_or_to_an_earlier_check_are_left_in_the_record() -> None:
    earlier, other = Check("So be it.", (Reason(0, "No"),)), Check("Or so.", (Reason(0, "Never"),))
    assert quoted(earlier, Check("So be it.", ()), other) == []
    assert quoted() == []


def test_many_objections_are_counted() -> None:
    said = quoted(Check("So be it.", tuple(Reason(1, f"no {number}") for number in range(MOST_OBJECTIONS + 3))))
    assert len(said) == MOST_OBJECTIONS + 2
    assert said[-2] == "3 more are in the decision."


async def test_the_objections_of_a_record_stand_in_the_text(server: Server) -> None:
    made = await document(server, await freeze(server, canonical.encode(HOUSING)))
    check = next(one for one in reversed(HOUSING["consent"]) if one["decision"] == HOUSING["decision"])
    against = [one["reason"] for one in check["reasons"] if one["level"] <= 2]
    assert against
    for reason in against:
        assert f"> Said on the board, by nobody in particular: {reason}" in made["text"]
