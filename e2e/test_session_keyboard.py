"""A whole work session by keyboard alone: nobody touches a mouse, and the focus is never lost."""

import re

import pytest
from playwright.sync_api import expect

from e2e.conftest import People
from e2e.keyboard import Keys, covered
from e2e.members import Member
from e2e.server import Server
from e2e.sessions import Session

pytestmark = pytest.mark.windows

# Here the lists beside the text are a drawer.
NARROWER = {"viewport": {"width": 1100, "height": 800}}
SIZES = ((1280, 800), (375, 667))
CONDITIONS = [f"Part {n} says who builds it, and until when" for n in range(1, 8)]


def test_from_the_start_page_to_the_verdict(people: People, server: Server) -> None:
    mara, ben = Member(people.browser(server).new_page()), Member(people.browser(server, **NARROWER).new_page())
    lead, hand = Keys(mara.page), Keys(ben.page)
    _opens_and_prepares(mara, lead)
    link = mara.page.locator(".invite .address").inner_text()

    # The door has the focus in the name.
    ben.opens(link)
    expect(ben.field("Your name")).to_be_focused()
    hand.types("Ben")
    hand.presses("Enter")
    ben.reads("Mara starts it.")
    hand.keeps_the_place()
    lead.does(mara.button("Start 60 minutes"))
    for person, keys in ((mara, lead), (ben, hand)):
        expect(person.page.get_by_role("timer")).to_have_text(re.compile("^(5:00|4:5)"))
        keys.keeps_the_place()

    _makes_and_ticks(ben, hand)
    _moves_the_clock(ben, hand)
    _agree(mara, ben)

    # The items go by; whoever is taken along keeps the focus, too.
    lead.does(mara.button("Next: Draft"))
    expect(mara.button("Next: Break")).to_be_focused()
    hand.does(ben.button("Next: Break"))
    ben.reads("Back at")
    for keys in (lead, hand):
        keys.keeps_the_place()
    hand.does(ben.button("I’m back"))
    expect(ben.button("I’m back")).to_be_hidden()
    hand.keeps_the_place()
    lead.does(mara.button("Keep working"))
    expect(mara.button("Take the break, too")).to_be_visible()
    lead.keeps_the_place()
    lead.does(mara.button("Take the break, too"))
    lead.keeps_the_place()
    lead.does(mara.button("Next: Review"))
    lead.does(mara.button("Next: Finish"))
    for person, keys in ((mara, lead), (ben, hand)):
        expect(person.page.get_by_role("heading", name="Is it done?")).to_be_visible()
        keys.keeps_the_place()

    # Arrows choose the verdict, and who finishes it.
    lead.goes_to(mara.page.get_by_role("radio", name="It’s done."))
    lead.presses("Space", "ArrowDown")
    expect(mara.page.get_by_role("radio", name="Nearly.")).to_be_checked()
    lead.goes_to(mara.page.get_by_role("combobox", name="Who finishes it"))
    lead.presses("ArrowDown")
    lead.does(mara.button("Finish"))
    for person, keys in ((mara, lead), (ben, hand)):
        expect(person.page.get_by_role("heading", name="Nearly.", exact=True)).to_be_visible()
        keys.keeps_the_place()
    ben.reads("Ben finishes it by")
    hand.goes_to(ben.field("Keep writing"))
    hand.types("The price holds until May.")
    hand.does(ben.button("Add to the text"))
    expect(ben.field("Keep writing")).to_have_value("")
    expect(ben.field("Keep writing")).to_be_focused()
    hand.does(ben.button("It’s finished"))
    mara.reads("Done.")
    for keys in (lead, hand):
        keys.keeps_the_place()


def test_tab_shows_all_it_reaches(people: People, server: Server) -> None:
    """WCAG 2.4.11: what has the focus is never under a bar that sticks."""
    with Session.opened(server.address, artifact="The plan for the quarter", conditions=CONDITIONS) as session:
        session.come(["Ben", "Ana", "Jo"])
        session.add_tasks([f"Ask street {n} what it needs" for n in range(1, 9)])
        mara = Member(people.browser(server, reduced_motion="reduce").new_page())
        mara.opens(session.links["lead"])
        mara.field("Your name").fill("Mara")
        mara.field("Your name").press("Enter")
        wrong = _covered(mara, "Prepare")
        session.lead.do("start")
        wrong += _covered(mara, "Work")
        session.go_to("finish")
        expect(mara.page.get_by_role("heading", name="Is it done?")).to_be_visible()
        wrong += _covered(mara, "Finish")
        session.lead.do("end", verdict="done")
        mara.reads("Done.")
        wrong += _covered(mara, "Ended")
    assert not wrong, "\n" + "\n".join(wrong)


def _covered(mara: Member, view: str) -> list[str]:
    found = []
    for width, height in SIZES:
        mara.page.set_viewport_size({"width": width, "height": height})
        found += [f"{view}, {width}×{height}: {name}" for name in covered(mara.page)]
    return found


