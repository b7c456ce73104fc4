"""Real servers on one PostgreSQL behind the balancers of docs/scale/, as people meet them."""

from pathlib import Path

import pytest

from tests.brainstorm.clients import Browser, browser
from tests.scale.balancing import balancer
from tests.scale.cluster import Database
from tests.scale.fleet import fleet
from tests.web.proxies import NAMES

QUESTION = {"question": "Which road first?", "minutes": "5"}


async def opens_a_board(fay: Browser, pia: Browser) -> None:
    assert (await fay.get("/")).status_code == 200
    answer = await fay.post("/boards", data=QUESTION)
    assert answer.status_code == 303, answer.text
    fay.board = str(answer.headers["location"]).removeprefix("/boards/")
    await pia.follow((await fay.boot())["links"]["participate"].removeprefix(fay.base))


@pytest.mark.parametrize("name", NAMES)
async def test_people_go_on_whichever_server_is_killed(name: str, shared: Database, tmp_path: Path) -> None:
    async with (
        fleet(shared, tmp_path, 2) as some,
        balancer(name, some.ports, tmp_path) as address,
        browser(address) as fay,
        browser(address) as pia,
    ):
        await opens_a_board(fay, pia)
        lead, part = await fay.open(), await pia.open()
        await lead.ok("open_phase", phase="diverge")
        await part.until(lambda tab: tab.phase == "diverge")
        for at in range(2):
            idea = await part.write("a bicycle street")
            await some.kill(at)
            lead, part = await fay.open(), await pia.open()
            # Whoever answers now knows what the other one had accepted, and answers as soon as it is there.
            await part.ok("edit_idea", idea=idea.id, text="two bicycle streets", secret=idea.secret)
            await lead.ok("set_timer", extend=60)
            await some.replace(at)
        assert [some.log(at).count("Traceback") for at in range(2)] == [0, 0]
