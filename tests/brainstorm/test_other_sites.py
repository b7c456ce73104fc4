"""A page of another site changes nothing here, whichever route it tries and whatever else it sends."""

from typing import Any

import pytest
from litestar.routes import HTTPRoute, WebSocketRoute
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from board.app import create_app
from board.live.handshake import READING
from board.protocol.refusals import Refusal
from board.settings import Settings
from board.words import say
from tests.brainstorm.database import dump
from tests.cast import Group

APP = create_app(Settings(database_url="sqlite:///nowhere.db"))
CHANGING = sorted(
    (method, route.path_format)
    for route in APP.routes
    if isinstance(route, HTTPRoute)
    for method in set(route.methods) - READING
)
SOCKETS = [route.path_format for route in APP.routes if isinstance(route, WebSocketRoute)]
CROSS = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Accept": "application/json"}
BODIES: dict[str, dict[str, Any]] = {
    "/boards/{board_id}/live": {"data": {}},
    "/boards": {"data": {"question": "Forged?"}},
    "/from-ideas": {"data": {"text": "Forged"}},
    "/api/boards": {"json": {"question": "Forged?"}},
    "/api/boards/{board_id}/commands": {"json": {"id": "1", "do": "change_settings", "question": "Forged?"}},
    "/api/boards/{board_id}": {"params": {"decision": "delete"}},
    "/worksessions/{session_id}/live": {"data": {}},
    "/worksessions/{session_id}/updates": {"content": b"\0\0"},
    "/worksessions/{session_id}/accept": {"data": {"answer": "yes", "name": "Forged"}},
    "/recaps/{recap_sha256}/feedback": {"data": {"helped": "Forged"}},
    "/worksessions": {"data": {"artifact": "Forged"}},
    "/api/worksessions": {"json": {"artifact": "Forged"}},
    "/api/worksessions/{session_id}/commands": {"json": {"id": "1", "do": "join", "name": "Forged"}},
    "/decisions/{sha256}/worksessions": {"data": {"step": "0"}},
    "/decisions/{sha256}/worksessions/{session_id}/confirm": {"data": {}},
    "/api/decisions/{sha256}/worksessions": {"json": {}},
}
"""what each route would take from its own pages"""


def stored(group: Group) -> list[str]:
    return dump(group.server.file)


@pytest.fixture
async def session(group: Group) -> str:
    """A work session that Fay leads in the same browser."""
    http = group.browser("fay").http
    opened = (await http.post("/api/worksessions", json={"artifact": "A brief"})).json()
    await http.get(opened["links"]["lead"])
    return str(opened["id"])


@pytest.fixture(params=["no origin", "our origin", "their origin"])
async def led(group: Group, session: str, request: pytest.FixtureRequest) -> Group:
    """Fay's browser as another site's page drives it: with her cookies."""
    headers = group.browser("fay").http.headers
    if request.param == "no origin":
        del headers["Origin"]
    elif request.param == "their origin":
        headers["Origin"] = "https://other.example"
    headers.update(CROSS)
    return group


def test_every_route_that_changes_something_is_tried_here() -> None:
    assert {path for _, path in CHANGING} == set(BODIES)
    assert SOCKETS == ["/boards/{board_id}/live", "/worksessions/{session_id}/live", "/worksessions/{session_id}/text"]


def address_of(path: str, group: Group, session: str) -> str:
    """The guard stands before the record is looked for, so any digest will do."""
    return path.format(board_id=group.board, session_id=session, sha256="0" * 64, recap_sha256="0" * 64)


@pytest.mark.parametrize(("method", "path"), CHANGING)
async def test_no_route_takes_a_request_from_another_site(led: Group, session: str, method: str, path: str) -> None:
    before = stored(led)
    http, address = led.browser("fay").http, address_of(path, led, session)
    for body in (BODIES[path], {"content": b"{"}):
        answer = await http.request(method, address, **body)
        assert answer.status_code == 403, answer.text
        assert say(Refusal.OTHER_SITE) in answer.text
        assert "set-cookie" not in answer.headers
    assert stored(led) == before


@pytest.mark.parametrize("path", SOCKETS)
async def test_no_socket_opens_for_another_site(led: Group, session: str, path: str) -> None:
    fay = led.browser("fay")
    sent = {"Cookie": fay.cookies()} | CROSS
    if "Origin" in fay.http.headers:
        sent["Origin"] = fay.http.headers["Origin"]
    address = f"ws{fay.base.removeprefix('http')}{address_of(path, led, session)}"
    with pytest.raises(InvalidStatus) as refused:
        await connect(address, additional_headers=sent, proxy=None)
    assert refused.value.response.status_code == 403


async def test_a_link_on_another_site_leads_in(led: Group) -> None:
    sam = led.sam
    answer = await sam.get(led.links["participate"], headers=CROSS | {"Sec-Fetch-Mode": "navigate"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/boards/{led.board}")
    assert "set-cookie" in answer.headers
