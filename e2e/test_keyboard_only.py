"""The main job by keyboard alone: nobody touches a mouse, and the focus is never lost."""

import re

import pytest
from playwright.sync_api import expect

from e2e.api import Api
from e2e.conftest import People
from e2e.keyboard import Keys
from e2e.people import QUESTION
from e2e.server import Server

pytestmark = pytest.mark.windows

WRITTEN = ["Build on public land first", "Let councils borrow to build", "Tax homes that stand empty"]
SHARE = re.compile("^(Invite|Let people in)")
DECISION = "We pilot council-built homes on two sites."


def test_from_the_question_to_the_decision(server: Server, people: People) -> None:
    mara, ben = people.facilitator(server), people.participant(server)
    lead, hand = Keys(mara.page), Keys(ben.page)

    mara.opens("/")
    expect(mara.field("What is the question?")).to_be_focused()
    lead.types(QUESTION)
    lead.does(mara.button("Open the board"))
    mara.is_at("Welcome")
    link = _link(mara.page.context.cookies()[0]["value"], server, mara.page.url)
    ben.joins(link)
    mara.reads("1 person here")
    lead.does(mara.button("Start writing"))
    mara.is_at("Write")
    lead.keeps_the_place()

    # --- write: the field has the focus by itself
    for text in WRITTEN:
        ben.writes(text)
    hand.does(ben.own(WRITTEN[0]).get_by_role("button", name="Edit"))
    expect(ben.field("Change your idea")).to_be_focused()
    hand.presses("Escape")
    expect(ben.own(WRITTEN[0]).get_by_role("button", name="Edit")).to_be_focused()
    lead.does(mara.button("Reveal 3 ideas now"))
    expect(mara.button("Reveal 3 ideas", mara.dialog("Reveal before time is up?"))).to_be_focused()
    lead.presses("Enter")
    for person, keys in ((mara, lead), (ben, hand)):
        person.is_at("Read")
        keys.keeps_the_place()
    lead.does(mara.button("Group the ideas"))

    # --- group: Enter opens the menu, letters find, Esc leaves, arrows go from card to card
    ben.is_at("Group")
    hand.keeps_the_place()
    handles = [ben.idea(text).get_by_role("button", name=re.compile("^Move to…")) for text in WRITTEN]
    first = next(one for one in handles if one.get_attribute("tabindex") != "-1")
    hand.goes_to(first)
    hand.presses("Enter")
    seek = ben.page.get_by_role("combobox", name="Find a group, or name a new one")
    expect(seek).to_be_focused()
    hand.presses("Escape")
    expect(first).to_be_focused()
    hand.presses("ArrowDown")
    expect(first).not_to_be_focused()
    hand.keeps_the_place()
    hand.presses("ArrowUp")
    expect(first).to_be_focused()
    hand.presses("Enter")
    hand.types("Build more")
    hand.presses("Enter")
    build = ben.group("Build more")
    expect(build.get_by_role("button", name=re.compile("^Move to…"))).to_be_focused()
    loose = ben.group("Not grouped yet")
    hand.goes_to(loose.get_by_role("button", name=re.compile("^Move to…")).first)
    hand.presses("Enter")
    expect(seek).to_be_focused()
    hand.types("Build")
    hand.presses("Enter")
    expect(build.locator("[data-idea]")).to_have_count(2)
    hand.keeps_the_place()
    hand.does(ben.button(re.compile("^Undo move")))
    expect(build.locator("[data-idea]")).to_have_count(1)
    hand.keeps_the_place()
    lead.keeps_the_place()

    # --- vote
    lead.does(mara.button("Open the vote"))
    lead.does(mara.button("Open the vote", mara.dialog("Open the vote")))
    for person, keys in ((mara, lead), (ben, hand)):
        person.is_at("Vote")
        keys.keeps_the_place()
    dots = ben.button(re.compile("^Give a dot to "))
    hand.does(dots.nth(0))
    expect(dots.nth(0)).to_have_attribute("aria-pressed", "true")
    hand.does(dots.nth(1), "Space")
    ben.reads("One more: which is worth the risk?")
    hand.does(ben.button(re.compile("^Worth the risk: ")).nth(2))
    hand.keeps_the_place()
    hand.does(ben.button("I’m done"))
    expect(ben.page.get_by_role("button", name="I’m done", pressed=True)).to_be_focused()
    lead.does(mara.button("Close the vote"))

    # --- decide and make it final
    mara.is_at("Decide")
    lead.keeps_the_place()
    lead.does(mara.button("Write the decision"))
    expect(mara.field("The decision, in one sentence")).to_be_focused()
    lead.types(DECISION)
    lead.goes_to(mara.field("Why"))
    lead.types("They got the most dots.")
    lead.goes_to(mara.field("Who decides"))
    lead.types("Mara Ellis")
    lead.does(mara.button("Show it to everybody"))
    expect(mara.page.get_by_role("heading", name=DECISION)).to_be_visible()
    lead.keeps_the_place()
    fully = ben.page.get_by_role("radio", name="I’m fully for it")
    hand.goes_to(fully)
    hand.presses("ArrowDown")
    expect(ben.page.get_by_role("radio", name="I support it")).to_be_checked()
    hand.keeps_the_place()
    ben.reads("Your answer is kept. You can change it until the check ends.")
    lead.does(mara.button("End the check"))
    expect(mara.page.get_by_role("heading", name="What the group answered")).to_be_visible()
    lead.keeps_the_place()
    lead.does(mara.button("Make it final"))
    lead.does(mara.button("Make it final", mara.dialog("Make it final?")))
    mara.page.wait_for_url(re.compile(r"/decisions/[0-9a-f]{64}$"))
    ben.is_at("Done")
    hand.keeps_the_place()
    lead.presses("Tab")
    expect(mara.page.get_by_role("link", name="To the decision")).to_be_focused()


def test_esc_leaves_every_menu_and_dialog_where_it_was_opened(server: Server, people: People) -> None:
    mara = people.facilitator(server)
    mara.opens_a_board()
    keys = Keys(mara.page)
    for opens, shows in (
        (mara.button("Show the QR code large"), mara.dialog("Take part")),
        (mara.button("Open the vote"), mara.dialog("Open the vote")),
    ):
        if not opens.is_visible():
            continue
        keys.does(opens)
        expect(shows).to_be_visible()
        keys.presses("Escape")
        expect(shows).to_be_hidden()
        expect(opens).to_be_focused()
    mara.starts_writing()
    back = mara.button("Step back")
    keys.does(back)
    expect(mara.page.get_by_role("menuitem", name="Back to “Welcome”")).to_be_focused()
    keys.presses("Escape")
    expect(back).to_be_focused()
    keys.does(mara.button(SHARE))
    expect(mara.dialog("Let people in")).to_be_visible()
    keys.presses("Escape")
    expect(mara.button(SHARE)).to_be_focused()


def _link(cookie: str, server: Server, address: str) -> str:
    """The participants' link, as the page that the facilitator has before them shows it."""
    board = address.rpartition("/")[2]
    lead = Api(server.address, f"/join/{cookie.split('.')[1]}")
    try:
        assert lead.board == board
        return str(lead.boot()["links"]["participate"])
    finally:
        lead.close()
