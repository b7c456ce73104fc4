"""The shared recap as a picture to be photographed."""

import pytest

from board.web import qr
from board.words import say
from tests.worksessions.clients import Member, Work

pytestmark = pytest.mark.anyio


async def test_everybody_of_the_session_gets_the_address_of_the_recap_once_it_is_shared(running: Work) -> None:
    address = f"/worksessions/{running.id}/qr/recap.svg"
    await running.lead.tab.ok("end", verdict="done")
    assert (await running.lead.get(address)).status_code == 404
    sha256 = (await running.lead.tab.ok("share", visibility="link"))["recap"]
    screen = Member(running.server.base)
    running.members.append(screen)
    await screen.follow(running.links["read"])
    for member in (running.lead, screen):
        picture = await member.get(address)
        assert picture.text == qr.svg(f"{running.server.base}/recaps/{sha256}", say("session-qr-recap"))
