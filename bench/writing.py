"""How fast the editor of a session's text is: from a link to the first key, and from a key to another page."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import NamedTuple

from playwright.async_api import CDPSession, Page

from bench.clock import Figures, percentiles
from bench.rooms import FIRST, Entry
from bench.scene import LostError, Scene, everybody
from bench.sessions import Worksession

PARAGRAPHS = 25
LENGTH = 2000
"""characters of a paragraph: the text has 50,000"""
KEYS, EVERY = 60, 0.25
"""keys that are typed, and the seconds between them"""

Browse = Callable[[Entry, int], AbstractAsyncContextManager[Page]]
"""opens a browser of one person, this many times slower than the machine"""

WATCH_EDITOR = """
(() => {
  const editor = () => [...document.querySelectorAll(".editor div")].find((one) => one.shadowRoot)?.shadowRoot;
  let pressed = false;
  const look = () => {
    const button = document.querySelector(".edit-text button");
    if (button && !pressed) {
      pressed = true;
      button.click();
    }
    if (!editor()?.activeElement) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => {
      window.benchShown = performance.now();
      console.info("shown");
    }));
  };
  requestAnimationFrame(look);
  const now = () => performance.timeOrigin + performance.now();
  window.benchKeys = [];
  addEventListener("keydown", ({ timeStamp }) => window.benchKeys.push(performance.timeOrigin + timeStamp), true);
  window.benchWatch = () => {
    window.benchSeen = [];
    const content = editor().querySelector(".cm-content");
    const length = () => content.firstElementChild.textContent.length;
    let before = length();
    new MutationObserver(() => {
      const grown = length() - before;
      before += grown;
      // The next frame shows it.
      if (grown > 0) requestAnimationFrame(() => setTimeout(() => window.benchSeen.push(...Array(grown).fill(now()))));
    }).observe(content, { childList: true, characterData: true, subtree: true });
  };
})()
"""
"""presses the button that opens the editor, sets `benchShown` when it takes keys, collects the moments of keys in
`benchKeys`, and after `benchWatch()` those at which the first line had grown by a character in `benchSeen`"""


class Written(NamedTuple):
    """What it took to show the keys of somebody else."""

    times: list[float]
    """milliseconds from each key to the frame that shows it on the other page"""
    work: float
    """milliseconds of the other page's main thread for each key"""


async def measure(browse: Browse, address: str, scene: Scene, slower: int) -> Figures:
    """All figures. The other page is fast, then this many times slower."""
    session = await _session(scene)
    ana, ben = await session.entries(2)
    paragraph = (f"{FIRST} " * (LENGTH // len(FIRST)))[:LENGTH]
    for _ in range(PARAGRAPHS):
        await session.adds(ana, paragraph)
    await session.lead_reads()
    path = f"{address}/worksessions/{session.id}"
    async with browse(ben, slower) as page:
        usable = await _opened(page, path)
    fast = await _typed(browse, (ana, ben), path, 1)
    slow = await _typed(browse, (ana, ben), path, slower)
    keys = {f"key_{name}": value for name, value in percentiles(fast.times).items()}
    return keys | {"editor_usable_ms": usable, "remote_key_ms": fast.work, "remote_key_slow_ms": slow.work}


async def _session(scene: Scene) -> Worksession:
    session = await scene.room(session=True)
    if not isinstance(session, Worksession):
        raise TypeError
    people = await scene.seat(session, 2, probes=1)
    await session.reveal()
    await everybody(session, people)
    return session


async def _opened(page: Page, path: str) -> float:
    """Milliseconds from navigation until the editor takes keys."""
    await page.add_init_script(WATCH_EDITOR)
    async with page.expect_console_message(lambda message: message.text == "shown"):
        await page.goto(path, wait_until="commit")
    found: float = await page.evaluate("window.benchShown")
    return found


async def _typed(browse: Browse, people: tuple[Entry, Entry], path: str, slower: int) -> Written:
    ana, ben = people
    async with browse(ana, 1) as typing, browse(ben, slower) as watching:
        for page in (typing, watching):
            await _opened(page, path)
            await page.keyboard.press("Control+Home")
        await asyncio.sleep(2)
        tasks = await watching.context.new_cdp_session(watching)
        # The processor time of the main thread, whatever else the machine does.
        await tasks.send("Performance.enable", {"timeDomain": "threadTicks"})
        idle = await _busy(tasks, asyncio.sleep(KEYS * EVERY))
        await watching.evaluate("window.benchWatch()")
        await typing.evaluate("window.benchKeys.length = 0")
        busy = await _busy(tasks, _type(typing))
        pressed: list[float] = await typing.evaluate("window.benchKeys")
        seen: list[float] = await watching.evaluate("window.benchSeen")
    if not len(pressed) == len(seen) == KEYS:
        raise LostError(f"of {KEYS} keys {len(pressed)} were pressed and {len(seen)} were seen")
    return Written([shown - key for key, shown in zip(pressed, seen, strict=True)], (busy - idle) / KEYS)


async def _type(page: Page) -> None:
    for _ in range(KEYS):
        await page.keyboard.press("x")
        await asyncio.sleep(EVERY)
    await asyncio.sleep(1)


async def _busy(tasks: CDPSession, meanwhile: Awaitable[None]) -> float:
    """Milliseconds for which the main thread works meanwhile."""
    before = await _task_duration(tasks)
    await meanwhile
    return 1000 * (await _task_duration(tasks) - before)


async def _task_duration(tasks: CDPSession) -> float:
    told = await tasks.send("Performance.getMetrics")
    return next(float(one["value"]) for one in told["metrics"] if one["name"] == "TaskDuration")
