"""A long text of many people: it can be emptied, and two large pastes at once meet no limit in silence.

`SHORTLIST_TEXT_KEYS=75000 pytest tests/worksessions/test_text_size.py -o timeout=0` types for two hours of ten people.
"""

import asyncio
import contextlib
import os
import random

import pytest

from board.live.transport.close_codes import Close
from board.worksessions.text.reading import read
from board.worksessions.text.update import STORED
from tests.brainstorm.running import Server
from tests.worksessions.clients import Member, Work
from tests.worksessions.text_pages import TextPage

KEYS = int(os.environ.get("SHORTLIST_TEXT_KEYS", "3000"))
PEOPLE = 10
WORD = 5
AT_ONCE = 20
"""words that a page sends before it waits until they are saved"""
PIECE = 8000
MOST_IN_A_PAGE = 200_000

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(600 + KEYS // 50)]


async def types(page: TextPage, keys: int) -> None:
    """Word after word somewhere in the text, and deletes a word now and then."""
    for nth in range(1, keys // WORD + 1):
        length = len(page.text)
        at = random.randrange(length + 1)
        if nth % 10 == 0 and length > at + WORD:
            del page.text[at : at + WORD]
        with page.doc.transaction():
            for key in range(WORD):
                page.text.insert(at + key, "abcde"[key])
        if nth % AT_ONCE == 0:
            await page.saved()
    await page.saved()


async def test_everything_that_ten_people_typed_can_be_selected_and_deleted(work: Work, server: Server) -> None:
    await work.lead.tab.ok("start")
    people = [work.lead, *[await work.comes(f"Person {number}") for number in range(1, PEOPLE)]]
    pages = [await TextPage.opened(one) for one in people]
    pages[0].erase(0, len(str(pages[0])))
    await pages[0].saved()
    await asyncio.gather(*(types(page, KEYS // PEOPLE) for page in pages))
    await pages[0].until(lambda: len({str(page) for page in pages}) == 1, within=60)
    whole = str(pages[0])
    assert len(whole) > KEYS * 0.7
    state = pages[0].doc.get_update()
    structs = sum(len(section.structs) for section in read(state, STORED).sections)
    print(f"{KEYS} keys: {len(whole)} characters, {structs} structs, a state of {len(state)} bytes")
    pages[3].erase(0, len(whole))
    await pages[3].saved()
    for page in pages:
        await page.until(lambda: {str(one) for one in pages} == {""})
    pages[5].type("A new beginning")
    await pages[5].saved()
    late = await TextPage.opened(work.lead)
    assert str(late) == "A new beginning"
    assert late.clocks == pages[5].clocks


async def pasted(member: Member, characters: int, at_once: int) -> tuple[TextPage, TextPage]:
    """A text of this length, into which two people paste at once."""
    first = await TextPage.opened(member)
    paste(first, "a", characters - len(str(first)))
    await first.saved()
    left, right = await TextPage.opened(member), await TextPage.opened(member)
    paste(left, "l", at_once)
    paste(right, "r", at_once)
    return left, right


def paste(page: TextPage, character: str, characters: int) -> None:
    """In pieces, as pages do it."""
    for start in range(0, characters, PIECE):
        page.type(character * min(PIECE, characters - start), 0)


async def test_two_pastes_that_both_reach_the_limit_of_a_page_are_both_taken(running: Work) -> None:
    """A page lets nothing in beyond its own limit; the server's is larger, so that two at once fit."""
    left, right = await pasted(running.lead, MOST_IN_A_PAGE - 25_000, 25_000)
    await left.saved()
    await right.saved()
    await left.until(lambda: str(left) == str(right))
    assert len(str(left)) == MOST_IN_A_PAGE + 25_000
    assert (await running.lead.export("json")).json()["text"] == str(left)


async def test_pastes_beyond_the_limit_of_the_server_are_refused_by_name(running: Work) -> None:
    pages = await pasted(running.lead, 60_000, 140_000)
    codes = {await page.closed() for page in pages if not await is_saved(page)}
    assert codes == {Close.TOO_LARGE}
    late = await TextPage.opened(running.members[1])
    assert 200_000 < len(str(late)) <= 250_000
    late.erase(0, 100_000)
    late.type("There is room again. ", 0)
    await late.saved()
    assert (await running.lead.export("json")).json()["text"] == str(late)


async def is_saved(page: TextPage) -> bool:
    """Waits until the server took everything, or closed the page."""
    with contextlib.suppress(AssertionError):
        await page.saved()
    return page.socket.close_code is None
