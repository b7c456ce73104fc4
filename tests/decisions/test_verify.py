"""`board verify`: what it says of files and links, and what it exits with."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from board.decisions import canonical, fetching, record
from board.decisions.checking import CONFIRMED, CONTRADICTED, OPEN, Verdict, verify
from board.decisions.fetching import Unreachable, fetch
from board.decisions.verifying import examine
from tests.decisions import samples

CONTENT = canonical.encode(record.build(samples.housing()))
SHA256 = canonical.digest(CONTENT)
OTHER = canonical.encode(record.build(samples.hostile()))
ROOT = Path(__file__).parents[2]


def said(verdict: Verdict) -> str:
    return "\n".join(verdict.sentences)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / f"{SHA256}.json"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def known(empty_database: Path, tmp_path: Path) -> Path:
    """A database with the record, one that follows it, and one that was deleted."""
    path = tmp_path / "known.db"
    path.write_bytes(empty_database.read_bytes())
    with closing(sqlite3.connect(path)) as sql, sql:
        sql.execute("INSERT INTO decisions VALUES (?, 'b1', ?, NULL, 1)", (SHA256, CONTENT))
        sql.execute("INSERT INTO decisions VALUES (?, 'b1', 'x', ?, 2)", ("e" * 64, SHA256))
        sql.execute("INSERT INTO tombstones VALUES (?, NULL, 1795265820)", (canonical.digest(OTHER),))
    return path


def test_a_file_that_is_named_by_its_number_is_confirmed(file: Path) -> None:
    verdict = verify(str(file))
    assert verdict.code == CONFIRMED
    assert "not a byte was changed" in said(verdict)
    assert "How can homes here become affordable again?" in said(verdict)


@pytest.mark.parametrize("address", [SHA256, f"https://board.example/decisions/{SHA256}", f"/decisions/{SHA256}.html"])
def test_an_address_may_be_given(file: Path, address: str) -> None:
    plain = file.rename(file.with_name("decision.json"))
    assert verify(str(plain), address=address).code == CONFIRMED
    assert verify(str(plain), address=address.replace(SHA256[0], "0" if SHA256[0] != "0" else "1")).code == CONTRADICTED


@pytest.mark.parametrize("address", ["", "abc", SHA256[:-1], f"{SHA256}0", SHA256 + " " + "0" * 64, SHA256.upper()])
def test_what_is_no_address_is_told(file: Path, address: str) -> None:
    verdict = verify(str(file), address=address)
    assert (verdict.code, "not the link or the number" in said(verdict)) == (OPEN, True)


def test_a_file_alone_cannot_vouch_for_itself(file: Path) -> None:
    """Anybody can write a record in the right form."""
    plain = file.rename(file.with_name("decision.json"))
    verdict = verify(str(plain))
    assert verdict.code == OPEN
    assert SHA256 in said(verdict)
    assert "Compare it with the number in the link" in said(verdict)


@pytest.mark.parametrize("at", range(0, len(CONTENT), len(CONTENT) // 40))
def test_one_other_byte_anywhere_is_found(file: Path, at: int) -> None:
    changed = bytearray(CONTENT)
    changed[at] ^= 1
    file.write_bytes(changed)
    assert verify(str(file)).code == CONTRADICTED


WRONG = {
    "a page": (b"<!doctype html><p>", "Only the .json file"),
    "nothing": (b"", "Only the .json file"),
    "no text at all": (b"\xff\xfe\x00", "Only the .json file"),
    "other json": (b'{"format":"shortlist-decision"}', "not a decision record"),
    "a list": (b"[]", "not a decision record"),
    "a draft": (b'{"format":"shortlist-draft/1","question":"?"}', "still at work"),
    "a later form": (b'{"format":"shortlist-decision/2","question":"?"}', "does not know: shortlist-decision/2"),
    "no question": (b'{"format":"shortlist-decision/1","question":1}', "not a decision record"),
    "too large a number": (b'{"format":"shortlist-decision/1","question":"?","x":9007199254740993}', "cannot hold"),
    "half a character": (b'{"format":"shortlist-decision/1","question":"\\ud800"}', "cannot hold"),
    "no number": (b'{"format":"shortlist-decision/1","question":"?","x":NaN}', "cannot hold"),
    "endless digits": (b'{"format":"shortlist-decision/1","x":' + b"9" * 10_000 + b"}", "Only the .json file"),
    "endless depth": (b"[" * 100_000, "Only the .json file"),
    "a line more": (CONTENT + b"\n", "laid it out anew"),
    "a mark before it": (b"\xef\xbb\xbf" + CONTENT, "Only the .json file"),
    "spaces": (json.dumps(json.loads(CONTENT), indent=1).encode(), "laid it out anew"),
    "a key twice": (CONTENT[:-1] + b',"question":"another?"}', "laid it out anew"),
    "a fraction for a whole number": (CONTENT.replace(b'"dots":5', b'"dots":5.0', 1), "laid it out anew"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_no_record_is_told_in_a_sentence(file: Path, kind: str) -> None:
    content, sentence = WRONG[kind]
    assert content != CONTENT
    file.write_bytes(content)
    verdict = verify(str(file))
    assert (verdict.code, sentence in said(verdict)) == (CONTRADICTED, True), said(verdict)


def test_only_another_layout_is_told_apart_from_other_words(file: Path) -> None:
    file.write_bytes(json.dumps(json.loads(CONTENT)).encode())
    assert "word for word" in said(verify(str(file)))
    file.write_bytes(json.dumps(json.loads(CONTENT) | {"why": "Other."}).encode())
    assert "word for word" not in said(verify(str(file)))


def test_nothing_of_a_record_reaches_the_terminal_unseen(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    told = json.loads(CONTENT) | {"question": "a\x1b[2Jb\u202ec\nThis is confirmed."}
    path.write_bytes(canonical.encode(told))
    out = said(verify(str(path)))
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "\nThis is confirmed" not in out


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for target in (tmp_path / "none.json", tmp_path, "nul\0"):
        verdict = verify(str(target))
        assert (verdict.code, "cannot be read" in said(verdict)) == (OPEN, True)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no file without an end here")
def test_a_file_without_an_end_is_not_read_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.decisions.checking.LARGEST", 1 << 20)
    verdict = verify("/dev/zero")
    assert (verdict.code, "larger than 1 MB" in said(verdict)) == (OPEN, True)


# --- what the database knows -----------------------------------------------------------------------------------------


def test_a_record_of_this_server_is_known_without_an_address(file: Path, known: Path) -> None:
    before = known.read_bytes()
    plain = file.rename(file.with_name("decision.json"))
    verdict = verify(str(plain), database=known)
    assert verdict.code == CONFIRMED
    assert "holds the same record" in said(verdict)
    assert f"A newer record exists: {'e' * 64}" in said(verdict)
    assert known.read_bytes() == before


def test_a_deleted_and_an_unknown_record_are_told_apart(tmp_path: Path, known: Path) -> None:
    path = tmp_path / "decision.json"
    path.write_bytes(OTHER)
    verdict = verify(str(path), database=known)
    assert (verdict.code, "until it was deleted on 21 November 2026" in said(verdict)) == (CONFIRMED, True)
    path.write_bytes(canonical.encode(json.loads(CONTENT) | {"why": "Forged."}))
    verdict = verify(str(path), database=known)
    assert (verdict.code, "does not know it" in said(verdict)) == (OPEN, True)


def test_a_database_that_cannot_be_asked_stops_nothing(file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database" * 100)
    verdict = verify(str(file), database=broken)
    assert (verdict.code, "could not be asked" in said(verdict)) == (CONFIRMED, True)
    assert verify(str(file), database=tmp_path / "none.db").code == CONFIRMED


def test_the_address_of_a_damaged_row_is_no_proof(file: Path, known: Path) -> None:
    with closing(sqlite3.connect(known)) as sql, sql:
        sql.execute("DROP TRIGGER decisions_stay")
        sql.execute("UPDATE decisions SET content = CAST('x' AS BLOB) WHERE sha256 = ?", (SHA256,))
    assert "is damaged" in said(verify(str(file), database=known))


# --- links -----------------------------------------------------------------------------------------------------------


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
        elif path.endswith(f"/decisions/{SHA256}.json"):
            self.send_response(200)
            self.send_header("Link", f'</decisions/{"e" * 64}>; rel="latest-version"')
            self.end_headers()
            self.wfile.write(CONTENT)
        elif path.endswith(f"/decisions/{'1' * 64}.json"):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(CONTENT)
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
    verdict = verify(f"{address}/decisions/{SHA256}{ending}")
    assert verdict.code == CONFIRMED
    assert f"A newer record exists: {address}/decisions/{'e' * 64}" in said(verdict)


def test_a_server_that_gives_another_record_is_found_out(address: str) -> None:
    verdict = verify(f"{address}/decisions/{'1' * 64}")
    assert (verdict.code, "the numbers differ" in said(verdict)) == (CONTRADICTED, True)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/nothing", "no decision at this link"),
        ("/gone", "was deleted"),
        ("/to/other", "not followed"),
        ("/to/file", "answers with 302"),
        ("/to/round", "answers with 302"),
    ],
)
def test_what_cannot_be_had_is_told(address: str, path: str, sentence: str) -> None:
    verdict = verify(address + path)
    assert (verdict.code, sentence in said(verdict)) == (OPEN, True), said(verdict)


def test_a_way_on_the_same_server_is_followed(address: str) -> None:
    assert fetch(f"{address}/to/own").content == CONTENT


@pytest.mark.parametrize(
    "link", ["ftp://a/b", "file:///etc/passwd", "http://", "http://user:word@host/x", "https:///x"]
)
def test_only_links_of_the_web_are_opened(link: str) -> None:
    verdict = verify(link)
    assert (verdict.code, "no link that can be opened" in said(verdict)) == (OPEN, True)


def test_nobody_there_is_told() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
    verdict = verify(f"http://127.0.0.1:{port}/decisions/{SHA256}")
    assert (verdict.code, "cannot be reached" in said(verdict)) == (OPEN, True)


def test_bytes_and_seconds_have_bounds(address: str) -> None:
    with pytest.raises(Unreachable, match="larger than 1 MB"):
        fetch(f"{address}/large.json", largest=1 << 20)
    began = time.monotonic()
    with pytest.raises(Unreachable, match="longer than"):
        fetch(f"{address}/slow.json", seconds=0.4)
    assert time.monotonic() - began < 4, "the whole file takes five"
    assert fetching.LARGEST <= 64 << 20


# --- the command -----------------------------------------------------------------------------------------------------


def run(*arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("BOARD_")}
    command = [sys.executable, "-m", "board", "verify", *arguments]
    return subprocess.run(command, cwd=ROOT, env=inherited | settings, capture_output=True, text=True, timeout=50)


def test_the_command_says_it_and_exits_with_it(file: Path, tmp_path: Path) -> None:
    database = tmp_path / "none" / "board.db"
    ended = run(str(file), BOARD_DATABASE_URL=f"sqlite:///{database}")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[0] == "This is a decision record, in the exact form in which records are kept."
    assert not database.parent.exists(), "it looks and makes nothing"
    file.write_bytes(CONTENT.replace(b"pilot", b"build"))
    assert run(str(file)).returncode == 1
    assert run(str(tmp_path / "nothing")).returncode == 2
    assert run().returncode == 2
    wrong = run(str(file), BOARD_PORT="eighty")
    assert (wrong.returncode, "BOARD_PORT" in wrong.stderr) == (2, True)


def test_examining_never_fails() -> None:
    for at in range(0, len(CONTENT), 97):
        assert examine(CONTENT[:at]).wrong
