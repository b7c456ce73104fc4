"""What people write on a board of a test that is looked at: real statements, hard ones, and names for groups."""

import csv
from itertools import islice
from pathlib import Path

STATEMENTS = Path(__file__).parent.parent / "tests" / "data" / "polis" / "comments.csv"
LONG_WORD = "Wohnraumbeschaffungsgenossenschaftsfoerderungsgesetzesaenderungsausschussvorsitz"
HARD = (
    "A thousand characters: " + "land, rent and loans, " * 44,
    LONG_WORD,
    "ابنوا على الأرض العامة أولا ثم حددوا الإيجارات في كل المدينة",
    "先在公共土地上建房再把空置的办公楼改成住宅",
    "🏠🏘️ Build 👩‍👩‍👧‍👦 homes",
    "https://example.org/" + "housing" * 20,
    "One line\nand another\n\nand a third after a gap",
    "No.",
)
HARD_QUESTION = (
    f"How can we, in a city in which the {LONG_WORD} decides, {'build, rent and lend fairly, ' * 9}"[:299] + "?"
)
GROUPS = (
    "Build it publicly",
    "Cheaper to build",
    "Rules for investors",
    "Renting with dignity",
    "Land and density",
    "Money to begin with",
    "Homes that stand empty",
    "Living together",
    "Getting about",
    "Students",
    "Old age",
    "Taxes",
    "The countryside",
    "How we decide",
)
HARD_GROUPS = (
    "A name as long as one may be: " + "homes for everybody who works here, " * 2 + "and more",
    LONG_WORD,
    "ابنوا على الأرض العامة",
    *GROUPS[3:],
)


def statements(count: int) -> list[str]:
    """The first that a real conversation kept, proposals before what people said of themselves; then once more."""
    with STATEMENTS.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: int(row["comment-id"]))
    kept = dict.fromkeys(row["comment-body"].strip() for row in rows if row["moderated"] == "1")
    ordered = sorted(kept, key=lambda text: text.startswith(("I ", "My ")))
    return list(islice((text + " Again." * again for again in range(10) for text in ordered), count))
