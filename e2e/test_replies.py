"""From a shared recap to a reader's reply, to the next session's plan, and back to the reader on the same page."""

import os
from pathlib import Path

from playwright.sync_api import expect

from e2e.axe import Look
from e2e.conftest import People
from e2e.server import Server
from e2e.sessions import Session

PICTURES = os.environ.get("REPLIES_PICTURES")


def test_a_reply_is_answered_in_the_next_plan_and_found_again(people: People, server: Server, look: Look) -> None:
    with Session.opened(
        server.address, artifact="A brief for the council", conditions=["The price is in it"]
    ) as session:
        lead = session.lead
        lead.do("start")
        lead.do("end", verdict="done")
        recap = str(lead.do("share", visibility="link")["recap"])
        reader = people.browser(server).new_page()
        reader.goto(f"{server.address}/recaps/{recap}")
        reader.get_by_label("What is unclear").fill("Who pays for it?\nAnd until when?")
        look.at_both("the recap with its form", reader)
        reader.get_by_role("button", name="Send the reply").click()
        expect(reader.get_by_text("Nobody has answered yet.")).to_be_visible()
        expect(reader.get_by_text("Who pays for it?")).to_be_visible()

        browser = people.browser(server)
        lead.lends(browser)
        mara = browser.new_page()
        mara.goto(f"{server.address}/worksessions/{lead.board}?as=lead")
        expect(mara.get_by_text("Who pays for it?")).to_be_visible()
        look.at_both("the replies after the end", mara)
        mara.get_by_role("button", name="Let readers see it").click()
        expect(mara.get_by_text("Readers see it.")).to_be_visible()
        if PICTURES:
            mara.screenshot(path=Path(PICTURES) / "ended.png", full_page=True)

        following = str(lead.do("open_next")["worksession"])
        mara.goto(f"{server.address}/worksessions/{following}?as=lead")
        expect(mara.get_by_text("1 reply to answer")).to_be_visible()
        look.at_both("the plan with an open reply", mara)
        mara.get_by_role("button", name="We changed it").click()
        mara.get_by_label("What changed").fill("A table in the second section")
        if PICTURES:
            mara.screenshot(path=Path(PICTURES) / "plan.png", full_page=True)
        mara.get_by_role("button", name="Send the answer").click()
        expect(mara.get_by_text("1 reply to answer")).to_have_count(0)

        reader.reload()
        expect(reader.get_by_text("A table in the second section")).to_be_visible()
        look.at_both("the answer on the recap", reader)
        if PICTURES:
            reader.screenshot(path=Path(PICTURES) / "recap.png", full_page=True)
            reader.set_viewport_size({"width": 390, "height": 844})
            reader.screenshot(path=Path(PICTURES) / "recap-phone.png", full_page=True)
