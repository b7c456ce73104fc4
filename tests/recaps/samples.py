"""Sessions to make recaps of: the ones that a session is meant for, and what no real one would hold at once."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

from board.protocol.document import Reason
from board.protocol.worksession.document import (
    Accepted,
    Agreement,
    Change,
    Condition,
    Contract,
    Ending,
    Item,
    Owner,
    Person,
    Task,
)
from board.recaps.material import Before, Earlier, Lines, Material, Text
from tests.recaps import boards
from tests.recaps.texts import BRIEF, OLD_BRIEF, REPLIES, SCRIPTS, ZONING

THREE = datetime(2026, 11, 27, 15, 5, tzinfo=UTC).timestamp()
MINUTE = 60.0
MARA, BEN, ANA, JO = (f"{letter * 3}x1" for letter in "mbaj")


def ident(number: int) -> str:
    """A UUID of version 4 that says nothing."""
    return f"00000000-0000-4000-8000-{number:012x}"


def at(minutes: float) -> float:
    return THREE + minutes * MINUTE


def zoning() -> Material:
    """Four people, sixty minutes, straight from a board: nearly done."""
    people = {
        MARA: Person(name="Mara", role="lead", colour=0),
        BEN: Person(name="Ben", colour=1, shown=True),
        ANA: Person(name="Ana", colour=2),
        JO: Person(name="Jo", colour=3),
    }
    conditions = {
        ident(1): Condition("Both areas are drawn", True, "a"),
        ident(2): Condition("Heights and parking are set", True, "b", note="Four floors behind the square"),
        ident(3): Condition("Objection about speed is answered", False, "c"),
    }
    agenda = {
        ident(11): Item(title="Agree", minutes=5, rank="a", spent=5 * MINUTE),
        ident(12): Item(title="Draft", minutes=25, rank="b", extra=5 * MINUTE, spent=30 * MINUTE),
        ident(13): Item(title="Break", minutes=5, kind="break", rank="c", spent=5 * MINUTE),
        ident(14): Item(title="Review", minutes=20, rank="d", extra=-5 * MINUTE, spent=15 * MINUTE),
        ident(15): Item(title="Finish", minutes=5, kind="finish", rank="e", spent=4 * MINUTE),
    }
    tasks = {
        ident(21): Task(text="Get the parking count", owner=Owner(person=BEN), state="done", item=ident(12)),
        ident(22): Task(
            text="Legal check", owner=Owner(person=ANA), when="2026-12-03", first_step="Call Iris first", item=ident(15)
        ),
        ident(23): Task(text="Tell the tenants’ association", owner=Owner(words="Iris Okafor"), when="next week"),
        ident(24): Task(text="Draw the south yard", state="dropped", note="It is not ours"),
        ident(25): Task(text="Book the hall", origin="cccccccccccccccccccccccc-1"),
    }
    agreement = Agreement(
        text="One space per home near stations",
        why="Both counts show that half of the spaces stay empty.",
        owner=Owner(person=MARA),
        open=False,
        by="level",
        at=at(52),
        answers={"4": 3, "3": 1},
        silent=0,
        reasons=(Reason(3, "Visitors need somewhere to stand, too."),),
        agreed=True,
    )
    return Material(
        now=at(64),
        contract=Contract(
            artifact="The zoning change, two station areas",
            audience="the council",
            problem="Homes near the stations cost more than people who work here earn.",
            constraint="No new road.",
            owner=Owner(person=MARA),
            starts=int(THREE),
            zone="Europe/Berlin",
            minutes=60,
        ),
        decision="ab" * 32,
        conditions=conditions,
        agenda=agenda,
        people=people,
        tasks=tasks,
        agreements={ident(31): agreement},
        ending=Ending(
            verdict="nearly", note="Only the answer on speed is open.", finisher=MARA, by="2026-12-01", at=at(59)
        ),
        began=at(0),
        changes=(
            Change(at=at(3), field="audience", old=None),
            Change(at=at(4), field="condition", old="Both areas"),
        ),
        text=Text(ZONING, 96, 3),
        before=Before(Text("## Both areas are drawn\n", 0, 1), "start"),
        lines=Lines(
            summary="We began with the parking count, because everything else hung on it.",
            next="Count once more on a Saturday before the council meets.",
        ),
    )


def freelancer() -> Material:
    """One person brought a draft; the client agreed before and accepted after."""
    return Material(
        now=at(95),
        contract=Contract(artifact="A brief for the council", owner=Owner(words="Mara Ellis"), minutes=90),
        conditions={
            ident(1): Condition("Scope is in it", True, "a"),
            ident(2): Condition("Price is in it", True, "b"),
            ident(3): Condition("Date is in it", True, "c"),
        },
        agenda={
            ident(11): Item(title="Draft", minutes=60, rank="a", spent=58 * MINUTE),
            ident(12): Item(title="Break", minutes=10, kind="break", rank="b", skipped=True),
            ident(13): Item(title="Finish", minutes=5, kind="finish", rank="c", spent=3 * MINUTE),
        },
        people={BEN: Person(name="Ben", role="lead", colour=0)},
        agreements={
            ident(31): Agreement(
                text="Roads are not part of it", why="No price yet.", open=False, by="alone", agreed=True, at=at(20)
            )
        },
        ending=Ending(verdict="done", at=at(61)),
        began=at(0),
        agreed=(Accepted(name="Mara Ellis", yes=True, at=at(-1381)),),
        accepted=(Accepted(name="Mara Ellis", yes=True, note="Thank you, that was quick.", at=at(93)),),
        text=Text(BRIEF, 38, 3),
        before=Before(Text(OLD_BRIEF, 15, 2), "brought"),
        lines=Lines(summary="The price is there now, and what it does not cover.", shows_before=True),
    )


def alone() -> Material:
    """Deep work: nothing but a text and the end."""
    text = "# Outline of chapter 3\n\n" + "".join(
        f"## Part {number}\n\nSources, and what they say against each other.\n\n" for number in range(1, 5)
    )
    return Material(
        now=at(48),
        kind="deep_work",
        contract=Contract(artifact="Outline of chapter 3", minutes=50),
        conditions={ident(1): Condition("Outline of chapter 3 exists", True, "a")},
        agenda={
            ident(11): Item(title="Work", minutes=48, rank="a", spent=47.6 * MINUTE),
            ident(12): Item(title="Finish", minutes=2, kind="finish", rank="b", spent=20.0),
        },
        people={JO: Person(name="Jo", role="lead", colour=0)},
        ending=Ending(verdict="done", at=at(48)),
        began=at(0),
        text=Text(text, 32, 5),
        before=Before(Text("", 0, 0), "start"),
    )


def elsewhere() -> Material:
    """Made in another program: one line before, one after, and where it is."""
    return replace(
        alone(),
        kind="team",
        contract=Contract(artifact="The logo in four sizes", audience="the print shop", minutes=60),
        conditions={ident(1): Condition("It prints in one colour", True, "a")},
        text=Text("", 0, 0),
        ending=Ending(verdict="done", at=at(48), elsewhere="https://example.org/files/logo.svg"),
        lines=Lines(was="A sketch on paper.", became="Four files that print in one colour."),
    )


def side_by_side() -> Material:
    """Five people, each with a goal of their own."""
    goals = ("Answer all mail", "Tax return", "Two pages of the thesis", "Practise the talk", "Sort the photos")
    outcomes: tuple[Literal["done", "nearly", "not"] | None, ...] = ("done", "done", "nearly", "not", None)
    people = {
        f"p{n}x": Person(
            name=f"Person{n}",
            role="lead" if n == 0 else "member",
            colour=n,
            goal=goal,
            outcome=outcome,
            note="One page is there." if outcome == "nearly" else None,
        )
        for n, (goal, outcome) in enumerate(zip(goals, outcomes, strict=True))
    }
    return Material(
        now=at(60),
        kind="coworking",
        contract=Contract(artifact="", minutes=60, repeats="weekly"),
        agenda={ident(11): Item(title="Work", minutes=55, rank="a", spent=55 * MINUTE)},
        people=people,
        ending=Ending(verdict="done", at=at(60)),
        began=at(0),
    )


def another() -> Material:
    """Not done: a second session is needed, and the first one left this."""
    return replace(
        zoning(),
        number=2,
        now=at(70),
        ending=Ending(verdict="another", at=at(60)),
        lines=Lines(),
        before=Before(Text(OLD_BRIEF, 15, 2), "session"),
        decision=None,
        follows="cd" * 32,
        answered=REPLIES,
        chain=[Earlier(1, None, "The zoning change", "nearly", "2026-11-20T16:04:00Z")],
    )


def finished() -> Material:
    """Nearly done on the day, and finished by whom it named."""
    nearly = zoning()
    assert nearly.ending is not None
    conditions = {id: Condition(one.text, True, one.rank) for id, one in nearly.conditions.items()}
    later, given = at(60 * 24 * 3), nearly.ending.at
    ending = Ending(verdict="nearly", finisher=MARA, by="2026-12-01", at=given, finished_at=later)
    return replace(nearly, now=at(60 * 24 * 3 + 9), ending=ending, conditions=conditions)


def on_a_board() -> Material:
    """A session that began with ideas: one board decided, another was counted and decided nothing."""
    return boards.opened_in(zoning(), at(29), [ident(number) for number in (16, 17, 32, 33)])


def empty() -> Material:
    """Nothing was written and no link was given."""
    return Material(
        now=at(10),
        contract=Contract(artifact="A plan", minutes=30),
        people={MARA: Person(name="Mara", role="lead", colour=0)},
        ending=Ending(verdict="another", at=at(9)),
        began=at(0),
    )


def scripts() -> Material:
    """Right-to-left, East Asian and emoji, in every place that holds words."""
    return replace(
        zoning(),
        contract=Contract(artifact="خطة المدرسة 2027 (v2)", audience="市議会", minutes=60, owner=Owner(words="مريم")),
        conditions={ident(1): Condition("価格", True, "a"), ident(2): Condition("😀 שלום", False, "b")},
        tasks={ident(21): Task(text="اتصل بإيريس 😀", owner=Owner(words="李小龍"), when="2026-12-03")},
        text=Text(SCRIPTS, 60, 3),
        lines=Lines(summary="بدأنا من الآخر.", next="次は土曜日です。"),
    )


def full() -> Material:
    """All limits at once: 200 tasks, 30 items, 300 characters, 250 people, 60 agreements."""
    long = "A word and another " * 15
    tasks = {
        ident(1000 + n): Task(text=f"{n} {long}"[:300], when="2026-12-03" if n % 3 else "soon", first_step=long[:200])
        for n in range(200)
    }
    people = {f"p{n:03}": Person(name=f"Nobody{n}", colour=n % 8, role="member" if n else "lead") for n in range(250)}
    agenda = {
        ident(2000 + n): Item(title=f"{n} {long}"[:120], minutes=8, rank=f"a{n:02}", spent=7.9 * MINUTE)
        for n in range(30)
    }
    conditions = {ident(3000 + n): Condition(f"{n} {long}"[:300], n % 2 == 0, f"a{n:02}") for n in range(30)}
    agreements = {
        ident(4000 + n): Agreement(
            text=f"{n} {long}", why=long, open=False, by="level", at=at(n), answers={"5": 3}, silent=247, agreed=True
        )
        for n in range(60)
    }
    return replace(
        zoning(),
        contract=Contract(artifact=(long * 2)[:200], audience=long[:200], minutes=240),
        tasks=tasks,
        people=people,
        agenda=agenda,
        conditions=conditions,
        agreements=agreements,
        ending=Ending(verdict="nearly", finisher="p001", by="2026-12-01", at=at(239)),
    )


def nested(depth: int = 1000) -> Material:
    """Markdown that nests far deeper than any reader follows."""
    text = "> " * depth + "deep\n\n" + "".join("  " * n + "- item\n" for n in range(depth)) + "*" * depth + "x"
    return replace(zoning(), text=Text(text, depth, 0))


MEANT = (zoning, freelancer, alone, elsewhere, side_by_side, another, finished, on_a_board)
SAMPLES = {one.__name__: one for one in (*MEANT, empty, scripts, full)}
