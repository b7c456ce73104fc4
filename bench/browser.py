"""How fast the pages are in a slow browser: Chromium with a processor four times as slow as this machine's.

Measured are a board of 1,000 ideas from navigation to the last card, the frames of a wall on which cards move, a wall
of 200 ideas, the longest task of a reveal, and the JavaScript that each page loads. `python -m bench browser` prints
and keeps them.
"""

import asyncio
import contextlib
import json
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from bench import frames, machine, pages, peers, wall, writing
from bench.clock import Figures
from bench.rooms import FIRST, Board, Entry
from bench.scene import Author, LostError, Scene, everybody, write
from bench.servers import SHORTLIST, Server
from bench.sessions import Worksession
from e2e.chromium import QUIET, find_chromium

SLOWER = 4
"""how many times slower than this machine the browser's processor is"""
IDEAS, WRITERS, GROUPS = 1000, 10, 40
MEMBERS, TASKS, SECTIONS = 30, 150, 12
"""of the work session that is opened"""
LONE = 0.2
"""share of the ideas that lie in no group"""
SIZE: ViewportSize = {"width": 1440, "height": 900}
OTHERS = 30
"""moves a second that others make"""
SETTLING = 1.5
"""seconds that a new window of the browser needs to settle"""

GOALS: dict[str, tuple[str, float]] = {
    "open_ms": ("a board of 1,000 ideas is open, ms", 1500),
    "read_open_ms": ("1,000 ideas to read are open, ms", 1500),
    "session_open_ms": ("a running session of 30 people with 150 tasks is open, ms", 1000),
    "editor_usable_ms": ("the editor of a text of 50,000 characters takes keys, ms", 2000),
    "key_p95_ms": ("from a key to the page of somebody else, unthrottled, 95th percentile, ms", 160),
    "remote_key_ms": ("work of a page for a key of somebody else, unthrottled, ms", 20),
    "remote_key_slow_ms": ("work of a page for a key of somebody else, ms", 80),
    "drag_frame_p95_ms": ("frame while dragging a card, 95th percentile, ms", 17.5),
    "others_frame_p95_ms": ("frame while others move cards, 95th percentile, ms", 17.5),
    "wall_ms": ("200 ideas lie on the wall of Group, ms", 1200),
    "crowd_frame_p95_ms": ("frame while 30 people drag cards, this page as well, 95th percentile, ms", 17.5),
    "turn_p95_ms": ("the big screen turns a page of 200 ideas, 95th percentile, ms", 100),
    "reveal_task_ms": ("longest task of the reveal of 1,000 ideas, ms", 200),
    "board_js_kb": ("JavaScript of the first load of a board in its heaviest phase, kB gzip", 70),
    "plain_js_kb": ("JavaScript of the largest page without an island, kB gzip", 5),
}
"""each figure, what it measures and its upper bound; other figures are reported without a bound"""


async def measure(ideas: int) -> Figures:
    """All figures of one pass."""
    with tempfile.TemporaryDirectory(dir=peers.CACHE, prefix="run-") as folder:
        async with Server(SHORTLIST, Path(folder)) as server, Scene(server) as scene, _chromium() as browser:
            board, keys = await _written(scene, ideas)
            reader = await board.entries(1)
            revealed = await _reveal(browser, server, board, reader[0], ideas)
            read = await _open(browser, server, board, ideas)
            await _group(board, keys)
            opened = await _open(browser, server, board, ideas)
            moved = await _move(browser, server, board, keys, ideas)
            session = await _open_session(browser, server, scene)
            browse = partial(_page, browser, server)
            written = await writing.measure(browse, server.address, scene, SLOWER)
            walls = await wall.measure(browse, server.address, scene, SLOWER, min(ideas, wall.IDEAS))
    read = {f"read_{name}": value for name, value in read.items()}
    return revealed | read | opened | moved | walls | session | written | pages.sizes()


async def _written(scene: Scene, ideas: int) -> tuple[Board, list[str]]:
    """A board with all its ideas written and none revealed."""
    board = await scene.room()
    if not isinstance(board, Board):
        raise TypeError
    await board.open_writing()
    people = await scene.seat(board, WRITERS)
    writers = [Author(one, board.pen()) for one in people]
    return board, await write(board, writers, ideas, [])


async def _group(board: Board, keys: Sequence[str]) -> None:
    """Puts most ideas into groups."""
    await board.open_grouping()
    grouped = keys[: int(len(keys) * (1 - LONE))]
    for group in range(GROUPS):
        if members := grouped[group::GROUPS]:
            await board.merge(members, f"Group {group + 1}")


async def _reveal(browser: Browser, server: Server, board: Board, reader: Entry, ideas: int) -> Figures:
    """A participant's page is open while everything is revealed."""
    await board.end_writing()
    async with _page(browser, server, reader) as page:
        await page.goto(f"{server.address}/boards/{board.id}")
        await page.wait_for_selector("main#board *")
        await asyncio.sleep(1.5)
        await page.evaluate(pages.WATCH_TASKS)
        await board.reveal()
        await _shown(page, ideas)
        await asyncio.sleep(2)
        tasks = await page.evaluate("window.benchTasks")
    return {"reveal_task_ms": max(tasks, default=0.0), "reveal_tasks_ms": sum(tasks)}


