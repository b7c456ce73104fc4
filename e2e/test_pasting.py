"""More pasted lines than one person can add: the page names the limit first, and what does not fit is kept."""

import re

from playwright.sync_api import Locator, expect

from e2e.api import Table
from e2e.people import Participant

LIMIT, LEFT = 200, 4


def _pastes(ben: Participant, text: str) -> Locator:
    """Into the field; returns the dialog that asks."""
    ben.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    expect(ben.pen).to_be_focused()
    ben.page.keyboard.press("Control+V")
    asked = ben.page.get_by_role("dialog")
    expect(asked).to_be_visible()
    return asked


def test_the_limit_is_named_before_the_press_and_nothing_is_lost(ben: Participant, table: Table) -> None:
    ben.writes("Written by hand")
    ben.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    earlier = LIMIT - LEFT - 1
    asked = _pastes(ben, "\n".join(f"Before {at}" for at in range(earlier)))
    ben.presses(f"Add {earlier} ideas", asked)
    ben.hears(f"{earlier} ideas added.")

    _pastes(ben, "\n".join(f"- Pasted {at}" for at in range(1, 2222)))
    expect(asked).to_contain_text("That looks like 2,221 ideas")
    expect(asked).to_contain_text(f"You can add {LEFT} more")
    lines = asked.get_by_role("textbox")
    expect(lines).to_have_count(1)
    lines.press("Control+Home")
    ben.page.keyboard.insert_text("Not ")
    ben.presses(f"Add the first {LEFT}", asked)
    expect(asked).to_contain_text("2,217 pasted ideas are not added")
    assert lines.input_value().startswith("Pasted 5\n")
    ben.presses("Close", asked.locator("footer"))
    ben.hears(f"{LEFT} ideas added.")
    expect(ben.own("Not Pasted 1").get_by_text("saved", exact=True)).to_be_visible()
    assert table.lead.boot()["notice"]["counts"]["ideas"] == LIMIT
    ben.reads("You have added as many ideas as one person can.")

    # A reload loses nothing of it, and a place that is given back can be filled.
    ben.page.reload()
    ben.reads("2,217 pasted ideas are not added")
    ben.presses("Withdraw", ben.own("Pasted 2"))
    expect(ben.own("Pasted 2")).to_have_count(0)
    ben.presses("Show them")
    ben.presses("Add the first one", asked)
    ben.presses("Close", asked.locator("footer"))
    expect(ben.own("Pasted 5").get_by_text("saved", exact=True)).to_be_visible()
    ben.presses("Discard", ben.page.get_by_role("region", name=re.compile("2,216 pasted ideas")))
    expect(ben.page.get_by_text("pasted ideas")).to_have_count(0)
