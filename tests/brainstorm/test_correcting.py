"""A final decision is opened again: its record stays, and the next decision names it."""

import sqlite3
from contextlib import closing

from tests.brainstorm.clients import draft
from tests.brainstorm.wire import Json
from tests.cast import Group
from tests.databases import needs_sqlite

WORDING: dict[str, object] = {"decision": "We start in May.", "owner": "Mara"}


async def made_final(group: Group, **fields: object) -> tuple[str, list[str]]:
    """Leads the board to its record; returns the address and the options."""
    await group.joins(1)
    written = await group.writes(4)
    await group.goes("reveal")
    await group.ben.add(draft("too late"))
    await group.fay.ok("hide_idea", idea=written[3].id, hidden=True)
    await group.goes("vote")
    options = group.options()
    for tab in group.voters:
        await tab.ok("cast_ballot", dots={options[0]: 1}, bold=options[2])
    await group.goes("decide")
    await group.fay.ok("write_decision", shortlist=options[:1], **(WORDING | fields))
    sha256 = (await group.fay.ok("freeze"))["decision"]
    await everybody_in(group, "frozen")
    return sha256, options


async def everybody_in(group: Group, phase: str) -> None:
    for tab in (group.fay, group.pia, group.ben, group.olu, *group.more):
        await tab.until(lambda tab: tab.phase == phase and tab.synced and tab.meta("phase") == phase)


async def read(group: Group, sha256: str) -> Json:
    answer = await group.browser("olu").get(f"/decisions/{sha256}.json")
    assert answer.status_code == 200
    found: Json = answer.json()
    return found


async def test_a_correction_is_a_new_record_that_follows_the_old_one(group: Group) -> None:
    first, options = await made_final(group)
    before = await read(group, first)
    await group.fay.ok("correct")
    await everybody_in(group, "decide")
    assert group.pia.meta("frozen") == first, "everybody can still find the record"
    assert group.olu.meta("decision")["decision"] == "We start in May."
    await group.fay.ok("write_decision", decision="We start in June.", owner="Mara", shortlist=options[:1])
    second = (await group.fay.ok("freeze"))["decision"]
    await everybody_in(group, "frozen")
    after = await read(group, second)
    assert (after["follows"], after["decision"]) == (first, "We start in June.")
    assert await read(group, first) == before
    for key in ("ideas", "rounds", "clusters", "people", "late_ideas_deleted", "set_aside"):
        assert after[key] == before[key], key
    assert before["late_ideas_deleted"] == 1
    assert [span["phase"] for span in after["phases"]] == [*(span["phase"] for span in before["phases"]), "decide"]
    page = (await group.browser("olu").get(f"/decisions/{first}")).text
    assert "A newer record exists" in page
    assert f'href="/decisions/{second}"' in page
    assert f'href="/decisions/{first}"' in (await group.browser("olu").get(f"/decisions/{second}")).text


async def test_it_can_be_corrected_again_and_again(group: Group) -> None:
    chain, options = [(await made_final(group))[0]], group.options()
    for number in range(3):
        await group.fay.ok("correct")
        await group.fay.ok("write_decision", decision=f"Wording {number}.", owner="Mara", shortlist=options[:1])
        chain.append((await group.fay.ok("freeze"))["decision"])
    assert [(await read(group, one))["follows"] for one in chain] == [None, *chain[:-1]]
    assert len(set(chain)) == 4


async def test_made_final_again_without_a_change_it_is_the_same_record(group: Group) -> None:
    needs_sqlite()
    first, options = await made_final(group)
    await group.fay.ok("correct")
    await group.fay.ok("write_decision", shortlist=[*options[:1], options[2]], **WORDING)
    group.server.clock.advance(3600)
    assert (await group.fay.ok("freeze"))["decision"] == first
    await everybody_in(group, "frozen")
    assert "A newer record" not in (await group.browser("olu").get(f"/decisions/{first}")).text
    with closing(sqlite3.connect(group.server.file)) as connection:
        assert connection.execute("SELECT count(*) FROM decisions").fetchone() == (1,)


