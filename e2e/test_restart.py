"""A supervisor restarts the server in the middle of the writing: nobody is told of it, and nothing is lost."""

from collections.abc import Callable

from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People
from e2e.server import Server
from e2e.trouble import SERVER_GONE, Trouble

WATCH = """() => {
  window.told = [];
  const look = () => {
    const text = document.body.innerText;
    for (const word of ["Offline", "You are offline", "connection", "too old", "not here"])
      if (text.includes(word) && !window.told.includes(word)) window.told.push(word);
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""


def test_a_restart_is_no_news(mortal: Server, people: People, tables: Callable[..., Table], trouble: Trouble) -> None:
    trouble.allow(SERVER_GONE)
    table = tables(mortal)
    table.go("diverge")
    ben, mara = people.participant(mortal), people.facilitator(mortal)
    ben.opens(table.links["participate"])
    ben.writes("Before the restart")
    mara.opens(table.links["facilitate"])
    for person in (ben, mara):
        person.is_at("Write")
        person.page.evaluate(WATCH)
    ben.pen.fill("A draft that nobody sent")

    mortal.terminate()
    mortal.start()
    ben.page.keyboard.press("Enter")
    expect(ben.own("A draft that nobody sent").get_by_text("saved", exact=True)).to_be_visible()
    table.seat(1)
    table.write(["From somebody who came after it"])
    table.go("reveal")
    for person in (ben, mara):
        person.is_at("Read")
        assert person.page.evaluate("window.told") == []
    expect(ben.ideas()).to_have_count(3)


def test_one_tab_too_many_rests_until_it_is_wanted(
    server: Server, people: People, tables: Callable[..., Table]
) -> None:
    table = tables(server)
    table.go("diverge")
    ben = people.participant(server)
    ben.opens(table.links["participate"])
    ben.writes("In the first tab")
    ben.pen.fill("A draft")
    first = ben.page
    for _ in range(12):
        page = first.context.new_page()
        page.goto(first.url)
        expect(page.get_by_role("textbox", name="Your idea")).to_be_visible()
    ben.reads("This tab is resting")
    ben.presses("Go on here")
    expect(ben.pen).to_have_value("A draft")
    expect(ben.own("In the first tab").get_by_text("saved", exact=True)).to_be_visible()
