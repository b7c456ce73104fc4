"""Replicas whose connection breaks at every step of the protocol: real Yjs in Node, and pycrdt beside it."""

import asyncio
import base64
import contextlib
import json
import random
from typing import Any, Protocol

from pycrdt import Decoder, Doc, Map
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from tests.brainstorm import wire
from tests.brainstorm.clients import ROOTS, Browser
from tests.brainstorm.node import Script
from tests.brainstorm.wire import Json

STEPS = ("notice", "step 1", "step 2", "update", "new epoch", "ask again")
"""where a connection breaks: when the first notice came, when the question left, when the whole document came, after
some change, at the notice of a new epoch, and when the question after it left"""


def canonical(board: Json) -> str:
    return json.dumps(board, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


async def moment(seconds: float) -> None:
    """Lets others have their turn for so long."""
    await asyncio.wait({asyncio.get_running_loop().create_future()}, timeout=seconds)


class Replica(Protocol):
    """What is kept over connections."""

    async def take(self, frame: bytes) -> list[bytes]:
        """A frame arrived; what the replica says to it."""

    async def lost(self) -> None:
        """The connection ended."""

    async def state(self) -> tuple[str | None, dict[int, int]]:
        """The canonical board, None while none is whole, and the state vector."""


class InNode:
    """The page's own `Replica` on real Yjs."""

    def __init__(self, script: Script, number: int) -> None:
        self._script = script
        self._n = number

    async def take(self, frame: bytes) -> list[bytes]:
        answer = await self._script.ask(n=self._n, do="frame", data=base64.b64encode(frame).decode())
        return [base64.b64decode(out) for out in answer["out"]]

    async def lost(self) -> None:
        await self._script.ask(n=self._n, do="lost")

    async def state(self) -> tuple[str | None, dict[int, int]]:
        answer = await self._script.ask(n=self._n, do="state")
        return answer["board"], {int(client): int(clock) for client, clock in answer["vector"]}


class InPycrdt:
    """The rules for a replica as the contract has them, on the other implementation."""

    def __init__(self) -> None:
        self._doc: Doc[Any] = Doc()
        self._history: tuple[str, int] | None = None
        self._fresh = True
        self._asked = True

    async def take(self, frame: bytes) -> list[bytes]:
        found = wire.read(frame)
        if found.kind == wire.NOTICE:
            history = (found.json["run"], found.json["epoch"])
            ask = self._fresh or history != self._history
            if history != self._history:
                self._doc, self._history = Doc(), history
            self._fresh = False
            if not ask:
                return []
            self._asked = True
            return [wire.ask(self._doc)]
        if found.kind == wire.SYNC and (found.step == wire.STEP_2 or not self._asked):
            self._asked = False
            self._doc.apply_update(found.body)
        return []

    async def lost(self) -> None:
        self._fresh = self._asked = True

    async def state(self) -> tuple[str | None, dict[int, int]]:
        if self._asked:
            return None, {}
        roots = {}
        for root in ROOTS:
            shared: Map[Any] = self._doc.get(root, type=Map)
            roots[root] = wire.whole(shared.to_py() or {})
        decoder = Decoder(self._doc.get_state())
        return canonical(roots), {
            decoder.read_var_uint(): decoder.read_var_uint() for _ in range(decoder.read_var_uint())
        }


class Reader:
    """One page that only reads, and whose connection breaks `breaks` times."""

    def __init__(self, browser: Browser, replica: Replica, chance: random.Random, breaks: int) -> None:
        self.replica = replica
        self.broke: list[str] = []
        self._browser = browser
        self._chance = chance
        self._breaks = breaks
        self._running = asyncio.create_task(self._run())

    def calm(self) -> None:
        """From here on nothing breaks any more."""
        self._breaks = 0

    async def close(self) -> None:
        self._running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._running

    async def _run(self) -> None:
        while True:
            socket = await self._browser.dial()
            try:
                step, after = self._chance.choice(STEPS), self._chance.randrange(6)
                await self._serve(socket, step, after)
            finally:
                # Half of them go without a word, as networks do.
                if self._chance.random() < 0.5:
                    socket.transport.abort()
                await socket.close()
            await self.replica.lost()
            # Something may happen in between.
            await moment(self._chance.choice((0.0, 0.0, 0.005, 0.03)))

    async def _serve(self, socket: ClientConnection, step: str, after: int) -> None:
        """Until the connection has to break at this step, or `after` so many changes."""
        notices, changes, epoch = 0, 0, None
        with contextlib.suppress(ConnectionClosed):
            async for frame in socket:
                assert isinstance(frame, bytes)
                found = wire.read(frame)
                says = await self.replica.take(frame)
                here = ""
                if found.kind == wire.NOTICE:
                    notices += 1
                    here = "notice" if notices == 1 else ""
                    if epoch not in (None, found.json["epoch"]):
                        here = "new epoch"
                    epoch = found.json["epoch"]
                elif found.kind == wire.SYNC:
                    changes += found.step == wire.UPDATE
                    here = "step 2" if found.step == wire.STEP_2 else "update" if changes > after else ""
                if self._breaks_at(step, here):
                    return
                for out in says:
                    await socket.send(out)
                if says and self._breaks_at(step, "ask again" if here == "new epoch" else "step 1"):
                    return

    def _breaks_at(self, step: str, here: str) -> bool:
        if step != here or self._breaks <= 0:
            return False
        self._breaks -= 1
        self.broke.append(here)
        return True
