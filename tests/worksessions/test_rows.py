"""What outlives the memory of the server: a line that a page sends again, an open check, the shares of a limit."""

import uuid

import pytest

from board.worksessions import SessionRoom
from tests.worksessions.clients import Work
from tests.worksessions.text_pages import TextPage

pytestmark = pytest.mark.anyio


async def reloaded(work: Work) -> SessionRoom:
    """The session as it is read from the database."""
    await work.server.settled()
    rooms = work.server.provided("session_rooms")
    room: SessionRoom = await rooms.find(work.id)
    before = room.session
    room.inbox.stale = True
    await rooms.journal.settle([room])
    assert room.session is not before
    return room


async def test_a_line_stands_once_after_a_reload_too(work: Work) -> None:
    line = str(uuid.uuid4())
    await work.lead.tab.ok("append_text", line=line, text="at most 900 € 😀", heading="the price is in it")
    text = (await reloaded(work)).session.text.value
    await work.lead.tab.ok("append_text", line=line, text="at most 900 € 😀", heading="the price is in it")
    room = await reloaded(work)
    assert room.session.text.value == text
    assert text.count("at most 900 € 😀") == 1
    assert list(room.session.lines) == [line]


async def test_after_a_restart_pages_learn_of_what_was_typed_last(running: Work) -> None:
    page = await TextPage.opened(running.lead)
    page.type("## Typed last\n")
    await page.saved()
    room = await reloaded(running)
    assert room.session.text.value == str(page)
    await running.until_text(str(page))
    assert running.lead.tab.meta("headings")[-1] == {"words": "Typed last", "level": 2}
    await page.close()


async def test_a_check_goes_on_after_a_reload(work: Work) -> None:
    check = str(uuid.uuid4())
    people = [work.lead, *[await work.comes(name) for name in ("Ben", "Jo", "Mara")]]
    await work.lead.tab.ok("start")
    await work.lead.tab.ok("propose_agreement", agreement=check, text="One space for each home")
    for person in people[:3]:
        await person.tab.ok("answer_agreement", agreement=check, level=3, reason="before")
    await reloaded(work)
    for person in people[2:]:
        await person.tab.ok("answer_agreement", agreement=check, level=5, reason="after")
    await work.lead.tab.ok("close_agreement", agreement=check)
    closed = await work.seen("agreements", check, open=False)
    assert (closed["answers"]["3"], closed["answers"]["5"], closed["agreed"]) == (2, 2, True)


async def test_document_and_versions_are_as_they_were(work: Work) -> None:
    await work.lead.tab.ok("start")
    await work.lead.tab.ok("edit_contract", minutes=90, owner={"words": "Mara"})
    await work.lead.tab.ok("name_version", name="before lunch")
    await work.lead.tab.ok("propose_agreement", agreement=str(uuid.uuid4()), text="alone")
    await work.lead.tab.ok("accept_contract", name="Mara", yes=True)
    await work.lead.tab.ok("end", verdict="another", note="no time")
    room = await work.server.provided("session_rooms").find(work.id)
    before = room.session.document
    after = (await reloaded(work)).session
    assert after.document == before
    assert [after.text_of(one.number) is not None for one in after.meta.versions] == [True, True, True]
