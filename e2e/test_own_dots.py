"""From the dialog that opens the vote to a voter's dots in the record: doubles, the vote code, and what it finds."""

import re

from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Participant

TEXTS = ["Cap the rents", "Build on public land", "cap the rents!", "Let councils borrow", "A night bus", "Plant trees"]
CHOSEN = ["Build on public land", "A night bus"]


def test_doubles_are_mended_before_the_vote_and_a_code_finds_the_own_dots(people: People, table: Table) -> None:
    table.go("diverge")
    table.write(TEXTS)
    table.go("cluster")
    fay = people.leads(table)
    fay.presses("Open the vote")
    ballot = fay.dialog("Open the vote")
    advice = ballot.locator(".advice").filter(has_text="These 2 look alike")
    expect(advice.get_by_role("listitem")).to_have_count(2)
    fay.presses("Set aside: cap the rents!", advice)
    expect(advice).to_have_count(0)
    expect(ballot.get_by_text("5 options, ")).to_be_visible()
    fay.presses("Open the vote", ballot)
    fay.is_at("Vote")

    ben = people.takes_part(table)
    expect(ben.page.get_by_text("My vote code")).to_have_count(0)
    ben.spends_dots(*CHOSEN)
    ben.page.get_by_text("My vote code").click()
    code = ben.page.locator(".vote-code code").inner_text()
    assert re.fullmatch(r"[\w-]{22}", code)
    ben.is_done()
    table.vote()
    table.go("decide")
    table.decide()
    address = table.address + "/decisions/" + table.lead.do("freeze")["decision"]
    expect(ben.page.get_by_role("heading", name="My vote code")).to_be_visible()
    expect(ben.page.get_by_text(code, exact=True)).to_be_visible()

    # In the browser that voted, by one press.
    ben.opens(address)
    ben.presses("Use the code that this browser kept")
    found = ben.page.locator("[data-own-found]")
    expect(found.get_by_role("listitem")).to_have_text([name for name in _options(ben) if name in CHOSEN])
    expect(found).to_contain_text("Round 1: 2 dots of yours")

    # In another browser only with the code, and the code goes nowhere.
    stranger = people.participant(table)
    sent: list[str] = []
    stranger.page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    stranger.opens(address)
    expect(stranger.button("Use the code that this browser kept")).to_be_hidden()
    stranger.field("My vote code").fill("Abcdefghijklmnopqrstuv")
    stranger.presses("Find my dots")
    expect(stranger.page.locator("[data-own-found]")).to_contain_text("No dot here belongs to this code")
    stranger.field("My vote code").fill(code)
    stranger.page.keyboard.press("Enter")
    expect(stranger.page.locator("[data-own-found]").get_by_role("listitem")).to_have_count(2)
    assert not [url for url in sent if code in url]
    assert stranger.page.url == address


def _options(person: Participant) -> list[str]:
    """The options in the order of the ballot, from the record whose page is open."""
    record = person.page.evaluate("() => fetch(`${location.pathname}.json`).then((answer) => answer.json())")
    return [option["name"] for option in record["rounds"][0]["options"]]
