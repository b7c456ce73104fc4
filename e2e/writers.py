"""People who write the text of a session, each in the editor of a page of their own."""

import re
from collections.abc import Callable
from typing import Any

import httpx
from playwright.sync_api import Locator, Page, expect

from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server

WANTED = {"artifact": "A brief for the council", "conditions": ["The price is in it"], "text": "It costs\n"}
PASTE = """(box, types) => {
  const clipboardData = new DataTransfer();
  for (const [type, text] of Object.entries(types)) clipboardData.setData(type, text);
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


def paste(box: Locator, plain: str, html: str | None = None) -> None:
    """What a browser does with a clipboard that another program filled."""
    box.evaluate(PASTE, {"text/plain": plain} if html is None else {"text/plain": plain, "text/html": html})


class Writer(Member):
    """Somebody with the text open to be written."""

    @property
    def text(self) -> Locator:
        return self.page.get_by_role("textbox", name="The text", exact=True)

    def opens_the_text(self) -> None:
        self.presses("Change the text")
        expect(self.text).to_be_focused()

    def goes_to_the_end(self) -> None:
        """Of the first paragraph."""
        self.page.keyboard.press("Control+Home")
        self.page.keyboard.press("End")

    def types(self, words: str) -> None:
        self.page.keyboard.type(words)

    def pastes(self, plain: str, html: str | None = None) -> None:
        paste(self.text, plain, html)

    @property
    def status(self) -> Locator:
        return self.page.get_by_role("main").get_by_role("status")

    def is_saved(self, timeout: float | None = None) -> None:
        expect(self.status).to_have_text(re.compile(r"^Saved \d"), timeout=timeout)

    def has(self, words: str, timeout: float | None = None) -> None:
        expect(self.text).to_contain_text(words, timeout=timeout)


Come = Callable[..., Writer]


def comer(server: Server, people: People, address: str = "", **wanted: object) -> Come:
    """Opens a session; the result lets somebody in, `before` with the page before it is opened."""
    fields = WANTED | wanted
    links = httpx.post(f"{server.address}/api/worksessions", json=fields, trust_env=False).json()["links"]

    def come(name: str, before: Callable[[Page], object] = lambda _: None, at: str = address, **how: Any) -> Writer:  # noqa: ANN401 the options are Playwright's
        person = Writer(people.browser(server, **how).new_page())
        before(person.page)
        link = links["lead" if name == "Mara" else "join"]
        person.opens(link.replace(server.address, at) if at else link)
        person.field(re.compile("^Your name")).fill(name)
        person.field(re.compile("^Your name")).press("Enter")
        return person

    return come


def all_write(*writers: Writer) -> None:
    """The lead starts; everybody opens the text, with the cursor at the end of its first paragraph."""
    writers[0].presses("Start 60 minutes")
    for one in writers:
        one.opens_the_text()
        one.goes_to_the_end()


def same(*writers: Writer) -> str:
    """Waits until all show the same text, and returns it."""
    shown = writers[0].text.inner_text()
    for one in writers[1:]:
        expect(one.text).to_have_text(shown, use_inner_text=True)
    return shown
