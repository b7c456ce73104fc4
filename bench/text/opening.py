"""People open a text of two hours within a second, right after a key, so that nothing made for somebody else fits."""

import asyncio
from functools import partial

from bench.clock import Figures, stamp
from bench.joining import all_join
from bench.scene import DivergedError, Scene, until
from bench.text.history import history
from bench.text.pages import TextPage, TextPen, pages
from bench.workloads import Workload

SEEDING = 120.0
"""seconds that a server has to take the text"""


async def measure(scene: Scene, workload: Workload) -> Figures:
    """CPU of everybody's opening, and how long each waited for the whole text."""
    past = history(workload.ideas)
    room = await scene.text()
    probe, writer = pages(await scene.seat(room, 2, probes=1))
    for frame in past.frames:
        writer.send_update(frame)
    await until(partial(_shows, probe, past.text), "the text never came", within=SEEDING)
    scene.check_sockets()
    writer.pen = TextPen(probe.doc.get_update())
    writer.type("#", stamp())
    await until(partial(_shows, probe, "#" + past.text), "the key never came")
    await asyncio.sleep(0.3)
    figures, joined = await all_join(scene, room, workload)
    for page in pages(joined):
        if page.keeps and page.text != "#" + past.text:
            raise DivergedError("a page does not show the text")
    return figures | {"characters": len(past.text), "state_bytes": len(probe.doc.get_update())}


def _shows(probe: TextPage, text: str) -> bool:
    return len(probe.text) == len(text) and probe.text == text
