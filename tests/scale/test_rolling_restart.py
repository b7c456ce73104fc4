"""One server after the other is replaced while people have a board open in Chromium: no page says anything of it."""

import asyncio
import contextlib
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from e2e.api import Api, Table
from e2e.chromium import IN_WORDS, QUIET, find_shell, playwright_has_its_own
from e2e.people import Facilitator, Participant, Person
from e2e.trouble import SERVER_GONE, WATCH, Trouble
from tests.scale.balancing import balancer
from tests.scale.cluster import Database
from tests.scale.fleet import Fleet, fleet

pytestmark = pytest.mark.anyio

PATIENCE = 60_000
"""milliseconds"""
PICTURES = os.environ.get("SHORTLIST_PICTURES")
"""a folder for pictures of both pages after each step"""
DRAFT = "A draft that nobody sent"


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    if find_shell() is None and not playwright_has_its_own():
        pytest.skip(IN_WORDS)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_shell(), args=list(QUIET))
        yield browser
        browser.close()


@contextlib.contextmanager
def table_at(address: str) -> Iterator[Table]:
    opened: list[Api] = []
    yield Table.open(address, opened)
    for one in opened:
        one.close()


def opened(browser: Browser, address: str, link: str, trouble: Trouble) -> Page:
    context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)
    trouble.watch(context)
    page = context.new_page()
    page.goto(link)
    return page


def looks(step: str, *people: Person) -> None:
    for number, person in enumerate(people):
        if PICTURES:
            person.page.screenshot(path=Path(PICTURES) / f"{step}-{number}.png")


def people_stay(address: str, replace: Callable[[int], None]) -> None:
    """Ben has a draft in the field, and Mara leads. In a thread: what it waits for does not hold up the servers."""
    trouble = Trouble()
    trouble.allow(SERVER_GONE)
    with chromium() as browser, table_at(address) as table:
        table.go("diverge")
        ben = Participant(opened(browser, address, table.links["participate"], trouble))
        mara = Facilitator(opened(browser, address, table.links["facilitate"], trouble))
        for person in (ben, mara):
            person.is_at("Write")
            person.page.evaluate(WATCH)
        ben.writes("Before the restarts")
        ben.pen.fill(DRAFT)
        looks("before", ben, mara)
        for at in range(2):
            replace(at)
            question = f"What is new after restart {at}?"
            table.lead.do("change_settings", question=question)
            for person in (ben, mara):
                person.reads(question)
            expect(ben.pen).to_have_value(DRAFT)
            looks(f"restart-{at}", ben, mara)
        ben.page.keyboard.press("Enter")
        expect(ben.own(DRAFT).get_by_text("saved", exact=True)).to_be_visible()
        looks("after", ben, mara)
        assert [person.page.evaluate("window.told") for person in (ben, mara)] == [[], []]
        assert trouble.left == []


async def test_a_rolling_restart_is_no_news(shared: Database, tmp_path: Path) -> None:
    loop = asyncio.get_running_loop()

    def replace(some: Fleet, at: int) -> None:
        asyncio.run_coroutine_threadsafe(some.replace(at), loop).result()

    async with fleet(shared, tmp_path, 2) as some, balancer("nginx", some.ports, tmp_path) as address:
        await asyncio.to_thread(people_stay, address, partial(replace, some))
        assert [some.log(at).count("Traceback") for at in range(2)] == [0, 0]
