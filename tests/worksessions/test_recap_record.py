"""The recap of a session as its people left it: a record by the schema, confirmed from outside, without their names."""

import asyncio
import json
import uuid

import httpx
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from board.decisions import KIND as DECISION
from board.recaps import KIND as RECAP
from board.recaps.schema import ADDRESS
from board.records.verify import CONFIRMED, verify
from tests.worksessions.clients import Work
from tests.worksessions.traces import full

pytestmark = pytest.mark.anyio


async def shared(work: Work, **verdict: object) -> str:
    """The address of the recap, after everything that people can leave in a session."""
    await full(work)
    lead, ben = work.lead.tab, work.members[1]
    await lead.ok("edit_contract", owner={"person": ben.person}, minutes=70, starts=1_796_000_000, zone="Europe/Berlin")
    await lead.ok("add_task", task=str(uuid.uuid4()), text="Ask somebody", owner={"person": ben.person})
    await ben.tab.ok("accept_contract", name="BEN MEMBER 5111", yes=True)
    await lead.ok("end", verdict="nearly", finisher=ben.person, by="2026-12-04", **verdict)
    answer = await lead.ok("share", visibility="link")
    return f"{work.server.base}/recaps/{answer['recap']}"


async def test_the_recap_of_a_full_session_fits_the_schema_and_is_confirmed(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
    address = await shared(work, note="Not all of it.", elsewhere="elsewhere.pdf")
    async with httpx.AsyncClient() as http:
        told = (await http.get(f"{address}.json")).json()
        schema = (await http.get(f"{work.server.base}{ADDRESS}")).json()
    Draft202012Validator(schema).validate(told)
    assert {one["field"] for one in told["changes"]} == {"owner", "minutes", "starts", "zone"}
    assert [len(told[key]) for key in ("conditions", "agenda", "tasks", "agreements")] == [3, 6, 2, 1]
    verdict = await asyncio.to_thread(verify, address, (DECISION, RECAP))
    assert (verdict.code, verdict.sentences[0].split(",")[0]) == (CONFIRMED, "This is the recap of a work session")


async def test_nobody_who_joined_is_in_its_bytes_by_name(work: Work) -> None:
    address = await shared(work)
    names = [one["name"] for one in work.lead.tab.root("people").values()]
    assert len(names) > 4
    async with httpx.AsyncClient() as http:
        told = (await http.get(f"{address}.json")).json()
    # The client joined as “Cleo” and typed a longer name under a yes, as somebody with the link does.
    assert [one["words"] for one in told["agreed"]] == ["Cleo Client 5127", None]
    del told["agreed"][0]
    content = json.dumps(told, ensure_ascii=False).casefold()
    assert [name for name in names if name.casefold() in content] == []
