"""People who take part in a measurement."""

from pathlib import Path

import pytest

from bench.rooms import Document, Entry
from bench.scene import Scene
from bench.servers import SHORTLIST, Server

pytestmark = pytest.mark.anyio


async def test_a_scene_ends_with_the_reason_when_a_server_does_not_listen(tmp_path: Path) -> None:
    with pytest.raises(ConnectionRefusedError):
        async with Scene(Server(SHORTLIST, tmp_path)) as scene:
            await scene.join(Document(named=False), Entry("/", {}))
