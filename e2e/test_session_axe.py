"""axe finds nothing on any page of a work session, in light and in dark."""

import re
from uuid import uuid4

from playwright.sync_api import expect

from e2e.axe import Look
from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server
from e2e.sessions import Session
from e2e.trouble import Trouble

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
WALL = {"viewport": {"width": 1920, "height": 1080}}
WANTED = {
    "artifact": "A brief for the council",
    "audience": "the council",
    "conditions": ["Scope is in it", "The price is in it", "الموعد النهائي مذكور"],
    "owner": {"words": "Iris"},
}


class Room:
    """The lead, a phone, the big screen, and Iris, who says when it is done and is not in the session."""

    def __init__(self, people: People, server: Server, session: Session, look: Look) -> None:
        calm = {"reduced_motion": "reduce"}
        self.session = session
        self.mara, self.iris = (Member(people.browser(server, **calm).new_page()) for _ in range(2))
        self.kim = Member(people.browser(server, **calm, **PHONE).new_page())
        self.screen = Member(people.browser(server, **calm, **WALL).new_page())
        self.look = look

    def before_the_start(self) -> None:
        links, look = self.session.links, self.look.at_both
        self.mara.opens(links["lead"])
        self.mara.field("Your name").fill("Mara")
        self.mara.field("Your name").press("Enter")
        self.mara.page.locator("summary").get_by_text("the council").click()
        expect(self.mara.field("For whom?")).to_be_visible()
        look("Prepare, unfolded", self.mara.page)
        self.mara.presses("More for “Draft”")
        look("Prepare, a menu", self.mara.page)
        self.mara.page.keyboard.press("Escape")
        self.screen.opens(links["read"])
        self.screen.reads("Iris says when it’s done.")
        look("Big screen, before the start", self.screen.page)
        self.kim.opens(links["join"])
        look("Door, phone", self.kim.page)
        self.iris.opens(links["accept"])
        look("Accept, the sentence", self.iris.page)
        self.iris.field("Your name").fill("Iris")
        self.iris.page.get_by_role("radio", name="Yes, that’s it").check()
        self.iris.presses("Send my answer")
        self.iris.reads("Your yes is kept")
        look("Accept, answered", self.iris.page)

    def at_work(self) -> None:
        look, kim = self.look.at_both, self.kim
        self.session.lead.do("start")
        self.session.people[1].do("stuck", stuck=True, note="Who knows the price?")
        look("Door while it runs", kim.page)
        kim.field("Your name").fill("Kim")
        kim.presses("Join")
        kim.reads("Four floors north of the station.")
        look("Work, phone", kim.page)
        kim.presses(re.compile("^Add to"))
        look("Work, phone, adding", kim.page)
        kim.presses("Close")
        kim.presses(re.compile("^Done when"))
        look("Work, phone, Done when", kim.page)
        kim.presses(re.compile("^Done when"))
        kim.presses("Agenda and lists")
        kim.presses(re.compile("^Tasks"))
        kim.presses("Change the task “Call the printer”")
        look("Work, phone, a task", kim.page)
        self.session.lead.do("propose_agreement", agreement=str(uuid4()), text="No discounts in March")
        kim.reads("No discounts in March")
        look("Work, phone, what is asked", kim.page)
        look("Big screen, work", self.screen.page)

    def in_the_break(self) -> None:
        self.session.go_to("break")
        for name, person in (("laptop", self.mara), ("phone", self.kim), ("big screen", self.screen)):
            person.reads("Back at")
            self.look.at_both(f"Break, {name}", person.page)

    def at_the_end(self) -> None:
        look = self.look.at_both
        self.session.go_to("finish")
        self.screen.reads("Is it done?")
        look("Big screen, Finish", self.screen.page)
        self.kim.reads("Is it done?")
        look("Finish, phone", self.kim.page)
        self.mara.chooses("Nearly.")
        look("Finish, Nearly", self.mara.page)
        self.mara.presses("Finish")
        self.mara.reads("It’s finished")
        look("Ended, to be finished", self.mara.page)
        self.mara.presses("Delete")
        look("Ended, deleting", self.mara.page)
        self.kim.reads("Nearly.")
        look("Ended, phone", self.kim.page)
        look("Big screen, verdict", self.screen.page)
        self.iris.opens(self.session.links["accept"])
        self.iris.reads("Nearly.")
        self.iris.presses("Send my answer")
        look("Accept, the verdict", self.iris.page)


def test_every_page_of_a_session(people: People, server: Server, look: Look, trouble: Trouble) -> None:
    trouble.allow("422")
    with Session.opened(server.address, **WANTED) as session:
        session.come(["Ben", "Ana"])
        session.add_tasks(["Call the printer", "Count the old ones"])
        session.lead.do("park", parked=str(uuid4()), text="A list for the autumn, too")
        session.lead.do(
            "append_text", line=str(uuid4()), heading="Scope is in it", text="Four floors north of the station."
        )
        session.people[0].do("take", heading="Scope is in it")
        room = Room(people, server, session, look)
        room.before_the_start()
        room.at_work()
        room.in_the_break()
        room.at_the_end()
