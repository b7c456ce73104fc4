"""The application as a whole: its routes, the place of its data, and its start."""

import socket
from pathlib import Path

import pytest
import uvicorn

from board.app import build
from board.server import run
from board.settings import Settings
from tests.brainstorm.clients import Browser
from tests.brainstorm.running import MovableClock, Server, serving, started
from tests.cast import Group
from tests.ports import free_port


async def test_it_is_healthy(server: Server) -> None:
    browser = Browser(server.base)
    assert (await browser.get("/health")).text == "ok"
    await browser.close()


async def test_the_schema_tells_of_every_call_for_scripts(server: Server) -> None:
    browser = Browser(server.base)
    schema = (await browser.get("/api/schema/openapi.json")).json()
    assert {"/api/boards", "/api/boards/{board_id}/commands", "/api/boards/{board_id}/export.json"} <= set(
        schema["paths"]
    )
    await browser.close()


async def test_no_answer_may_be_kept_framed_or_run(group: Group) -> None:
    fay = group.browser("fay")
    for path in (
        "/",
        f"/boards/{group.board}",
        f"/api/boards/{group.board}/export.json",
        "/nowhere",
        "/boards/unknown",
    ):
        headers = (await fay.get(path)).headers
        assert headers["cache-control"] == "no-store", path
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert "server" not in headers


async def test_behind_https_the_cookie_is_for_https_alone(database: Path, clock: MovableClock, front_end: Path) -> None:
    async with serving(database, clock, public_url="https://board.example") as server:
        browser = Browser(server.base)
        answer = await browser.post(
            "/api/boards", json={"question": "Secure?"}, headers={"Origin": "https://board.example"}
        )
        links = answer.json()["links"]
        assert links["participate"].startswith("https://board.example/join/")
        joined = await browser.get(links["participate"].removeprefix("https://board.example"))
        cookie = joined.headers["set-cookie"]
        assert cookie.startswith("__Host-board_")
        assert "Secure" in cookie
        assert "strict-transport-security" in joined.headers
        await browser.close()


async def test_bad_boards_are_refused_with_sentences(server: Server) -> None:
    browser = Browser(server.base)
    for body, code in (
        ({}, "bad_request"),
        ({"question": ""}, "question_missing"),
        ({"question": "x" * 301}, "too_long"),
        ({"question": "?", "minutes": 0}, "bad_request"),
        ({"question": "?", "minutes": "ten"}, "bad_request"),
        ({"question": "?", "dots": 21}, "bad_request"),
        ({"question": "?", "visibility": "maybe"}, "bad_request"),
        ({"question": "a\0b"}, "control_character"),
        ({"question": 7}, "bad_request"),
    ):
        answer = await browser.post("/api/boards", json=body)
        assert 400 <= answer.status_code < 500, body
        assert (answer.json()["code"], bool(answer.json()["detail"])) == (code, True), body
    for content in (b"{", b"[]", b'{"question": "\\ud800"}', b"x" * 300_000):
        answer = await browser.post("/api/boards", content=content, headers={"Content-Type": "application/json"})
        assert 400 <= answer.status_code < 500
    await browser.close()


def test_the_build_is_a_short_hash() -> None:
    assert build() == build()
    assert len(build()) == 12


async def test_the_command_listens_where_it_is_told_and_says_so(database: Path) -> None:
    port = free_port()
    async with started(database, port, BOARD_HOST="127.0.0.2") as process:
        with pytest.raises(OSError, match="refused"):
            socket.create_connection(("127.0.0.1", port), timeout=30).close()
        said = process.output.read_text()
        assert f"http://127.0.0.2:{port}" in said
        assert str(database) in said


@pytest.mark.parametrize(
    ("host", "public_url", "told"),
    [
        ("fd00::7", None, "http://[fd00::7]:8123"),
        ("192.0.2.7", None, "http://192.0.2.7:8123"),
        ("::", "https://board.example", "https://board.example"),
    ],
)
def test_the_address_that_is_told_can_be_opened(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], host: str, public_url: str | None, told: str
) -> None:
    monkeypatch.setattr(uvicorn, "run", lambda *_, **__: None)
    run(Settings(host=host, port=8123, public_url=public_url))
    assert f"Shortlist is at {told}\n" in capsys.readouterr().out


async def test_host_and_port_without_a_prefix_are_heard(database: Path) -> None:
    port = free_port()
    by_hand = {"PORT": str(port), "HOST": "127.0.0.1", "BOARD_PORT": "", "BOARD_HOST": ""}
    # It is asked there until it answers.
    async with started(database, port, **by_hand) as process:
        assert await process.stop() in (0, -15)
