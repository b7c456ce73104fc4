"""How fast a wall of 200 ideas is: laid out on a laptop, dragged on by 30 people, turned on the big screen."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

from playwright.async_api import Page, TimeoutError, ViewportSize

from bench import frames
from bench.clock import Figures, percentiles
from bench.rooms import Board, CommandPen, Entry
from bench.scene import Author, LostError, Scene, everybody, write
from e2e.conversation import GROUPS, statements

IDEAS, WRITERS = 200, 10
PEOPLE, EACH = 30, 1.0
"""who drag, and the seconds that each of them takes for a card"""
BEGUN = 8
"""groups that there are when they begin, of two ideas each"""
BIG_SCREEN: ViewportSize = {"width": 1920, "height": 1080}
TURNS = 12
LONGEST = 2000
"""milliseconds until a page is taken to show nothing else"""

Browse = Callable[[Entry, int], AbstractAsyncContextManager[Page]]
"""opens a browser of one person, this many times slower than the machine"""

WATCH_LAID = """
(() => {
  const [wanted, still] = [%d, 30];
  let before = "", quiet = 0, shown = 0;
  const look = () => {
    requestAnimationFrame(look);
    const cards = [...document.querySelectorAll("[data-idea]")];
    if (cards.length < wanted || window.benchShown) return;
    const places = cards.map((card) => {
      const { left, top } = card.getBoundingClientRect();
      return `${left} ${top}`;
    }).join();
    quiet = places === before ? quiet + 1 : 0;
    if (quiet === 0) requestAnimationFrame(() => setTimeout(() => { shown = performance.now(); }));
    if (quiet === still) {
      window.benchShown = shown;
      console.info("shown");
    }
    before = places;
  };
  requestAnimationFrame(look);
})();
"""
"""sets `benchShown` to the moment at which as many cards lay where they still lie 30 frames later, and logs "shown" """

WATCH_TURNS = """
(() => {
  const shown = () => [...document.querySelectorAll("[data-idea]")].map((one) => one.dataset.idea).join();
  let before = null, heard = null;
  window.benchTurns = [];
  const look = () => {
    if (heard === null) return;
    if (performance.now() - heard > %d) {
      heard = null;
    } else if (shown() === before) {
      requestAnimationFrame(look);
    } else {
      const came = heard;
      heard = null;
      requestAnimationFrame(() => setTimeout(() => window.benchTurns.push(performance.now() - came)));
    }
  };
  window.benchReady = () => { before = shown(); };
  window.WebSocket = class extends WebSocket {
    constructor(...all) {
      super(...all);
      // It is added first, so it gets a frame before the page does. One that changes the document begins with 0.
      this.addEventListener("message", ({ data }) => {
        const changes = data instanceof ArrayBuffer && new Uint8Array(data)[0] === 0;
        if (before === null || heard !== null || !changes) return;
        heard = performance.now();
        requestAnimationFrame(look);
      });
    }
  };
})();
"""
"""after `benchReady()`, collects in `benchTurns` the milliseconds from a server's frame until other ideas are shown"""


async def measure(browse: Browse, address: str, scene: Scene, slower: int, ideas: int = IDEAS) -> Figures:
    """All figures. Those of turning are missing where the big screen does not turn pages."""
    board, keys = await _written(scene, ideas)
    await board.reveal()
    turned = await _turn(browse, address, board, slower)
    await board.open_grouping()
    laid = await _lay(browse, address, board, slower, ideas)
    return laid | await _crowd(browse, address, scene, board, keys, slower) | turned


async def _written(scene: Scene, ideas: int) -> tuple[Board, list[str]]:
    """A board with real statements of different lengths, all of them in time."""
    board = await scene.room()
    if not isinstance(board, Board):
        raise TypeError
    await board.open_writing()
    writers = [Author(one, board.pen()) for one in await scene.seat(board, WRITERS)]
    keys = await write(board, writers, ideas, [], statements(ideas))
    await board.end_writing()
    return board, keys


async def _lay(browse: Browse, address: str, board: Board, slower: int, ideas: int) -> Figures:
    """From navigation to the moment at which every card lies where it stays."""
    (entry,) = await board.entries(1)
    async with browse(entry, slower) as page:
        await page.add_init_script(WATCH_LAID % ideas)
        async with page.expect_console_message(lambda message: message.text == "shown"):
            await page.goto(f"{address}/boards/{board.id}", wait_until="commit")
        return {"wall_ms": await page.evaluate("window.benchShown")}


async def _crowd(browse: Browse, address: str, scene: Scene, board: Board, keys: Sequence[str], slower: int) -> Figures:
    """One page drags a card while 29 others put theirs into groups, so that the wall changes under it."""
    for at, name in enumerate(GROUPS[:BEGUN]):
        await board.merge(keys[2 * at : 2 * at + 2], name)
    people = await scene.seat(board, PEOPLE - 1)
    await everybody(board, people)
    (entry,) = await board.entries(1)
    async with browse(entry, slower) as page:
        await page.goto(f"{address}/boards/{board.id}")
        await page.wait_for_function(
            f"() => document.querySelectorAll('[data-idea]').length >= {len(keys)}", polling=50
        )
        await asyncio.sleep(2)
        lifted = await frames.first_loose(page)
        loose = iter([key for key in keys[2 * BEGUN :] if key != lifted])

        async def move(at: int) -> None:
            pen = CommandPen()
            await asyncio.sleep(EACH * at / PEOPLE)
            for n, idea in zip(range(int(frames.MOVING / EACH)), loose, strict=False):
                cluster = board.clusters[(at * 7 + n) % len(board.clusters)]
                people[at].send(pen.command("place_idea", idea=idea, cluster=cluster))
                await asyncio.sleep(EACH)

        await frames.lift(page, lifted)
        async with asyncio.TaskGroup() as others:
            for at in range(len(people)):
                others.create_task(move(at))
            found = await frames.during(page, frames.carry(page))
    scene.check_sockets()
    return frames.figures("crowd", found)


async def _turn(browse: Browse, address: str, board: Board, slower: int) -> Figures:
    """The facilitator goes back and forth over the ideas, each time to a page that is not on the big screen."""
    order = await _in_order(board)
    async with browse(Entry("", {"Cookie": board.lead}), slower) as page:
        await page.set_viewport_size(BIG_SCREEN)
        await page.add_init_script(WATCH_TURNS % LONGEST)
        await page.goto(f"{address}/boards/{board.id}?as=watch")
        await page.wait_for_selector("[data-idea]")
        await asyncio.sleep(2)
        for turn in range(TURNS):
            await page.evaluate("window.benchReady()")
            idea = order[-1 - turn] if turn % 2 == 0 else order[turn]
            await board.command("highlight_idea", idea=idea, **{"as": "page"})
            try:
                await page.wait_for_function(f"() => window.benchTurns.length > {turn}", polling=50, timeout=LONGEST)
            except TimeoutError:
                return {}
        times: list[float] = await page.evaluate("window.benchTurns")
    return percentiles(times, "turn_")


async def _in_order(board: Board) -> list[str]:
    """The ideas by their numbers, as every page shows them."""
    answered = await board.http.get(f"/api/boards/{board.id}/export.json", headers={"Cookie": board.lead})
    answered.raise_for_status()
    ideas: list[dict[str, Any]] = answered.json()["ideas"]
    if not ideas:
        raise LostError("there is no idea to turn to")
    return [str(one["idea"]) for one in sorted(ideas, key=lambda one: int(one["number"]))]
