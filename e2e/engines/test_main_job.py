"""The main job in Firefox and in WebKit, from the question to the checked record: one who leads, two who take part."""

import hashlib
import json
from pathlib import Path

import httpx

from e2e.engines.conftest import Room
from e2e.engines.person import BACKSPACE, CONTROL, ENTER, PEN, Person, Writer
from e2e.engines.window import DESKTOP, PHONE
from e2e.server import Server

QUESTION = "What should the library do with its garden?"
LINES = "Plant a hedge\nBuild a pond\nOpen it on Sundays"
TWO_LINES = "Rent it out\nfor weddings"
DRAFT = "A stage for readings"
ANN, BEN = ("Grow vegetables", "Put up benches"), ("Leave it wild",)
EVERY = [*ANN, *BEN, *LINES.split("\n"), TWO_LINES, DRAFT]
GROUP = "Green things"
DOTS = 3
DECISION = "We plant a hedge and grow vegetables."
# Safari ends a composition before it says which key ended it: `isComposing` is false by then, the key code still 229.
CONFIRMS_A_WORD = """() => {
  const field = document.activeElement;
  field.dispatchEvent(new CompositionEvent("compositionend", { data: "日本", bubbles: true }));
  const key = { key: "Enter", keyCode: 229, bubbles: true, cancelable: true };
  return field.dispatchEvent(new KeyboardEvent("keydown", key));
}"""
GROUPED = """([name, text]) => [...document.querySelectorAll("[data-cluster]")]
  .some(one => one.textContent.includes(name) && one.textContent.includes(text))"""
ASKED = "() => document.querySelector('article .text')?.textContent"
HAS_DRAGGING = "() => performance.getEntriesByType('resource').some(one => one.name.includes('/dragging-'))"


def test_from_the_question_to_the_checked_record(server: Server, room: Room, tmp_path: Path) -> None:
    mara, ann, ben = room.person("mara", DESKTOP), room.person("ann", DESKTOP), room.person("ben", PHONE)
    _gather(server, mara, ann, ben)
    _write(mara, ann, ben)
    _read(mara, ann, ben)
    _group(mara, ann, ben)
    _vote(mara, ann, ben)
    _decide(mara, ann, ben)
    _check(mara, tmp_path)


def _gather(server: Server, mara: Person, ann: Writer, ben: Writer) -> None:
    mara.opens(server.address)
    mara.until("() => document.activeElement?.matches('textarea, input')", what="had the focus in the question")
    mara.types(QUESTION)
    assert mara.window.evaluate(CONFIRMS_A_WORD), "The Enter that confirms a word was taken for another one"
    mara.types(ENTER)
    mara.is_at("Welcome")
    mara.presses("Copy link: Take part")
    mara.hears("Link copied: Take part.")
    link = mara.window.evaluate("() => JSON.parse(document.getElementById('boot').textContent).links.participate")
    for person in (ann, ben):
        person.opens(link)
        person.reads("You’re in.")
    mara.presses("Start writing")


def _write(mara: Person, ann: Writer, ben: Writer) -> None:
    for writer, texts in ((ann, ANN), (ben, (*BEN, TWO_LINES))):
        writer.is_at("Write")
        for text in texts:
            writer.writes(text)
    ann.pastes(LINES)
    ann.presses("Add 3 ideas")
    for line in LINES.split("\n"):
        ann.has_written(line)
    for writer, draft in ((ann, DRAFT), (ben, "にほん")):
        writer.has_the_pen()
        writer.types(draft)
        assert writer.window.evaluate(CONFIRMS_A_WORD), "The Enter that confirms a word was taken for another one"
        writer.has_the_pen(draft)
    ben.chords(CONTROL, "a")
    ben.types(BACKSPACE)
    ben.has_the_pen()
    ann.window.reload()
    ann.until(f"draft => {PEN}?.value === draft", DRAFT, what="had the draft back")
    for text in (*ANN, *LINES.split("\n")):
        ann.has_written(text)
    ann.presses("Your idea", "textbox")
    ann.types(ENTER)
    ann.has_written(DRAFT)
    mara.presses(f"Reveal {len(EVERY)} ideas now")
    mara.presses(f"Reveal {len(EVERY)} ideas")


def _read(mara: Person, ann: Person, ben: Person) -> None:
    ben.is_at("Read")
    # A phone begins with one idea.
    ben.presses(f"All {len(EVERY)}")
    for person in (mara, ann, ben):
        person.is_at("Read")
        for text in EVERY:
            person.reads(text.replace("\n", " "))


