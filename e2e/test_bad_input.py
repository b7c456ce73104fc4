"""Bad input gets a clear sentence and loses nothing."""

import re

import pytest
from playwright.sync_api import WebSocketRoute, expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Participant
from e2e.server import Server
from e2e.trouble import Trouble

NO_LINK = "You need a link to join this board"
PASTED = """- Build on public land first
* Let councils borrow to build
1. Tax homes that stand empty
2) Publish every rent in the city

• Small homes in back gardens
– Turn empty offices into flats
Keep what people built themselves"""
SPLIT = [
    "Build on public land first",
    "Let councils borrow to build",
    "Tax homes that stand empty",
    "Publish every rent in the city",
    "Small homes in back gardens",
    "Turn empty offices into flats",
    "Keep what people built themselves",
]


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/join/AAAAAAAAAAAAAAAAAAAAAAAA", "You need the whole link to join"),
        ("/join/x", "You need the whole link to join"),
        ("/boards/AAAAAAAAAAAAAAAAAAAAAAAA", NO_LINK),
        ("/worksessions/AAAAAAAAAAAAAAAAAAAAAAAA-1", "You need a link to join this session"),
        ("/decisions/" + "0" * 64, "There is nothing here"),
        ("/nowhere", "There is nothing here"),
    ],
)
def test_an_unknown_address_says_what_to_do(
    server: Server, people: People, trouble: Trouble, address: str, title: str
) -> None:
    trouble.allow(r"404")
    stranger = people.participant(server)
    stranger.opens(address)
    expect(stranger.page.get_by_role("heading", name=title, level=1)).to_be_visible()
    expect(stranger.page.get_by_role("link", name="Shortlist")).to_be_visible()


def test_a_stranger_at_a_boards_address_learns_nothing(
    server: Server, people: People, table: Table, trouble: Trouble
) -> None:
    trouble.allow(r"404")
    stranger = people.participant(server)
    stranger.opens(f"/boards/{table.board}")
    expect(stranger.page.get_by_role("heading", name=NO_LINK)).to_be_visible()
    assert "affordable" not in stranger.page.content()


def test_what_is_too_long_stays_in_the_field(ben: Participant) -> None:
    ben.pen.fill("房" * 1050)
    ben.pen.press("Enter")
    ben.reads("50 characters too many. Shorten it; nothing is cut off by itself.")
    expect(ben.pen).to_have_value("房" * 1050)
    ben.pen.fill("房" * 1000)
    ben.pen.press("Enter")
    expect(ben.pen).to_have_value("")
    expect(ben.own("房" * 1000).get_by_text("saved", exact=True)).to_be_visible()


def test_nothing_is_no_idea(ben: Participant, table: Table) -> None:
    ben.pen.press("Enter")
    ben.pen.fill("  \n ")
    ben.pen.press("Enter")
    expect(ben.page.get_by_text("Nothing yet.")).to_be_visible()
    ben.pen.fill("")
    ben.writes("Something")
    assert table.lead.boot()["notice"]["counts"]["ideas"] == 1


def test_what_cannot_be_seen_is_taken_out_of_a_field_or_is_no_idea(ben: Participant, table: Table) -> None:
    _pastes(ben, "tel. \u2068+49 30\u2069 \u202eback\x1b")
    expect(ben.pen).to_have_value("tel. +49 30 back")
    ben.page.keyboard.insert_text("wards")
    expect(ben.pen).to_have_value("tel. +49 30 backwards")
    ben.pen.fill("\u115f\u200e \u00ad")
    ben.pen.press("Enter")
    expect(ben.page.get_by_text("Nothing yet.")).to_be_visible()
    ben.pen.fill("")
    ben.writes("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f \u2764\ufe0f")
    assert table.lead.boot()["notice"]["counts"]["ideas"] == 1


def test_a_page_whose_sockets_are_blocked_says_so_and_goes_on(people: People, table: Table, trouble: Trouble) -> None:
    """As by a network that lets HTTP through and nothing else; when it lets sockets through, the note goes."""
    table.go("diverge")
    ben = people.participant(table)
    blocked = True

    def route(socket: WebSocketRoute) -> None:
        if blocked:
            socket.close()
        else:
            socket.connect_to_server()

    ben.page.route_web_socket(re.compile("/live"), route)
    ben.opens(table.links["participate"])
    ben.pen.fill("Written meanwhile")
    ben.pen.press("Enter")
    ben.reads(re.compile("does not let live connections"))
    blocked = False
    expect(ben.own("Written meanwhile").get_by_text("saved", exact=True)).to_be_visible()
    expect(ben.page.get_by_text(re.compile("does not let live connections"))).to_have_count(0)


def test_a_double_press_makes_one_idea(ben: Participant, table: Table) -> None:
    ben.pen.fill("Once")
    ben.button("Add idea").dblclick()
    expect(ben.own("Once").get_by_text("saved", exact=True)).to_be_visible()
    # The question shrinks with the first idea, so the second press falls beside the button.
    expect(ben.pen).to_be_focused()
    ben.page.keyboard.insert_text("Also once")
    ben.page.keyboard.down("Enter")
    ben.page.keyboard.down("Enter")
    ben.page.keyboard.up("Enter")
    expect(ben.own("Also once").get_by_text("saved", exact=True)).to_be_visible()
    assert table.lead.boot()["notice"]["counts"]["ideas"] == 2


