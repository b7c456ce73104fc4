"""Boards to make records of: the real conversation in several sizes, and what no real board would hold at once."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from board.decisions.record import Material, Span
from board.voting.ballots import Ballot
from board.voting.receipts import receipts

POLIS = Path(__file__).parents[1] / "data" / "polis"
NOON = 1_795_262_400.0  # 21 November 2026, 12:00 UTC
LONG = "An idea that uses every code point it may. " * 24

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


def grouped(texts: Sequence[str]) -> tuple[dict[str, Any], dict[str, Any], dict[str, str]]:
    """Clusters, places and texts: by the first word of a group that a statement holds."""
    ideas = {ident("a", at): text for at, text in enumerate(texts, start=1)}
    letters = dict(zip(GROUPS, "ABCDE", strict=True))
    clusters = {
        ident("c", at): {"name": name, "rank": str(at), "letter": letters[name]}
        for at, name in enumerate(GROUPS, start=1)
    }
    ids = dict(zip(GROUPS, clusters, strict=True))
    places = {}
    for idea, text in ideas.items():
        name = next((name for name, signs in GROUPS.items() if any(sign in text.lower() for sign in signs)), None)
        places[idea] = {"cluster": ids[name] if name else None, "rank": "a"}
    return clusters, places, ideas


def options_of(
    clusters: Mapping[str, Any], places: Mapping[str, Any], ideas: Mapping[str, str]
) -> list[dict[str, Any]]:
    numbers = {idea: at for at, idea in enumerate(ideas, start=1)}
    options = [
        {
            "option": cluster,
            "kind": "cluster",
            "letter": one["letter"],
            "number": None,
            "name": one["name"],
            "named": True,
            "ideas": [idea for idea, place in places.items() if place["cluster"] == cluster],
        }
        for cluster, one in clusters.items()
    ]
    lone = [idea for idea, place in places.items() if place["cluster"] is None]
    return options + [
        {
            "option": idea,
            "kind": "idea",
            "letter": None,
            "number": numbers[idea],
            "name": ideas[idea],
            "named": False,
            "ideas": [idea],
        }
        for idea in lone
    ]


def a_round(
    options: Sequence[Mapping[str, Any]],
    got: Sequence[int],
    bold: Sequence[int] = (),
    **more: Any,  # noqa: ANN401
) -> dict[str, Any]:
    """A closed round in the shape of the document's meta; missing counts are zero."""
    padded = [*got, *[0] * len(options)], [*bold, *[0] * len(options)]
    tally = [{"option": one["option"], "dots": padded[0][at], "bold": padded[1][at]} for at, one in enumerate(options)]
    tally.sort(key=lambda line: -line["dots"])
    told = {"round": 1, "runoff": False, "dots": 5, "joined": 17, "ballots": 14, "abstained": 0, "unspent": 3}
    told |= {"proxies": 0, "shown": False, "without_receipt": 0}
    return told | {"options": list(options), "tally": tally} | more


def receipts_of(rounds: Sequence[Mapping[str, Any]]) -> dict[int, dict[str, list[str]]]:
    """Each round's receipts, as if the first voters had given an option all its dots."""
    told = {}
    for one in rounds:
        got = {line["option"]: line["dots"] for line in one["tally"]}
        voters = range(max(got.values(), default=0))
        boxes = [Ballot({option: 1 for option, n in got.items() if at < n}, receipt=code(at)) for at in voters]
        told[one["round"]] = receipts(boxes, one["round"], lambda: "")
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


