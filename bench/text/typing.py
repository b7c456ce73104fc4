"""People type into one text at three keys a second each, every one at a place of their own, while others read."""

import asyncio
import itertools
from collections.abc import Mapping, Sequence

from bench.clock import Change, Figures, Sent, Window, percentiles, send_open_loop, stamp, without_pauses
from bench.replica import Kind
from bench.rooms import TEXT
from bench.scene import KEEPERS, DivergedError, Scene, until
from bench.text.pages import TextPage, TextPen, pages
from bench.workloads import Workload

KEYS_PER_SECOND = 3
"""of one person"""
PATIENCE = 20.0
"""seconds after the last key until a missing one counts as lost"""


class Watch:
    """The keys of others that one probe has."""

    def __init__(self, probe: TextPage, sent: Sent) -> None:
        self.latencies: list[float] = []
        """milliseconds from typing to having it"""
        self._own = probe.client
        self._sent = sent
        self._have: dict[int, int] = {}
        probe.grown = self._grown

    def _grown(self, clocks: Mapping[int, int]) -> None:
        now = stamp()
        for key, stamps in self._sent.stamps.items():
            client = int(key)
            have, had = clocks.get(client, 0), self._have.get(client, 0)
            if client != self._own and have > had:
                self.latencies += [(now - one) / 1000 for one in stamps[had:have]]
                self._have[client] = have


async def measure(scene: Scene, workload: Workload) -> Figures:
    """CPU per delivered key, latency at the probes and until a key is known to be saved, frames and bytes."""
    room = await scene.text()
    keepers = min(KEEPERS, workload.people - 3)
    seated = await scene.seat(room, workload.people, probes=3, keepers=keepers)
    people = pages(seated)
    typists = people[-min(len(people), round(workload.rate / KEYS_PER_SECOND)) :]
    await _begin_lines(people[:3], typists)
    total = round(workload.rate * workload.seconds)
    sent = Sent()
    watches = [Watch(probe, sent) for probe in people[:3]]
    wanted = sum(total - _keys_of(typists, probe, total) for probe in people[:3])
    frames = sum(one.frames for one in people)
    await asyncio.sleep(0.5)
    with without_pauses():
        window = Window(scene.server, people)
        await send_open_loop(_keys(typists, total), workload.rate, sent)
        lost = "keys never came to a probe"
        await until(lambda: sum(len(watch.latencies) for watch in watches) >= wanted, lost, within=PATIENCE)
        spent = window.end()
    saved = await _saved(scene, typists)
    late = await scene.join(room, (await room.entries(1))[0], Kind.KEEPER)
    _check([*people, *pages([late])], typists)
    deliveries = total * (workload.people - 1)
    return (
        spent
        | percentiles([one for watch in watches for one in watch.latencies])
        | saved
        | {
            "cpu_us": spent["cpu_s"] / deliveries * 1e6,
            "deliveries": deliveries,
            "bytes_per_delivery": spent["bytes_down"] / deliveries,
            "frames_per_delivery": (sum(one.frames for one in people) - frames) / deliveries,
            "generator_late_ms": sorted(sent.late)[int(0.99 * total)],
        }
    )


async def _begin_lines(probes: Sequence[TextPage], typists: Sequence[TextPage]) -> None:
    """The first typist writes a line for each; then everybody has a pen at the end of their line."""
    lines = [_line(at) for at in range(len(typists))]
    update = TextPen().type("\n".join(lines))
    typists[0].send_update(update)
    ends = itertools.accumulate(len(line) + 1 for line in lines)
    for page, end in zip(typists, ends, strict=True):
        page.pen = TextPen(update, end - 1)
    await until(lambda: all(probe.text == "\n".join(lines) for probe in probes), "the lines never came")


def _line(at: int) -> str:
    return f"Person {at + 1}: "


def _keys(typists: Sequence[TextPage], total: int) -> list[Change]:
    """One key of each in turn."""

    def key(page: TextPage, character: str) -> Change:
        def change(stamped: int) -> str:
            page.type(character, stamped)
            return str(page.client)

        return change

    characters = itertools.cycle(TEXT)
    each = [character for character in itertools.islice(characters, total // len(typists) + 1) for _ in typists]
    return [key(typists[at % len(typists)], each[at]) for at in range(total)]


def _keys_of(typists: Sequence[TextPage], page: TextPage, total: int) -> int:
    """How many of the keys are this page's."""
    return len(range(typists.index(page), total, len(typists))) if page in typists else 0


async def _saved(scene: Scene, typists: Sequence[TextPage]) -> Figures:
    """Waits until each page knows that its keys are saved, where a server says so."""
    await asyncio.sleep(0.3)
    scene.check_sockets()
    if not any(page.saved for page in typists):
        return {}
    await until(lambda: not any(page.unsaved for page in typists), "a key was never saved", within=PATIENCE)
    return percentiles([one for page in typists for one in page.saved], "saved_")


def _check(people: Sequence[TextPage], typists: Sequence[TextPage]) -> None:
    """Every stored replica shows each line with what was typed there."""
    expected = "\n".join(_line(at) + page.typed for at, page in enumerate(typists))
    for page in people:
        if page.keeps and page.text != expected:
            raise DivergedError(f"a {page.kind} does not show what was typed")
