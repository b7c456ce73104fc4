"""An author's change of their own idea shows at once on their page and seconds later elsewhere, so nobody links two."""

import re

from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People

LATER = 30_000
"""milliseconds; the server keeps a change back for 2 to 12 seconds"""


def test_an_edit_and_a_withdrawal_in_read(people: People, table: Table) -> None:
    table.go("diverge")
    ben = people.takes_part(table)
    ben.writes("Build on the parking lots")
    ben.writes("Ask the council")
    table.go("reveal")
    mara = people.leads(table)
    expect(mara.idea("Build on the parking lots")).to_be_visible()

    mine = ben.idea("Build on the parking lots")
    ben.presses("Edit", mine)
    ben.field("Change your idea").fill("Build above the parking lots")
    ben.field("Change your idea").press("Enter")
    edited = ben.idea("Build above the parking lots")
    expect(edited.get_by_text("Saved. The others see it in a few seconds.")).to_be_visible()
    ben.presses("Withdraw", ben.idea("Ask the council"))
    ben.reads(re.compile("^Idea withdrawn. The others stop seeing it in a few seconds."))
    expect(ben.idea("Ask the council")).to_have_count(0)

    ben.page.reload()
    expect(edited).to_be_visible()
    expect(ben.idea("Ask the council")).to_have_count(0)

    expect(mara.idea("Build above the parking lots")).to_be_visible(timeout=LATER)
    expect(mara.idea("Ask the council")).to_have_count(0, timeout=LATER)
    expect(edited.get_by_text("Yours", exact=True)).to_be_visible()
