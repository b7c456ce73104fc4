"""A ballot of the round before is put back as far as it can be, and the page says how far."""

import re

from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People

TEXTS = ["Land trusts", "Night buses", "Co-operatives", "Rent caps", "Allotments", "House boats", "Pattern books"]
GIVEN = ["Land trusts", "Night buses", "Rent caps", "House boats"]


def test_it_says_which_dots_came_back_and_why(people: People, table: Table) -> None:
    table.lay(TEXTS, {})
    table.lead.do("change_settings", dots=4)
    table.go("vote")
    ben = people.takes_part(table)
    ben.spends_dots(*GIVEN)
    expect(ben.page.get_by_text("All saved")).to_be_visible()
    ids = {text: idea for idea, text in table.written.items()}

    table.lead.do("open_phase", phase="cluster")
    table.people[0].groups([ids["Night buses"], ids["Allotments"]], "Outside")
    table.lead.do("hide_idea", idea=ids["Rent caps"], hidden=True)
    table.go("vote")
    ben.reads("Your last ballot is here")
    lost = ["its idea is in a group now.", "the facilitator has hidden its idea."]
    for why in lost:
        ben.reads(f"1 of your dots came back to you: {why}")
    ben.presses("Use it again")
    said = "2 of the 4 dots of your last ballot were put back. Change what you like."
    ben.reads(said)
    ben.hears(re.compile(re.escape(said) + ".*" + re.escape(lost[0])))
    ben.reads("2 of 4 left")
    for name in ("Land trusts", "House boats"):
        expect(ben.option(name)).to_have_attribute("aria-pressed", "true")
    # It stays where it is while the dots are given again.
    ben.option("Outside").click()
    ben.reads("1 of 4 left")
    ben.reads(said)