async def test_the_owner_of_a_recommendation_decides_later(group: Group) -> None:
    first, options = await made_final(
        group, decision="Try the first one.", outcome="recommended", decide_by="28 November"
    )
    page = (await group.browser("olu").get(f"/decisions/{first}")).text
    assert "recommends 2 of 3 options." in page
    await group.fay.ok("correct")
    await group.fay.ok("write_decision", decision="We do it.", owner="Mara", shortlist=options[:1])
    second = await read(group, (await group.fay.ok("freeze"))["decision"])
    assert (second["follows"], second["outcome"], second["decide_by"]) == (first, "decided", None)


async def test_only_the_decision_is_open(group: Group) -> None:
    first, _ = await made_final(group)
    hidden = group.fay.meta("hidden")[0]
    for tab in (group.pia, group.olu):
        assert (await tab.do("correct"))["answer"] == "refused"
    await group.fay.ok("correct")
    await everybody_in(group, "decide")
    for phase in ("lobby", "diverge", "reveal", "cluster", "vote"):
        answer = await group.fay.do("open_phase", phase=phase)
        assert (answer["answer"], answer["code"]) == ("refused", "only_the_decision"), phase
    new = draft("one more")
    assert await group.pia.add(new) == "refused"
    answer = await group.fay.do("hide_idea", idea=hidden, hidden=False)
    assert (answer["answer"], answer["code"]) == ("refused", "idea_hidden_for_good")
    assert (await group.fay.do("correct"))["answer"] == "refused"
    assert (await group.fay.ok("freeze"))["decision"] == first


async def test_a_text_can_still_be_hidden_and_is_in_the_old_record_alone(group: Group) -> None:
    first, _ = await made_final(group)
    await group.fay.ok("correct")
    idea = next(key for key, text in group.fay.root("ideas").items() if text == "idea 1")
    number = group.fay.root("numbers")[idea]
    await group.fay.ok("hide_idea", idea=idea, hidden=True)
    second = (await group.fay.ok("freeze"))["decision"]
    assert second != first
    record = await read(group, second)
    assert {"idea": idea, "number": number, "hidden": True} in record["ideas"]
    assert "idea 1" in str(await read(group, first))
    assert "idea 1" not in str(record)


async def test_a_new_wording_is_asked_about_and_both_checks_are_kept(group: Group) -> None:
    _, options = await made_final(group)
    await group.fay.ok("correct")
    await everybody_in(group, "decide")
    await group.fay.ok("write_decision", decision="We start in June.", owner="Mara", shortlist=options[:1])
    for tab in group.voters:
        await tab.ok("answer_consent", level=3)
    await group.fay.ok("close_consent")
    record = await read(group, (await group.fay.ok("freeze"))["decision"])
    assert [(one["decision"], one["counts"]["3"]) for one in record["consent"]] == [("We start in June.", 3)]


async def test_an_idea_that_a_page_sends_again_is_known_all_the_while(group: Group) -> None:
    await group.goes("diverge")
    idea = draft("idea 4711")
    assert await group.pia.add(idea) == "ok"
    await group.goes("vote")
    await group.pia.ok("cast_ballot", dots={group.options()[0]: 1})
    await group.goes("decide")
    await group.fay.ok("write_decision", shortlist=[idea.id], **WORDING)
    await group.fay.ok("freeze")
    await group.fay.ok("correct")
    assert await group.pia.add(idea) == "ok"
    assert len(group.fay.root("ideas")) == 1


async def test_a_correction_outlives_a_restart(group: Group) -> None:
    """What is needed for it is stored with the board."""
    first, _ = await made_final(group)
    await group.fay.ok("correct")
    room = await group.room()
    room.inbox.stale = True
    assert (await group.fay.ok("freeze"))["decision"] == first
