"""Several people write one paragraph: each sees the others' words and cursors, and what was typed offline stays."""

import re

import pytest
from playwright.sync_api import Route, expect

from e2e.axe import violations
from e2e.conftest import People
from e2e.server import Server
from e2e.trouble import SERVER_GONE, Trouble
from e2e.writers import comer

BACK = 60_000
"""milliseconds until a page has noticed that the server is gone or there again, on a slow machine"""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
CLEAR = """(below) => {
  const root = [...document.querySelectorAll(".editor div")].find((one) => one.shadowRoot).shadowRoot;
  const { focusNode } = root.getSelection();
  const line = (focusNode instanceof Element ? focusNode : focusNode.parentElement).getBoundingClientRect();
  const edge = (name) => document.querySelector(name).getBoundingClientRect();
  return line.top >= edge(".editor-top").bottom - 1 && line.bottom <= edge(below).top + 1;
}"""
"""whether the line with the cursor lies between the buttons and the bar below"""
BRINGS = """(box, [name, text]) => {
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([text], name));
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""
CONVERTER = re.compile("/markdown-of-")


def test_three_people_write_one_paragraph(server: Server, people: People, pytestconfig: pytest.Config) -> None:
    come = comer(server, people)
    mara, ben, ana = come("Mara"), come("Ben"), come("Ana", **PHONE)
    mara.presses("Start 60 minutes")
    for person in (mara, ben):
        person.opens_the_text()
        person.page.keyboard.press("Control+End")
        person.page.keyboard.press("ArrowUp")
        person.page.keyboard.press("End")
    mara.types(" 4,000 euros")
    ben.has("It costs 4,000 euros")
    # Ben sees whose cursor it is.
    expect(ben.page.locator(".cm-editor")).to_contain_text("Mara")
    ben.types(", tax included")
    mara.has(", tax included")
    # A phone reads the formatted text and adds to it, while both have it open.
    ana.reads(re.compile("4,000 euros"))
    ana.presses(re.compile("^Add to"))
    ana.field("What you add").fill("Paid in two parts.")
    ana.presses("Add it")
    for person in (mara, ben):
        person.has("Paid in two parts.")
    # Undo takes back what she typed alone.
    mara.page.keyboard.press("Control+z")
    expect(ben.text).not_to_contain_text("4,000 euros")
    ben.has(", tax included")
    mara.page.keyboard.press("Control+Shift+Z")
    ben.has("4,000 euros")
    mara.is_saved()
    assert violations(mara.page, pytestconfig.rootpath) == []
    mara.presses("Read it")
    mara.reads(re.compile(r"4,000 euros.*|.*tax included"))


def test_what_was_typed_without_a_server_is_there_afterwards(mortal: Server, people: People, trouble: Trouble) -> None:
    trouble.allow(SERVER_GONE)
    come = comer(mortal, people)
    mara, ben = come("Mara"), come("Ben")
    mara.presses("Start 60 minutes")
    for person in (mara, ben):
        person.opens_the_text()
    mortal.kill()
    ben.types("Offline words. ")
    mara.types("Mara goes on. ")
    for person in (mara, ben):
        expect(person.status).to_have_text(re.compile(r"^Offline\. Your last \d+ characters are kept"), timeout=BACK)
    mortal.start()
    for person in (mara, ben):
        expect(person.text).to_contain_text("Offline words. ", timeout=BACK)
        expect(person.text).to_contain_text("Mara goes on. ", timeout=BACK)
        expect(person.status).to_have_text(re.compile(r"^Saved \d"), timeout=BACK)
    expect(mara.text).to_have_text(ben.text.inner_text(), use_inner_text=True)


def test_the_line_that_is_written_stays_clear_of_the_bars(server: Server, people: People) -> None:
    mara = comer(server, people)("Mara", viewport={"width": 1366, "height": 768})
    mara.presses("Start 60 minutes")
    mara.opens_the_text()
    mara.page.keyboard.press("Control+End")
    for number in range(30):
        mara.types(f"\nLine {number}")
    mara.page.wait_for_function(CLEAR, arg=".editor .acts")
    mara.page.keyboard.press("Control+Home")
    mara.page.wait_for_function(CLEAR, arg=".editor .acts")


def test_the_buttons_stay_in_reach_on_a_phone(server: Server, people: People) -> None:
    come = comer(server, people)
    mara, ana = come("Mara"), come("Ana", **PHONE)
    mara.presses("Start 60 minutes")
    ana.opens_the_text()
    ana.page.keyboard.press("Control+End")
    for number in range(30):
        ana.types(f"\nLine {number}")
    tools = ana.page.get_by_role("toolbar", name="Format")
    for key in ("Control+End", "Control+Home"):
        ana.page.keyboard.press(key)
        ana.page.wait_for_function(CLEAR, arg=".thumb")
        expect(tools).to_be_in_viewport(ratio=1)
    tools.get_by_role("button", name="Heading").click()
    expect(ana.text).to_be_focused()


def test_a_paste_waits_for_what_makes_markdown_of_it(server: Server, people: People, trouble: Trouble) -> None:
    come = comer(server, people)
    mara, ben = come("Mara"), come("Ben")
    mara.presses("Start 60 minutes")
    held: list[Route] = []
    released: list[bool] = []
    mara.page.route(CONVERTER, lambda route: route.continue_() if released else held.append(route))
    ben.page.route(CONVERTER, lambda route: route.abort())
    trouble.allow("net::ERR_FAILED")
    for name, person in (("Mara", mara), ("Ben", ben)):
        person.opens_the_text()
        person.pastes(f"By {name}, plain", f"<h2>By {name}</h2><p>as <b>bold</b></p>")
    # Without it the plain text is as good.
    ben.has("By Ben, plain")
    released.append(True)
    for route in held:
        route.continue_()
    mara.has("## By Mara")
    mara.has("as **bold**")


def test_a_file_that_is_dropped_comes_into_the_text(server: Server, people: People) -> None:
    mara = comer(server, people)("Mara")
    mara.presses("Start 60 minutes")
    mara.opens_the_text()
    mara.text.evaluate(BRINGS, ["notes.md", "## From a file\n\n- kept\n"])
    mara.has("From a file")
    mara.text.evaluate(BRINGS, ["notes.exe", "x"])
    mara.reads(re.compile("^A file with the ending .docx, .md or .txt can become the text"))
    mara.is_saved()
