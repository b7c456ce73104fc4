"""`board verify`: it opens links within limits and checks the content."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from board.records import fetching
from board.records.fetching import Unreachable, fetch
from board.records.verify import CONFIRMED, CONTRADICTED, OPEN, verify
from tests.decisions.kept import CONTENT, SHA256, said
from tests.recaps import kept as recap
from tests.records.kinds import KINDS

RECORDS = {
    f"/decisions/{SHA256}.json": (CONTENT, f"/decisions/{'e' * 64}"),
    f"/decisions/{'1' * 64}.json": (CONTENT, None),
    f"/recaps/{recap.SHA256}.json": (recap.CONTENT, f"/recaps/{'d' * 64}"),
}
"""what the server has at a path, and the address of the newest of its chain"""


class Answers(BaseHTTPRequestHandler):
    """A server that answers as the path asks it to."""

    def do_GET(self) -> None:
        path, host = self.path, self.headers["host"]
        if path == "/large.json":
            self.send_response(200)
            self.end_headers()
            for _ in range(64):
                self.wfile.write(b"x" * 65536)
        elif path == "/slow.json":
            self.send_response(200)
            self.end_headers()
            for _ in range(100):
                self.wfile.write(b" ")
                threading.Event().wait(0.05)
        elif path.startswith("/to/"):
            there = {
                "own": f"/decisions/{SHA256}.json",
                "other": f"http://{host.replace('127.0.0.1', 'localhost')}/decisions/{SHA256}.json",
            }
            there |= {"file": "file:///etc/hostname", "round": "/to/round"}
            self.send_response(302)
            self.send_header("Location", there[path.removeprefix("/to/").removesuffix(".json")])
            self.end_headers()
        elif path in RECORDS:
            content, newest = RECORDS[path]
            self.send_response(200)
            if newest:
                self.send_header("Link", f'<{newest}>; rel="latest-version"')
            self.end_headers()
            self.wfile.write(content)
        else:
            self.send_response(410 if "gone" in path else 404)
            self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")


@pytest.mark.parametrize("ending", ["", ".json", ".html", ".md", "/"])
def test_a_link_in_any_form_is_checked_by_its_record(address: str, ending: str) -> None:
    verdict = verify(f"{address}/decisions/{SHA256}{ending}", KINDS)
    assert verdict.code == CONFIRMED
    assert f"A newer record exists: {address}/decisions/{'e' * 64}" in said(verdict)


@pytest.mark.parametrize("ending", ["", ".json", ".md"])
def test_a_link_of_a_recap_is_checked_too(address: str, ending: str) -> None:
    verdict = verify(f"{address}/recaps/{recap.SHA256}{ending}", KINDS)
    assert verdict.code == CONFIRMED
    assert f"A newer record exists: {address}/recaps/{'d' * 64}" in said(verdict)


def test_a_server_that_gives_another_record_is_found_out(address: str) -> None:
    verdict = verify(f"{address}/decisions/{'1' * 64}", KINDS)
    assert (verdict.code, "the numbers differ" in said(verdict)) == (CONTRADICTED, True)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/nothing", "no record at this link"),
        ("/gone", "was deleted"),
        ("/to/other", "not followed"),
        ("/to/file", "answers with 302"),
        ("/to/round", "answers with 302"),
    ],
)
def test_what_cannot_be_had_is_told(address: str, path: str, sentence: str) -> None:
    verdict = verify(address + path, KINDS)
    assert (verdict.code, sentence in said(verdict)) == (OPEN, True), said(verdict)


def test_a_way_on_the_same_server_is_followed(address: str) -> None:
    assert fetch(f"{address}/to/own", KINDS).content == CONTENT


@pytest.mark.parametrize(
    "link", ["ftp://a/b", "file:///etc/passwd", "http://", "http://user:word@host/x", "https:///x"]
)
def test_only_links_of_the_web_are_opened(link: str) -> None:
    verdict = verify(link, KINDS)
    assert (verdict.code, "not a link that can be opened" in said(verdict)) == (OPEN, True)


def test_nobody_there_is_told() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
    verdict = verify(f"http://127.0.0.1:{port}/decisions/{SHA256}", KINDS)
    assert (verdict.code, "cannot be reached" in said(verdict)) == (OPEN, True)


def test_bytes_and_seconds_have_bounds(address: str) -> None:
    with pytest.raises(Unreachable, match="larger than 1 MB"):
        fetch(f"{address}/large.json", KINDS, largest=1 << 20)
    began = time.monotonic()
    with pytest.raises(Unreachable, match="longer than"):
        fetch(f"{address}/slow.json", KINDS, seconds=0.4)
    assert time.monotonic() - began < 4, "the whole file takes five"
    assert fetching.LARGEST <= 64 << 20
