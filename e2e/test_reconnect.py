"""The server dies with ideas waiting, and comes back on the same file: everything is there, once."""

import re

from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Participant
from e2e.server import Server

BACK = 30_000


def _writes_offline(person: Participant, text: str) -> None:
    person.pen.fill(text)
    person.pen.press("Enter")
    expect(person.pen).to_have_value("")
    expect(person.own(text).get_by_text("offline, waiting")).to_be_visible()


def _texts(table: Table) -> list[str]:
    return sorted(idea["text"] for idea in table.lead.sees()["ideas"])


def test_ideas_wait_and_arrive_once(mortal: Server, people: People, mortal_table: Table) -> None:
    ben = people.takes_part(mortal_table)
    ben.writes("Answered before the power cut")

    mortal.kill()
    _writes_offline(ben, "Written in the dark")
    _writes_offline(ben, "One more in the dark")
    ben.reads("Offline · 2 waiting")
    ben.pen.fill("A draft that nobody sent")

    mortal.start()
    for text in ("Written in the dark", "One more in the dark", "Answered before the power cut"):
        expect(ben.own(text).get_by_text("saved", exact=True)).to_be_visible(timeout=BACK)
        expect(ben.own(text)).to_have_count(1)
    ben.reads("All saved")
    expect(ben.pen).to_have_value("A draft that nobody sent")
    ben.pen.fill("")
    mortal_table.go("reveal")
    assert _texts(mortal_table) == ["Answered before the power cut", "One more in the dark", "Written in the dark"]
    ben.is_at("Read")
    expect(ben.ideas()).to_have_count(3)


def test_two_tabs_of_one_person_send_once(mortal: Server, people: People, mortal_table: Table) -> None:
    ben = people.takes_part(mortal_table)
    again = Participant(ben.page.context.new_page())
    again.opens(mortal_table.links["participate"])
    expect(again.pen).to_be_visible()

    mortal.kill()
    _writes_offline(ben, "From the first tab")
    _writes_offline(again, "From the second tab")
    ben.reads("Offline · 2 waiting")
    mortal.start()
    for tab in (ben, again):
        for text in ("From the first tab", "From the second tab"):
            expect(tab.own(text).get_by_text("saved", exact=True)).to_be_visible(timeout=BACK)
    mortal_table.go("reveal")
    assert _texts(mortal_table) == ["From the first tab", "From the second tab"]


def test_a_closed_tab_still_sends_when_it_is_opened_again(mortal: Server, people: People, mortal_table: Table) -> None:
    ben = people.takes_part(mortal_table)
    expect(ben.pen).to_be_focused()
    mortal.kill()
    _writes_offline(ben, "Written, then the lid was closed")
    ben.page.close()
    mortal.start()
    opened = Participant(ben.page.context.new_page())
    opened.opens(mortal_table.links["participate"])
    expect(opened.own("Written, then the lid was closed").get_by_text("saved", exact=True)).to_be_visible()
    mortal_table.go("reveal")
    assert _texts(mortal_table) == ["Written, then the lid was closed"]


def test_a_ballot_waits_and_a_command_says_that_it_was_not_done(
    mortal: Server, people: People, mortal_table: Table
) -> None:
    mortal_table.seat(3)
    mortal_table.write(["Build on public land first", "Let councils borrow to build", "Tax homes that stand empty"])
    mortal_table.go("vote")
    ben, mara = people.takes_part(mortal_table), people.leads(mortal_table)
    ben.is_at("Vote")
    expect(mara.button("Close the vote")).to_be_visible()

    mortal.kill()
    ben.spends_dots("Build on public land first")
    ben.reads(re.compile("^Offline · 1 waiting"))
    mara.reads("Offline")
    mara.presses("Close the vote")
    asked = mara.dialog(re.compile("still choosing$"))
    expect(asked.or_(mara.page.get_by_text("This page is not connected just now")).first).to_be_visible()
    if asked.is_visible():
        mara.presses("Close the vote", asked)
    mara.reads("This page is not connected just now, so that was not done. Try again once it is.")

    mortal.start()
    expect(ben.page.get_by_text("Offline")).to_have_count(0, timeout=BACK)
    expect(mara.page.get_by_text(re.compile("^Offline"))).to_have_count(0, timeout=BACK)
    ben.page.reload()
    expect(ben.option("Build on public land first")).to_have_attribute("aria-pressed", "true")
    for person in mortal_table.people:
        person.do("cast_ballot", dots={}, bold=None, done=True)
    mortal_table.go("decide")
    ben.is_at("Decide")
    tally = mortal_table.lead.boot()["meta"]["rounds"][-1]["tally"]
    assert sum(int(line["dots"]) for line in tally) == 1
