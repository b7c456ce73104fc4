"""Arabic and Hebrew run from right to left wherever they stand, and our own words beside them from left to right."""

from pathlib import Path

import httpx
from playwright.sync_api import Page, expect

from e2e.api import TLS, Table
from e2e.conftest import People
from e2e.people import Person

QUESTION = "איך נשמור על הגינה השכונתית בקיץ?"
CRITERION = "ما الذي يفيد أكثر الناس خلال سنة؟"
IDEAS = ["تناوب على السقي كل مساء!", "לבקש מהעירייה ברז נוסף.", "زراعة نباتات تحتمل العطش", "להתקין טפטפות בערב"]
DECISION = "نركب ريا بالتنقيط قبل يونيو."
WHY = "כך נחסוך מים, ואיש לא יצטרך לבוא בכל יום."
OWNER = "רות לוי"
REASON = "من يدفع ثمن الأنابيب؟"

# A text in its own direction is one whose element computes to it; an isolate keeps a name inside an English sentence.
WRONG_WAY = """() => {
  const rtl = /[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]/, latin = /[a-z]/i;
  const isolated = /\\u2068[^\\u2069]*\\u2069/g;
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const tell = (element, text, wanted) => {
    if (getComputedStyle(element).direction !== wanted) found.push(`${wanted}: ${text.trim()}`);
  };
  while (walk.nextNode()) {
    const text = walk.currentNode.data.replace(isolated, ""), element = walk.currentNode.parentElement;
    if (!element.checkVisibility() || element.closest("script, style, textarea")) continue;
    if (rtl.test(text)) tell(element, text, "rtl");
    else if (latin.test(text)) tell(element, text, "ltr");
  }
  for (const field of document.querySelectorAll("textarea, input[type=text]"))
    if (rtl.test(field.value)) tell(field, field.value, "rtl");
  return found;
}"""


class Room:
    """Everybody before one board, and what any page draws the wrong way round."""

    def __init__(self, people: People, table: Table) -> None:
        self.mara, self.ben = people.leads(table), people.takes_part(table)
        self.screen = people.watcher(table)
        self.screen.opens(table.links["watch"])
        self.wrong: list[str] = []

    def look(self, step: str, text: str) -> None:
        everybody: dict[str, Person] = {"facilitator": self.mara, "participant": self.ben, "big screen": self.screen}
        for role, person in everybody.items():
            person.is_at(step)
            person.reads(text)
            self.look_at(f"{step}, {role}", person.page)

    def look_at(self, place: str, page: Page) -> None:
        self.wrong += [f"{place}: {line}" for line in page.evaluate(WRONG_WAY)]


def test_right_to_left_from_the_question_to_the_record(people: People, table: Table, tmp_path: Path) -> None:
    table.lead.do("change_settings", question=QUESTION, criterion=CRITERION, problem=IDEAS[2], constraint=IDEAS[3])
    room = Room(people, table)
    room.look("Welcome", QUESTION)
    table.go("diverge")
    room.ben.writes("לשים חבית לאיסוף גשם")
    room.ben.page.keyboard.insert_text(IDEAS[0])
    room.look("Write", QUESTION)
    table.write(IDEAS)
    table.go("reveal")
    room.look("Read", IDEAS[1])
    table.go("cluster")
    ids = list(table.written)
    water = table.people[0].groups(ids[:2], "ماء للجميع")
    table.people[0].groups(ids[2:], "צמחים")
    table.people[0].groups([water], "אחר")
    room.look("Group", "אחר")
    room.mara.presses("Past merges")
    room.mara.page.get_by_role("region", name="Past merges").wait_for()
    room.look_at("Group, past merges", room.mara.page)
    table.go("vote")
    room.look("Vote", CRITERION)
    table.vote()
    table.go("decide")
    room.look("Decide", CRITERION)

    first = table.lead.boot()["meta"]["rounds"][-1]["tally"][0]["option"]
    steps = [{"text": IDEAS[3], "owner": OWNER, "when": "يوم الأحد"}]
    table.lead.do("write_decision", decision=DECISION, why=WHY, owner=OWNER, shortlist=[first], next_steps=steps)
    room.look("Decide", WHY)
    for person in table.people:
        person.do("answer_consent", level=2, reason=REASON)
    table.lead.do("close_consent")
    room.look("Decide", DECISION)
    room.mara.presses("Make it final")
    expect(room.mara.dialog("Make it final?").get_by_text(WHY)).to_be_visible()
    room.look_at("Decide, preview", room.mara.page)
    address = room.mara.makes_it_final_from_preview()
    room.look_at("Decision", room.mara.page)
    room.look_at("Done, participant", room.ben.page)
    room.look_at("Done, big screen", room.screen.page)
    file = tmp_path / "decision.html"
    file.write_bytes(httpx.get(f"{address}.html", verify=TLS).content)
    room.mara.opens(file.as_uri())
    room.mara.reads(WHY)
    room.look_at("Decision as a file", room.mara.page)
    assert not room.wrong, "\n" + "\n".join(room.wrong)
