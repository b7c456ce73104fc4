"""A session speaks the language of its server, in what the server itself writes into it too."""

import pytest

from tests.brainstorm.running import MovableClock, serving
from tests.worksessions.clients import session

pytestmark = pytest.mark.anyio


async def test_the_agenda_and_the_line_of_an_agreement_are_in_the_language_of_the_server(
    database: object, clock: MovableClock, front_end: object
) -> None:
    async with serving(database, clock, language="en-XA") as server, session(server) as work:  # type: ignore[arg-type]
        assert "Agree" not in {item["title"] for item in work.lead.tab.root("agenda").values()}
        await work.lead.tab.ok("start")
        await work.lead.tab.ok("propose_agreement", agreement="a" * 8 + "-0000-4000-8000-" + "0" * 12, text="Blue")
        meta = await work.until_meta(state="running")
        line = (await work.text()).strip().splitlines()[-1]
        assert "Blue" in line
        assert "Decided" not in line
        assert meta["state"] == "running"
