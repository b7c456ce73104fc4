"""One idea is hidden: every screen of every phase counts the ideas alike, and so does the record."""

import json
import re

from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Person

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
TEXTS = [f"Idea of the {word} kind" for word in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")]


def numbers(person: Person) -> str:
    """The counts in the bar, as they are read."""
    bar = person.page.locator(".bar .figure").filter(visible=True)
    return ", ".join(" ".join(text.split()) for text in bar.all_inner_texts())


def test_a_hidden_idea_is_counted_alike_on_every_screen(people: People, table: Table) -> None:
    table.go("diverge")
    hidden, *rest = table.write(TEXTS)
    mara, screen = people.leads(table), people.watcher(table)
    ben, phone = people.takes_part(table), people.takes_part(table, **PHONE)
    screen.opens(table.links["watch"])

    table.go("reveal")
    table.lead.do("hide_idea", idea=hidden, hidden=True)
    # A phone begins with the first idea that can be read.
    phone.presses("All 6")
    for person in (mara, ben, phone):
        expect(person.page.get_by_role("heading", name="6 ideas, 1 hidden", exact=True)).to_be_visible()
    expect(screen.page.get_by_role("heading", name="6 ideas", exact=True)).to_be_visible()

    # A second writing: the reveal counts what it brings, not less the hidden one.
    table.lead.do("open_phase", phase="diverge")
    table.write(["One more", "And another", "The last one"])
    expect(mara.button(re.compile("^Reveal 3 ideas"))).to_be_visible()
    table.go("reveal")
    table.lead.do("hide_idea", idea=rest[0], hidden=True)
    expect(ben.page.get_by_role("heading", name="8 ideas, 2 hidden", exact=True)).to_be_visible()

    table.go("cluster")
    group = table.people[0].groups(rest[1:4], "Kinds")
    tray = mara.page.get_by_role("region", name="Not grouped yet", exact=True)
    for person in (mara, ben):
        tray = person.page.get_by_role("region", name="Not grouped yet", exact=True)
        expect(tray.locator(".count")).to_have_text("5 of 8, 2 hidden")
        expect(person.page.locator(".bar .figure").filter(has_text="hidden")).to_have_text("2 hidden")
    assert numbers(mara) == "3 grouped, 5 not yet, 2 hidden"
    # A phone that was faster than the group would still show an idea that is in it by now.
    phone.page.reload()
    phone.reads("1 of 5")
    screen.reads("8 ideas in 1 group, 5 not grouped yet.")
    table.lead.do("hide_idea", idea=rest[1], hidden=True)
    expect(mara.group("Kinds").locator(".count")).to_have_text("2 ideas, 1 hidden")
    expect(screen.page.locator(f"[data-cluster='{group}'] h2 small")).to_have_text("2")
    assert numbers(mara) == "2 grouped, 5 not yet, 3 hidden"

    mara.opens_the_vote("6 options, ")
    for person in (mara, ben, phone):
        expect(person.button("2 ideas").first).to_be_visible()
    table.lead.do("hide_idea", idea=rest[2], hidden=True)
    for person in (mara, ben, phone):
        expect(person.button("1 idea, 1 hidden").first).to_be_visible()

    table.vote()
    table.go("decide")
    expect(mara.button("1 idea, 1 hidden").first).to_be_visible()
    table.decide()
    address = str(table.lead.do("freeze")["decision"])
    mara.opens(f"/decisions/{address}")
    mara.reads(re.compile(r"10 ideas \(4 of them hidden\)"))
    record = json.loads(mara.page.request.get(f"/decisions/{address}.json").body())
    assert sum(bool(idea.get("hidden")) for idea in record["ideas"]) == 4
