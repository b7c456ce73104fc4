"""What people complain about in the trackers of other editors, each as a journey: losing words.

The numbers are those of the list of complaints. Those that concern the text, and the tests in which they stand:

1  nothing is sent, and the page is silent   here
2  a tab that slept loses what is typed      here
3  another history doubles or deletes text   here, in `make soak`; of the page alone in `text-refusal.test.ts`; the end
                                             of an epoch in `tests/worksessions/test_text_channel.py`
4  composition disturbed by others           `test_editor.py::test_composition_survives_what_others_write_before_it`
5  undo takes another's words                `test_text_complaints_editing.py`
6  undo does not scroll to what it changed   `test_text_complaints_editing.py`
7  a large paste kills the page              `test_text_complaints_editing.py`
8  going back to a version wipes words       `test_text_complaints_editing.py`
9  leaving at once loses the last words      here
10 a script overwrites the live text         no command does; `test_text_channel.py`, `..._write_into_the_same_text`
11 ghost and nameless carets                 `test_text_complaints_editing.py`
12 one frame crashes all                     `tests/worksessions/test_text_attacks.py`
13 somebody removed still reads              `tests/worksessions/test_text_channel.py`, `..._was_removed_reads_no_more`
21 the focus jumps when others act           `test_text_complaints_editing.py`
26 phones and screen readers                 `test_session_writing.py`, which asks axe and adds by the plain box
27 a strict content policy breaks the page   `trouble` fails every journey in which a policy was violated
"""

import os
import re
import shutil

import httpx
import pytest
from playwright.sync_api import expect

from e2e.conftest import People
from e2e.line import line_to
from e2e.server import Server
from e2e.text_network import TextNetwork
from e2e.trouble import SERVER_GONE, Trouble
from e2e.writers import Writer, all_write, comer, same

BACK = 60_000
"""milliseconds until a page has noticed that its connection is gone or there again, on a slow machine"""
AWAKE_AFTER = 120_000
"""milliseconds, which the clock of the page jumps over"""
TEN_MINUTES = 10
LEAVES = """([after, words]) => {
  const shown = document.querySelector("main [role=status]");
  const { shadowRoot } = [...document.querySelectorAll(".editor div")].find(one => one.shadowRoot);
  const look = () => {
    if (!/^Saved/.test(shown.textContent) || !shadowRoot.textContent.includes(words)) return;
    watch.disconnect();
    setTimeout(() => location.assign("about:blank"), after);
  };
  const watch = new MutationObserver(look);
  watch.observe(shown, { childList: true, characterData: true, subtree: true });
}"""
"""leaves the page this long (ms) after it has these words and says that everything is saved"""


def test_complaint_1_a_silent_network_is_said_with_what_waits(server: Server, people: People) -> None:
    come, network = comer(server, people), TextNetwork()
    mara, ben = come("Mara"), come("Ben", network.install)
    all_write(mara, ben)
    ben.types(" heard")
    mara.has("It costs heard")
    ben.is_saved()
    network.swallows_words = network.swallows_answers = True
    ben.types(" unheard")
    ben.page.clock.fast_forward(16_000)
    expect(ben.status).to_have_text(re.compile(r"^Offline\. Your last 8 characters are kept"))
    expect(mara.text).not_to_contain_text("unheard")
    network.swallows_words = network.swallows_answers = False
    ben.page.clock.fast_forward(15_000)
    mara.has("It costs heard unheard", timeout=BACK)
    ben.is_saved(timeout=BACK)
    # What the server has is not called saved before its answer is here.
    network.swallows_answers = True
    ben.types(" twice")
    mara.has("unheard twice")
    expect(ben.status).to_have_text("Saving …")
    network.swallows_answers = False
    ben.page.clock.fast_forward(16_000)
    ben.is_saved(timeout=BACK)
    assert same(mara, ben).count("twice") == 1


def test_complaint_2_a_tab_that_was_frozen_has_everything(server: Server, people: People, trouble: Trouble) -> None:
    trouble.allow(SERVER_GONE)
    with line_to(server.address) as line:
        come = comer(server, people)
        mara, ben = come("Mara"), come("Ben", lambda page: page.clock.install(), at=line.address)
        all_write(mara, ben)
        ben.types(" before")
        mara.has("It costs before")
        ben.is_saved()
        ben.page.wait_for_load_state("networkidle")
        tab = ben.page.context.new_cdp_session(ben.page)
        tab.send("Page.setWebLifecycleState", {"state": "frozen"})
        line.goes_dead()
        mara.types(" meanwhile")
        mara.is_saved()
        tab.send("Page.setWebLifecycleState", {"state": "active"})
        ben.page.clock.fast_forward(AWAKE_AFTER)
        ben.types(" awake")
        ben.has("meanwhile", timeout=BACK)
        mara.has("awake", timeout=BACK)
        ben.is_saved(timeout=BACK)
        text = same(mara, ben)
        assert [text.count(word) for word in ("before", "meanwhile", "awake")] == [1, 1, 1]
        ben.page.close()


