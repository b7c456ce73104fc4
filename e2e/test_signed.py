"""A name under an idea: the page that shows one says that nobody checked it."""

from uuid import uuid4

from playwright.sync_api import expect

from e2e.api import Table, secret
from e2e.conftest import People

NOTE = "Names under ideas are as typed. Nobody checked them."


def test_a_page_that_shows_a_name_says_that_it_is_not_checked(people: People, table: Table) -> None:
    table.go("diverge")
    table.seat(3)
    table.write(["A night bus", "Cap the rents"])
    idea, key = str(uuid4()), secret()
    table.people[0].do("add_idea", idea=idea, text="Build on public land", secret=key)
    table.go("reveal")
    ben, olu = people.takes_part(table), people.watcher(table)
    olu.opens(table.links["watch"])
    for one in (ben, olu):
        expect(one.idea("A night bus")).to_be_visible()
        expect(one.page.get_by_text(NOTE)).to_have_count(0)

    table.people[0].do("sign_idea", idea=idea, secret=key, name="Mara Ellis")
    for one in (ben, olu):
        expect(one.idea("Build on public land").get_by_text("Mara Ellis")).to_be_visible()
        expect(one.page.get_by_text(NOTE)).to_be_visible()


def test_whoever_shares_the_big_screen_is_told_what_its_link_gives(people: People, table: Table) -> None:
    table.go("diverge")
    mara = people.leads(table)
    mara.presses("Invite: let people in")
    mara.reads("Whoever has its link can also take part, so give it only to people who may.")
