"""What has the focus is never under a bar that sticks (WCAG 2.4.11): for both roles, in every phase, at every size."""

import pytest
from playwright.sync_api import Page

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Person
from e2e.server import Server

# A laptop, a small phone, a laptop enlarged to 200 % and one enlarged to 400 %, where nothing sticks.
SIZES = ((1280, 800), (375, 667), (640, 400), (320, 256))
MOST_STOPS = 80
TEXTS = [f"Idea {n}: let people who live in a street decide what is built there" for n in range(1, 15)]
# Every fixed or sticky element is a bar, except the link that skips them all. A box that is higher than the space
# between the bars has to show at least one line.
COVERED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const stuck = () => [...document.querySelectorAll("#board *")].filter(bar => {
    const { position, pointerEvents } = getComputedStyle(bar);
    return (position === "fixed" || position === "sticky") && pointerEvents !== "none" && bar.checkVisibility();
  });
  const look = one => {
    const box = one.getBoundingClientRect();
    let [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    for (const bar of stuck()) {
      const over = bar.getBoundingClientRect();
      if (bar.contains(one) || one.contains(bar) || over.right <= box.left || over.left >= box.right) continue;
      if (over.top <= top && over.bottom > top) top = over.bottom;
      else if (over.bottom >= bottom && over.top < bottom) bottom = over.top;
    }
    return bottom - top >= Math.min(box.height, 24) - 0.5;
  };
  const one = document.activeElement;
  if (one === document.body || one.matches(".skip, [tabindex='-1']")) return "nothing";
  if (one.dataset.seen) return "round";
  // Cards that were never near the window get their height when they come near.
  for (let n = 0; n < 20 && !look(one); n += 1) await frame();
  one.dataset.seen = "yes";
  return [look(one), (one.ariaLabel || one.innerText || one.outerHTML).slice(0, 50)];
}"""


def covered(page: Page, key: str = "Tab") -> list[str]:
    """What lies under a bar while one goes once around the page with this key."""
    found = []
    page.evaluate("document.querySelectorAll('[data-seen]').forEach(one => delete one.dataset.seen)")
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        told = page.evaluate(COVERED)
        if told == "round":
            break
        if told != "nothing" and not told[0]:
            found.append(told[1])
    return found


class Room:
    """The facilitator and somebody who takes part, before the same board."""

    def __init__(self, people: People, table: Table) -> None:
        self.roles: dict[str, Person] = {}
        for role, link in (("facilitator", "facilitate"), ("participant", "participate")):
            page = people.browser(table, reduced_motion="reduce").new_page()
            page.goto(table.links[link])
            self.roles[role] = Person(page)
        self.wrong: list[str] = []

    def look(self, step: str, *keys: str) -> None:
        for role, person in self.roles.items():
            person.is_at(step)
            for width, height in SIZES:
                person.page.set_viewport_size({"width": width, "height": height})
                groups = person.button("All groups")
                if groups.is_visible():
                    groups.click()
                for key in keys or ("Tab",):
                    self.wrong += [
                        f"{step}, {role}, {width}×{height}, {key}: {name}" for name in covered(person.page, key)
                    ]


@pytest.mark.timeout(400)
def test_tab_shows_all_it_reaches(server: Server, people: People, table: Table) -> None:
    room = Room(people, table)
    room.look("Welcome")
    table.go("diverge")
    ids = table.write(TEXTS)
    room.look("Write")
    table.go("reveal")
    room.look("Read")
    table.go("cluster")
    for at in range(0, 9, 3):
        table.people[0].groups(ids[at : at + 3], f"Group {at}")
    room.look("Group", "Tab", "Shift+Tab")
    table.go("vote")
    room.look("Vote")
    table.vote()
    table.go("decide")
    room.look("Decide")
    table.decide()
    ben = room.roles["participant"].page
    ben.get_by_role("radio", name="I have doubts").click()
    ben.get_by_role("textbox").fill("Who pays?")
    room.look("Decide")
    table.lead.do("close_consent")
    table.lead.do("freeze")
    room.look("Done")
    assert not room.wrong, "\n" + "\n".join(room.wrong)
