"""On a phone, with a finger: join, write, group one by one, vote, and say whether one can live with it."""

import re

from playwright.sync_api import Locator, expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Participant, Watcher
from e2e.server import Server

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
OTHERS = ["Build on public land first", "Let councils borrow to build", "Tax homes that stand empty"]
FINGER = 44


def _fits(target: Locator) -> None:
    """Large enough for a finger, and on the screen."""
    box = target.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= FINGER, f"{target} is {box['width']} × {box['height']}"
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] <= 844


def _stays_in_width(person: Participant | Watcher) -> None:
    assert person.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_main_job_with_a_finger(server: Server, people: People, table: Table) -> None:
    ben = people.participant(server, **PHONE)
    ben.joins(table.links["participate"])
    _stays_in_width(ben)
    table.seat(2)
    table.go("diverge")

    # --- write
    ben.is_at("Write")
    ben.pen.tap()
    ben.page.keyboard.insert_text("Small homes in back gardens")
    _fits(ben.button("Add idea"))
    ben.button("Add idea").tap()
    expect(ben.own("Small homes in back gardens").get_by_text("saved", exact=True)).to_be_visible()
    expect(ben.pen).to_be_focused()
    table.write(OTHERS)
    table.go("reveal")
    ben.is_at("Read")
    ben.reads(re.compile(r"^1 of 4$"))
    _stays_in_width(ben)
    _fits(ben.button("All 4"))
    ben.button("All 4").tap()
    expect(ben.ideas()).to_have_count(4)
    _stays_in_width(ben)

    # --- group: one idea at a time, the groups as large buttons
    table.go("cluster")
    ben.is_at("Group")
    asked = ben.page.get_by_role("article").inner_text()
    others = [idea for idea, text in table.written.items() if text not in asked]
    table.people[0].groups(others[:2], "Build more")
    build = ben.button("Build more")
    expect(build).to_be_visible()
    _fits(build)
    ben.reads(re.compile(r"^1 of 2$"))
    build.tap()
    ben.reads(re.compile(r"^2 of 2$"))
    ben.button("New group").tap()
    ben.field("Name of the group").fill("Other ways")
    ben.button("New group").tap()
    ben.reads("Every idea has a group")
    ben.button("See the groups").tap()
    expect(ben.group("Build more").locator("[data-idea]")).to_have_count(3)
    expect(ben.group("Other ways").locator("[data-idea]")).to_have_count(1)
    _stays_in_width(ben)

    # --- vote: what is left stays in sight wherever one has scrolled to
    table.go("vote")
    ben.is_at("Vote")
    _fits(ben.option("Build more"))
    ben.option("Build more").tap()
    expect(ben.option("Build more")).to_have_attribute("aria-pressed", "true")
    ben.reads("One more: which is worth the risk?")
    ben.button("Worth the risk: Other ways").tap()
    ben.button("I’m done").tap()
    expect(ben.page.get_by_role("button", name="I’m done", pressed=True)).to_be_visible()
    _stays_in_width(ben)
    for other in table.people:
        other.do("cast_ballot", dots={}, bold=None, done=True)
    table.go("decide")
    ben.is_at("Decide")
    _stays_in_width(ben)

    # --- consent
    table.decide()
    support = ben.page.get_by_role("radio", name="I support it")
    support.tap()
    expect(support).to_be_checked()
    ben.reads("Your answer is kept. You can change it until the check ends.")
    _stays_in_width(ben)
    table.lead.do("freeze")
    ben.is_at("Done")
    ben.page.get_by_role("link", name="Open the decision").tap()
    ben.page.wait_for_url(re.compile(r"/decisions/"))
    _stays_in_width(ben)


def test_what_is_left_stays_in_sight_on_a_long_ballot(people: People, table: Table) -> None:
    table.seat(3)
    table.go("diverge")
    table.write([f"Idea {n} on how to house people" for n in range(1, 25)])
    table.go("vote")
    ben = people.takes_part(table, **PHONE)
    ben.is_at("Vote")
    left = ben.page.get_by_text(re.compile(r"^\d+ of \d+ left$"))
    expect(left).to_be_in_viewport()
    ben.button(re.compile("^Give a dot to ")).last.scroll_into_view_if_needed()
    expect(left).to_be_in_viewport()
    ben.button(re.compile("^Give a dot to ")).last.tap()
    expect(left).to_have_text("5 of 6 left")


def test_the_big_screen_can_be_read_on_a_phone_too(server: Server, people: People, table: Table) -> None:
    table.go("diverge")
    table.write([f"Idea {n}: let people who live in a street decide what is built there" for n in range(1, 25)])
    table.go("cluster")
    some = list(table.written)
    for at in range(0, 20, 4):
        table.people[0].groups(some[at : at + 4], f"Group {at // 4 + 1}")
    sam = people.watcher(server, **PHONE)
    sam.opens(table.links["watch"])
    sam.is_at("Group")
    expect(sam.page.get_by_role("heading", name="Group 5")).to_be_visible()
    _stays_in_width(sam)
    assert sam.ideas().evaluate_all("all => Math.min(...all.map((one) => one.clientWidth))") > 250
    sam.ideas().last.scroll_into_view_if_needed()
    expect(sam.ideas().last).to_be_in_viewport()
