"""The work goes on: from a final decision into a session, on every page of the board at the same time."""

import re

import pytest
from playwright.sync_api import expect

from e2e.api import Table
from e2e.axe import violations
from e2e.conftest import People

STEP = "Write the brief"
SESSION = re.compile(r"/worksessions/[\w-]+$")


def test_everybody_on_the_board_is_asked_and_nobody_has_to(
    people: People, table: Table, pytestconfig: pytest.Config
) -> None:
    table.go("diverge")
    table.write(["Build on public land", "A night bus"])
    table.go("vote")
    table.vote()
    table.go("decide")
    first = table.lead.boot()["meta"]["rounds"][-1]["tally"][0]["option"]
    steps = [{"text": STEP, "owner": "Mara"}]
    table.lead.do("write_decision", decision="We build it.", owner="Mara", shortlist=[first], next_steps=steps)
    fay, ben, ana = people.leads(table), people.takes_part(table), people.takes_part(table)
    wall = people.watcher(table)
    wall.opens(table.links["watch"])
    table.lead.do("freeze")
    expect(wall.page.get_by_role("heading", name="We build it.", level=1)).to_be_visible()
    expect(ben.page.get_by_text("The work goes on")).to_have_count(0)

    expect(fay.page.get_by_label("Pause for five minutes first")).to_be_checked()
    fay.presses("Start with this")
    expect(fay.page.get_by_label("What will exist at the end?")).to_have_value(STEP)
    expect(fay.page.get_by_label("Pause for five minutes first")).to_be_checked()
    expect(fay.page.get_by_role("radio", name="60 minutes")).to_be_checked()
    invite = fay.button("Invite everybody here")
    expect(invite).to_have_accessible_description(
        "Everybody still on the board’s page sees it at once and can join with a name."
    )
    assert violations(fay.page, pytestconfig.rootpath) == []
    expect(ben.page.get_by_text("The work goes on")).to_have_count(0)
    invite.click()
    expect(fay.page).to_have_url(SESSION)

    for person in (ben, ana):
        expect(person.page.get_by_text(f"The work goes on: {STEP}, 60 minutes. Starts ")).to_be_visible()
    expect(wall.page.get_by_role("heading", name=STEP, level=1)).to_be_visible()
    expect(wall.page.get_by_role("img", name="QR code to join the work")).to_be_visible()
    for page in (ben.page, wall.page):
        assert violations(page, pytestconfig.rootpath) == []

    sent: list[str] = []
    ana.page.on("request", lambda request: sent.append(request.url))
    ana.page.on("websocket", lambda socket: sent.append(socket.url))
    ana.presses("Not me")
    expect(ana.page.get_by_text("The work goes on")).to_have_count(0)
    expect(ana.page.get_by_role("heading", name="We build it.", level=1)).to_be_visible()
    assert sent == []

    ben.page.get_by_role("link", name="Join with a name").click()
    expect(ben.page).to_have_url(SESSION)
    expect(ben.page.get_by_role("textbox").first).to_be_visible()
