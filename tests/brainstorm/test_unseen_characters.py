"""A board accepts no text that draws nothing or reverses its surroundings; older boards with such texts still work."""

import hashlib
import json
import uuid
from pathlib import Path

import pytest

from board.canvas import text as texts
from board.protocol.refusals import Refusal
from tests.brainstorm.clients import Browser, Tab, draft
from tests.brainstorm.running import MovableClock, serving
from tests.cast import Group, gather

BLANK, TURNED, RING = "\u3164\u200e \u2800", "pay \u202eyadot", "ring\x07"


async def refused(tab: Tab, do: str, **fields: object) -> str:
    answer = await tab.do(do, **fields)
    assert answer["answer"] == "refused", answer
    return str(answer["params"]["character"] if "params" in answer else answer["code"])


async def test_no_field_takes_a_control_or_keeps_what_draws_nothing(group: Group) -> None:
    fay, pia = group.fay, group.pia
    for field in ("question", "problem", "constraint", "criterion", "owner"):
        assert await refused(fay, "change_settings", **{field: TURNED}) == "U+202E"
    assert await refused(fay, "change_settings", question=BLANK) == Refusal.QUESTION_MISSING
    await fay.ok("change_settings", criterion="which first?")
    await fay.ok("change_settings", criterion=BLANK)
    assert fay.meta("criterion") is None

    await group.goes("diverge")
    blank, ring = draft(BLANK), draft(RING)
    assert await refused(pia, "add_idea", idea=blank.id, text=BLANK, secret=blank.secret) == Refusal.EMPTY
    assert await refused(pia, "add_idea", idea=ring.id, text=RING, secret=ring.secret) == "U+0007"
    own = [
        await pia.write(text) for text in ("\u0645\u06cc\u200c\u062e\u0648", "\U0001f3f4\U000e0067\U000e0062\U000e007f")
    ]
    assert await refused(pia, "edit_idea", idea=own[0].id, text="\ufeff", secret=own[0].secret) == Refusal.EMPTY
    assert await refused(pia, "edit_idea", idea=own[0].id, text="\u2067x", secret=own[0].secret) == "U+2067"

    await group.goes("reveal")
    assert {idea.text for idea in own} == set(fay.root("ideas").values())
    assert await refused(pia, "sign_idea", idea=own[0].id, secret=own[0].secret, name=TURNED) == "U+202E"

    await group.goes("cluster")
    group_id, merge = str(uuid.uuid4()), str(uuid.uuid4())
    await fay.ok("name_cluster", cluster=group_id, name=BLANK)
    assert fay.root("clusters")[group_id]["name"] == ""
    assert await refused(fay, "name_cluster", cluster=group_id, name=RING) == "U+0007"
    sources = {"from": [own[0].id]}
    assert await refused(fay, "merge", merge=merge, into=group_id, name=TURNED, **sources) == "U+202E"

    await group.goes("vote")
    await group.votes([(pia, [own[0].id]), (group.ben, [])])
    await group.goes("decide")
    said: dict[str, object] = {"decision": "Go", "owner": "Mara", "shortlist": [own[0].id]}
    for field in ("decision", "owner", "why", "decide_by"):
        assert await refused(fay, "write_decision", **(said | {field: RING})) == "U+0007"
    for field in ("text", "owner", "when"):
        steps = [{"text": "Ask", field: TURNED}]
        assert await refused(fay, "write_decision", **said, next_steps=steps) == "U+202E"
    await fay.ok("write_decision", **said, why=BLANK)
    assert fay.meta("decision")["why"] is None
    assert await refused(pia, "answer_consent", level=1, reason=TURNED) == "U+202E"
    await pia.ok("answer_consent", level=4, reason=BLANK)


async def test_a_board_of_before_loads_and_freezes_with_its_texts_as_they_are(
    database: Path, clock: MovableClock, front_end: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(database, clock) as server, gather(server) as before:
        with monkeypatch.context() as earlier:
            earlier.setattr(texts, "check", lambda *_, **__: None)
            earlier.setattr(texts, "trimmed", str.strip)
            await before.goes("diverge")
            own = [await before.pia.write(text) for text in (TURNED, "\u2800", RING)]
        await before.goes("vote")
        await before.votes([(before.pia, [own[1].id]), (before.ben, [])])
        await before.goes("decide")
        link = before.links["facilitate"].removeprefix(server.base)
    async with serving(database, clock) as server:
        fay = Browser(server.base)
        await fay.follow(link)
        tab = await fay.open()
        assert {idea.text for idea in own} == set(tab.root("ideas").values())
        await tab.ok("write_decision", decision="Go", owner="Mara", shortlist=[own[1].id])
        sha256 = (await tab.ok("freeze"))["decision"]
        record = await fay.get(f"/decisions/{sha256}.json")
        assert hashlib.sha256(record.content).hexdigest() == sha256
        assert {idea.text for idea in own} == {one["text"] for one in json.loads(record.content)["ideas"]}
        for ending in ("", ".html", ".md", ".csv"):
            assert (await fay.get(f"/decisions/{sha256}{ending}")).status_code == 200
        await fay.close()
