"""Malformed forms over the real server: each gets an explanation, and no board is opened."""

import pytest

from board.protocol.refusals import Refusal
from board.web import uploads
from board.words import say
from tests.brainstorm.clients import browser
from tests.brainstorm.database import rows
from tests.brainstorm.running import Server
from tests.web.reading import one

MULTIPART = "multipart/form-data; boundary=x"
PLAIN = "application/x-www-form-urlencoded"
LARGEST = {"/boards": 300_000, "/from-ideas": 6_000_001}
"""bytes that are one too many, or more"""


def part(name: bytes, value: bytes) -> bytes:
    return b'--x\r\nContent-Disposition: form-data; name="' + name + b'"\r\n\r\n' + value + b"\r\n"


QUESTION, END = part(b"question", b"What next?"), b"--x--\r\n"
MANY = b"".join(part(b"f%d" % n, b"1") for n in range(uploads.MOST_PARTS))
BROKEN = {
    "a value that is not UTF-8": (MULTIPART, QUESTION + part(b"owner", b"\xff") + END),
    "a name that is not UTF-8": (MULTIPART, QUESTION + part(b"\xff", b"1") + END),
    "too many fields": (MULTIPART, QUESTION + MANY + END),
    "no end": (MULTIPART, QUESTION + part(b"owner", b"Mara")),
    "nothing but an end of a part": (MULTIPART, QUESTION + b"--x\r\nno end"),
    "nothing at all": (MULTIPART, b""),
    "another boundary": (MULTIPART.replace("=x", "=y"), QUESTION + END),
    "no boundary": ("multipart/form-data", QUESTION + END),
    "an empty boundary": ("multipart/form-data; boundary=", QUESTION + END),
    "a boundary of odd letters": ("multipart/form-data; boundary=\u00e9", QUESTION + END),
    "a part without a head": (MULTIPART, b"--x\r\n\r\n\r\n" + END),
    "an address's value that is not UTF-8": (PLAIN, b"question=What+next%3F&owner=%FF"),
    "bytes that are not UTF-8": (PLAIN, b"question=What+next%3F&owner=\xff"),
    "too many addressed fields": (PLAIN, b"question=What+next%3F" + b"&a=1" * uploads.MOST_PARTS),
}


@pytest.mark.parametrize("path", LARGEST)
@pytest.mark.parametrize("how", BROKEN)
async def test_a_broken_form_is_refused_in_words(server: Server, path: str, how: str) -> None:
    kind, body = BROKEN[how]
    async with browser(server.base) as mara:
        answer = await mara.post(path, content=body, headers={"content-type": kind.encode("latin-1")})
        assert (answer.status_code, one(answer.text, "p", class_="lead").text) == (422, say(Refusal.BROKEN_FORM))
    assert rows(server.file, "SELECT id FROM boards") == []


@pytest.mark.parametrize("path", LARGEST)
async def test_a_form_that_is_too_large_is_refused_in_words(server: Server, path: str) -> None:
    async with browser(server.base) as mara:
        for kind in (MULTIPART, PLAIN):
            answer = await mara.post(path, content=b"a" * LARGEST[path], headers={"content-type": kind})
            assert answer.status_code == 413
            assert "fault" not in answer.text


@pytest.mark.parametrize("path", LARGEST)
async def test_what_is_no_form_is_asked_for_again(server: Server, path: str) -> None:
    async with browser(server.base) as mara:
        for headers in ({"content-type": "text/plain"}, {"content-type": ";"}, {}):
            answer = await mara.post(path, content=b"question=What+next%3F", headers=headers)
            assert answer.status_code == 422
            assert one(answer.text, "textarea", name="question").text == "\n"


async def test_a_whole_form_opens_a_board_in_either_encoding(server: Server) -> None:
    async with browser(server.base) as mara:
        for kind, body in ((MULTIPART, QUESTION + END), (PLAIN + "; charset=utf-8", b"question=What+next%3F")):
            answer = await mara.post("/boards", content=body, headers={"content-type": kind})
            assert answer.status_code == 303
            mara.board = answer.headers["location"].removeprefix("/boards/")
            assert (await mara.boot())["meta"]["question"] == "What next?"


async def test_a_file_sent_with_the_opening_button_is_looked_at(server: Server) -> None:
    async with browser(server.base) as mara:
        file = {"file": ("ideas.txt", b"one\ntwo")}
        looked = await mara.post("/boards", data={"question": "What next?"}, files=file)
        assert one(looked.text, "h1").text == "2 ideas to start with"
