"""One browser is one person: closed and opened again, in two tabs, refreshed, gone back, or come from elsewhere."""

from playwright.sync_api import Route, expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Facilitator, Participant
from e2e.server import Server

TEXTS = ["Build on public land first", "Let councils borrow to build", "Tax homes that stand empty", "Cap the rents"]


def _joined(table: Table) -> int:
    return int(table.lead.boot()["notice"]["counts"]["joined"])


def test_a_closed_tab_keeps_who_i_am_what_i_wrote_and_what_i_was_writing(people: People, table: Table) -> None:
    table.go("diverge")
    ben = people.takes_part(table)
    ben.writes("Mine and saved")
    ben.page.keyboard.insert_text("Half a tho")
    ben.page.close()

    again = Participant(ben.page.context.new_page())
    again.opens(table.links["participate"])
    expect(again.pen).to_have_value("Half a tho")
    expect(again.own("Mine and saved").get_by_text("saved", exact=True)).to_be_visible()
    again.presses("Edit", again.own("Mine and saved"))
    again.field("Change your idea").fill("Mine and better")
    again.field("Change your idea").press("Enter")
    expect(again.own("Mine and better").get_by_text("saved", exact=True)).to_be_visible()
    assert _joined(table) == 1


def test_two_tabs_share_the_draft_and_send_it_once(people: People, table: Table) -> None:
    table.go("diverge")
    ben = people.takes_part(table)
    expect(ben.pen).to_be_focused()
    other = Participant(ben.page.context.new_page())
    other.opens(table.links["participate"])
    other.pen.fill("Typed in one tab")
    expect(ben.pen).to_have_value("Typed in one tab")
    ben.pen.press("Enter")
    expect(other.pen).to_have_value("")
    for tab in (ben, other):
        expect(tab.own("Typed in one tab")).to_have_count(1)
        expect(tab.own("Typed in one tab").get_by_text("saved", exact=True)).to_be_visible()
    notice = table.lead.boot()["notice"]
    assert (notice["counts"]["ideas"], notice["counts"]["joined"]) == (1, 1)


def test_a_refresh_loses_nothing_in_any_phase(server: Server, people: People, table: Table) -> None:
    table.go("diverge")
    table.seat(3)
    table.write(TEXTS)
    ben, mara = people.participant(server), people.facilitator(server)
    ben.opens(table.links["participate"])
    mara.opens(table.links["facilitate"])
    ben.pen.fill("In the middle of a")
    ben.page.reload()
    expect(ben.pen).to_have_value("In the middle of a")
    ben.pen.press("Enter")
    expect(ben.own("In the middle of a").get_by_text("saved", exact=True)).to_be_visible()

    table.go("vote")
    ben.is_at("Vote")
    ben.spends_dots(TEXTS[0], TEXTS[1])
    ben.page.reload()
    for text in TEXTS[:2]:
        expect(ben.option(text)).to_have_attribute("aria-pressed", "true")
    expect(ben.option(TEXTS[2])).to_have_attribute("aria-pressed", "false")
    ben.spends_dots(TEXTS[2])
    ben.picks_the_bold_one(TEXTS[3])
    ben.page.reload()
    expect(ben.page.get_by_role("complementary").get_by_text(TEXTS[3])).to_be_visible()
    ben.is_done()
    ben.page.reload()
    expect(ben.page.get_by_role("button", name="I’m done", pressed=True)).to_be_visible()

    table.vote()
    table.go("decide")
    mara.presses("Write the decision")
    mara.field("The decision, in one sentence").fill("We pilot council-built")
    mara.field("Who decides").fill("Mara")
    mara.page.reload()
    mara.presses("Write the decision")
    expect(mara.field("The decision, in one sentence")).to_have_value("We pilot council-built")
    expect(mara.field("Who decides")).to_have_value("Mara")
    mara.presses("Show it to everybody")
    ben.answers("I have doubts")
    ben.page.reload()
    expect(ben.page.get_by_role("radio", name="I have doubts")).to_be_checked()
    assert _joined(table) == 4


def test_the_back_button_leads_back_to_the_board(server: Server, people: People, table: Table) -> None:
    ben, mara = people.participant(server), people.facilitator(server)
    ben.joins(table.links["participate"])
    mara.opens(table.links["facilitate"])
    table.go("diverge")
    ben.writes("Before I looked away")
    ben.page.get_by_role("link", name="Shortlist").click()
    expect(ben.button("Open the board")).to_be_visible()
    ben.page.go_back()
    ben.is_at("Write")
    expect(ben.own("Before I looked away")).to_have_count(1)
    ben.writes("After I came back")
    table.seat(2)
    table.go("decide")
    table.decide()
    table.lead.do("freeze")
    mara.page.get_by_role("link", name="Open the decision").click()
    mara.page.wait_for_url("**/decisions/*")
    mara.page.go_back()
    mara.is_at("Done")
    assert _joined(table) == 1


def test_a_link_in_somebody_elses_page_leads_to_the_same_person(server: Server, people: People, table: Table) -> None:
    table.go("diverge")
    ben = people.participant(server)
    chat = "http://chat.example/"

    def answer(route: Route) -> None:
        link = table.links["participate"]
        route.fulfill(body=f'<a href="{link}">Join us</a>', content_type="text/html")

    ben.page.context.route(f"{chat}**", answer)
    ben.opens(chat)
    ben.page.get_by_role("link", name="Join us").click()
    ben.writes("On the first click")
    ben.opens(chat)
    ben.page.get_by_role("link", name="Join us").click()
    expect(ben.own("On the first click")).to_have_count(1)
    ben.writes("On the second click")
    notice = table.lead.boot()["notice"]
    assert notice["counts"]["joined"] == 1
    assert "token" not in ben.page.url
    assert "/join/" not in ben.page.url


def test_the_facilitator_who_opens_another_link_stays_the_facilitator(people: People, table: Table) -> None:
    mara = people.leads(table)
    expect(mara.button("Start writing")).to_be_visible()
    for link in ("participate", "watch"):
        mara.opens(table.links[link])
        expect(mara.button("Start writing")).to_be_visible()
    assert _joined(table) == 0


def test_a_facilitator_takes_part_in_a_tab_of_its_own(people: People, table: Table) -> None:
    mara = people.leads(table)
    mara.starts_writing()
    with mara.page.context.expect_page() as opened:
        mara.page.get_by_role("link", name="Take part too").click()
    seat = Participant(opened.value)
    seat.writes("The facilitator's own")
    expect(mara.button("Reveal 1 idea now")).to_be_visible()
    assert "The facilitator's own" not in mara.page.content()
    mara.page.reload()
    assert "The facilitator's own" not in mara.page.content()
    assert _joined(table) == 1
    # A participant's tab cannot be talked into more: the role of the tab is one of those held.
    ben = people.takes_part(table)
    ben.opens(ben.page.url + "?as=facilitate")
    expect(ben.pen).to_be_visible()
    expect(Facilitator(ben.page).button("Step back")).to_have_count(0)