def housing() -> Material:
    """42 ideas, 5 groups, 14 voters: a board as it is meant to be."""
    clusters, places, ideas = grouped(statements(42))
    options = options_of(clusters, places, ideas)
    lone = [one["option"] for one in options if one["kind"] == "idea"]
    round_ = a_round(options, [13, 11, 9, 8, 4, 6, 5, 4, 3, 2, 2, 1], [1, 2, 0, 3, 0, 0, 5, 0, 1])
    decision = {
        "n": 2,
        "decision": (
            "We pilot council-built sections on two sites and cut material costs with one shared purchasing contract."
        ),
        "why": "Building cost is what we can change within a year, and two sites are enough to see whether it holds.",
        "owner": "Mara Ellis",
        "shortlist": [*list(clusters)[:3], lone[1]],
        "next_steps": [
            {"text": "Write the brief for both sites", "owner": "Mara", "when": "by Friday"},
            {"text": "Ask three suppliers for a shared price list", "owner": "Tom", "when": "4 December"},
            {"text": "Tell the tenants’ association what was decided and why", "owner": None, "when": None},
        ],
        "outcome": "decided",
        "decide_by": None,
    }
    consents = [
        {
            "n": 1,
            "decision": "We pilot council-built sections.",
            "counts": {"5": 3, "4": 4, "3": 3, "2": 2, "1": 1, "0": 0},
            "silent": 1,
            "reasons": [{"level": 1, "reason": "One site tells us nothing: we would not know what was luck."}],
        },
        {
            "n": 2,
            "decision": decision["decision"],
            "counts": {"5": 6, "4": 4, "3": 2, "2": 1, "1": 0, "0": 0},
            "silent": 1,
            "reasons": [
                {
                    "level": 2,
                    "reason": "The shared contract binds us for five years. I would like a way out after two.",
                },
                {"level": 3, "reason": "Fine, as long as the tenants hear it from us first."},
            ],
        },
    ]
    return Material(
        question="How can homes here become affordable again?",
        problem="Rents have grown twice as fast as wages for ten years.",
        constraint="No new money before July.",
        criterion="Which would help most families within five years?",
        now=spans()[-1].end or NOON,
        phases=spans(),
        joined=17,
        wrote=12,
        voted=14,
        ideas=ideas,
        numbers={idea: at for at, idea in enumerate(ideas, start=1)},
        signatures={next(iter(ideas)): "Tom Rangi"},
        places=places,
        clusters=clusters,
        rounds=[round_],
        receipts=receipts_of([round_]),
        merges={ident("d", 1): merged(next(iter(clusters)), ident("c", 6), "Standard materials", places)},
        decision=decision,
        consents=consents,
        late=2,
    )


def merged(into: str, group: str, name: str, places: Mapping[str, Any]) -> dict[str, Any]:
    """A merge that put a group of two into another one."""
    came = [idea for idea, place in places.items() if place["cluster"] == into][:2]
    emptied = {group: {"name": name, "rank": "z", "letter": "F"}}
    return {"into": into, "moved": dict.fromkeys(came, group), "clusters": emptied, "created": False}


def recommendation() -> Material:
    board = housing()
    assert board.decision is not None
    text = "Council-built sections first, then one purchasing contract for all sites."
    decision = {**board.decision, "decision": text, "outcome": "recommended", "decide_by": "28 November"}
    return replace(board, decision=decision)


def alone() -> Material:
    """One person, three ideas, no vote on anything else, nothing written beside the decision."""
    texts = ["Paint it green", "Paint it blue", "Leave it as it is"]
    ideas = {ident("a", at): text for at, text in enumerate(texts, start=1)}
    places = {idea: {"cluster": None, "rank": "a"} for idea in ideas}
    options = options_of({}, places, ideas)
    round_ = a_round(options, [1, 1], dots=2, joined=None, ballots=1, unspent=0)
    decision = {"n": 1, "decision": "Green.", "owner": "Me", "shortlist": [next(iter(ideas))], "outcome": "decided"}
    numbers = {idea: at for at, idea in enumerate(ideas, start=1)}
    return Material(
        question="Which colour for the shed?",
        now=NOON + 45,
        phases=[Span("diverge", NOON, NOON + 20), Span("decide", NOON + 20, NOON + 45)],
        ideas=ideas,
        numbers=numbers,
        places=places,
        rounds=[round_],
        decision=decision,
    )


