"""A board opens while somebody types: the text can only be read then, and nothing that was typed is lost."""

import re

import pytest
from playwright.sync_api import expect

from e2e.conftest import People
from e2e.server import Server
from e2e.sessions import Session
from e2e.test_board_inside import WANTED, Room
from e2e.text_network import TEXT, TextNetwork

SAVED, WORDS = "Written before.", " Typed at the last moment."
ACROSS_A_CONNECTION = 16_000
"""milliseconds after which a page that hears nothing of its words connects again; its clock jumps over them"""


class Late(Room):
    """Jo writes; the way of her words through the network is one that a test stops."""

    def __init__(self, people: People, server: Server, session: Session) -> None:
        super().__init__(people, server, session)
        self.words = TextNetwork()
        self.words.install(self.jo.page)

    def jo_types_as_the_board_opens(self) -> None:
        """Her last words are on their way, or not yet, when the server takes no more."""
        jo = self.jo
        self.ben_asks()
        jo.presses("Change the text")
        expect(jo.field("The text")).to_be_focused()
        jo.page.keyboard.press("Control+End")
        jo.page.keyboard.type(SAVED)
        self.is_saved()
        self.words.swallows_words = True
        jo.page.keyboard.type(WORDS)
        self.mara.presses("Next: Board")
        expect(jo.field("The text")).to_have_count(0)
        expect(jo.page.locator(".doc")).to_contain_text(SAVED)

    def is_saved(self) -> None:
        status = self.jo.page.get_by_role("main").get_by_role("status")
        expect(status).to_have_text(re.compile("^Saved"))

    def connects_again(self) -> None:
        """The page notices that nobody has taken its words, and sends them once more."""
        self.words.swallows_words = False
        page, opened = self.jo.page, list[str]()
        page.on("websocket", lambda socket: opened.append(socket.url))
        # The time begins when the server is there to take words, which a busy one is a moment later.
        while not any(map(TEXT.search, opened)):
            page.clock.fast_forward(ACROSS_A_CONNECTION)
            page.wait_for_timeout(500)

    def everybody_reads_them_once(self) -> None:
        for person in (self.mara, self.ben):
            expect(person.page.locator(".doc")).to_contain_text(SAVED + WORDS)
        assert self.session.lead.text.count(WORDS.strip()) == 1


@pytest.mark.parametrize("reloads", [False, True], ids=["stays", "reloads"])
def test_words_that_were_not_sent_are_sent_afterwards(people: People, server: Server, *, reloads: bool) -> None:
    with Session.opened(server.address, **WANTED) as session:
        room = Late(people, server, session)
        room.come_in()
        room.jo_types_as_the_board_opens()
        if reloads:
            room.words.swallows_words = False
            room.jo.page.reload()
            expect(room.jo.page.locator(".doc")).to_contain_text(SAVED)
        else:
            room.connects_again()
        expect(room.ben.page.locator(".doc")).not_to_contain_text(WORDS.strip())
        room.mara.presses("Next: Review")
        expect(room.jo.field("The text")).to_contain_text(SAVED + WORDS)
        if not reloads:
            room.connects_again()
        room.is_saved()
        room.everybody_reads_them_once()
