"""The form that turns ideas into a board, read as a browser shows it and sent as a browser sends it."""

import re
from typing import Any

import httpx

from board.web.imports import SHARE
from tests.brainstorm.clients import Browser
from tests.web.reading import read


def fields(html: str) -> dict[str, str]:
    """What a browser would send of the form."""
    sent: dict[str, str] = {}
    for element in read(html):
        name = element.attributes.get("name")
        if not name or "form" not in element.inside:
            continue
        kind = element.attributes.get("type")
        if element.tag == "textarea":
            sent[name] = element.text.removeprefix("\n").replace("\n", "\r\n")
        elif element.tag == "input" and kind != "file" and (kind != "radio" or "checked" in element.attributes):
            sent[name] = element.attributes.get("value") or ""
    return sent


def listed(html: str) -> list[str]:
    """The cards and lines of ideas, and every sentence about one that stays out."""
    return [element.text for element in read(html) if element.tag == "li"]


async def send(person: Browser, values: dict[str, str], file: tuple[str, bytes] | None = None) -> httpx.Response:
    """As the form does: every field a part, and a file field even when nothing was chosen."""
    parts: list[tuple[str, Any]] = [(name, (None, value.encode())) for name, value in values.items()]
    parts.append(("file", (file[0], file[1]) if file else ("", b"")))
    return await person.post("/from-ideas", files=parts)


async def opened(person: Browser, looked: httpx.Response, **changed: str) -> httpx.Response:
    assert looked.status_code == 200, looked.text[:500]
    return await send(person, fields(looked.text) | {"then": "open"} | changed)


async def landed(person: Browser, answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 303, re.findall(r'class="wrong"[^>]*>([^<]*)', answer.text)
    person.board, at, shown = answer.headers["location"].removeprefix("/boards/").partition("#")
    assert at + shown == SHARE
    boot = await person.boot()
    assert boot["role"] == "facilitate"
    assert set(boot["links"]) == {"facilitate", "participate", "watch"}
    return boot


def uuid(text: str) -> str:
    """An idea's id, the same for the same text."""
    return f"{text.encode().hex()[:8]}-0000-4000-8000-000000000000"
