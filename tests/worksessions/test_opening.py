"""What a session may begin with."""

import pytest

from tests.brainstorm.clients import browser
from tests.brainstorm.running import Server

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("starts", [-1, 253_402_300_800, 10**30, 1.5, "soon"])
async def test_a_start_is_a_moment_of_the_calendar(server: Server, starts: object) -> None:
    async with browser(server.base) as somebody:
        answer = await somebody.post("/api/worksessions", json={"artifact": "A brief", "starts": starts})
        assert answer.status_code == 400
        answer = await somebody.post("/api/worksessions", json={"artifact": "A brief", "starts": 1_800_000_000})
        assert answer.status_code == 201


async def test_a_condition_of_two_lines_has_one_heading(server: Server) -> None:
    async with browser(server.base) as somebody:
        asked = {"kind": "individual", "artifact": "A\nbrief", "conditions": ["the\nprice"]}
        opened = (await somebody.post("/api/worksessions", json=asked)).json()
    room = await server.provided("session_rooms").find(opened["id"])
    assert room.session.text.value == "# A brief\n\n## the price\n\n"


async def test_a_text_that_was_brought_has_line_feeds_alone(server: Server) -> None:
    async with browser(server.base) as somebody:
        asked = {
            "artifact": "A brief",
            "conditions": ["the price"],
            "text": "# A brief\r\n\r\n## the price\r\x0bend\r\n",
        }
        opened = (await somebody.post("/api/worksessions", json=asked)).json()
    room = await server.provided("session_rooms").find(opened["id"])
    assert room.session.text.value == "# A brief\n\n## the price\n\nend"