def test_a_slow_second_half_of_a_double_press_takes_no_focus(ben: Participant) -> None:
    ben.pen.fill("Once")
    before = ben.button("Add idea").bounding_box()
    assert before is not None
    x, y = before["x"] + before["width"] / 2, before["y"] + before["height"] / 2
    ben.page.mouse.click(x, y)
    expect(ben.own("Once").get_by_text("saved", exact=True)).to_be_visible()
    ben.page.wait_for_function("([x, y]) => !document.elementFromPoint(x, y)?.closest('button')", arg=[x, y])
    ben.page.mouse.down(click_count=2)
    ben.page.mouse.up(click_count=2)
    expect(ben.pen).to_be_focused()


def test_a_double_press_opens_one_board(server: Server, people: People) -> None:
    mara = people.facilitator(server)
    posts: list[str] = []
    mara.page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    mara.opens("/")
    mara.field("What is the question?").fill("Only\u202c one board?")
    expect(mara.field("What is the question?")).to_have_value("Only one board?")
    mara.button("Open the board").dblclick()
    mara.is_at("Welcome")
    assert len(posts) == 1


def test_shift_enter_is_a_new_line_of_the_same_idea(ben: Participant) -> None:
    ben.page.keyboard.insert_text("First line")
    ben.page.keyboard.press("Shift+Enter")
    ben.page.keyboard.insert_text("second line")
    expect(ben.pen).to_have_value("First line\nsecond line")
    ben.page.keyboard.press("Enter")
    expect(ben.page.get_by_role("listitem").filter(has_text="First line").get_by_text("saved")).to_be_visible()
    ben.page.reload()
    item = ben.page.get_by_role("listitem").filter(has_text="First line")
    assert "First line\nsecond line" in item.inner_text()


def test_many_pasted_lines_become_ideas_to_edit(ben: Participant) -> None:
    _pastes(ben, PASTED)
    expect(ben.dialog("That looks like 7 ideas")).to_be_visible()
    asked = ben.dialog(re.compile("^That looks like"))
    lines = asked.get_by_role("textbox")
    assert [line.input_value() for line in lines.all()] == SPLIT
    lines.nth(0).fill("Build on our own land first")
    ben.presses("Leave out idea 7", asked)
    ben.presses("Add 6 ideas", asked)
    expect(asked).to_be_hidden()
    for text in ["Build on our own land first", *SPLIT[1:6]]:
        expect(ben.own(text).get_by_text("saved", exact=True)).to_be_visible()
    expect(ben.own(SPLIT[6])).to_have_count(0)
    expect(ben.pen).to_be_focused()


def test_pasted_lines_can_stay_one_idea(ben: Participant) -> None:
    _pastes(ben, PASTED)
    asked = ben.dialog("That looks like 7 ideas")
    ben.presses("Keep as one", asked)
    expect(asked).to_be_hidden()
    expect(ben.pen).to_have_value(PASTED)


def test_esc_takes_nothing_from_what_was_in_the_field(ben: Participant) -> None:
    ben.pen.fill("Typed before ")
    _pastes(ben, PASTED)
    expect(ben.dialog("That looks like 7 ideas")).to_be_visible()
    ben.page.keyboard.press("Escape")
    expect(ben.dialog("That looks like 7 ideas")).to_be_hidden()
    expect(ben.pen).to_have_value("Typed before ")


def test_the_home_form_keeps_what_was_typed(server: Server, people: People, trouble: Trouble) -> None:
    trouble.allow(r"422")
    mara = people.facilitator(server)
    mara.opens("/")
    mara.page.get_by_role("spinbutton", name="Minutes to write").fill("0")
    mara.page.get_by_text("Background and rules").click()
    mara.field("What is the problem behind it?").fill("Rents rose by half")
    mara.presses("Open the board")
    expect(mara.field("What is the question?")).to_have_attribute("aria-invalid", "true")
    expect(mara.field("What is the problem behind it?")).to_have_value("Rents rose by half")
    mara.field("What is the question?").fill("And now?")
    mara.page.get_by_role("spinbutton", name="Minutes to write").fill("7")
    mara.presses("Open the board")
    mara.is_at("Welcome")
    mara.reads("Rents rose by half")
    mara.reads("7 minutes to write")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ('{"id": "1", "do": "open_phase", "phase": "reveal"}', 200),
        ('{"id": "1", "do": "cast_ballot", "dots": {}, "bold": null}', 200),
        ('{"id": "1", "do": "freeze"}', 200),
        ('{"id": "1", "do": "no_such_thing"}', 200),
        ("{", 200),
        ('{"id": "1", "do": "add_idea", "idea": 7}', 200),
    ],
)
def test_a_forged_command_is_refused_in_plain_words(ben: Participant, table: Table, body: str, status: int) -> None:
    answer = ben.page.evaluate(
        """async ([board, body]) => {
          const answered = await fetch(`/api/boards/${board}/commands`, { method: "POST", body });
          return [answered.status, await answered.json()];
        }""",
        [table.board, body],
    )
    assert answer[0] == status
    assert answer[1]["answer"] == "refused"
    assert answer[1]["why"].endswith(".")
    ben.writes("Still at work")


def _pastes(person: Participant, text: str) -> None:
    person.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    person.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    person.pen.focus()
    person.pen.press("ControlOrMeta+v")
