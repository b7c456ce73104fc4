"""Two facilitators write the decision at once: nobody replaces what they have not read, and no draft is lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Facilitator

NEWER = "Another facilitator has shown a new wording."
OLGAS, PAULS = "We plant trees along the ring road.", "We close the ring road on Sundays."


@pytest.fixture
def table(table: Table) -> Table:
    table.lay(["Trees", "Closed Sundays", "Wider pavements", "Trams"], {})
    table.go("vote")
    table.vote()
    table.go("decide")
    return table


def _writes(person: Facilitator, decision: str) -> None:
    person.presses("Write the decision")
    person.field("The decision, in one sentence").fill(decision)
    person.field("Who decides").fill("Mara Ellis")


def _reads_wording(page: Page, decision: str) -> None:
    expect(page.get_by_role("heading", name=decision, level=1)).to_be_visible()


def test_each_reads_the_other_first_and_keeps_their_own(people: People, table: Table) -> None:
    olga, paul = people.leads(table), people.leads(table)
    _writes(paul, PAULS)
    _writes(olga, OLGAS)
    olga.presses("Show it to everybody")
    _reads_wording(olga.page, OLGAS)

    theirs = paul.page.get_by_role("region", name=NEWER)
    expect(theirs.get_by_role("heading", name=OLGAS)).to_be_visible()
    paul.hears(NEWER)
    # The button that was under the hand replaces nothing: it leads to what has to be read.
    paul.button("Show it to everybody").click(force=True)
    expect(theirs.get_by_role("button", name="Keep theirs")).to_be_focused()
    expect(paul.field("The decision, in one sentence")).to_have_value(PAULS)
    assert table.lead.boot()["meta"]["decision"]["decision"] == OLGAS
    paul.presses("Replace it", theirs)
    _reads_wording(paul.page, PAULS)

    # A replaced facilitator reads so, also after a reload, and keeps the draft.
    olga.hears(NEWER)
    olga.page.reload()
    _reads_wording(olga.page, PAULS)
    olga.presses("Compare with yours")
    expect(olga.field("The decision, in one sentence")).to_have_value(OLGAS)
    olga.presses("Keep theirs", olga.page.get_by_role("region", name=NEWER))
    olga.reads("Your own draft is kept in this browser.")
    olga.presses("Change the wording")
    expect(olga.field("The decision, in one sentence")).to_have_value(PAULS)
    olga.presses("Back without changing")
    olga.presses("Go on with it")
    expect(olga.field("The decision, in one sentence")).to_have_value(OLGAS)
    expect(olga.page.get_by_role("region", name=NEWER)).to_be_visible()
    expect(paul.page.get_by_text(re.compile("^Another facilitator"))).to_have_count(0)