def starts(server: Server, *writers: Writer) -> None:
    """The pages need not wait for their next attempt to connect."""
    server.start()
    for one in writers:
        one.page.clock.fast_forward(10_000)


@pytest.mark.skipif("SOAK" not in os.environ, reason="part of `make soak`")
def test_complaint_3_an_older_copy_of_the_file_doubles_and_deletes_nothing(
    mortal: Server, people: People, trouble: Trouble
) -> None:
    trouble.allow(SERVER_GONE)
    come = comer(mortal, people)
    mara, ben = [come(name, lambda page: page.clock.install()) for name in ("Mara", "Ben")]
    all_write(mara, ben)
    mara.types(" kept")
    ben.has("It costs kept")
    mara.is_saved()
    mortal.kill()
    files = list(mortal.database.parent.glob(f"{mortal.database.name}*"))
    for file in files:
        shutil.copy(file, file.with_name(f"copy-{file.name}"))
    starts(mortal, mara, ben)
    ben.types(" Lost of Ben.")
    mara.has("Lost of Ben.", timeout=BACK)
    ben.is_saved(timeout=BACK)
    mortal.kill()
    for file in mortal.database.parent.glob(f"{mortal.database.name}*"):
        file.unlink()
    for file in files:
        shutil.copy(file.with_name(f"copy-{file.name}"), file)
    starts(mortal, mara, ben)
    # Each page shows the older text, and its own words to copy.
    expect(ben.page.get_by_role("alert").filter(has_text="Lost of Ben.")).to_be_visible(timeout=BACK)
    for one in (mara, ben):
        expect(one.text).not_to_contain_text("Lost of Ben.", timeout=BACK)
        one.has("It costs kept")
    ben.text.focus()
    ben.goes_to_the_end()
    ben.types(" and on it goes")
    mara.has("It costs kept and on it goes", timeout=BACK)
    ben.is_saved(timeout=BACK)
    assert same(mara, ben).count("kept") == 1


def test_complaint_9_leaving_at_once_loses_neither_words_nor_their_version(played: Server, people: People) -> None:
    come = comer(played, people)
    mara, ben = come("Mara"), come("Ben")
    all_write(mara, ben)
    ben.page.evaluate(LEAVES, [50, "said and gone"])
    ben.types(" said and gone")
    ben.page.wait_for_url("about:blank")
    mara.types(" and this before any answer")
    session = mara.page.url.rsplit("/", 1)[1]
    mara.page.close(run_before_unload=True)
    late = come("Cleo")
    late.opens_the_text()
    late.has("said and gone")
    late.has("and this before any answer")
    played.advance(120)
    cookies = {one["name"]: one["value"] for one in late.page.context.cookies() if "name" in one and "value" in one}
    versions = f"{played.address}/api/worksessions/{session}/versions"
    late.types(".")
    late.is_saved()
    expect(late.page.get_by_role("button", name=re.compile("^Earlier"))).to_be_visible()
    late.presses(re.compile("^Earlier"))
    late.presses(re.compile("^While it was written"))
    late.chooses("The whole text")
    expect(late.dialog("While it was written")).to_contain_text("said and gone")
    kept = httpx.get(versions, cookies=cookies, trust_env=False).json()
    assert kept


def test_a_laptop_that_is_offline_for_ten_minutes_loses_nothing(server: Server, people: People) -> None:
    come, network = comer(server, people), TextNetwork()
    mara, ben = come("Mara"), come("Ben", network.install)
    all_write(mara, ben)
    network.goes_down()
    for minute in range(TEN_MINUTES):
        ben.types(f" b{minute}")
        mara.types(f" m{minute}")
        ben.page.clock.fast_forward(60_000)
    expect(ben.status).to_have_text(re.compile(r"^Offline\. Your last 30 characters are kept"), timeout=BACK)
    expect(mara.text).not_to_contain_text("b0")
    network.down = False
    ben.page.clock.fast_forward(15_000)
    words = [f"{who}{minute}" for who in "bm" for minute in range(TEN_MINUTES)]
    for one in (mara, ben):
        one.has("b9", timeout=BACK)
        one.has("m9", timeout=BACK)
        one.is_saved(timeout=BACK)
    text = same(mara, ben)
    assert [word for word in words if text.count(word) != 1] == []
