"""Any request to any route is answered, no answer is a fault of the server, and no error is logged.

`SHORTLIST_REQUESTS=100000 pytest tests/web/test_fuzz.py -o timeout=0` runs the long version.
"""

import logging
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from litestar.routes import HTTPRoute

from board.decisions.exports.formats import DRAFTS, FORMATS
from board.live.transport.close_codes import Close
from board.web import assets
from tests.decisions.kept import SHA256
from tests.front_end import build
from tests.recaps import kept as recap
from tests.web.asgi import HOST, JSON, Application, Sent, application
from tests.web.hostile import ODD_LINES, SEGMENTS, requests

REQUESTS = int(os.environ.get("SHORTLIST_REQUESTS", "800"))
FORM = (b"content-type", b"application/x-www-form-urlencoded")
SOCKET = "WEBSOCKET"

BODIES = [
    b"[" * 4000,
    b'{"question":' * 9000,
    b'{"question": "caf\xe9"}',
    b'{"minutes": 1e999}',
    b"\xff" * 90,
    b"x" * 270_000,
]

REACHED = {
    ("GET", "/"): 200,
    ("GET", "/health"): 200,
    ("GET", "/robots.txt"): 200,
    ("GET", "/static/assets/{name}"): 200,
    ("POST", "/boards"): 303,
    ("POST", "/worksessions"): 303,
    ("GET", "/join/{token}"): 303,
    ("GET", "/boards/{board_id}"): 200,
    ("GET", "/boards/{board_id}/qr/{file}"): 200,
    ("GET", "/from-ideas"): 200,
    ("POST", "/from-ideas"): 422,
    ("POST", "/api/boards"): 201,
    ("POST", "/api/boards/{board_id}/commands"): 200,
    **{("GET", f"/api/boards/{{board_id}}/export.{one}"): 200 for one in DRAFTS},
    ("GET", "/api/boards/{board_id}/health"): 403,
    ("DELETE", "/api/boards/{board_id}"): 403,
    (SOCKET, "/boards/{board_id}/live"): 0,
    ("POST", "/api/worksessions"): 201,
    ("GET", "/worksessions/{session_id}"): 200,
    ("GET", "/worksessions/{session_id}/qr/{file}"): 200,
    ("GET", "/worksessions/{session_id}/text"): 200,
    (SOCKET, "/worksessions/{session_id}/text"): Close.OTHER_EPOCH,
    ("POST", "/worksessions/{session_id}/updates"): 422,
    ("POST", "/api/worksessions/{session_id}/commands"): 200,
    ("GET", "/api/worksessions/{session_id}/export.json"): 200,
    ("GET", "/api/worksessions/{session_id}/export.md"): 200,
    ("GET", "/api/worksessions/{session_id}/versions"): 200,
    ("GET", "/api/worksessions/{session_id}/versions/{wanted}"): 404,
    ("GET", "/api/worksessions/{session_id}/making"): 200,
    ("GET", "/api/worksessions/{session_id}/news"): 200,
    ("GET", "/api/worksessions/{session_id}/tasks.ics"): 200,
    ("GET", "/api/worksessions/{session_id}/chain"): 200,
    ("GET", "/calendars/{calendar_file}"): 200,
    (SOCKET, "/worksessions/{session_id}/live"): 0,
    ("GET", "/worksessions/{session_id}/live"): 426,
    ("POST", "/worksessions/{session_id}/live"): 204,
    ("GET", "/decisions/{address}"): 200,
    ("GET", "/recaps/{recap_file}"): 200,
    ("GET", "/recaps/{recap_sha256}/making"): 404,
    ("POST", "/recaps/{recap_sha256}/feedback"): 422,
    ("GET", "/api/worksessions/{session_id}/feedback"): 200,
    ("GET", "/worksessions/{session_id}/recap"): 404,
    ("GET", "/api/worksessions/{session_id}/recap"): 404,
    ("POST", "/api/decisions/{sha256}/worksessions"): 201,
    ("GET", "/decisions/{sha256}/worksessions"): 303,
    ("POST", "/decisions/{sha256}/worksessions"): 303,
    ("POST", "/decisions/{sha256}/worksessions/{session_id}/confirm"): 404,
    ("GET", "/schema/shortlist-decision-1.json"): 200,
    ("GET", "/schema/shortlist-recap-1.json"): 200,
    ("GET", "/api/schema"): 200,
    ("GET", "/api/schema/openapi.json"): 200,
    ("GET", "/api/schema/{path}"): 200,
    ("GET", "/worksessions/{session_id}/accept"): 404,
    ("POST", "/worksessions/{session_id}/accept"): 404,
    ("GET", "/boards/{board_id}/live"): 426,
    ("POST", "/boards/{board_id}/live"): 204,
}
"""every route, and what it answers to a participant's sound request"""
TYPESET = tuple(f"export.{ending}" for ending, one in FORMATS.items() if one.typeset)
"""a sound request to them takes a hundred times as long; what differs between them is asked of the others"""
FUZZED = [route for route in REACHED if not route[1].endswith(TYPESET)]


