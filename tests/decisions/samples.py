"""Boards to make records of: the real conversation in several sizes, and what no real board would hold at once."""

from dataclasses import replace

from msgspec import structs

from board.decisions.record import Material, Span
from board.protocol.document import ClusterEntry, ConsentCheck, Decision, NextStep, Place, Reason
from tests.decisions.pieces import (
    NOON,
    a_round,
    grouped,
    ident,
    merged,
    numbered,
    options_of,
    receipts_of,
    spans,
    statements,
)

LONG = "An idea that uses every code point it may. " * 24


def housing() -> Material:
    """42 ideas, 5 groups, 14 voters: a board as it is meant to be."""
    clusters, places, ideas = grouped(statements(42))
    options = options_of(clusters, places, ideas)
    lone = [one.option for one in options if one.kind == "idea"]
    round_ = a_round(options, [13, 11, 9, 8, 4, 6, 5, 4, 3, 2, 2, 1], [1, 2, 0, 3, 0, 0, 5, 0, 1])
    decision = Decision(
        n=2,
        decision=(
            "We pilot council-built sections on two sites and cut material costs with one shared purchasing contract."
        ),
        why="Building cost is what we can change within a year, and two sites are enough to see whether it holds.",
        owner="Mara Ellis",
        shortlist=(*list(clusters)[:3], lone[1]),
        next_steps=(
            NextStep("Write the brief for both sites", "Mara", "by Friday"),
            NextStep("Ask three suppliers for a shared price list", "Tom", "4 December"),
            NextStep("Tell the tenants’ association what was decided and why"),
        ),
        outcome="decided",
    )
    consents = [
        ConsentCheck(
            n=1,
            decision="We pilot council-built sections.",
            counts={"5": 3, "4": 4, "3": 3, "2": 2, "1": 1, "0": 0},
            silent=1,
            reasons=(Reason(1, "One site tells us nothing: we would not know what was luck."),),
        ),
        ConsentCheck(
            n=2,
            decision=decision.decision,
            counts={"5": 6, "4": 4, "3": 2, "2": 1, "1": 0, "0": 0},
            silent=1,
            reasons=(
                Reason(2, "The shared contract binds us for five years. I would like a way out after two."),
                Reason(3, "Fine, as long as the tenants hear it from us first."),
            ),
        ),
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
        numbers=numbered(ideas),
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


def recommendation() -> Material:
    board = housing()
    assert board.decision is not None
    text = "Council-built sections first, then one purchasing contract for all sites."
    decision = structs.replace(board.decision, decision=text, outcome="recommended", decide_by="28 November")
    return replace(board, decision=decision)


def alone() -> Material:
    """One person, three ideas, no vote on anything else, nothing written beside the decision."""
    texts = ["Paint it green", "Paint it blue", "Leave it as it is"]
    ideas = {ident("a", at): text for at, text in enumerate(texts, start=1)}
    places = {idea: Place(None, "a") for idea in ideas}
    options = options_of({}, places, ideas)
    round_ = a_round(options, [1, 1], dots=2, joined=None, ballots=1, unspent=0)
    decision = Decision(n=1, decision="Green.", owner="Me", shortlist=(next(iter(ideas)),), outcome="decided")
    return Material(
        question="Which colour for the shed?",
        now=NOON + 45,
        phases=[Span("diverge", NOON, NOON + 20), Span("decide", NOON + 20, NOON + 45)],
        ideas=ideas,
        numbers=numbered(ideas),
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
    lone = [one.option for one in options if one.kind == "idea"]
    rounds = [
        a_round(options, first[: len(options)], bold, joined=402, ballots=381, abstained=9, unspent=211, dots=10),
        a_round(again, [171, 190], round=2, runoff=True, shown=True, joined=402, ballots=361, dots=1, proxies=3),
    ]
    board = housing()
    assert board.decision is not None
    shortlist = (*list(clusters)[:2], list(clusters)[3], lone[1], lone[4])
    return replace(
        board,
        joined=402,
        wrote=57,
        voted=381,
        ideas=ideas,
        numbers=numbered(ideas),
        places=places,
        clusters=clusters,
        rounds=rounds,
        receipts=receipts_of(rounds),
        decision=structs.replace(board.decision, shortlist=shortlist),
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
        numbers=numbered(ideas),
        signatures={},
        places=places,
        clusters=clusters,
        rounds=[round_],
        decision=structs.replace(board.decision, shortlist=(*list(clusters)[:4], options[5].option)),
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
    places = {idea: Place(None, "a") for idea in ideas}
    cluster = ident("c", 1)
    places[ident("a", 1)] = places[ident("a", 3)] = Place(cluster, "a")
    clusters = {cluster: ClusterEntry("סבוב | #1 <b>", "a", "A")}
    options = options_of(clusters, places, ideas)
    board = housing()
    decision = Decision(
        n=1,
        decision=HOSTILE[6],
        why=HOSTILE[3],
        owner="מרה אליס",
        shortlist=tuple(one.option for one in options[:4]),
        next_steps=tuple(NextStep(text, "=1+1", "@noon") for text in HOSTILE[4:8]),
        outcome="decided",
    )
    reasons = tuple(Reason(at % 6, text) for at, text in enumerate(HOSTILE))
    consent = ConsentCheck(n=1, decision=HOSTILE[6], counts={"5": 11}, silent=0, reasons=reasons)
    return replace(
        board,
        question="متى 什么时候 🏡 | <b>when</b>? " + "x" * 250,
        ideas=ideas,
        numbers=numbered(ideas),
        signatures={ident("a", 2): "*Ana* <i>", ident("a", 4): "=cmd"},
        places=places,
        clusters=clusters,
        rounds=[a_round(options, [5, 4, 3, 2, 1], [0, 1])],
        receipts={},
        merges={},
        decision=decision,
        consents=[consent],
    )