def _group(mara: Person, ann: Writer, ben: Writer) -> None:
    mara.presses("Group the ideas")
    for person in (mara, ann, ben):
        person.is_at("Group")
    # By menu.
    first, second, *_ = ANN
    ann.presses("^Move to…", within=first)
    ann.fills("Find a group, or name a new one", GROUP, "combobox")
    ann.presses(f"^New group “{GROUP}”", "option")
    ann.until(GROUPED, [GROUP, first], what="saw the new group")
    ann.presses("^Move to…", within=LINES.split("\n")[0])
    ann.presses(f"^{GROUP}", "option")
    ann.until(GROUPED, [GROUP, LINES.split("\n")[0]], what="saw the second idea in the group")
    _drag(ann, second, GROUP)
    # On a phone: one by one, and maybe first what the others have just moved.
    while (asked := ben.until(ASKED)) in (first, second, LINES.split("\n")[0]):
        ben.presses("^(Skip|Next idea)$")
        ben.until(f"before => ({ASKED})() !== before", asked, what=f"left {asked!r} behind")
    ben.presses(f"^{GROUP}")
    mara.until(
        "name => [...document.querySelectorAll('[data-cluster]')].some(one => one.textContent.includes(name)"
        " && one.querySelectorAll('[data-idea]').length === 4)",
        GROUP,
        what="saw four ideas in the group",
    )


def _drag(ann: Writer, idea: str, group: str) -> None:
    """By mouse."""
    ann.until(HAS_DRAGGING, what="had the part of the page that drags")
    x, y = ann.aims("card", idea)
    ann.moves(x, y)
    ann.holds()
    ann.moves(x + 20, y + 8)
    ann.until("() => document.documentElement.hasAttribute('data-dragging')", what="dragged a card")
    to_x, to_y = ann.window.evaluate(
        """name => {
          const is = [...document.querySelectorAll("[data-cluster]")].find(one => one.textContent.includes(name));
          const { left, top, width, height } = is.getBoundingClientRect();
          return [Math.round(left + width / 2), Math.round(top + height / 2)];
        }""",
        group,
    )
    ann.moves((x + to_x) // 2, (y + to_y) // 2)
    ann.drops(to_x, to_y)
    ann.until(GROUPED, [group, idea], what="dropped the card in the group")


def _vote(mara: Person, ann: Writer, ben: Writer) -> None:
    mara.presses("Open the vote")
    mara.sees("dialog", "Open the vote")
    mara.presses("Open the vote")
    for person in (mara, ann, ben):
        person.is_at("Vote")
    for person in (ann, ben):
        person.presses(f"^Give a dot to {GROUP}, ")
        for given in range(1, DOTS):
            person.presses(f"^Give a dot to .*, {DOTS - given} of {DOTS} left$", pressed=False)
        person.reads("One more: which is worth the risk?")
        person.presses("^Worth the risk: ", pressed=False)
        person.presses("I’m done")
        person.sees("button", "I’m done", pressed=True)
    mara.presses("Close the vote")
    for person in (mara, ann, ben):
        person.is_at("Decide")
        person.reads(GROUP)


def _decide(mara: Person, ann: Writer, ben: Writer) -> None:
    mara.presses("Write the decision")
    mara.fills("The decision, in one sentence", DECISION)
    mara.fills("Why", "It got the most dots.")
    mara.fills("Who decides", "Mara Ellis")
    mara.presses("Show it to everybody")
    for person, answer in ((ann, "^I’m fully for it"), (ben, "^I have doubts")):
        person.sees("heading", DECISION)
        person.presses(answer, "radio")
        person.reads("Your answer is kept.")
    mara.presses("End the check")
    mara.sees("heading", "What the group answered")
    mara.presses("Make it final")
    mara.sees("dialog", "Make it final?")
    mara.presses("Make it final")
    for person in (ann, ben):
        person.is_at("Done")
        person.sees("heading", DECISION)


def _check(mara: Person, folder: Path) -> None:
    address = mara.until("() => /\\/decisions\\/[0-9a-f]{64}$/.test(location.href) && location.href")
    mara.sees("heading", DECISION)
    file = folder / "record.json"
    file.write_bytes(httpx.get(f"{address}.json").raise_for_status().content)
    assert address.endswith(hashlib.sha256(file.read_bytes()).hexdigest())
    record = json.loads(file.read_bytes())
    assert sorted(idea["text"] for idea in record["ideas"]) == sorted(EVERY)
    # The box shows once its script listens.
    mara.until("() => document.querySelector('[data-verify]:not([hidden])') !== null", what="saw where to check a file")
    mara.window.choose_file("[data-verify] input", str(file))
    mara.reads("This file is this record.")
