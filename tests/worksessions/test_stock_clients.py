"""Unmodified clients write the text: y-websocket's provider in Node, and pycrdt's in Python."""

import asyncio

import pytest
from pycrdt import Channel, Doc, Provider, Text
from websockets.asyncio.client import ClientConnection

from tests.brainstorm.node import running as started
from tests.brainstorm.running import passing
from tests.worksessions import stock
from tests.worksessions.clients import Work
from tests.worksessions.text_pages import TextPage, dial

pytestmark = pytest.mark.anyio


class Socket(Channel):
    """A socket as pycrdt's provider wants it."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket

    @property
    def path(self) -> str:
        return "text"

    async def send(self, message: bytes) -> None:
        await self._socket.send(message)

    async def recv(self) -> bytes:
        message = await self._socket.recv()
        assert isinstance(message, bytes)
        return message


async def test_providers_of_y_websocket_and_ours_write_one_text(running: Work) -> None:
    people = [*running.members, await running.comes("Cleo")]
    ours = await TextPage.opened(running.lead)
    async with started("stock.mjs") as script:
        pages = [await stock.opened(script, one, "hostile <b>") for one in people]
        for page in pages:
            await stock.until(script, page, lambda said: said["synced"])
        await asyncio.gather(*(script.ask(page=page, insert=f"[{page}😀]", at=0) for page in pages))
        await script.ask(page=0, remove=2, at=12)
        ours.type("ours ", 0)
        await ours.saved()
        for page in pages:
            await stock.until(script, page, lambda said: said["text"] == str(ours) and len(said["states"]) == 3)
        # Everybody sends on what they hear of the others; the server keeps whose is whose.
        await script.ask(page=1, cursor={"anchor": 3})
        client = str((await script.ask(page=1))["client"])
        said = await stock.until(script, 2, lambda said: said["states"].get(client, {}).get("cursor") == {"anchor": 3})
        assert said["states"][client] == {"person": people[1].person, "cursor": {"anchor": 3}}
        assert [(await script.ask(page=page))["closed"] for page in pages] == [[], [], []]


async def test_a_provider_of_pycrdt_writes_the_same_text(running: Work) -> None:
    ours = await TextPage.opened(running.lead)
    doc: Doc[Text] = Doc()
    text = doc.get("artifact", type=Text)
    socket = await dial(running.members[1], ours=False)
    async with socket, Provider(doc, Socket(socket)) as provider:
        await provider.synced.wait()
        assert str(text) == str(ours)
        text.insert(0, "from Python ")
        ours.type("from a page ", 0)
        await ours.until(lambda: "from Python " in str(ours))
        async with asyncio.timeout(20):
            while str(text) != str(ours):
                await passing(0.05)
