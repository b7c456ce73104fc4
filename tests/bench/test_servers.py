"""The bench leaves no server behind."""

import asyncio
import sys
from pathlib import Path

import pytest

from bench import servers
from bench.servers import SHORTLIST, Server
from bench.workloads import WORKLOADS, Scenario

pytestmark = pytest.mark.anyio


async def test_a_server_that_does_not_listen_in_time_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deaf = "import signal; signal.pause()"
    monkeypatch.setattr(Server, "_command", lambda _self: ([sys.executable, "-c", deaf], tmp_path))
    monkeypatch.setattr(servers, "START", 0.0)
    started = asyncio.create_subprocess_exec
    processes: list[asyncio.subprocess.Process] = []

    async def remembered(*command: str, **options: object) -> asyncio.subprocess.Process:
        processes.append(await started(*command, **options))  # type: ignore[arg-type]
        return processes[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", remembered)
    with pytest.raises(RuntimeError, match="did not start"):
        await Server(SHORTLIST, tmp_path).start()
    (process,) = processes
    try:
        assert process.returncode is not None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def test_every_workload_in_which_people_write_has_a_rate_of_its_own() -> None:
    writing = (Scenario.EDIT, Scenario.DRAG, Scenario.SATURATION)
    assert [one.name for one in WORKLOADS if one.scenario in writing and not one.rate] == []
