"""The buttons beside the next steps of a decision, which need no script and no cookie."""

import re

import pytest

from board.records import canonical
from tests.brainstorm.clients import browser
from tests.brainstorm.running import Server
from tests.worksessions.clients import Member
from tests.worksessions.test_from_decision import HOUSING, freeze

pytestmark = pytest.mark.anyio


async def test_the_button_beside_a_next_step_leads_into_a_session_that_is_filled_in(server: Server) -> None:
    digest = await freeze(server, canonical.encode(HOUSING))
    async with browser(server.base) as reader:
        page = (await reader.get(f"/decisions/{digest}")).text
        form = re.search(rf'<form [^>]*id="start"[^>]* action="(/decisions/{digest}/worksessions)"', page)
        assert form is not None
        assert '<button class="start quiet" form="start" name="step" value="1">' in page
        answer = await reader.post(form[1], data={"step": "1"})
        assert answer.status_code == 303
        lead = Member(server.base, reader.http)
        lead.board = answer.headers["location"].removeprefix("/worksessions/")
        tab = await lead.open()
        meta = tab.root("meta")
        await tab.close()
    assert meta["contract"]["artifact"] == "Ask three suppliers for a shared price list"
    assert meta["decision"] == digest


async def test_a_step_that_nobody_wrote_opens_nothing(server: Server) -> None:
    digest = await freeze(server, canonical.encode(HOUSING))
    async with browser(server.base) as reader:
        answer = await reader.post(f"/decisions/{digest}/worksessions", data={"step": "19"})
    assert answer.status_code == 422


async def test_the_file_of_a_decision_has_no_buttons(server: Server) -> None:
    digest = await freeze(server, canonical.encode(HOUSING))
    async with browser(server.base) as reader:
        assert b"/worksessions" not in (await reader.get(f"/decisions/{digest}.html")).content


@pytest.mark.parametrize(("pause", "starts"), [({}, None), ({"pause": "5"}, 1_800_000_360)])
async def test_a_pause_before_the_work_ends_on_a_whole_minute(
    server: Server, monkeypatch: pytest.MonkeyPatch, pause: dict[str, str], starts: int | None
) -> None:
    digest = await freeze(server, canonical.encode(HOUSING))
    monkeypatch.setattr(server.clock, "now", lambda: 1_800_000_001.0)
    async with browser(server.base) as reader:
        answer = await reader.post(f"/decisions/{digest}/worksessions", data={"step": "0", **pause})
        lead = Member(server.base, reader.http)
        lead.board = answer.headers["location"].removeprefix("/worksessions/")
        tab = await lead.open()
        assert tab.root("meta")["contract"].get("starts") == starts
        await tab.close()
