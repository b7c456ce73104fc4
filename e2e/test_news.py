"""What brings people back: a line for each session on the start page, their tasks, and the first thing on its page."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Page, Request, ViewportSize, expect

from e2e.axe import Look
from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server
from e2e.sessions import Session

PHONE: ViewportSize = {"width": 390, "height": 844}
SIZES: tuple[ViewportSize, ...] = (PHONE, {"width": 820, "height": 1180}, {"width": 1440, "height": 900})
CONDITIONS = ["Both areas are drawn", "Heights are set", "The objection is answered"]
TO_FINISH, TO_ANSWER, TO_DO = "The zoning change", "A brief for the council", "The price list"
TASK = "Get the parking count"
ASKED = 3
"""sessions in the list"""


@pytest.fixture
def sessions(server: Server) -> Iterator[dict[str, Session]]:
    """Three sessions that have ended: Ben finishes one, Mara's readers replied to one, Ben has a task in one."""
    with ExitStack() as stack:

        def ended(artifact: str) -> Session:
            opened = Session.opened(server.address, artifact=artifact, conditions=CONDITIONS)
            session = stack.enter_context(opened)
            session.come(["Ben"])
            session.lead.do("start")
            return session

        found = {name: ended(name) for name in (TO_FINISH, TO_ANSWER, TO_DO)}
        for condition in list(found[TO_FINISH].lead.document["conditions"])[:2]:
            found[TO_FINISH].lead.do("tick_condition", condition=condition, met=True)
        ben = found[TO_FINISH].people[0]
        found[TO_FINISH].lead.do("end", verdict="nearly", finisher=ben.person, by="2099-12-04")
        found[TO_ANSWER].lead.do("end", verdict="done")
        ben = found[TO_DO].people[0]
        owner, today = {"person": ben.person}, f"{datetime.now(UTC):%Y-%m-%d}"
        ben.do("add_task", task=str(uuid4()), text=TASK, owner=owner, when=today)
        ben.do("add_task", task=str(uuid4()), text="Call Iris", owner=owner)
        found[TO_DO].lead.do("end", verdict="done")
        yield found


def replies(server: Server, session: Session) -> None:
    """A reader of the recap writes."""
    recap = session.lead.do("share", visibility="link")["recap"]
    answer = httpx.post(f"{server.address}/recaps/{recap}/feedback", json={"unclear": "Who pays?"}, trust_env=False)
    assert answer.status_code == 201, answer.text


def row(page: Page, title: str) -> Any:  # noqa: ANN401 a locator
    return page.get_by_role("region", name="Lately, in this browser").get_by_role("listitem").filter(has_text=title)


@pytest.fixture
def ben(people: People, server: Server, sessions: dict[str, Session]) -> Page:
    """A browser that was in all three, and leads the one with a reply."""
    browser = people.browser(server)
    page = browser.new_page()
    for name, session in sessions.items():
        who = session.lead if name == TO_ANSWER else session.people[0]
        who.lends(browser)
        page.goto(f"{server.address}/worksessions/{who.board}")
        page.wait_for_function("title => localStorage.getItem('shortlist:boards')?.includes(title)", arg=name)
    # It came after the last visit.
    replies(server, sessions[TO_ANSWER])
    return page


def test_the_start_page_says_what_each_session_waits_for(
    ben: Page, sessions: dict[str, Session], server: Server, look: Look
) -> None:
    asked: list[Request] = []
    ben.on("request", lambda request: asked.append(request) if "/api/" in request.url else None)
    ben.goto(f"{server.address}/?start=work")
    tasks = ben.get_by_role("region", name="Your tasks")
    expect(tasks.get_by_role("listitem")).to_have_count(2)
    for title, line in (
        (TO_FINISH, "Finish it: 1 of 3 open"),
        (TO_ANSWER, "1 new reply"),
        (TO_DO, "1 task due"),
    ):
        expect(row(ben, title)).to_contain_text(line)
    expect(tasks.get_by_role("listitem").first).to_contain_text(f"{TASK}Due today · {TO_DO}")
    look.at_both("the list with news and tasks", ben)

    # Each is asked once, and no request says anything of another one.
    assert len(asked) == len(sessions)
    for request in asked:
        assert (request.method, request.post_data) == ("GET", None)
        named = [name for name, session in sessions.items() if session.lead.board in request.url]
        assert len(named) == 1, request.url
        said = {name: value for name, value in request.all_headers().items() if name != "cookie"}
        others = [session.lead.board for name, session in sessions.items() if name not in named]
        assert not [id for id in others if id[:24] in str(said)]
    ben.get_by_role("link", name=TASK).click()
    expect(ben.get_by_role("heading", name="Your tasks", exact=True)).to_be_visible()


def test_a_line_that_comes_moves_nothing(ben: Page, server: Server) -> None:
    held: list[Any] = []
    ben.route("**/news?*", lambda route: held.append(route))
    for size in SIZES:
        ben.set_viewport_size(size)
        held.clear()
        ben.goto(f"{server.address}/?start=work")
        places = "() => JSON.stringify([...document.querySelectorAll('.visits li, .foot')].map((e) => e.offsetTop))"
        expect(row(ben, TO_DO)).to_be_visible()
        before = ben.evaluate(places)
        answered = 0
        while answered < ASKED:
            if held:
                held.pop().continue_()
                answered += 1
            ben.evaluate("() => new Promise(requestAnimationFrame)")
        expect(ben.locator(".visits .news:not(:empty)")).to_have_count(ASKED)
        assert ben.evaluate(places) == before, size


def in_first_view(page: Page, heading: str) -> None:
    """What somebody came for is on the screen of a phone, and nothing but the verdict stands before it."""
    first = page.locator("main section.part").first
    expect(first.get_by_role("heading", level=2)).to_have_text(heading)
    expect(first).to_be_in_viewport(ratio=0.6)
    box = first.bounding_box()
    assert box is not None
    assert box["y"] < PHONE["height"] / 2