def _opens_and_prepares(mara: Member, lead: Keys) -> None:
    mara.opens("/")
    lead.goes_to(mara.page.get_by_role("tab", name="Decide together"))
    lead.presses("ArrowRight")
    expect(mara.page.get_by_role("tab", name="Get it done", selected=True)).to_be_focused()
    lead.goes_to(mara.field("What will exist at the end?"))
    lead.types("The price list for spring")
    lead.goes_to(mara.page.get_by_role("radio", name="Just me"))
    lead.presses("ArrowRight")
    expect(mara.page.get_by_role("radio", name="Together")).to_be_checked()
    lead.does(mara.button("Prepare and invite"))
    lead.goes_to(mara.field("Done when, line 1"))
    for at, text in enumerate(("The price is in it", "It fits on one page"), start=2):
        lead.types(text)
        lead.presses("Enter")
        expect(mara.field(f"Done when, line {at}")).to_be_focused()

    # An item is added, named, moved and taken away.
    lead.does(mara.button("Add an item"))
    title = mara.field("What it is called").nth(5)
    expect(mara.field("What it is called").nth(4)).to_be_focused()
    lead.types("Look at last year")
    lead.presses("Alt+ArrowUp")
    expect(mara.field("What it is called").nth(3)).to_have_value("Look at last year")
    expect(mara.field("What it is called").nth(3)).to_be_focused()
    lead.does(mara.button("More for “Look at last year”"))
    expect(mara.page.get_by_role("menuitem", name="Move up")).to_be_focused()
    lead.presses("Escape")
    expect(mara.button("More for “Look at last year”")).to_be_focused()
    lead.presses("Enter")
    expect(mara.page.get_by_role("menuitem", name="Move up")).to_be_focused()
    lead.presses("End", "Enter")
    expect(title).to_have_count(0)
    lead.keeps_the_place()
    lead.goes_to(mara.field("Your name"))
    lead.types("Mara")
    lead.presses("Enter")
    expect(mara.field("Your name")).to_have_count(0)
    lead.keeps_the_place()


def _makes_and_ticks(ben: Member, hand: Keys) -> None:
    """The drawer opens where it is typed in, and gives the focus back."""
    hand.does(ben.button("Task"))
    expect(ben.field("A task")).to_be_focused()
    for text in ("Call the printer", "Count the old ones"):
        hand.types(text)
        hand.presses("Enter")
        expect(ben.field("A task")).to_have_value("")
        expect(ben.field("A task")).to_be_focused()
    hand.does(ben.page.get_by_role("checkbox", name="Call the printer"), "Space")
    expect(ben.page.get_by_role("checkbox", name="Call the printer", checked=True)).to_be_focused()
    hand.does(ben.button("Change the task “Count the old ones”"))
    expect(ben.field("What is to do")).to_be_focused()
    hand.does(ben.button("Save"))
    expect(ben.button("Change the task “Count the old ones”")).to_be_focused()
    hand.presses("Escape")
    expect(ben.button("Task")).to_be_focused()
    hand.does(ben.button("For later"))
    expect(ben.field("A thought for later")).to_be_focused()
    hand.types("A list for the autumn, too")
    hand.presses("Enter")
    hand.does(ben.button("Make it a task"))
    ben.reads("It is a task now.")
    hand.keeps_the_place()
    hand.does(ben.button("Close"))
    expect(ben.button("For later")).to_be_focused()
    lists = ben.button("Agenda and lists")
    hand.does(lists)
    expect(ben.button("Close")).to_be_focused()
    hand.presses("Enter")
    expect(lists).to_be_focused()

    # What is added to the text, a tick, and a place in it.
    hand.does(ben.button("Add"))
    expect(ben.field("What you add")).to_be_focused()
    hand.types("Prices go up by two percent.")
    hand.does(ben.button("Add it"))
    expect(ben.field("What you add")).to_be_focused()
    hand.presses("Escape")
    expect(ben.button("Add")).to_be_focused()
    hand.does(ben.page.get_by_role("checkbox", name="The price is in it"), "Space")
    expect(ben.page.get_by_role("checkbox", name="The price is in it", checked=True)).to_be_focused()
    hand.does(ben.button("Take “It fits on one page”").first)
    expect(ben.button("Leave “It fits on one page”")).to_be_focused()
    hand.does(ben.button("I’m stuck"))
    expect(ben.field("Where are you stuck?")).to_be_focused()
    hand.presses("Enter")
    expect(ben.button("I can go on")).to_be_focused()
    hand.presses("Enter")
    expect(ben.button("I’m stuck")).to_be_focused()


def _moves_the_clock(ben: Member, hand: Keys) -> None:
    more = ben.button("+5, or more time")
    hand.does(more)
    hand.does(ben.button(re.compile("^From Review")))
    expect(more).to_be_focused()
    ben.reads("You gave Agree more time.")
    hand.does(ben.button(re.compile("^Undo")))
    expect(ben.button(re.compile("^Undo"))).to_have_count(0)
    hand.keeps_the_place()
    hand.does(ben.button("Pause the clock"))
    expect(ben.button("Resume the clock")).to_be_focused()
    hand.does(ben.button("Resume the clock"))
    expect(ben.button("Pause the clock")).to_be_focused()


def _agree(mara: Member, ben: Member) -> None:
    lead, hand = Keys(mara.page), Keys(ben.page)
    hand.does(ben.button("Agree on…"))
    expect(ben.field("What we agree on")).to_be_focused()
    hand.types("No discounts in March")
    hand.does(ben.button("Put it to everybody"))
    hand.does(ben.button("I can live with it"))
    expect(ben.page.get_by_role("button", name="I can live with it", pressed=True)).to_be_focused()
    lead.does(mara.button("Answer"))
    expect(mara.button("I can live with it")).to_be_focused()
    lead.presses("Enter")
    lead.does(mara.button("Show the answers"))
    mara.reads("No discounts in March")
    lead.keeps_the_place()
    hand.keeps_the_place()
    hand.presses("Escape")
    hand.keeps_the_place()
