"""What boards for records are made of: real statements, their groups and options, a count, its receipts."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from board.decisions.record import Span
from board.protocol.document import ClusterEntry, MergeEntry, Option, Place, Round, TallyLine
from board.voting.ballots import Ballot
from board.voting.receipts import receipts

POLIS = Path(__file__).parents[1] / "data" / "polis"
NOON = 1_795_262_400.0  # 21 November 2026, 12:00 UTC

GROUPS = {
    "Cheaper to build": ("material", "construct", "build", "developer", "prefab"),
    "Renting with dignity": ("rent", "tenan", "landlord"),
    "Rules for investors": ("invest", "speculat", "foreign", "owner", "cap "),
    "Land and councils": ("land", "council", "section", "zon", "density"),
    "Tax what stands empty": ("tax", "gains", "interest"),
}


def statements(count: int) -> list[str]:
    """Real statements, spread over the whole conversation."""
    with (POLIS / "comments.csv").open(encoding="utf-8", newline="") as file:
        rows = [row["comment-body"].strip() for row in csv.DictReader(file) if row["moderated"] != "-1"]
    return [rows[at * len(rows) // count] for at in range(count)]


def ident(kind: str, number: int) -> str:
    return f"{kind}{number:03d}0000-0000-4000-8000-000000000000"


def grouped(texts: Sequence[str]) -> tuple[dict[str, ClusterEntry], dict[str, Place], dict[str, str]]:
    """Clusters, places and texts: by the first word of a group that a statement holds."""
    ideas = {ident("a", at): text for at, text in enumerate(texts, start=1)}
    letters = dict(zip(GROUPS, "ABCDE", strict=True))
    clusters = {ident("c", at): ClusterEntry(name, str(at), letters[name]) for at, name in enumerate(GROUPS, start=1)}
    ids = dict(zip(GROUPS, clusters, strict=True))
    places = {}
    for idea, text in ideas.items():
        name = next((name for name, signs in GROUPS.items() if any(sign in text.lower() for sign in signs)), None)
        places[idea] = Place(ids[name] if name else None, "a")
    return clusters, places, ideas


def numbered(ideas: Mapping[str, str]) -> dict[str, int]:
    """In the order in which they stand."""
    return {idea: at for at, idea in enumerate(ideas, start=1)}


def options_of(
    clusters: Mapping[str, ClusterEntry], places: Mapping[str, Place], ideas: Mapping[str, str]
) -> list[Option]:
    numbers = numbered(ideas)
    options = [
        Option(
            option=cluster,
            kind="cluster",
            letter=one.letter,
            number=None,
            name=one.name,
            named=True,
            ideas=tuple(idea for idea, place in places.items() if place.cluster == cluster),
        )
        for cluster, one in clusters.items()
    ]
    lone = [idea for idea, place in places.items() if place.cluster is None]
    return options + [
        Option(
            option=idea, kind="idea", letter=None, number=numbers[idea], name=ideas[idea], named=False, ideas=(idea,)
        )
        for idea in lone
    ]


def a_round(
    options: Sequence[Option],
    got: Sequence[int],
    bold: Sequence[int] = (),
    **more: Any,  # noqa: ANN401
) -> Round:
    """A closed round; missing counts are zero."""
    padded = [*got, *[0] * len(options)], [*bold, *[0] * len(options)]
    tally = [TallyLine(one.option, padded[0][at], padded[1][at]) for at, one in enumerate(options)]
    tally.sort(key=lambda line: -line.dots)
    told: dict[str, Any] = {"round": 1, "runoff": False, "dots": 5, "joined": 17, "ballots": 14}
    told |= {"abstained": 0, "unspent": 3, "without_receipt": 0}
    return Round(**told | {"options": tuple(options), "tally": tuple(tally)} | more)


def receipts_of(rounds: Sequence[Round]) -> dict[int, dict[str, list[str]]]:
    """Each round's receipts, as if the first voters had given an option all its dots."""
    told = {}
    for one in rounds:
        got = {line.option: line.dots for line in one.tally}
        voters = range(max(got.values(), default=0))
        boxes = [Ballot({option: 1 for option, n in got.items() if at < n}, receipt=code(at)) for at in voters]
        told[one.round] = receipts(boxes, one.round, lambda: "")
    return told


def code(voter: int) -> str:
    """The vote code of a voter, in the shape that browsers make."""
    return f"code-of-voter-{voter:06d}ZZ"


def spans() -> list[Span]:
    steps = [("lobby", 240), ("diverge", 600), ("reveal", 420), ("cluster", 780), ("vote", 300), ("decide", 1080)]
    out, at = [], NOON
    for phase, seconds in steps:
        out.append(Span(phase, at, at + seconds))
        at += seconds
    return out


def merged(into: str, group: str, name: str, places: Mapping[str, Place]) -> MergeEntry:
    """A merge that put a group of two into another one."""
    came = [idea for idea, place in places.items() if place.cluster == into][:2]
    moved: dict[str, str | None] = dict.fromkeys(came, group)
    return MergeEntry(into, moved, {group: ClusterEntry(name, "z", "F")}, created=False)