def crowd() -> Material:
    """165 ideas, more than 40 options, 381 voters, two rounds."""
    clusters, places, ideas = grouped(statements(164))
    options = options_of(clusters, places, ideas)
    first = [167, 152, 149, 149, 120, *[max(0, 96 - 3 * at) for at in range(len(options))]]
    bold = [12, 40, 3, 9, 0, 22, 61, 1]
    again = [options[2], options[3]]
    lone = [one["option"] for one in options if one["kind"] == "idea"]
    rounds = [
        a_round(options, first[: len(options)], bold, joined=402, ballots=381, abstained=9, unspent=211, dots=10),
        a_round(again, [171, 190], round=2, runoff=True, shown=True, joined=402, ballots=361, dots=1, proxies=3),
    ]
    board = housing()
    assert board.decision is not None
    shortlist = [*list(clusters)[:2], list(clusters)[3], lone[1], lone[4]]
    return replace(
        board,
        joined=402,
        wrote=57,
        voted=381,
        ideas=ideas,
        numbers={idea: at for at, idea in enumerate(ideas, start=1)},
        places=places,
        clusters=clusters,
        rounds=rounds,
        receipts=receipts_of(rounds),
        decision={**board.decision, "shortlist": shortlist},
    )


def hall() -> Material:
    """900 ideas, 2,000 voters: the whole conversation, as often as it takes."""
    clusters, places, ideas = grouped([*statements(164)] * 5 + statements(80))
    options = options_of(clusters, places, ideas)
    got = [max(0, 1200 - 7 * at) for at in range(len(options))]
    board = crowd()
    round_ = a_round(options, got, [at % 40 for at in range(len(options))], joined=2100, ballots=2000, dots=10)
    assert board.decision is not None
    return replace(
        board,
        joined=2100,
        wrote=700,
        voted=2000,
        ideas=ideas,
        numbers={idea: at for at, idea in enumerate(ideas, start=1)},
        signatures={},
        places=places,
        clusters=clusters,
        rounds=[round_],
        decision={**board.decision, "shortlist": [*list(clusters)[:4], options[5]["option"]]},
    )


# What people write that a form of the record could break on.
HOSTILE = (
    "住房应该是权利，不是商品。" * 8,  # noqa: RUF001
    "🏡👩‍👩‍👧‍👦 Family homes 🇳🇿 first — café, naïve, Ōtautahi",
    "السكن حق للجميع، وليس سلعة للمضاربة (100%).",
    LONG[:1000],
    '=HYPERLINK("http://evil.example","click")',
    "+1 for this\n- and a line that looks like a list\n1. and a number\n# and a heading\n> and a quote\n```\ncode",
    "@everyone | pipes | `ticks` *stars* _lines_ [links](http://x.example) <script>alert(1)</script>",
    "\tA tab first, and </style><img src=x onerror=alert(1)> & entities &amp; &#x41;",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3,
    "-5 % rent",
    "\\*not escaped\\* {link} $x^2$ ~~gone~~",
)


def hostile() -> Material:
    ideas = {ident("a", at): text for at, text in enumerate(HOSTILE, start=1)}
    places = {idea: {"cluster": None, "rank": "a"} for idea in ideas}
    cluster = ident("c", 1)
    places[ident("a", 1)] = places[ident("a", 3)] = {"cluster": cluster, "rank": "a"}
    clusters = {cluster: {"name": "סבוב | #1 <b>", "rank": "a", "letter": "A"}}
    options = options_of(clusters, places, ideas)
    board = housing()
    decision = {
        "decision": HOSTILE[6],
        "why": HOSTILE[3],
        "owner": "מרה אליס",
        "shortlist": [one["option"] for one in options[:4]],
        "next_steps": [{"text": text, "owner": "=1+1", "when": "@noon"} for text in HOSTILE[4:8]],
        "outcome": "decided",
    }
    reasons = [{"level": at % 6, "reason": text} for at, text in enumerate(HOSTILE)]
    consent = {"n": 1, "decision": HOSTILE[6], "counts": {"5": 11}, "silent": 0, "reasons": reasons}
    return replace(
        board,
        question="متى 什么时候 🏡 | <b>when</b>? " + "x" * 250,
        ideas=ideas,
        numbers={idea: at for at, idea in enumerate(ideas, start=1)},
        signatures={ident("a", 2): "*Ana* <i>", ident("a", 4): "=cmd"},
        places=places,
        clusters=clusters,
        rounds=[a_round(options, [5, 4, 3, 2, 1], [0, 1])],
        receipts={},
        merges={},
        decision=decision,
        consents=[consent],
    )
