"""The frames of a measured page while something moves on it."""

import asyncio
from collections.abc import Awaitable, Sequence

from playwright.async_api import Page

from bench import pages
from bench.clock import Figures, percentiles
from bench.scene import LostError

MOVING = 3.0
"""seconds for which cards move"""
WHEEL, STEP = 20, 120
"""notches of the wheel a second, and the pixels of each"""
LOOSE = "Not grouped yet"
"""the name of the region with the cards that are in no group"""


async def first_loose(page: Page) -> str:
    """The idea on the first card that is in no group."""
    idea = await page.get_by_role("region", name=LOOSE).locator("[data-idea]").first.get_attribute("data-idea")
    if idea is None:
        raise LostError("every card is in a group")
    return idea


async def lift(page: Page, idea: str) -> None:
    """Takes its card in hand."""
    box = await page.locator(f'[data-idea="{idea}"]').bounding_box()
    if box is None:
        raise LostError("there is no card to drag")
    await page.mouse.move(box["x"] + 40, box["y"] + 12)
    await page.mouse.down()
    await page.mouse.move(box["x"] + 80, box["y"] + 40, steps=4)
    if not await page.evaluate("document.documentElement.hasAttribute('data-dragging')"):
        raise LostError("the card did not come along")


async def carry(page: Page) -> None:
    """Takes the card in hand over the wall and lets it fall back."""
    loop = asyncio.get_running_loop()
    start = loop.time()
    while (at := (loop.time() - start) / MOVING) < 1:
        turn = abs((at * 4) % 2 - 1)
        await page.mouse.move(420 + turn * 800, 220 + 480 * at)
        await asyncio.sleep(1 / 120)
    if not await page.evaluate("document.documentElement.hasAttribute('data-dragging')"):
        raise LostError("the card fell on the way")
    await page.keyboard.press("Escape")
    await page.mouse.up()


async def scroll(page: Page) -> None:
    """Down with the wheel, past cards that were never near the screen, and up again."""
    await page.mouse.move(900, 500)
    for way in (1, -1):
        start = await page.evaluate("scrollY")
        for _ in range(int(MOVING / 2 * WHEEL)):
            await page.mouse.wheel(0, way * STEP)
            await asyncio.sleep(1 / WHEEL)
        if abs(await page.evaluate("scrollY") - start) < STEP:
            raise LostError("the page did not scroll")


async def during(page: Page, moving: Awaitable[object]) -> list[float]:
    """The milliseconds between two frames while something moves."""
    await page.evaluate(pages.WATCH_FRAMES)
    await moving
    found: list[float] = await page.evaluate("window.benchFrames()")
    return found


def figures(name: str, frames: Sequence[float]) -> Figures:
    times = {f"{name}_frame_{key}": value for key, value in percentiles(frames).items()}
    return times | {f"{name}_frames_per_s": 1000 * len(frames) / sum(frames)}
