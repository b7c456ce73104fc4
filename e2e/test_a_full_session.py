"""A whole session: from the home page to the downloaded decision, with a facilitator and three participants."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import WebSocket, expect

from e2e.conftest import People
from e2e.people import QUESTION, Facilitator, Participant, Person, Watcher
from e2e.server import Server

CRITERION = "Which helps most people within a year?"
WRITTEN = [
    ["Build on public land first", "Tax homes that stand empty"],
    ["Let councils borrow to build", "Publish every rent in the city"],
    ["Small homes in back gardens", "Turn empty offices into flats"],
]
DECISION = "We pilot council-built homes on two sites."
OBJECTION = "Who pays for it?"
EVERY = [text for texts in WRITTEN for text in texts]


class Wire:
    """Every byte that a page gets over its socket."""

    def __init__(self, person: Person) -> None:
        self.bytes = b""
        self._page = person.page
        person.page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._add)

    def _add(self, frame: str | bytes) -> None:
        self.bytes += frame if isinstance(frame, bytes) else frame.encode()

    def has_begun(self) -> None:
        """The page has got its first frame."""
        while not self.bytes:
            self._page.wait_for_timeout(50)

    def holds(self, texts: list[str]) -> list[str]:
        return [text for text in texts if text.encode() in self.bytes]


@dataclass
class Session:
    """Everybody in it, and what their pages were sent."""

    mara: Facilitator
    group: list[Participant]
    screen: Watcher
    wires: list[Wire]

    @property
    def everybody(self) -> list[Person]:
        return [self.mara, self.screen, *self.group]


def test_from_the_question_to_the_decision(server: Server, people: People, tmp_path: Path) -> None:
    session = _gather(server, people)
    _write_alone(session)
    _reveal_all_at_once(session)
    _group_together(session)
    _vote_in_secret(session)
    _decide(session)
    _keep_it(session, tmp_path)


def _gather(server: Server, people: People) -> Session:
    mara = people.facilitator(server)
    mara.opens_a_board(criterion=CRITERION)
    links = mara.shares_links()
    group = [people.participant(server) for _ in range(3)]
    screen = people.watcher(server)
    wires = [Wire(person) for person in (*group, screen)]
    for person in group:
        person.joins(links.participate)
    screen.joins(links.watch)
    screen.has_nothing_to_press()
    mara.reads("3 people here")
    mara.page.reload()
    return Session(mara, group, screen, [*wires, Wire(mara)])


def _write_alone(session: Session) -> None:
    """Nobody else's words reach any page."""
    mara = session.mara
    mara.starts_writing()
    for person, texts in zip(session.group, WRITTEN, strict=True):
        for text in texts:
            person.writes(text)
    mara.reads("have written")
    mara.page.reload()
    expect(mara.button("Reveal 6 ideas now")).to_be_visible()
    for person, texts, wire in zip(session.group, WRITTEN, session.wires, strict=False):
        person.sees_no_more_than(*texts, of=EVERY)
        assert wire.holds([text for text in EVERY if text not in texts]) == []
    for other, wire in zip((session.screen, mara), session.wires[3:], strict=True):
        other.sees_no_more_than(of=EVERY)
        wire.has_begun()
        assert wire.holds(EVERY) == []


def _reveal_all_at_once(session: Session) -> None:
    """In one shuffled order for everybody."""
    session.mara.reveals(6)
    orders = []
    for person in session.everybody:
        person.is_at("Read")
        expect(person.ideas()).to_have_count(6)
        for text in EVERY:
            expect(person.idea(text)).to_be_visible()
        orders.append(person.ideas().locator("p[dir=auto]").all_inner_texts())
    assert all(order == orders[0] for order in orders)
    # What was looked for before is found now, so that looking means something.
    assert session.wires[0].holds(EVERY) == EVERY


def _group_together(session: Session) -> None:
    """Anybody may."""
    session.mara.goes_on_to_grouping()
    first, second, third = session.group
    first.groups_anew("Build on public land first", "Build more")
    second.moves_to("Let councils borrow to build", "Build more")
    third.groups_anew("Small homes in back gardens", "Use what is there")
    third.moves_to("Turn empty offices into flats", "Use what is there")
    for person in (session.mara, *session.group):
        person.looks_up()
        expect(person.group("Build more").locator("[data-idea]")).to_have_count(2)
        expect(person.group("Use what is there").locator("[data-idea]")).to_have_count(2)


def _vote_in_secret(session: Session) -> None:
    session.mara.opens_the_vote("4 options, ")
    first, second, third = session.group
    first.spends_dots("Build more", "Use what is there")
    second.spends_dots("Build more", "Tax homes that stand empty")
    third.spends_dots("Build more", "Use what is there")
    first.picks_the_bold_one("Publish every rent in the city")
    second.presses("Skip")
    third.picks_the_bold_one("Tax homes that stand empty")
    for person in session.group:
        person.is_done()
    session.mara.reads("3 done, 0 still choosing, 3 here")
    session.mara.closes_the_vote()
    for anybody in session.everybody:
        anybody.is_at("Decide")
    for anybody in (session.mara, *session.group):
        row = anybody.page.get_by_role("row").filter(has_text="Build more")
        expect(row.get_by_role("cell").first).to_have_text("3")
    on_the_wall = session.screen.page.get_by_role("listitem").filter(has_text="Build more")
    expect(on_the_wall.locator(".sum")).to_have_text("3")


def _decide(session: Session) -> None:
    mara = session.mara
    mara.writes_the_decision(DECISION, "They got the most dots.", "Mara Ellis", "Ask the council for two sites")
    for person, answer in zip(session.group, ("I’m fully for it", "I support it", "I have doubts"), strict=True):
        expect(person.page.get_by_role("heading", name=DECISION, level=1)).to_be_visible()
        person.answers(answer, OBJECTION if answer == "I have doubts" else None)
    mara.reads("3 of 3 answered")
    assert OBJECTION not in mara.page.content()
    mara.ends_the_check()
    session.group[0].reads(OBJECTION)


def _keep_it(session: Session, folder: Path) -> None:
    """The same page for everybody, and a file whose sum is its address."""
    mara = session.mara
    address = mara.makes_it_final()
    for person in session.everybody[1:]:
        person.is_at("Done")
        expect(person.page.get_by_role("heading", name=DECISION, level=1)).to_be_visible()
    mara.page.get_by_text("More", exact=True).click()
    file = mara.downloads("JSON, the record itself", folder)
    assert address.endswith(hashlib.sha256(file.read_bytes()).hexdigest())
    record = json.loads(file.read_bytes())
    assert (record["question"], record["decision"], record["owner"]) == (QUESTION, DECISION, "Mara Ellis")
    assert sorted(idea["text"] for idea in record["ideas"]) == sorted(EVERY)
    assert [line["dots"] for line in record["rounds"][0]["tally"]] == [3, 2, 1, 0]
    assert record["consent"][0]["counts"] == {"0": 0, "1": 0, "2": 1, "3": 0, "4": 1, "5": 1}
    taken = session.group[0].downloads(".json", folder / "taken")
    assert taken.read_bytes() == file.read_bytes()
