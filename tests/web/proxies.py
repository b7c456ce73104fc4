"""nginx and Caddy for the tests of the examples. `python -m tests.web.proxies` fetches what is missing on Debian.

Debian's packages are unpacked and not installed: an installed one would start its service on port 80.
"""

import asyncio
import contextlib
import os
import platform
import re
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from tests.ports import free_port

ROOT = Path(__file__).parents[2]
UNPACKED = ROOT / ".proxies"
NAMES = ("nginx", "caddy")
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS: dict[str, str] = dict(re.findall(r"^```(nginx|caddyfile)\n(.*?)^```", README, re.MULTILINE | re.DOTALL))
PATIENCE = 30.0
"""seconds in which a proxy has to begin to answer"""

# As Debian's nginx.conf has it: pages are compressed unless a site says otherwise.
NGINX = """
daemon off;
master_process off;
pid {folder}/pid;
error_log stderr;
# A websocket takes two, and a benchmark opens a thousand.
events {{ worker_connections 4096; }}
http {{
    access_log off;
    gzip on;
    {temporary}
{server}
}}
"""
TEMPORARY = " ".join(
    f"{kind}_temp_path {{folder}}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
)
CADDY = """
{{
    admin off
    auto_https off
}}
{server}
"""


def find(name: str) -> str | None:
    """The program, if it is installed or unpacked here."""
    folders = ["/usr/sbin", *(str(UNPACKED / "usr" / kind) for kind in ("sbin", "bin"))]
    return shutil.which(name) or shutil.which(name, path=os.pathsep.join(folders))


def fetch() -> None:
    """Unpacks Debian's packages of the missing programs. Elsewhere, or without a network, nothing happens."""
    missing = [name for name in NAMES if find(name) is None]
    with contextlib.suppress(OSError):
        if not missing or platform.freedesktop_os_release().get("ID") != "debian":
            return
    with TemporaryDirectory() as folder:
        if not _run(["apt-get", "download", "-q", *missing], folder):
            _run(["apt-get", "update", "-q"], folder)
            _run(["apt-get", "download", "-q", *missing], folder)
        for package in Path(folder).glob("*.deb"):
            _run(["dpkg-deb", "-x", str(package), str(UNPACKED)], folder)


def _run(command: list[str], folder: str) -> bool:
    return subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, check=False).returncode == 0


def nginx(port: int, upstream: str) -> str:
    """README's nginx example at these ports."""
    server = BLOCKS["nginx"].replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    return server.replace("http://127.0.0.1:8000", upstream)


def caddy(port: int, upstream: str) -> str:
    """The same for Caddy."""
    server = BLOCKS["caddyfile"].replace("board.example.org", f"http://127.0.0.1:{port}")
    return server.replace("127.0.0.1:8000", upstream.removeprefix("http://"))


EXAMPLES = {"nginx": nginx, "caddy": caddy}
FRAMES = {"nginx": NGINX, "caddy": CADDY}
SWITCHES = {"nginx": "-p {folder} -c {folder}/config", "caddy": "run --adapter caddyfile --config {folder}/config"}


@contextlib.asynccontextmanager
async def proxy(name: str, upstream: str, folder: Path, *, without: str = "") -> AsyncIterator[str]:
    """Runs README's example before `upstream` for as long as the block lasts; yields its address.

    `without`: lines of the example that match this pattern are left out.
    """
    port = free_port()
    server = EXAMPLES[name](port, upstream)
    if without:
        server = re.sub(rf"^.*(?:{without}).*\n", "", server, flags=re.MULTILINE)
    async with running(name, server, port, folder) as address:
        yield address


@contextlib.asynccontextmanager
async def running(name: str, server: str, port: int, folder: Path) -> AsyncIterator[str]:
    """Runs a proxy with this server, which listens at the port, until the block is left; yields its address."""
    temporary = TEMPORARY.format(folder=folder)
    (folder / "config").write_text(FRAMES[name].format(folder=folder, temporary=temporary, server=server))
    program = find(name)
    assert program is not None
    with (folder / "log").open("wb") as log:
        home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        switches = SWITCHES[name].format(folder=folder).split()
        process = await asyncio.create_subprocess_exec(program, *switches, env=home, stdout=log, stderr=log)
    try:
        await _answers(process, f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _answers(running: asyncio.subprocess.Process, address: str) -> None:
    async with asyncio.timeout(PATIENCE), httpx.AsyncClient(trust_env=False) as http:
        while True:
            assert running.returncode is None, "The proxy ended; its file `log` says why."
            with contextlib.suppress(httpx.TransportError):
                if (await http.get(f"{address}/health")).text == "ok":
                    return
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(running.wait(), 0.05)


if __name__ == "__main__":
    fetch()
