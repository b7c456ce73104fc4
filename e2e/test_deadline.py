"""The end of writing: what is in the field goes out by itself, what is late goes to the tray, added time reopens."""

import re
from uuid import uuid4

from playwright.sync_api import expect

from e2e.api import Table, secret
from e2e.conftest import People
from e2e.people import Participant

# In minutes. Long enough for a page to load on a busy machine.
SHORT = 0.15
LATE = "Kept. It came after time; the facilitator can let it in. If it is let in alone, people may guess whose it is."


def test_a_draft_is_sent_at_zero_and_can_be_finished(ben: Participant, table: Table) -> None:
    table.lead.do("set_timer", minutes=SHORT)
    ben.pen.fill("Half a thought when time ran")
    sent = ben.page.get_by_role("region", name="We sent your unfinished idea: finish or withdraw it")
    expect(sent.get_by_text("Half a thought when time ran")).to_be_visible()
    ben.reads("Time is up. The reveal comes next.")
    ben.presses("Finish it", sent)
    ben.field("Change your idea").fill("Half a thought when time ran out, finished")
    ben.presses("Save")
    expect(sent).to_be_hidden()
    expect(ben.own("Half a thought when time ran out, finished").get_by_text("saved", exact=True)).to_be_visible()
    table.go("reveal")
    assert [idea["text"] for idea in table.lead.sees()["ideas"]] == ["Half a thought when time ran out, finished"]


def test_an_unfinished_idea_can_be_withdrawn(ben: Participant, table: Table) -> None:
    table.lead.do("set_timer", minutes=SHORT)
    ben.pen.fill("Better not")
    sent = ben.page.get_by_role("region", name="We sent your unfinished idea: finish or withdraw it")
    ben.presses("Withdraw", sent)
    expect(sent).to_be_hidden()
    ben.reads("Idea withdrawn.")
    assert table.lead.boot()["notice"]["counts"]["ideas"] == 0


def test_what_comes_late_waits_in_the_tray_and_is_let_in_with_the_reveal(
    people: People, ben: Participant, table: Table
) -> None:
    mara = people.leads(table)
    ben.writes("In time")
    table.lead.do("set_timer", minutes=0.01)
    ben.reads("Time is up. The reveal comes next.")
    # The grace is over when the server says so.
    _until_late(table)
    ben.presses("Add one more")
    ben.pen.fill("After time")
    ben.pen.press("Enter")
    expect(ben.own("After time").get_by_text(LATE)).to_be_visible()
    include = mara.page.get_by_role("checkbox", name="2 came late, include them")
    expect(include).to_be_checked()
    mara.presses("Reveal 1 idea")
    mara.is_at("Read")
    expect(mara.page.get_by_role("heading", name="3 ideas")).to_be_visible()
    expect(mara.idea("After time")).to_be_visible()
    # The reveal was held and took the tray in: there is nothing left to let in, and nothing to complain about.
    expect(mara.page.get_by_text("Nothing came late.")).to_have_count(0)
    ben.is_at("Read")
    expect(ben.idea("After time")).to_be_visible()


def test_the_tray_can_wait_for_its_own_press(people: People, ben: Participant, table: Table) -> None:
    mara = people.leads(table)
    # Fewer people would write on while the reveal is held, and the tray would be in time.
    for person in (ben, people.takes_part(table), people.takes_part(table)):
        person.writes("In time")
    table.lead.do("set_timer", minutes=0.01)
    _until_late(table)
    expect(mara.page.get_by_role("checkbox", name="1 came late, include it")).to_be_checked()
    mara.page.get_by_role("checkbox", name="1 came late, include it").uncheck()
    mara.presses("Reveal 3 ideas")
    mara.is_at("Read")
    expect(mara.ideas()).to_have_count(3)
    mara.presses("Let it in")
    expect(mara.ideas()).to_have_count(4)
    # Late ones take the next free numbers.
    assert mara.ideas().nth(3).inner_text().startswith("4")


def test_a_minute_more_after_zero_opens_writing_again(people: People, ben: Participant, table: Table) -> None:
    mara = people.leads(table)
    table.lead.do("set_timer", minutes=0.01)
    ben.reads("Time is up. The reveal comes next.")
    _until_late(table)
    mara.reads("Reveal when you are ready, or give more time.")
    mara.presses("+1 min")
    mara.reads(re.compile(r"^(1:00|0:5\d)$"))
    expect(ben.pen).to_be_visible()
    ben.pen.fill("Thanks for the minute")
    ben.pen.press("Enter")
    expect(ben.own("Thanks for the minute").get_by_text("saved", exact=True)).to_be_visible()
    # What lay in the tray is in time now.
    expect(mara.page.get_by_role("checkbox")).to_have_count(0)
    expect(mara.button("Reveal 2 ideas now")).to_be_visible()


def test_pausing_and_ending_early(people: People, ben: Participant, table: Table) -> None:
    mara = people.leads(table)
    mara.presses("Pause")
    ben.reads("The clock is paused. You can go on writing.")
    ben.writes("Written in the pause")
    mara.presses("Resume")
    ben.reads("Write alone, one idea at a time. Nobody sees them before the reveal.")
    ben.pen.fill("Still in the field")
    mara.presses("End now")
    ben.reads("Time is up. The reveal comes next.")
    expect(ben.page.get_by_role("region", name=re.compile("^We sent your unfinished idea"))).to_be_visible()
    mara.reveals(2)


def test_a_reveal_before_time_takes_open_drafts_in(people: People, ben: Participant, table: Table) -> None:
    mara = people.leads(table)
    ben.writes("Sent")
    ben.page.keyboard.insert_text("Not sent yet")
    mara.presses("Reveal 1 idea now")
    mara.presses("Reveal 1 idea", mara.dialog("Reveal before time is up?"))
    mara.is_at("Read")
    expect(mara.idea("Not sent yet")).to_be_visible()
    expect(mara.idea("Sent")).to_be_visible()


def test_two_thirds_of_the_time_bring_a_second_wave(ben: Participant, table: Table) -> None:
    table.lead.do("set_timer", minutes=0.2)
    ben.reads("Write alone, one idea at a time. Nobody sees them before the reveal.")
    ben.reads("Second wave: the best ideas often come now. What has nobody said yet?")


def _until_late(table: Table) -> None:
    """Somebody else tries until the server says that it is late; what came in before that is taken back."""
    someone = table.people[0] if table.people else table.seat(1)[0]
    for n in range(1000):
        idea, key = str(uuid4()), secret()
        answer = someone.ask("add_idea", idea=idea, text=f"Attempt {n}", secret=key)
        if answer["answer"] == "late":
            return
        someone.do("withdraw_idea", idea=idea, secret=key)
    raise AssertionError("The grace never ended")
