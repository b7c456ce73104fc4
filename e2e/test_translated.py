"""A browser's translator takes every text out of the page; what changes after that is seen to change all the same."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Facilitator, Participant, Person, Watcher
from e2e.server import Server

# Each text gives way to two elements, now and whenever another one comes, as in Chrome. This one spares nothing, not
# even what is marked as not to be translated.
TRANSLATOR = """() => {
  const skip = "font, script, style, textarea";
  const translate = (root) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), texts = [];
    if (root.nodeType === Node.TEXT_NODE) texts.push(root);
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
      if (!text.isConnected || !text.data.trim() || text.parentElement.closest(skip)) continue;
      const outer = document.createElement("font"), inner = outer.appendChild(document.createElement("font"));
      inner.textContent = text.data;
      text.replaceWith(outer);
    }
  };
  const frame = new MutationObserver((changes) => requestAnimationFrame(() => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "characterData") translate(target);
      for (const node of addedNodes) translate(node);
    }
  }));
  translate(document.body);
  frame.observe(document.body, { subtree: true, childList: true, characterData: true });
}"""
# The words of the page, text by text. The clock runs on between two looks, a live region speaks once for a press,
# and a vote code is not a word.
WORDS = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), words = [];
  while (walk.nextNode()) {
    const text = walk.currentNode.data.trim(), around = walk.currentNode.parentElement;
    if (text && !around.closest("script, style, code, [role=status].visually-hidden")) words.push(text);
  }
  return words.join(" | ").replace(/[+]?\\d+:\\d\\d/g, "0:00");
}"""
FONTS = "document.querySelectorAll('#board font').length"
MARKED = ".numerals, .number, .letter, .option-badge [aria-hidden], code, kbd, .mark, .address"
TRANSLATABLE = """(marked) => [...document.querySelectorAll(marked)]
  .filter((one) => one.translate).map((one) => one.outerHTML.slice(0, 90))"""


class Twins:
    """Two pages of one person on the same board, of which one is translated: both have to say the same."""

    def __init__(self, plain: Person, translated: Page) -> None:
        self.plain, self.translated = plain, translated
        self.translated.evaluate(TRANSLATOR)

    def say_the_same(self) -> None:
        # As long as other journeys wait: a busy machine draws 60 frames a second at best.
        shown, meant = self._look()
        for _ in range(1200):
            if shown == meant:
                break
            self.translated.evaluate("() => new Promise(requestAnimationFrame)")
            shown, meant = self._look()
        # Looking once more would compare one page with a later moment of the other.
        assert shown == meant
        assert self.translated.evaluate(FONTS) > 0
        assert self.translated.evaluate(TRANSLATABLE, MARKED) == []

    def _look(self) -> tuple[str, str]:
        return self.translated.evaluate(WORDS), self.plain.page.evaluate(WORDS)


class Room:
    """A facilitator, a participant and a big screen, each with a translated twin."""

    def __init__(self, server: Server, people: People, table: Table) -> None:
        calm = {"reduced_motion": "reduce"}
        mara: Facilitator = people.facilitator(server, **calm)
        self.ben: Participant = people.participant(server, **calm)
        screen: Watcher = people.watcher(server, **calm)
        self.twins = []
        for person, role in ((mara, "facilitate"), (self.ben, "participate"), (screen, "watch")):
            person.opens(table.links[role])
            twin = person.page.context.new_page()
            twin.goto(f"/boards/{table.board}?as={role}")
            self.twins.append(Twins(person, twin))

    def look(self, step: str) -> None:
        for twins in self.twins:
            twins.plain.is_at(step)
            Person(twins.translated).is_at(step)
            twins.say_the_same()


def test_every_change_is_seen_on_a_translated_page(
    server: Server, people: People, tables: Callable[..., Table]
) -> None:
    table = tables(server)
    room = Room(server, people, table)
    ben = room.ben
    mine = room.twins[1].translated
    room.look("Welcome")

    table.go("diverge")
    room.look("Write")
    numerals = mine.get_by_role("timer").locator(".numerals")
    before = numerals.inner_text()
    expect(numerals).not_to_have_text(before)
    ben.writes("Rain barrels behind every house")
    room.look("Write")
    table.seat(3)
    ids = table.write(["Water in turns", "Plants that like it dry", "Ask the city for a tap", "A drip hose"])
    room.look("Write")
    table.lead.do("set_timer", paused=True)
    room.look("Write")
    ben.presses("Edit", ben.own("Rain barrels behind every house"))
    ben.field("Change your idea").fill("Two rain barrels")
    ben.presses("Save")
    room.look("Write")

    table.go("reveal")
    room.look("Read")
    table.lead.do("hide_idea", idea=ids[3], hidden=True)
    room.look("Read")

    table.go("cluster")
    room.look("Group")
    group = table.people[0].groups(ids[:2], "")
    room.look("Group")
    table.people[0].do("name_cluster", cluster=group, name="Less water")
    table.people[0].moves(ids[2], group)
    room.look("Group")

    table.go("vote")
    room.look("Vote")
    ben.spends_dots("Two rain barrels")
    room.look("Vote")
    table.people[0].do("cast_ballot", dots={}, bold=None, done=True)
    room.look("Vote")
    ben.is_done()
    room.look("Vote")
    table.vote()
    table.go("decide")
    room.look("Decide")

    table.decide("We buy two barrels.")
    room.look("Decide")
    table.people[0].do("answer_consent", level=2, reason="Where do they stand?")
    room.look("Decide")
    ben.answers("I support it")
    room.look("Decide")
    table.decide("We buy three barrels.")
    room.look("Decide")
    for person in table.people:
        person.do("answer_consent", level=4)
    table.lead.do("close_consent")
    room.look("Decide")
    table.lead.do("freeze")
    room.look("Done")
    assert re.search("We buy three barrels", mine.evaluate(WORDS))
