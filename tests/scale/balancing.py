"""The examples of docs/scale/ before servers of the tests, and stubs that stand in where only the choice matters."""

import asyncio
import contextlib
import re
import socket
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import uvicorn

from tests.brainstorm.running import Uvicorn
from tests.ports import free_port
from tests.web import proxies

EXAMPLES = Path(__file__).parents[2] / "docs" / "scale"
CONFIGS = {"nginx": (EXAMPLES / "nginx.conf").read_text("utf-8"), "caddy": (EXAMPLES / "Caddyfile").read_text("utf-8")}
HOW: Any = {"interface": "asgi3", "lifespan": "off", "timeout_graceful_shutdown": 0}
PORTS = ("8100", "8200", "8300")
"""of the servers in the examples"""


def example(name: str, port: int, ports: Sequence[int]) -> str:
    """An example at these ports; a server for which there is none is left out."""
    config = CONFIGS[name].replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    config = config.replace("board.example.org {", f"http://127.0.0.1:{port} {{")
    for at, usual in enumerate(PORTS):
        assert f"127.0.0.1:{usual}" in config
        # A whole line of nginx's, a word of Caddy's.
        rest = re.compile(rf"^ *server 127\.0\.0\.1:{usual} .*\n| 127\.0\.0\.1:{usual}", re.MULTILINE)
        config = config.replace(f":{usual}", f":{ports[at]}") if at < len(ports) else rest.sub("", config)
    return config


@contextlib.asynccontextmanager
async def balancer(name: str, ports: Sequence[int], folder: Path) -> AsyncIterator[str]:
    """Runs an example before the servers at these ports for as long as the block lasts; yields its address."""
    port = free_port()
    async with proxies.running(name, example(name, port, ports), port, folder) as address:
        yield address


class Stub:
    """Answers each request with its own name and what it got, and each message with its own name."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.port = free_port()
        self.silent = asyncio.Event()
        """set: it takes requests and answers none, like a process that is frozen"""
        self._server: Uvicorn | None = None
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self.silent.clear()
        self._server = Uvicorn(uvicorn.Config(self._app, log_config=None, **HOW))
        listening = socket.create_server(("127.0.0.1", self.port))
        self._task = asyncio.create_task(self._server.serve(sockets=[listening]))
        await self._server.ready.wait()

    async def stop(self) -> None:
        """Cuts all its connections."""
        if self._server is None or self._task is None:
            return
        self._server.force_exit = True
        self._server.stop()
        await self._task
        self._server = self._task = None

    async def _app(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 as ASGI has it
        if self.silent.is_set():
            await asyncio.get_running_loop().create_future()
        if scope["type"] == "websocket":
            await self._talk(receive, send)
            return
        headers = {key.decode(): value.decode() for key, value in scope["headers"]}
        content = b"ok" if scope["path"] == "/health" else repr({"by": self.name, "headers": headers}).encode()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": content})

    async def _talk(self, receive: Any, send: Any) -> None:  # noqa: ANN401
        await receive()
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] == "websocket.receive":
            await send({"type": "websocket.send", "text": f"{self.name} heard {message['text']}"})