def test_each_person_finds_first_what_they_came_for(
    people: People, server: Server, sessions: dict[str, Session], look: Look
) -> None:
    replies(server, sessions[TO_ANSWER])

    def opens(worker: Any) -> Page:  # noqa: ANN401 a worker
        browser = people.browser(server, viewport=PHONE)
        worker.lends(browser)
        page = browser.new_page()
        page.goto(f"{server.address}/worksessions/{worker.board}")
        return page

    finisher = opens(sessions[TO_FINISH].people[0])
    in_first_view(finisher, "Finish it")
    expect(finisher.get_by_text("1 of 3 is open.")).to_be_in_viewport()
    look.at_both("what the finisher finds", finisher)
    lead = opens(sessions[TO_ANSWER].lead)
    in_first_view(lead, "Replies")
    expect(lead.get_by_text("Who pays?")).to_be_in_viewport()
    ben = opens(sessions[TO_DO].people[0])
    in_first_view(ben, "Your tasks")
    look.at_both("what somebody with a task finds", ben)
    with ben.expect_download() as started:
        ben.get_by_role("link", name="Add to calendar").click()
    assert f"SUMMARY:{TASK}" in started.value.path().read_text()
    in_first_view(opens(sessions[TO_DO].lead), "Tasks")

    late = Member(people.browser(server, viewport=PHONE).new_page())
    late.opens(sessions[TO_DO].links["join"])
    late.reads(re.compile(r"^This was finished at \d\d:\d\d\. Here is what was made\.$"))
    in_first_view(late.page, "The text")


def test_whoever_says_when_it_is_done_is_asked_first(people: People, server: Server) -> None:
    with Session.opened(server.address, artifact="A logo", owner={"words": "Iris"}) as session:
        session.lead.do("start")
        session.lead.do("end", verdict="done")
        iris = people.browser(server, viewport=PHONE).new_page()
        iris.goto(session.links["accept"])
        iris.goto(session.links["join"])
        in_first_view(iris, "Is it done?")
        iris.get_by_role("link", name="Look at it and answer").click()
        iris.get_by_label("Your name").fill("Iris")
        iris.get_by_label("Yes, that’s it").check()
        iris.get_by_role("button", name="Send my answer").click()
        iris.goto(session.links["join"])
        in_first_view(iris, "The text")


def test_what_was_left_alone_comes_along_with_one_press(people: People, server: Server) -> None:
    me = Member(people.browser(server).new_page())
    me.opens_home()
    me.field("What will exist at the end?").fill("Outline of chapter 3")
    me.presses("Start 50 minutes")
    expect(me.field("The text")).to_be_focused()
    boot = "JSON.parse(document.getElementById('boot').textContent).session"
    address = f"{server.address}/api/worksessions/{me.page.evaluate(boot)}/commands"
    for do, fields in (("park", {"parked": str(uuid4()), "text": "sources for 3.2"}), ("end", {"verdict": "done"})):
        assert me.page.request.post(address, data={"id": "1", "do": do, **fields}).ok
    held: list[Any] = []
    me.page.route("**/news?*", lambda route: held.append(route))
    for size in SIZES:
        me.page.set_viewport_size(size)
        held.clear()
        with me.page.expect_request("**/news?*"):
            me.page.goto(f"{server.address}/?start=work")
        top = me.page.get_by_role("heading", name="Lately, in this browser").evaluate("(head) => head.offsetTop")
        while not held:
            me.page.evaluate("() => new Promise(requestAnimationFrame)")
        held.pop().continue_()
        expect(me.page.get_by_text("Last time: “sources for 3.2” is open.")).to_be_visible()
        moved = me.page.get_by_role("heading", name="Lately, in this browser").evaluate("(head) => head.offsetTop")
        assert moved == top, size
    me.page.unroute("**/news?*")
    me.chooses("Together")
    expect(me.page.get_by_text("Last time: “sources for 3.2” is open.")).to_be_hidden()
    me.chooses("Just me")
    me.field("What will exist at the end?").fill("Chapter 3")
    me.presses("Take it along?")
    expect(me.page.get_by_role("timer")).to_be_visible()
    document = me.page.evaluate("JSON.parse(document.getElementById('boot').textContent).document")
    assert [one["text"] for one in document["tasks"].values()] == ["sources for 3.2"]
    assert document["meta"]["contract"]["artifact"] == "Chapter 3"


def test_after_two_sessions_in_a_row_a_pause_is_offered(people: People, played: Server) -> None:
    me = Member(people.browser(played).new_page())

    def works(what: str) -> None:
        me.opens_home()
        me.field("What will exist at the end?").fill(what)
        me.presses("Start 50 minutes")
        expect(me.page.get_by_role("timer")).to_be_visible()
        played.advance(50 * 60)
        me.page.reload()
        me.presses(re.compile("^Next"))
        me.chooses("It’s done.")
        me.presses("Finish")
        expect(me.page.get_by_role("heading", name="Done.", exact=True)).to_be_visible()

    works("Outline of chapter 3")
    expect(me.page.get_by_text("Two sessions in a row.")).to_be_hidden()
    works("Chapter 3")
    me.reads("Two sessions in a row. Take ten minutes away from the screen.")
    me.presses(re.compile(r"^Back at \d\d:\d\d$"))
    me.reads(re.compile(r"^Back at \d\d:\d\d$"))
    expect(me.page).to_have_title(re.compile("^Back at"))
    played.advance(11 * 60)
    me.page.reload()
    expect(me.page.get_by_text("Two sessions in a row.")).to_be_hidden()
