"""A session with every kind of text there is, and what of it is still stored."""

import uuid

from tests.brainstorm.clients import holds
from tests.brainstorm.database import rows
from tests.brainstorm.running import Server
from tests.worksessions.clients import Work
from tests.worksessions.text_pages import TextPage

CONTRACT = {
    "artifact": "the brief 5101",
    "audience": "the council 5102",
    "problem": "the problem 5103",
    "constraint": "the constraint 5104",
    "owner": {"words": "Olga Owner 5105"},
}
WORDS = [
    *(str(text) for text in CONTRACT.values() if isinstance(text, str)),
    *("Olga Owner 5105", "a condition 5106", "a note 5107", "an item 5108", "Somebody Else 5109"),
    *("Ana Lead 5110", "Ben Member 5111", "a goal 5112", "a reach 5113", "a heading 5114", "an outcome 5115"),
    *("stuck here 5116", "a task 5117", "a when 5118", "a first step 5119", "a task note 5120"),
    *("a thought 5121", "an agreement 5122", "a why 5123", "a reason 5124", "the text 5125", "a version 5126"),
    *("Cleo Client 5127", "a yes 5128", "the verdict 5129", "elsewhere 5130", "deleted words 5131"),
]
TABLES = (
    *("chains", "worksessions", "session_links", "session_seats", "session_versions"),
    *("agreement_keys", "agreement_answers", "log"),
)


def counted(server: Server) -> dict[str, int]:
    """How many rows there are, by table."""
    found = {table: rows(server.file, f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}  # noqa: S608
    return {table: count for table, count in found.items() if isinstance(count, int) and count}


def found(server: Server) -> list[str]:
    """Which of the words are in the database file or in its write-ahead log."""
    stored = server.stored()
    return [text for text in WORDS if holds(stored, text)]


async def full(work: Work) -> None:
    """A session that ended, with every kind of text there is."""
    lead = work.lead.tab
    await lead.ok("join", name="Ana Lead 5110")
    await lead.ok("edit_contract", **CONTRACT)
    condition, item, task, thought, agreement = (str(uuid.uuid4()) for _ in range(5))
    await lead.ok("add_condition", condition=condition, text="a condition 5106")
    await lead.ok("add_item", item=item, title="an item 5108", minutes=5, owner={"words": "Somebody Else 5109"})
    ben = (await work.comes("Ben Member 5111")).tab
    await work.comes("Dora")
    await work.comes("Emil")
    await ben.ok("set_goal", goal="a goal 5112", reach="a reach 5113")
    await ben.ok("take", heading="a heading 5114")
    client = (await work.comes("Cleo", "join")).tab
    await client.ok("accept_contract", name="Cleo Client 5127", yes=True, note="a yes 5128")
    text = await TextPage.opened(work.lead)
    text.type("deleted words 5131")
    await text.saved()
    await lead.ok("start")
    text.erase(0, len(str(text)))
    text.type("the text 5125")
    await text.saved()
    await text.close()
    await lead.ok("name_version", name="a version 5126")
    await lead.ok("tick_condition", condition=condition, met=True, note="a note 5107")
    await ben.ok("add_task", task=task, text="a task 5117", when="a when 5118", first_step="a first step 5119")
    await ben.ok("set_task", task=task, state="dropped", note="a task note 5120")
    await ben.ok("park", parked=thought, text="a thought 5121")
    await ben.ok("stuck", stuck=True, note="stuck here 5116")
    await ben.ok("report_goal", outcome="nearly", note="an outcome 5115")
    await ben.ok("propose_agreement", agreement=agreement, text="an agreement 5122", why="a why 5123")
    await client.ok("answer_agreement", agreement=agreement, level=3, reason="a reason 5124")


async def ended(work: Work) -> None:
    """Ends it with a verdict in words."""
    await work.lead.tab.ok("end", verdict="done", note="the verdict 5129", elsewhere="elsewhere 5130")
