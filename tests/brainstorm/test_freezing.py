"""Making it final: what has to be there first, and what the record then holds for good."""

import hashlib

import pytest

from board.decisions.exports.formats import DRAFTS
from board.protocol.refusals import Refusal
from board.web import qr
from board.words import say
from tests.cast import Group


async def at_the_end(group: Group) -> list[str]:
    """Leads the board to its decision; returns the options, best first."""
    await group.joins(1)
    await group.writes(6)
    await group.goes("vote")
    options = group.options()
    for tab in group.voters:
        await tab.ok("cast_ballot", dots={options[0]: 1, options[1]: 1}, bold=options[5])
    await group.goes("decide")
    return options


MISSING: dict[str, tuple[dict[str, object], Refusal]] = {
    "the decision": ({"decision": " "}, Refusal.DECISION_MISSING),
    "an owner": ({"owner": ""}, Refusal.OWNER_MISSING),
    "a shortlist": ({"shortlist": []}, Refusal.SHORTLIST_MISSING),
    "a day": ({"outcome": "recommended", "decide_by": None}, Refusal.DATE_MISSING),
}


@pytest.mark.parametrize("missing", MISSING)
async def test_it_needs(group: Group, missing: str) -> None:
    options = await at_the_end(group)
    assert (await group.fay.do("freeze"))["answer"] == "refused"
    whole: dict[str, object] = {"decision": "So be it.", "owner": "Mara", "shortlist": options[:1]}
    lacking, code = MISSING[missing]
    await group.fay.ok("write_decision", **(whole | lacking))
    answer = await group.fay.do("freeze")
    assert (answer["answer"], answer["code"]) == ("refused", code)
    await group.fay.ok("write_decision", **whole)
    assert (await group.fay.do("freeze"))["answer"] == "ok"


async def test_texts_of_a_decision_have_bounds(group: Group) -> None:
    options = await at_the_end(group)
    whole: dict[str, object] = {"decision": "So be it.", "owner": "Mara", "shortlist": options[:1]}
    for field, value in (
        ("decision", "x" * 1001),
        ("why", "x" * 1001),
        ("owner", "x" * 121),
        ("shortlist", ["00000000-0000-4000-8000-000000000000"]),
        ("next_steps", [{"text": "x" * 301}]),
        ("next_steps", [{"text": "x"}] * 21),
        ("outcome", "maybe"),
    ):
        assert (await group.fay.do("write_decision", **(whole | {field: value})))["answer"] == "refused", field
    assert group.fay.meta("decision") is None


async def test_the_record_is_its_address_and_holds_what_was_decided(group: Group) -> None:
    options = await at_the_end(group)
    await group.fay.ok(
        "write_decision",
        decision="  We start in May. ",
        why="It is cheap.",
        owner="Mara",
        shortlist=options[:1],
        next_steps=[{"text": "call", "owner": " Ben ", "when": "Monday"}, {"text": " "}],
    )
    for tab in group.voters:
        await tab.ok("answer_consent", level=4)
    sha256 = (await group.fay.ok("freeze"))["decision"]
    await group.olu.until(lambda tab: tab.phase == "frozen" and tab.meta("frozen") == sha256)
    answer = await group.browser("olu").get(f"/decisions/{sha256}.json")
    assert hashlib.sha256(answer.content).hexdigest() == sha256
    assert (await group.browser("pia").export("json")).content == answer.content
    record = answer.json()
    assert (record["decision"], record["why"], record["owner"]) == ("We start in May.", "It is cheap.", "Mara")
    assert record["next_steps"] == [{"text": "call", "owner": "Ben", "when": "Monday"}]
    assert [line["option"] for line in record["shortlist"]] == [options[0], options[5]], "and the bold winner"
    assert [check["counts"]["4"] for check in record["consent"]] == [3]


async def test_no_answer_is_needed_and_a_recommendation_names_who_decides(group: Group) -> None:
    options = await at_the_end(group)
    await group.fay.ok(
        "write_decision",
        decision="",
        owner="Mara Ellis",
        shortlist=options[:2],
        outcome="recommended",
        decide_by="28 November",
    )
    sha256 = (await group.fay.ok("freeze"))["decision"]
    page = (await group.browser("olu").get(f"/decisions/{sha256}")).text
    assert "Mara Ellis decides by 28 November" in page


async def test_the_winner_of_the_bold_pick_outlives_a_run_off(group: Group) -> None:
    options = await at_the_end(group)
    await group.goes("vote", options=options[:2])
    for tab in group.voters:
        await tab.ok("cast_ballot", dots={options[0]: 1})
    await group.goes("decide")
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=options[:1])
    sha256 = (await group.fay.ok("freeze"))["decision"]
    record = (await group.browser("olu").get(f"/decisions/{sha256}.json")).json()
    assert [line["option"] for line in record["shortlist"]] == [options[0], options[5]]


async def test_the_code_of_the_decision_leads_to_it_once_it_is_final(group: Group) -> None:
    options = await at_the_end(group)
    path = f"/boards/{group.board}/qr/decision.svg"
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=options[:1])
    assert (await group.browser("pia").get(path)).status_code == 404
    sha256 = (await group.fay.ok("freeze"))["decision"]
    code = qr.svg(f"{group.server.base}/decisions/{sha256}", say("live-qr-decision"))
    for name in ("pia", "olu"):
        assert (await group.browser(name).get(path)).text == code
    await group.fay.ok("correct")
    assert (await group.browser("pia").get(path)).text == code, "the record stays until the next one"


async def test_a_frozen_board_is_read_and_exported(group: Group) -> None:
    options = await at_the_end(group)
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=options[:1])
    await group.fay.ok("freeze")
    newcomer = await group.newcomer()
    tab = await newcomer.open()
    assert len(tab.root("ideas")) == 6
    for ending in DRAFTS:
        assert (await newcomer.export(ending)).status_code == 200
    assert (await newcomer.get("/decisions/" + "0" * 64)).status_code == 404
