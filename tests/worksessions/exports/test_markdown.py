"""A session as Markdown that a person reads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from board.worksessions.exports.markdown import render
from tests.worksessions.exports.documents import document

NOON = 1_795_780_800.0
"""27 November 2026, 12:00 UTC"""
CLOCK = {"item": "c0000000-0000-4000-8000-000000000002", "since": None, "began": NOON, "end": NOON + 3600}
TEXT = "# A brief\n\n## Scope\n\nTwo *sites*.\n"
FULL = {
    "meta": {
        "state": "ended",
        "contract": {
            "artifact": "A brief",
            "audience": "the council",
            "problem": "Nobody knows the price.",
            "constraint": "No new taxes.",
            "starts": int(NOON),
            "zone": "Europe/Paris",
            "repeats": "weekly",
            "minutes": 60,
            "owner": {"person": "m"},
        },
        "clock": CLOCK,
        "ending": {"verdict": "nearly", "finisher": "m", "by": "2026-12-04", "note": "prices lack", "at": NOON + 3700},
        "agreed": [{"name": "Tom", "yes": True, "at": NOON, "outdated": True}],
        "accepted": [{"name": "Kim", "yes": False, "note": "too late", "at": NOON + 4000}],
        "decision": "d" * 64,
    },
    "conditions": {
        "c2": {"text": "the price is in it", "met": False, "rank": "2", "note": "see Tom"},
        "c1": {"text": "scope is in it", "met": True, "rank": "1"},
    },
    "agenda": {
        "i2": {"title": "Finish", "minutes": 5, "kind": "finish", "rank": "2", "skipped": True},
        "i1": {"title": "Draft", "minutes": 55, "rank": "1", "spent": 3330.0, "owner": {"words": "all"}},
    },
    "people": {
        "a": {"name": "Ana", "role": "lead", "colour": 0, "goal": "the map", "outcome": "nearly", "note": "almost"},
        "m": {"name": "Mara", "colour": 1, "decider": True},
    },
    "tasks": {
        "t1": {"text": "Ask three suppliers", "owner": {"person": "m"}, "when": "2026-12-04", "first_step": "call Kim"},
        "t2": {"text": "Draw it", "state": "done"},
        "t3": {"text": "Print it", "state": "dropped", "note": "too dear"},
    },
    "parked": {"p": {"text": "a second site", "as": "next"}},
    "agreements": {
        "g": {"text": "We rent", "why": "cheaper", "owner": {"person": "a"}, "open": False, "agreed": True, "at": NOON}
    },
}


def test_the_file_has_everything_that_the_session_has() -> None:
    assert render(document(**FULL), TEXT).decode() == (
        "# A brief\n\n"
        "> This session has ended.\n\n"
        "A brief for the council, in 60 minutes. Done when scope is in it and the price is in it. "
        "Mara says when it’s done.\n\n"
        "- **Why:** Nobody knows the price.\n"
        "- **What holds:** No new taxes.\n"
        "- **Starts:** 27 November 2026, 13:00 (Europe/Paris), every week\n"
        "- **Work began:** 27 November 2026, 12:00 UTC\n"
        f"- **From the decision:** `{'d' * 64}`\n\n"
        "## Done when\n\n"
        "- [x] scope is in it\n"
        "- [ ] the price is in it<br>see Tom\n\n"
        "### What people say to the plan\n\n"
        "- Tom says yes (27 November 2026, 12:00 UTC); it has changed since\n\n"
        "## Is it done?\n\n"
        "Nearly. Mara finishes it by 4 December 2026.\n\n"
        "- prices lack\n"
        "- **Ended:** 27 November 2026, 13:01 UTC\n\n"
        "### What people say to what was made\n\n"
        "- Kim says no (27 November 2026, 13:06 UTC)<br>too late\n\n"
        "## Agenda\n\n"
        "| Item | Who | Planned | Took |\n"
        "| --- | --- | ---: | ---: |\n"
        "| Draft | all | 55 min | 56 min |\n"
        "| Finish |  | 5 min | skipped |\n"
        "| Together |  | 60 min | 56 min |\n\n"
        "## People\n\n"
        "- Ana (leads): the map (nearly done)<br>almost\n"
        "- Mara (says when it’s done)\n\n"
        "## Tasks\n\n"
        "- [ ] Ask three suppliers (Mara · 4 December 2026)<br>First step: call Kim\n"
        "- [x] Draw it (nobody yet · now)\n"
        "- [ ] Print it (dropped · nobody yet · now)<br>too dear\n\n"
        "## Agreed\n\n"
        "- **Agreed:** We rent (Ana)<br>cheaper\n\n"
        "## For later\n\n"
        "- a second site (for the next session)\n\n"
        "## The text\n\n"
        "---\n\n"
        "# A brief\n\n## Scope\n\nTwo *sites*.\n"
    )


def test_a_session_that_was_just_opened_has_a_file() -> None:
    made = render(document(meta={"contract": {"artifact": "", "minutes": 60}}), "").decode()
    assert made.startswith("# Work session\n\n> This session is being prepared.\n")


@pytest.mark.parametrize(
    ("ending", "told"),
    [
        ({"verdict": "done"}, "It’s done."),
        ({"verdict": "another", "elsewhere": "plan.odt"}, "We need another session."),
        (
            {"verdict": "nearly", "finisher": "m", "by": "2026-12-04", "finished_at": NOON},
            "It was nearly done. Mara finished it on 27 November 2026, 12:00 UTC.",
        ),
    ],
)
def test_the_file_says_how_it_ended(ending: dict[str, object], told: str) -> None:
    people = {"m": {"name": "Mara", "colour": 1}}
    assert told in render(document(meta={"ending": ending | {"at": NOON}}, people=people), "").decode()


def test_the_file_says_what_became_of_each_proposal() -> None:
    outcomes: dict[str, dict[str, object]] = {
        "Still asked": {"open": True},
        "Agreed": {"open": False, "agreed": True},
        "Not agreed": {"open": False, "agreed": False},
        "Too few answered to say": {"open": False, "agreed": None},
    }
    for said, fields in outcomes.items():
        made = render(document(agreements={"g": {"text": "We rent", "at": NOON} | fields}), "").decode()
        assert f"- **{said}:** We rent\n" in made


HOSTILE = st.text(st.sampled_from(list("*_`[]()<>#|~&\\!-+.1 \nx@")), max_size=30).map(lambda text: text.strip() or "x")


@settings(deadline=None)
@given(HOSTILE)
def test_what_people_typed_into_fields_becomes_no_markup(text: str) -> None:
    name = {"name": text, "role": "lead", "colour": 0}
    made = render(
        document(
            meta={"contract": {"artifact": text, "minutes": 60, "problem": text}},
            conditions={"c": {"text": text, "met": True, "rank": "1"}},
            people={"a": name},
            tasks={"t": {"text": text, "owner": {"person": "a"}, "when": text, "first_step": text}},
            parked={"p": {"text": text}},
        ),
        "",
    ).decode()
    blocks = {"heading", "paragraph", "bullet_list", "list_item", "blockquote", "inline"}
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(made)
    children = [child for one in tokens for child in one.children or ()]
    found = {one.type.removesuffix("_open").removesuffix("_close") for one in (*tokens, *children)}
    assert found <= blocks | {"strong", "text", "html_inline"}
    assert {one.content for one in children if one.type == "html_inline"} <= {"<br>"}
