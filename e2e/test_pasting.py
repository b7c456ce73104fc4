"""More pasted lines than one person can add: the page names the limit first, and what does not fit is kept."""

import re

from playwright.sync_api import expect

from e2e.api import Table
from e2e.people import Participant

LIMIT, LEFT = 200, 4
WRITES = """async ([board, count]) => {
  for (let at = 0; at < count; at += 1) {
    const fields = { idea: crypto.randomUUID(), text: `Before ${at}`, secret: "A".repeat(22) };
    const body = JSON.stringify({ id: `${at}`, do: "add_idea", ...fields });
    await fetch(`/api/boards/${board}/commands`, { method: "POST", body });
  }
}"""
"""ideas of the same person that this page does not draw"""


def test_the_limit_is_named_before_the_press_and_nothing_is_lost(ben: Participant, table: Table) -> None:
    ben.page.evaluate(WRITES, [table.board, LIMIT - LEFT - 1])
    ben.writes("Written by hand")
    ben.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ben.page.evaluate(
        "text => navigator.clipboard.writeText(text)", "\n".join(f"- Pasted {at}" for at in range(1, 2222))
    )
    ben.pen.focus()
    ben.page.keyboard.press("Control+V")
    asked = ben.page.get_by_role("dialog")
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
