"""HEAD: whatever answers GET answers it with the same status and headers, and with no body."""

from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from litestar.routes import HTTPRoute

from board.app import create_app
from board.decisions.exports.formats import DRAFTS
from board.settings import Settings
from tests.cast import Group

APP = create_app(Settings(database_url="sqlite:///nowhere.db"))
ROUTES = sorted(route.path_format for route in APP.routes if isinstance(route, HTTPRoute) and "GET" in route.methods)
OF_EACH_ANSWER = {"date", "set-cookie"}


@dataclass
class Address:
    path: str
    status: int = 200


ADDRESSES = {
    "/": Address("/"),
    "/health": Address("/health"),
    "/robots.txt": Address("/robots.txt"),
    "/static/assets/{name}": Address("/static/assets/home.js"),
    "/from-ideas": Address("/from-ideas"),
    "/join/{token}": Address("{participate}", 303),
    "/boards/{board_id}": Address("/boards/{board}"),
    "/boards/{board_id}/live": Address("/boards/{board}/live", 426),
    "/boards/{board_id}/qr/{file}": Address("/boards/{board}/qr/participate.svg"),
    "/api/boards/{board_id}/health": Address("/api/boards/{board}/health"),
    **{f"/api/boards/{{board_id}}/export.{one}": Address(f"/api/boards/{{board}}/export.{one}") for one in DRAFTS},
    "/worksessions/{session_id}": Address("/worksessions/{session}"),
    "/worksessions/{session_id}/accept": Address("/worksessions/{session}/accept", 404),
    "/worksessions/{session_id}/live": Address("/worksessions/{session}/live", 426),
    "/worksessions/{session_id}/qr/{file}": Address("/worksessions/{session}/qr/join.svg"),
    "/worksessions/{session_id}/text": Address("/worksessions/{session}/text"),
    "/api/worksessions/{session_id}/export.json": Address("/api/worksessions/{session}/export.json"),
    "/api/worksessions/{session_id}/export.md": Address("/api/worksessions/{session}/export.md"),
    "/api/worksessions/{session_id}/versions": Address("/api/worksessions/{session}/versions"),
    "/api/worksessions/{session_id}/versions/{wanted}": Address("/api/worksessions/{session}/versions/0..."),
    "/api/worksessions/{session_id}/making": Address("/api/worksessions/{session}/making"),
    "/api/worksessions/{session_id}/news": Address("/api/worksessions/{session}/news"),
    "/api/worksessions/{session_id}/tasks.ics": Address("/api/worksessions/{session}/tasks.ics"),
    "/api/worksessions/{session_id}/chain": Address("/api/worksessions/{session}/chain"),
    "/calendars/{calendar_file}": Address("{calendar}"),
    "/recaps/{recap_file}": Address(f"/recaps/{'0' * 64}", 404),
    "/recaps/{recap_sha256}/making": Address(f"/recaps/{'0' * 64}/making", 404),
    "/api/worksessions/{session_id}/feedback": Address("/api/worksessions/{session}/feedback"),
    "/worksessions/{session_id}/recap": Address("/worksessions/{session}/recap", 404),
    "/api/worksessions/{session_id}/recap": Address("/api/worksessions/{session}/recap", 404),
    "/decisions/{address}": Address(f"/decisions/{'0' * 64}", 404),
    "/decisions/{sha256}/worksessions": Address(f"/decisions/{'0' * 64}/worksessions", 404),
    "/schema/shortlist-decision-1.json": Address("/schema/shortlist-decision-1.json"),
    "/schema/shortlist-recap-1.json": Address("/schema/shortlist-recap-1.json"),
    "/api/schema": Address("/api/schema"),
    "/api/schema/{path}": Address("/api/schema/nothing", 404),
    "/api/schema/openapi.json": Address("/api/schema/openapi.json"),
}


def headers(answer: httpx.Response) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name not in OF_EACH_ANSWER}


def test_every_route_that_can_be_read_is_tried_here() -> None:
    assert sorted(ADDRESSES) == ROUTES


async def test_head_answers_as_get_without_the_body(
    group: Group, front_end: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (front_end / "assets" / "home.js").write_text("export {};")
    http = group.browser("fay").http
    session = (await http.post("/api/worksessions", json={"text": "# A brief"})).json()
    await http.get(session["links"]["lead"])
    links = group.links | {"calendar": session["links"]["calendar"]}
    # A draft says at which minute it was made.
    monkeypatch.setattr(group.server.clock, "now", lambda: 1_800_000_000.0)
    for route in ROUTES:
        wanted = ADDRESSES[route]
        path = wanted.path.format(board=group.board, session=session["id"], **links)
        got, asked = await http.get(path), await http.head(path)
        assert (got.status_code, asked.status_code) == (wanted.status, wanted.status), path
        assert headers(asked) == headers(got), path
        assert "content-length" in asked.headers, path
        assert asked.content == b"", path
        # The connection is in order: what follows on it is read as its own answer.
        assert (await http.get("/robots.txt")).text.startswith("User-agent"), path


async def test_head_fails_as_get_does(group: Group) -> None:
    http = group.browser("ben").http
    for path, status in (("/nowhere", 404), (f"/api/boards/{group.board}/health", 403), ("/api/boards", 405)):
        got, asked = await http.get(path), await http.head(path)
        assert (got.status_code, asked.status_code) == (status, status), path
        assert (headers(asked), asked.content) == (headers(got), b""), path
