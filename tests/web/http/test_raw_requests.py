"""Bytes that are nearly HTTP, over the real server: no answer is a fault and nothing is an error."""

import logging
import random
import secrets

import pytest

from tests.brainstorm.running import eventually
from tests.cast import Group
from tests.web.raw import Client, connect, get, post

HANDSHAKE = (
    "upgrade: websocket",
    "connection: Upgrade",
    "sec-websocket-version: 13",
    "sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==",
)
FORM = "application/x-www-form-urlencoded"
CLOSE = "connection: close"
BENT = 150
"""sound requests with some of their bytes changed"""

ODD = {
    "bytes beyond ASCII in the path": b"GET /boards/\xff\x80 HTTP/1.1\r\nhost: a\r\n\r\n",
    "bytes beyond ASCII in the query": b"GET /?as=\xff HTTP/1.1\r\nhost: a\r\n\r\n",
    "the same in a handshake": get("/boards/x/live?as=PLACE", *HANDSHAKE).replace(b"PLACE", b"\xff"),
    "a handshake without a path": get("*", *HANDSHAKE),
    "a handshake by POST": get("/boards/x/live", *HANDSHAKE).replace(b"GET", b"POST"),
    "a handshake without a key": get("/boards/x/live", *HANDSHAKE[:3]),
    "a handshake with a long head": get("/boards/x/live", *HANDSHAKE, *(f"x-{n}: 1" for n in range(200))),
    "a handshake with a long line": get("/boards/x/live", *HANDSHAKE, "x-more: " + "x" * 20_000),
    "another upgrade": get("/", "upgrade: h2c", "connection: Upgrade, HTTP2-Settings", "http2-settings: AAMAAABk"),
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(64),
    "a tunnel": b"CONNECT a:443 HTTP/1.1\r\nhost: a:443\r\n\r\n",
    "an unknown method": b"BREW / HTTP/1.1\r\nhost: a\r\n\r\n",
    "a whole address": b"GET http://a/health HTTP/1.1\r\nhost: a\r\n\r\n",
    "everything": b"OPTIONS * HTTP/1.1\r\nhost: a\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": get("/", "host: b"),
    "a long host": b"GET / HTTP/1.1\r\nhost: " + b"h" * 5000 + b"\r\n\r\n",
    "two lengths": get("/boards", "content-length: 2", "content-length: 3").replace(b"GET", b"POST"),
    "a negative length": get("/boards", "content-length: -2").replace(b"GET", b"POST"),
    "a length beyond all": get("/boards", f"content-length: {10**30}").replace(b"GET", b"POST"),
    "a length and chunks": get("/boards", "content-length: 2", "transfer-encoding: chunked").replace(b"GET", b"POST"),
    "chunks that are none": get("/api/boards", "transfer-encoding: chunked").replace(b"GET", b"POST") + b"zz\r\n",
    "a deep body": post("/api/boards", b'{"question":' * 30_000),
    "a body that is not UTF-8": post("/api/boards", b'{"question": "caf\xe9"}'),
    "a long asset": get(f"/static/assets/{'n' * 700}.js"),
    "an asset with a NUL": get("/static/assets/a%00b.js"),
    "a range": get("/robots.txt", "range: bytes=9999999999999999999-"),
}


async def ended(client: Client) -> None:
    """The client says that nothing more comes; the server has to end it."""
    client.writer.write_eof()
    await client.until_ended()


def status_class(client: Client) -> str:
    """The first digit of the status, or nothing where the connection just ended."""
    return client.got[9:10].decode()


async def test_odd_requests_are_refused_or_answered(group: Group, caplog: pytest.LogCaptureFixture) -> None:
    for what, sent in ODD.items():
        client = await connect(group.server.base)
        await client.send(sent)
        await ended(client)
        assert status_class(client) != "5", (what, bytes(client.got))
        assert not [one for one in caplog.records if one.levelno >= logging.ERROR], what


async def test_bent_requests_are_refused_or_answered(group: Group, caplog: pytest.LogCaptureFixture) -> None:
    cookie = f"cookie: {group.browser('pia').cookies()}"
    sound = [
        get("/", CLOSE),
        get(f"/boards/{group.board}?as=watch", CLOSE, cookie),
        get(f"/boards/{group.board}/live", *HANDSHAKE, f"origin: {group.server.base}", cookie),
        get(f"/boards/{group.board}/qr/participate.svg", CLOSE, cookie),
        post("/boards", b"question=Why%3F&minutes=5", kind=FORM),
        post("/api/boards", b'{"question": "Why?"}'),
        post(f"/api/boards/{group.board}/commands", b'{"id": "1", "do": "undo_merge"}'),
    ]
    seed = secrets.randbits(40)
    dice = random.Random(seed)
    for _ in range(BENT):
        bent = bytearray(dice.choice(sound))
        for _ in range(dice.choice([1, 1, 2, 6])):
            at = dice.randrange(len(bent))
            bent[at : at + dice.choice([0, 1, 1, 3])] = dice.randbytes(dice.choice([0, 1, 1, 2]))
        client = await connect(group.server.base)
        await client.send(bytes(bent))
        await ended(client)
        assert status_class(client) != "5", (seed, bytes(bent))
        assert not [one for one in caplog.records if one.levelno >= logging.ERROR], (seed, bytes(bent))


@pytest.mark.parametrize("path", ["/boards", "/from-ideas", "/api/boards", "/api/boards/{board}/commands"])
async def test_an_upload_that_is_broken_off_is_no_error(
    group: Group, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    before = len(group.server.connections)
    for kind in (FORM, "application/json", "multipart/form-data; boundary=x"):
        client = await connect(group.server.base)
        await client.send(post(path.format(board=group.board), b'--x\r\nquestion={"question"', 9000, kind))
        await eventually(lambda: len(group.server.connections) == before + 1)
        await client.close()
        await eventually(lambda: len(group.server.connections) == before)
    await group.browser("pia").page()
    assert not [one for one in caplog.records if one.levelno >= logging.ERROR]