@pytest.fixture(scope="module")
def app(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    folder = tmp_path_factory.mktemp("fuzz")
    pages = ("home", "board", "decision", "session", "recap-list", "news-list", "accept")
    build(folder, {name: {"file": f"assets/{name}.js", "name": name, "isEntry": True} for name in pages})
    (folder / "assets" / "home.js").write_text("export {};")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assets, "STATIC", folder)
        with application(Path(shutil.copy(empty_database, folder / "board.db"))) as app:
            yield app


@pytest.fixture(autouse=True)
def heard() -> None:
    """Tools that configure logging for themselves switch off every logger they find."""
    for name in ("board", "shortlist", "board.web.errors"):
        logging.getLogger(name).disabled = False


def places(app: Application, path: str) -> dict[str, str]:
    """What each path parameter of a sound request is."""
    return {
        "board_id": app.board,
        "token": app.tokens["participate"],
        "file": "join.svg" if path.startswith("/worksessions/") else "participate.svg",
        "session_id": app.session,
        "calendar_file": app.session_tokens["calendar"],
        "wanted": "0...",
        "address": SHA256,
        "sha256": SHA256,
        "recap_file": recap.SHA256,
        "recap_sha256": recap.SHA256,
        "name": "home.js",
        "path": "openapi.json",
    }


def sound(app: Application, method: str, path: str) -> Sent:
    """A request that its route has no reason to refuse."""
    form = path in ("/boards", "/worksessions", "/from-ideas")
    body = b"question=Why%3F&artifact=A+list" if form else b'{"question": "Why?", "id": "1", "do": "undo_merge"}'
    cookies = b"; ".join((app.cookies["participate"], app.session_cookie))
    headers = [HOST, FORM if form else JSON, (b"cookie", cookies), (b"origin", b"http://" + HOST[1])]
    query = b"decision=keep" if method == "DELETE" else b""
    return Sent(method, path.format(**places(app, path)), query, headers, (body,) if method == "POST" else ())


def test_every_route_is_among_those_that_are_asked(app: Application) -> None:
    found = set()
    for route in app.app.routes:
        methods = route.methods - {"OPTIONS"} if isinstance(route, HTTPRoute) else {SOCKET}
        found |= {(method, route.path_format) for method in methods}
    assert found == set(REACHED)
    described = app.app.openapi_schema.paths or {}
    assert set(described) <= {path for _, path in REACHED}


@pytest.mark.parametrize(("method", "path"), REACHED)
def test_a_sound_request_reaches_its_route(app: Application, method: str, path: str) -> None:
    assert app.ask(sound(app, method, path)).status == REACHED[method, path]


def check(app: Application, sent: Sent) -> None:
    """Asserts that it is answered, and not by a fault."""
    app.errors.seen.clear()
    status = app.ask(sent).status
    assert app.errors.seen == [], sent
    assert status < 500 or sent.method == SOCKET, sent


@pytest.mark.parametrize(("method", "path"), FUZZED)
def test_every_route_stands_every_odd_header_and_parameter(app: Application, method: str, path: str) -> None:
    good = sound(app, method, path)
    for name, value in ODD_LINES:
        others = [line for line in good.headers if line[0] != name]
        check(app, replace(good, headers=[*others, (name, value)]))
    for parameter in re.findall(r"\{.*?\}", path):
        for segment in SEGMENTS:
            check(app, replace(good, path=path.replace(parameter, segment).format(**places(app, path))))
    for body in BODIES if method == "POST" else []:
        check(app, replace(good, body=(body,)))


@pytest.mark.timeout(120 + REQUESTS // 10)
@settings(max_examples=REQUESTS, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_nothing_that_is_sent_is_a_fault_of_the_server(app: Application, data: st.DataObject) -> None:
    sent = data.draw(requests(app, FUZZED))
    check(app, sent)
