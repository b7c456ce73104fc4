"""The script in `docs/protocol.md` that opens a session works as it stands there."""

import re
import uuid
from pathlib import Path

import pytest

from tests.brainstorm.running import Server
from tests.worksessions.clients import Member

pytestmark = pytest.mark.anyio

PAGE = (Path(__file__).parents[2] / "docs/protocol.md").read_text("utf-8")
SCRIPT = PAGE.split("A script that opens a session")[1].split("```")[1]
STEPS = re.findall(r"^(GET|POST) (\S+) ?(.*)\n  -> (\d+)(?: \{(.*)\})?", SCRIPT, re.MULTILINE)


async def test_the_script_of_the_page_opens_joins_starts_and_writes(server: Server) -> None:
    member = Member(server.base)
    known = {"<uuid>": str(uuid.uuid4())}
    for method, address, body, status, fields in STEPS:
        to, sent = address, body
        for name, value in known.items():
            to, sent = to.replace(name, value), sent.replace(name, value)
        if method == "GET":
            answer = await member.get(to)
        else:
            answer = await member.post(to, content=sent.encode(), headers={"content-type": "application/json"})
        assert answer.status_code == int(status), answer.text
        if fields:
            said = answer.json()
            assert said.keys() == set(re.findall(r'"(\w+)"', fields))
            assert said.get("answer", "ok") == "ok"
            known |= {"<id>": said["id"], "<links.lead>": said["links"]["lead"]} if "links" in said else {}
    member.board = known["<id>"]
    assert "## the price is in it\n\n40 €" in (await member.export("md")).text
    await member.close()