async def _open(browser: Browser, server: Server, board: Board, ideas: int) -> Figures:
    """From navigation to the frame in which all cards stand and one of them answers to a click."""
    (entry,) = await board.entries(1)
    async with _page(browser, server, entry) as page:
        await page.add_init_script(pages.WATCH_SHOWN % ("[data-idea]", ideas))
        shown, first = await _opened(page, f"{server.address}/boards/{board.id}")
    return {"open_ms": shown, "first_paint_ms": first}


async def _opened(page: Page, address: str) -> tuple[float, float]:
    """When the page was shown and when it was first painted, in milliseconds."""
    # A condition that the page evaluates would take its time: the driver's own script is long.
    async with page.expect_console_message(lambda message: message.text == "shown"):
        await page.goto(address, wait_until="commit")
    return await page.evaluate("window.benchShown"), await page.evaluate(pages.FIRST_PAINT)


async def _open_session(browser: Browser, server: Server, scene: Scene) -> Figures:
    """From navigation to the frame in which the text and its acts stand, and one of them answers to a click."""
    session = await scene.room(session=True)
    if not isinstance(session, Worksession):
        raise TypeError
    people = await scene.seat(session, MEMBERS, probes=1)
    await write(session, [Author(one, session.pen()) for one in people], TASKS, [])
    await session.reveal()
    await everybody(session, people)
    (entry,) = await session.entries(1)
    await session.adds(entry, f"## The scope\n\n{FIRST}\n" * SECTIONS)
    await session.lead_reads()
    async with _page(browser, server, entry) as page:
        await page.add_init_script(pages.WATCH_SHOWN % (".paper .doc h3", SECTIONS))
        shown, first = await _opened(page, f"{server.address}/worksessions/{session.id}")
    return {"session_open_ms": shown, "session_first_paint_ms": first}


async def _move(browser: Browser, server: Server, board: Board, keys: Sequence[str], ideas: int) -> Figures:
    """A participant drags a card over the wall and scrolls it; then they only watch while others move cards."""
    (entry,) = await board.entries(1)
    async with _page(browser, server, entry) as page:
        await page.goto(f"{server.address}/boards/{board.id}")
        await _shown(page, ideas)
        await asyncio.sleep(2)
        await frames.lift(page, await frames.first_loose(page))
        dragged = await frames.during(page, frames.carry(page))
        scrolled = await frames.during(page, frames.scroll(page))
        watched = await frames.during(page, _others(board, keys))
    return frames.figures("drag", dragged) | frames.figures("scroll", scrolled) | frames.figures("others", watched)


async def _others(board: Board, keys: Sequence[str]) -> None:
    """Other people move ideas from group to group."""
    clusters = list(board.clusters)
    for at in range(int(frames.MOVING * OTHERS)):
        key, cluster = keys[at % len(keys)], clusters[(at * 7) % len(clusters)]
        await board.command("place_idea", idea=key, cluster=cluster)
        await asyncio.sleep(1 / OTHERS)


async def _shown(page: Page, ideas: int) -> None:
    await page.wait_for_function(f"() => document.querySelectorAll('[data-idea]').length >= {ideas}", polling=50)


@contextlib.asynccontextmanager
async def _chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        try:
            yield browser
        finally:
            await browser.close()


@contextlib.asynccontextmanager
async def _page(browser: Browser, server: Server, entry: Entry, slower: int = SLOWER) -> AsyncIterator[Page]:
    """A fresh, slow browser of one person, with their link already opened."""
    # What waits for a condition is evaluated in the page, which its content policy would forbid.
    context = await browser.new_context(viewport=SIZE, bypass_csp=True)
    name, _, value = entry.headers["Cookie"].partition("=")
    await context.add_cookies([{"name": name, "value": value, "url": server.address}])
    page = await context.new_page()
    page.set_default_timeout(60_000)
    await asyncio.sleep(SETTLING)
    session = await context.new_cdp_session(page)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    try:
        yield page
    finally:
        await context.close()


def main(out: Path, *, repeat: int, quick: bool) -> int:
    """Prints the medians, keeps all passes; 1 when a page could not be measured."""
    passes = []
    for _ in range(repeat):
        try:
            passes.append(asyncio.run(measure(IDEAS // 10 if quick else IDEAS)))
        except LostError as error:
            print(f"void: {error}", file=sys.stderr)
            return 1
    medians = {name: median(one[name] for one in passes) for name in passes[0]}
    on = machine.describe()
    print(f"{machine.in_a_line(on)}\nChromium, processor × 1/{SLOWER}, {len(passes)} passes, medians\n")
    if quick:
        print("A quick run with a tenth of the ideas: the figures mean nothing.\n")
    for name, value in medians.items():
        title, most = GOALS.get(name, (name, None))
        print(f"{value:>10.1f}  {title}" + ("" if most is None else f"  (≤ {most:g}: {_verdict(value, most)})"))
    for title, _ in (goal for name, goal in GOALS.items() if name not in medians):
        print(f"{'–':>10}  {title}  (not measured)")
    out.mkdir(parents=True, exist_ok=True)
    kept = {"machine": on, "medians": medians, "passes": passes}
    (out / f"{on['date']}-browser.json").write_text(json.dumps(kept, indent=1) + "\n")
    return 0


def _verdict(value: float, most: float) -> str:
    return "reached" if value <= most else "missed"
