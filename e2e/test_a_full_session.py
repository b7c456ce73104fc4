"""A whole session: from the home page to the downloaded decision, with a facilitator and three participants."""

import hashlib
import json
from pathlib import Path

from playwright.sync_api import WebSocket, expect

from e2e.conftest import People
from e2e.people import QUESTION, Person
from e2e.server import Server

CRITERION = "Which helps most people within a year?"
WRITTEN = [
    ["Build on public land first", "Tax homes that stand empty"],
    ["Let councils borrow to build", "Publish every rent in the city"],
    ["Small homes in back gardens", "Turn empty offices into flats"],
]
EVERY = [text for texts in WRITTEN for text in texts]


class Wire:
    """Every byte that a page gets over its socket."""

    def __init__(self, person: Person) -> None:
        self.bytes = b""
        person.page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._add)

    def _add(self, frame: str | bytes) -> None:
        self.bytes += frame if isinstance(frame, bytes) else frame.encode()

    def holds(self, texts: list[str]) -> list[str]:
        return [text for text in texts if text.encode() in self.bytes]


def test_from_the_question_to_the_decision(server: Server, people: People, tmp_path: Path) -> None:
    mara = people.facilitator(server)
    mara.opens_a_board(criterion=CRITERION)
    links = mara.shares_links()

    group = [people.participant(server) for _ in range(3)]
    screen = people.watcher(server)
    wires = [Wire(person) for person in [*group, screen]]
    for person in group:
        person.joins(links.participate)
    screen.joins(links.watch)
    mara.reads("3 people here")

    # --- write: alone; nobody else's words reach any page
    mara.page.reload()
    led = Wire(mara)
    mara.starts_writing()
    for person, texts in zip(group, WRITTEN, strict=True):
        for text in texts:
            person.writes(text)
    mara.reads("have written")
    mara.page.reload()
    expect(mara.button("Reveal 6 ideas now")).to_be_visible()
    for person, texts, wire in zip(group, WRITTEN, wires, strict=False):
        person.sees_no_more_than(*texts, of=EVERY)
        assert wire.holds([text for text in EVERY if text not in texts]) == []
    for other in (mara, screen):
        other.sees_no_more_than(of=EVERY)
    assert led.holds(EVERY) == []
    assert wires[3].holds(EVERY) == []

    # --- reveal: all at once, in one shuffled order for everybody
    mara.reveals(6)
    orders = []
    for person in (mara, screen, *group):
        person.is_at("Read")
        expect(person.ideas()).to_have_count(6)
        for text in EVERY:
            expect(person.idea(text)).to_be_visible()
        orders.append(person.ideas().locator("p[dir=auto]").all_inner_texts())
    assert all(order == orders[0] for order in orders)
    assert wires[0].holds(EVERY) == EVERY

    # --- group: anybody may
    mara.goes_on_to_grouping()
    group[0].groups_anew("Build on public land first", "Build more")
    group[1].moves_to("Let councils borrow to build", "Build more")
    group[2].groups_anew("Small homes in back gardens", "Use what is there")
    group[2].moves_to("Turn empty offices into flats", "Use what is there")
    for person in (mara, *group):
        person.looks_up()
        expect(person.group("Build more").locator("[data-idea]")).to_have_count(2)
        expect(person.group("Use what is there").locator("[data-idea]")).to_have_count(2)

    # --- vote: secret, the count on no page before it is closed
    mara.opens_the_vote("4 options: 2 groups and 2 lone ideas")
    group[0].spends_dots("Build more", "Use what is there")
    group[1].spends_dots("Build more", "Tax homes that stand empty")
    group[2].spends_dots("Build more", "Use what is there")
    group[0].picks_the_bold_one("Publish every rent in the city")
    group[1].presses("Skip")
    group[2].picks_the_bold_one("Tax homes that stand empty")
    for person in group:
        person.is_done()
    mara.reads("3 done, 0 still choosing, 3 here")
    mara.closes_the_vote()

    # --- decide: the count, then a wording, then consent
    for person in (mara, *group, screen):
        person.is_at("Decide")
        row = person.page.get_by_role("row").filter(has_text="Build more")
        expect(row.get_by_role("cell").first).to_have_text("3")
    decision = "We pilot council-built homes on two sites."
    mara.writes_the_decision(decision, "They got the most dots.", "Mara Ellis", "Ask the council for two sites")
    for person, answer in zip(group, ("I'm fully for it", "I support it", "I have doubts"), strict=True):
        expect(person.page.get_by_role("heading", name=decision, level=1)).to_be_visible()
        person.answers(answer, "Who pays for it?" if answer == "I have doubts" else None)
    mara.reads("3 of 3 answered")
    mara.ends_the_check()
    group[0].reads("Who pays for it?")

    # --- final: the same page for everybody, and a file whose sum is its address
    address = mara.makes_it_final()
    for person in (*group, screen):
        person.is_at("Done")
        expect(person.page.get_by_role("heading", name=decision, level=1)).to_be_visible()
    mara.page.get_by_text("More", exact=True).click()
    file = mara.downloads("JSON, the record itself", tmp_path)
    assert address.endswith(hashlib.sha256(file.read_bytes()).hexdigest())
    record = json.loads(file.read_bytes())
    assert (record["question"], record["decision"], record["owner"]) == (QUESTION, decision, "Mara Ellis")
    assert sorted(idea["text"] for idea in record["ideas"]) == sorted(EVERY)
    assert [line["dots"] for line in record["rounds"][0]["tally"]] == [3, 2, 1, 0]
    assert record["consent"][0]["counts"] == {"0": 0, "1": 0, "2": 1, "3": 0, "4": 1, "5": 1}
    taken = group[0].downloads(".json", tmp_path / "taken")
    assert taken.read_bytes() == file.read_bytes()
