"""The same way alone: from two fields to a page, a reply to it, and the next page that answers."""

import re

from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server

DAY = 86_400


def test_one_person_makes_it_and_makes_it_better(people: People, played: Server) -> None:
    me = Member(people.browser(played, reduced_motion="reduce").new_page())
    me.opens_home()
    me.field("What will exist at the end?").fill("Outline of chapter 3")
    me.presses("Start 50 minutes")
    me.writes_into_the_text("# Outline\n\nShe leaves the house.\n")
    me.presses(re.compile("^Next"))
    me.chooses("Nearly.")
    me.presses("Finish")
    me.reads("Finish it")
    played.advance(DAY)
    me.page.reload()
    me.field("Keep writing").fill("She comes back.")
    me.presses("Add to the text")
    me.presses("It’s finished")
    first = me.shares()
    reader = Member(people.browser(played).new_page())
    reader.opens(first)
    reader.field("What is missing").fill("Why does she leave?")
    reader.presses("Send the reply")
    reader.reads("Why does she leave?")

    me.reads("Why does she leave?")
    me.presses("Let readers see it")
    me.presses("We changed it")
    me.field("What changed").fill("A letter in the first scene.")
    me.presses("Send the answer")
    me.presses("Next: 50 minutes")
    me.page.get_by_role("link", name="Go there").click()
    me.presses("Start 50 minutes")
    me.presses(re.compile("^Next"))
    me.chooses("It’s done.")
    me.presses("Finish")
    reader.page.reload()
    reader.reads("A letter in the first scene.")
    reader.opens(me.shares())
    reader.reads("A letter in the first scene.")
