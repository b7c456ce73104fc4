"""What people complain about in the trackers of other editors, each as a journey: editing side by side.

`test_text_complaints.py` lists all complaints and says where each of them is tried.
"""

import re

from playwright.sync_api import expect

from e2e.conftest import People
from e2e.line import line_to
from e2e.server import Server
from e2e.text_network import TextNetwork
from e2e.trouble import SERVER_GONE, Trouble
from e2e.writers import all_write, comer, same

BACK = 60_000
"""milliseconds until a slow machine has shown a large text"""
PARAGRAPH = "A sentence that stands in this paragraph from the start. "
FULL = "The text is full"
IN_SIGHT = """words => {
  const root = [...document.querySelectorAll(".editor div")].find(one => one.shadowRoot).shadowRoot;
  const line = [...root.querySelectorAll(".cm-line")].find(one => one.textContent.includes(words));
  if (!line) return false;
  const { top, bottom } = line.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""


def test_complaints_5_and_6_undo_keeps_others_words_and_shows_what_it_changed(server: Server, people: People) -> None:
    come = comer(server, people, text="It costs\n" + "A line.\n" * 80)
    mara, ben = come("Mara"), come("Ben")
    all_write(mara, ben)
    mara.types(" forty euros")
    ben.has("It costs forty euros")
    mara.is_saved()
    ben.goes_to_the_end()
    for _ in range(len(" euros")):
        ben.page.keyboard.press("ArrowLeft")
    ben.types("-two")
    mara.has("It costs forty-two euros")
    mara.page.keyboard.press("Control+End")
    mara.page.wait_for_function("() => scrollY > 500")
    mara.page.keyboard.press("Control+z")
    mara.has("It costs-two")
    mara.page.wait_for_function(IN_SIGHT, arg="It costs-two")
    ben.has("It costs-two")
    mara.page.keyboard.press("Control+Shift+Z")
    ben.has("It costs forty-two euros")
    mara.is_saved()


def test_complaint_7_large_pastes_arrive_and_the_page_goes_on(server: Server, people: People) -> None:
    come = comer(server, people)
    mara, ben = come("Mara"), come("Ben")
    all_write(mara, ben)
    for kilobytes in (30, 100):
        mara.page.keyboard.press("Control+Home")
        mara.pastes(f"Paste of {kilobytes}.\n" + "x" * 99 * (kilobytes * 10) + "\n")
        mara.page.keyboard.press("Control+Home")
        mara.types(f"After {kilobytes}. ")
        ben.page.keyboard.press("Control+Home")
        ben.has(f"After {kilobytes}. Paste of {kilobytes}.", timeout=BACK)
        mara.is_saved(timeout=BACK)
    # 200 pages are refused whole, before they enter.
    mara.pastes("y" * 610_000)
    expect(mara.status).to_contain_text(FULL)
    mara.page.keyboard.press("Control+Home")
    mara.types("It goes on. ")
    ben.has("It goes on. After 100.", timeout=BACK)
    expect(ben.text).not_to_contain_text("yyyy")
    expect(mara.page.get_by_role("alert")).to_have_count(0)


def test_complaint_8_going_back_keeps_what_somebody_types_meanwhile(server: Server, people: People) -> None:
    come, network = comer(server, people), TextNetwork()
    mara, ben = come("Mara"), come("Ben", network.install)
    all_write(mara, ben)
    mara.types(" far too much")
    ben.has("far too much")
    mara.is_saved()
    mara.presses(re.compile("^Earlier"))
    kept = mara.page.locator(".earlier-list li")
    expect(kept.last).to_contain_text("The text you came with")
    before = kept.count()
    kept.last.get_by_role("button").click()
    # What Ben types is on its way while Mara goes back.
    network.swallows_words = True
    ben.page.keyboard.press("Control+End")
    ben.types("Ben goes on.")
    mara.presses("Go back to this")
    expect(ben.text).not_to_contain_text("far too much")
    network.swallows_words = False
    ben.page.clock.fast_forward(16_000)
    for one in (mara, ben):
        one.has("It costs", timeout=BACK)
        one.has("Ben goes on.", timeout=BACK)
    expect(mara.text).not_to_contain_text("far too much")
    expect(kept).to_have_count(before + 1)
    ben.is_saved(timeout=BACK)
    # Going back can be taken back.
    kept.first.get_by_role("button").click()
    mara.presses("Go back to this")
    for one in (mara, ben):
        one.has("It costs far too much")
    assert same(mara, ben).count("far too much") == 1


def test_complaint_11_every_caret_has_a_name_and_goes_with_its_person(
    server: Server, people: People, trouble: Trouble
) -> None:
    trouble.allow(SERVER_GONE)
    with line_to(server.address) as line:
        come = comer(server, people)
        mara, ben = come("Mara"), come("Ben", at=line.address)
        all_write(mara, ben)
        ben.types(" so")
        mara.types(" and so")
        carets = mara.page.locator(".carets .caret")
        expect(carets).to_have_text(["Ben"])
        # Whoever comes sees everybody at once, and is seen.
        cleo = come("Cleo")
        cleo.opens_the_text()
        seen = cleo.page.locator(".carets .caret")
        expect(seen).to_have_count(2)
        assert sorted(seen.all_inner_texts()) == ["Ben", "Mara"]
        cleo.types("x")
        expect(carets).to_have_count(2)
        # A reload leaves no caret behind, and the name comes back with the first key.
        cleo.page.reload()
        expect(carets).to_have_text(["Ben"])
        cleo.opens_the_text()
        cleo.types("y")
        expect(carets).to_have_count(2)
        assert sorted(carets.all_inner_texts()) == ["Ben", "Cleo"]
        ben.page.wait_for_load_state("networkidle")
        line.close()
        expect(carets).to_have_text(["Cleo"])
        ben.page.close()


def test_complaint_21_the_focus_and_the_caret_stay_when_others_act(server: Server, people: People) -> None:
    come = comer(server, people)
    mara, ben = come("Mara"), come("Ben")
    mara.presses("Start 60 minutes")
    ben.opens_the_text()
    ben.goes_to_the_end()
    ben.types(" one")
    mara.ticks("The price is in it")
    ben.types(" two")
    mara.presses("For later", mara.page.get_by_role("contentinfo"))
    mara.page.locator("#margin").get_by_role("textbox").last.fill("Ask the council")
    mara.page.keyboard.press("Enter")
    ben.types(" three")
    mara.presses(re.compile("^Next"))
    ben.types(" four")
    ben.has("It costs one two three four")
    expect(ben.text).to_be_focused()
    cleo = come("Cleo")
    cleo.opens_the_text()
    ben.types(" five")
    cleo.has("It costs one two three four five")
    expect(ben.text).to_be_focused()


def test_four_people_write_one_paragraph(server: Server, people: People) -> None:
    come = comer(server, people, text=PARAGRAPH + "\n")
    four = [come(name) for name in ("Mara", "Ben", "Ana", "Olu")]
    all_write(*four)
    for at, one in enumerate(four):
        one.page.keyboard.press("Home")
        for _ in range(10 * at):
            one.page.keyboard.press("ArrowRight")
    for turn in range(4):
        for one, name in zip(four, "MBAO", strict=True):
            one.types(f"[{name}{turn}]")
    four[0].page.keyboard.press("Control+z")
    words = [f"[{name}{turn}]" for name in "BAO" for turn in range(4)]
    for one in four:
        for name in "BAO":
            one.has(f"[{name}0][{name}1][{name}2][{name}3]")
        one.is_saved()
    text = same(*four)
    assert [word for word in words if text.count(word) != 1] == []
    rest = re.sub(r"\[[MBAO]\d\]", "", text)
    assert PARAGRAPH.strip() in rest
