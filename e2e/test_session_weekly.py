"""Every Thursday side by side: the end of one session opens the next, under the same links and in the same calendar."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import httpx
import icalendar
import pytest
from playwright.sync_api import expect

from e2e.axe import violations
from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server

BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HOUR = 3600


class Group:
    """Ida leads from Berlin, Cem has a phone there, Dev is in New York."""

    def __init__(self, people: People, server: Server) -> None:
        def comes(zone: str, **how: object) -> Member:
            return Member(people.browser(server, timezone_id=zone, **how).new_page())

        self.people = people
        self.server = server
        self.ida, self.dev = comes(BERLIN), comes(NEW_YORK)
        self.cem = comes(BERLIN, viewport={"width": 390, "height": 844}, has_touch=True)
        self.all = (self.ida, self.cem, self.dev)
        self.link = ""
        self.starts = datetime.now(ZoneInfo(BERLIN))

    def plan(self) -> None:
        ida = self.ida
        ida.opens_home()
        ida.field("What will exist at the end?").fill("What each of us came for")
        ida.chooses("Side by side")
        ida.presses("Prepare and invite")
        ida.field("Your name").fill("Ida")
        ida.field("Your name").press("Enter")
        self.link = ida.page.locator(".invite .address").inner_text()
        ida.page.get_by_text("For whom, why, and when").click()
        ida.chooses("At a set time")
        when = ida.page.get_by_label("When does it start?").and_(ida.page.locator("input"))
        self.starts = datetime.fromisoformat(when.input_value()).replace(tzinfo=ZoneInfo(BERLIN))
        ida.ticks("Every week at this time")
        ida.reads("The end of each session opens the next one. Whoever leads can stop that at any time.")

    def work(self) -> None:
        for person, name in ((self.cem, "Cem"), (self.dev, "Dev")):
            person.opens(self.link)
            person.reads(re.compile(r"^Starts at \d\d:\d\d, in \d+ minutes, and every week at this time$"))
            person.field(re.compile("^Your name")).fill(name)
            person.field("What will you have at the end?").fill(f"One thing by {name}")
            person.presses("Join")
            person.reads("Ida starts it.")
        self.ida.presses(re.compile("^Start 60 minutes"))
        self.server.advance(55 * 60)
        self.cem.presses("Next: Finish")

    def said(self, moment: datetime, zone: str, *, named: bool) -> str:
        local = moment.astimezone(ZoneInfo(zone))
        told = f"{DAYS[local.weekday()]} {local.day} {local:%B}, {local:%H:%M}"
        return f"{told} ({zone.replace('_', ' ')})" if named else told


@pytest.fixture
def group(people: People, played: Server) -> Group:
    return Group(people, played)


def test_the_end_opens_the_same_hour_next_week(group: Group, pytestconfig: pytest.Config) -> None:
    ida, cem, dev = group.all
    group.plan()
    group.work()
    after = group.starts + timedelta(days=7)

    # By the same press, unless Ida says otherwise.
    ida.chooses("It’s done.")
    expect(ida.page.get_by_role("radio", name=group.said(after, BERLIN, named=False))).to_be_checked()
    assert violations(ida.page, pytestconfig.rootpath) == []
    screen = Member(ida.page.context.new_page())
    screen.opens(f"{ida.page.url}?as=read")
    ida.presses("Finish and open the next session")

    # Pages that stay open say when it is, each in the time of its reader.
    for person, zone, named in ((ida, BERLIN, False), (cem, BERLIN, False), (dev, NEW_YORK, True)):
        when = group.said(after, zone, named=named)
        person.reads(f"Next session: {when}, and every week at this time.")
        person.reads("Join from this same link.")
    screen.reads(f"Next session: {group.said(after, BERLIN, named=False)}.")
    lines = ida.page.locator(".channel pre")
    expect(lines).to_contain_text(
        f"Next session: {group.said(after, BERLIN, named=True)}, and every week at this time."
    )
    expect(lines).to_contain_text(group.link)
    for person in (ida, cem):
        assert violations(person.page, pytestconfig.rootpath) == []

    # The one link leads there, also in a browser that was never here.
    eva = Member(group.people.browser(group.server, timezone_id=BERLIN).new_page())
    eva.opens(group.link)
    eva.reads(f"Starts on {group.said(after, BERLIN, named=False)}, and every week at this time")
    dev.page.get_by_role("link", name="Go there").click()
    dev.page.wait_for_url(re.compile(r"-2\?as=join$"))
    expect(dev.page.get_by_role("list", name="The chain")).to_have_text(
        re.compile(r"Session 1 \(Done, .*→\s*Session 2")
    )
    cem.opens(group.link)
    cem.page.get_by_role("link", name="Session 1", exact=True).click()
    cem.reads("What each of us came for")
    assert violations(dev.page, pytestconfig.rootpath) == []

    # The calendar has both, at the hour of Berlin.
    dev.page.get_by_text("Subscribe in a calendar").click()
    subscribed = dev.page.get_by_role("link", name="Open in my calendar").get_attribute("href") or ""
    address = subscribed.replace("webcal:", group.server.address.partition("//")[0])
    content = httpx.get(address, trust_env=False).content
    events = [one for one in icalendar.Calendar.from_ical(content).walk("VEVENT") if isinstance(one, icalendar.Event)]
    assert [event.start for event in events] == [group.starts, after]
    assert ["rrule" in event for event in events] == [False, True]


def test_whoever_leads_can_stop_it(group: Group) -> None:
    ida, cem, _ = group.all
    group.plan()
    group.work()
    ida.chooses("It’s done.")
    ida.chooses("No next session")
    ida.presses("Finish")
    cem.reads("There is no next session yet. Whoever leads can open one, and it will be at this same link.")

    # There can still be one, at another time and without those after it.
    ida.page.get_by_label("Day and time of the next session").fill("2099-01-01T10:00")
    ida.box("checkbox", "Every week at this time").click()
    ida.presses("Plan the next session")
    for person in (ida, cem):
        person.reads(re.compile("^Next session: Thursday,? 1 January 2099, 10:00.$"))
