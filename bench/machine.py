"""The machine that a figure was measured on, without which the figure says nothing."""

import datetime
import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from bench import peers
from bench.servers import ROOT, cores

OURS = ("litestar", "uvicorn", "uvloop", "websockets", "pycrdt", "sqlalchemy", "aiosqlite")
BUSY = 0.5
"""load average from which other programs seem to run"""


def describe() -> dict[str, object]:
    """The machine, the day and every version."""
    return {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "processor": _processor(),
        "cores": len(cores()),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "commit": _commit(),
        "load_average": os.getloadavg()[0],
        "shortlist": {name: version(name) for name in OURS},
        "peers": peers.versions(),
    }


def in_a_line(machine: dict[str, object]) -> str:
    """For the head of a table or a picture."""
    return (
        f"{machine['date']} · {machine['processor']}, {machine['cores']} cores, {machine['memory_gib']} GiB · "
        f"{machine['system']} · Python {machine['python']}, Node {str(_of(machine, 'peers', 'node')).lstrip('v')}"
    )


def in_versions(machine: dict[str, object]) -> str:
    """What was measured against what."""
    return ", ".join(
        f"{name} {_of(machine, part, name)}"
        for part, names in (("peers", ("@y/websocket-server", "@hocuspocus/server", "pycrdt-websocket")),)
        for name in names
    )


def _of(machine: dict[str, object], part: str, name: str) -> object:
    found = machine[part]
    return found.get(name) if isinstance(found, dict) else None


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _commit() -> str:
    said = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607 the git on PATH
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.strip()
