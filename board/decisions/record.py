"""The record of a board: everything that a person who was not there needs to inspect, check and act on.

`build` makes the frozen form, `draft` the same of a board that is still at work. Both hold whole numbers and
UTC times only, and no text that the facilitator has hidden.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from msgspec import structs

from board.decisions import options, standing
from board.decisions.health import findings
from board.protocol.document import (
    LEVEL_KEYS,
    BoardDocument,
    ClusterEntry,
    ConsentCheck,
    Decision,
    MergeEntry,
    NextStep,
    Place,
    Round,
)
from board.records.canonical import Json, whole
from board.records.kind import Kind
from board.records.times import utc

FORMAT = "shortlist-decision/1"
DRAFT = "shortlist-draft/1"
KIND = Kind(name="decision", format=FORMAT, draft=DRAFT, path="/decisions/", title="question")


@dataclass(frozen=True, slots=True)
class Span:
    """One stay in a phase, in Unix seconds; a board that stepped back has several of the same phase."""

    phase: str
    start: float
    end: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that is known of a board, in the shapes of its document. It counts people and holds no `Person`."""

    question: str
    now: float
    problem: str | None = None
    constraint: str | None = None
    criterion: str | None = None
    owner: str | None = None
    phase: str = "frozen"
    phases: Sequence[Span] = ()
    joined: int | None = None
    wrote: int | None = None
    voted: int | None = None
    ideas: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    signatures: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    clusters: Mapping[str, ClusterEntry] = field(default_factory=dict)
    merges: Mapping[str, MergeEntry] = field(default_factory=dict)
    hidden: Collection[str] = ()
    aside: Sequence[str] = ()
    rounds: Sequence[Round] = ()
    receipts: Mapping[int, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    bold: Sequence[str] | None = None
    decision: Decision | None = None
    consents: Sequence[ConsentCheck] = ()
    late: int = 0
    follows: str | None = None

    @classmethod
    def of(
        cls,
        document: BoardDocument,
        *,
        now: float,
        phases: Sequence[Span],
        receipts: Mapping[int, Mapping[str, Sequence[str]]],
    ) -> Self:
        """From a board's document; `phases` and `receipts` are not in it."""
        meta = document.meta
        return cls(
            question=meta.question,
            now=now,
            problem=meta.problem,
            constraint=meta.constraint,
            criterion=meta.criterion,
            owner=meta.owner,
            phase=meta.phase,
            phases=phases,
            joined=meta.counts.joined,
            wrote=meta.counts.wrote,
            voted=meta.counts.voted,
            ideas=document.ideas,
            numbers=document.numbers,
            signatures=document.signatures,
            places=document.places,
            clusters=document.clusters,
            merges=document.merges,
            hidden=meta.hidden,
            aside=meta.aside,
            rounds=meta.rounds,
            receipts=receipts,
            bold=meta.proposal.bold if meta.proposal else None,
            decision=meta.decision,
            consents=meta.consents,
            late=meta.late_deleted,
            follows=meta.frozen,
        )


def build(material: Material) -> Json:
    """The frozen record. It needs a decision or a recommendation; whether it may be frozen is judged elsewhere."""
    if material.decision is None:
        raise ValueError("a record needs a decision")
    top = {"format": FORMAT, "frozen_at": utc(material.now), "follows": material.follows}
    return {key: whole(value) for key, value in (top | _body(material)).items()}


def draft(material: Material) -> Json:
    """The board as it stands; what is not known yet is null or empty."""
    top = {"format": DRAFT, "as_of": utc(material.now), "phase": material.phase}
    return {key: whole(value) for key, value in (top | _body(material)).items()}


def _body(material: Material) -> Json:
    decision = material.decision
    shown = options.Shown(
        material.ideas, material.numbers, material.clusters, material.places, material.hidden, material.merges
    )
    return {
        "question": material.question,
        "problem": material.problem or None,
        "constraint": material.constraint or None,
        "criterion": material.criterion or None,
        "outcome": decision.outcome if decision else None,
        "decision": (decision and decision.decision) or None,
        "why": (decision and decision.why) or None,
        "owner": (decision and decision.owner) or material.owner or None,
        "decide_by": (decision and decision.decide_by) or None,
        "next_steps": [_step(step) for step in decision.next_steps] if decision else [],
        "people": {"joined": material.joined, "wrote": material.wrote, "voted": material.voted},
        "phases": [_span(span) for span in material.phases],
        "ideas": _ideas(material),
        "late_ideas_deleted": material.late,
        "clusters": shown.clusters_told(),
        "set_aside": [shown.told(option) for option in material.aside if shown.knows(option)],
        "rounds": [_round(one, shown, material.receipts) for one in material.rounds],
        "consent": [_consent(check) for check in material.consents],
    } | _shortlist(material, shown, decision.shortlist if decision else ())


def _span(span: Span) -> Json:
    end = None if span.end is None else utc(span.end)
    # A clock that was set back in between would say that a phase took less than no time.
    seconds = None if span.end is None else max(0, int(span.end) - int(span.start))
    return {"phase": span.phase, "start": utc(span.start), "end": end, "seconds": seconds}


def _step(step: NextStep) -> Json:
    return {"text": step.text, "owner": step.owner or None, "when": step.when or None}


def _ideas(material: Material) -> list[Json]:
    """In the order of their numbers, which was drawn at the reveal; without a number by the random id."""
    known = [*material.ideas, *(idea for idea in material.hidden if idea in material.places)]
    last = len(known) + max(material.numbers.values(), default=0)
    told = []
    for idea in sorted(set(known), key=lambda idea: (material.numbers.get(idea, last), idea)):
        one: Json = {"idea": idea, "number": material.numbers.get(idea)}
        if idea in material.hidden or idea not in material.ideas:
            told.append(one | {"hidden": True})
            continue
        signed = material.signatures.get(idea)
        told.append(one | {"text": material.ideas[idea]} | ({"signed": signed} if signed else {}))
    return told


def _round(one: Round, shown: options.Shown, receipts: Mapping[int, Mapping[str, Sequence[str]]]) -> Json:
    stood = [shown.cleaned(option) for option in one.options]
    kept = receipts.get(one.round, {})
    return {
        "round": one.round,
        "runoff": one.runoff,
        "opened_after_a_count": one.shown,
        "dots": one.dots,
        "rules": {"dots_per_option": 1, "bold_picks": 1},
        "options": stood,
        "joined": one.joined,
        "ballots": one.ballots,
        "abstained": one.abstained,
        "unspent": one.unspent,
        "proxies": one.proxies,
        "tally": [structs.asdict(line) for line in one.tally],
        "receipts": {option["option"]: sorted(kept.get(option["option"], ())) for option in stood},
        "without_receipt": one.ballots if one.without_receipt is None else one.without_receipt,
        "health": findings(one, stood),
    }


def _consent(check: ConsentCheck) -> Json:
    return {
        "n": check.n,
        "decision": check.decision,
        "counts": {level: check.counts.get(level, 0) for level in LEVEL_KEYS},
        "silent": check.silent,
        "reasons": [structs.asdict(said) for said in check.reasons],
    }


def _shortlist(material: Material, shown: options.Shown, chosen: Sequence[str]) -> Json:
    bold = standing.bold_winners(material.rounds) if material.bold is None else material.bold
    got, lies = standing.scores(material.rounds), standing.cut(material.rounds, chosen, bold)
    frozen = {option.option: option for one in material.rounds for option in one.options}
    lines = []
    for option in chosen:
        score = got.get(option, standing.Score(0, 0, 0))
        told = shown.cleaned(frozen[option]) if option in frozen else shown.told(option)
        line = {"dots": score.dots, "bold": score.bold, "round": score.round or None, "bold_winner": option in bold}
        lines.append(told | line | {"why": lies.why[option]})
    departs = {"left_out": lies.left_out, "tied_left_out": lies.tied}
    return {"shortlist": lines, "departures": departs if chosen else None}
