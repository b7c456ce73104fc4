"""Where every option stands after all rounds, and why a line is on the shortlist."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

import msgspec
from msgspec import Struct

from board.protocol.document import TallyLine
from board.records.canonical import Json


class Counted(Protocol):
    """A counted round, of the document or of a record."""

    @property
    def round(self) -> int: ...
    @property
    def runoff(self) -> bool: ...
    @property
    def tally(self) -> Sequence[TallyLine]: ...


class _RecordRound(Struct, frozen=True):
    round: int
    runoff: bool
    tally: tuple[TallyLine, ...]


def rounds_of(record: Json) -> list[Counted]:
    """The counted rounds of a record."""
    return list(msgspec.convert(record["rounds"], list[_RecordRound]))


def tally_of(one: Json) -> list[TallyLine]:
    """The tally of a round of a record."""
    return msgspec.convert(one["tally"], list[TallyLine])


COUNT, BOLD, CHOSEN = "count", "bold", "chosen"


@dataclass(frozen=True, slots=True)
class Score:
    """What an option got in the last round it stood in."""

    dots: int
    bold: int
    round: int


def scores(rounds: Sequence[Counted]) -> dict[str, Score]:
    """The last known score of every option that was ever voted on."""
    return {line.option: Score(line.dots, line.bold, one.round) for one in rounds for line in one.tally}


def tiers(tally: Sequence[TallyLine]) -> list[list[str]]:
    """Options with equal dots share a tier; the first tier has most."""
    ordered = sorted(tally, key=lambda line: -line.dots)
    return [[line.option for line in group] for _, group in groupby(ordered, key=lambda line: line.dots)]


def places_of(tally: Sequence[TallyLine]) -> dict[str, tuple[int, int]]:
    """Option → its place, counted from 1, and how many others share it."""
    places: dict[str, tuple[int, int]] = {}
    above = 0
    for tier in tiers(tally):
        places |= dict.fromkeys(tier, (above + 1, len(tier) - 1))
        above += len(tier)
    return places


def deciding(record: Json) -> Json | None:
    """The last round of a record on all options; a run-off only reorders some of them."""
    whole = [one for one in record["rounds"] if not one["runoff"]] or record["rounds"]
    return whole[-1] if whole else None


def options_to_choose_from(record: Json) -> int:
    """How many options the shortlist was chosen from; without a vote those on it."""
    one = deciding(record)
    return len(one["options"]) if one else len(record["shortlist"])


def standing(rounds: Sequence[Counted]) -> list[list[str]]:
    """The tiers of the last whole vote; a run-off reorders its options, at the place of the best of them."""
    stand: list[list[str]] = []
    for one in rounds:
        fresh = tiers(one.tally)
        if not one.runoff or not stand:
            stand = fresh
            continue
        again = {option for tier in fresh for option in tier}
        first = next((at for at, tier in enumerate(stand) if again & set(tier)), len(stand))
        rest = [[option for option in tier if option not in again] for tier in stand]
        stand = [tier for tier in rest[:first] + fresh + rest[first:] if tier]
    return stand


def bold_winners(rounds: Sequence[Counted]) -> list[str]:
    """The options with most bold picks in the last round that had any."""
    for one in reversed(rounds):
        most = max((line.bold for line in one.tally), default=0)
        if most:
            return [line.option for line in one.tally if line.bold == most]
    return []


@dataclass(frozen=True, slots=True)
class Cut:
    """How a shortlist lies to the count."""

    why: dict[str, str]  # option on the shortlist: count | bold | chosen
    left_out: list[str]  # not on it, although the count would have put it there
    tied: list[str]  # not on it, with as many dots as the last line that is there by count


def cut(rounds: Sequence[Counted], shortlist: Sequence[str], bold: Collection[str]) -> Cut:
    """Compare the shortlist with as many of the best options as it is long, bold winners apart."""
    got, stand = scores(rounds), standing(rounds)
    place = {option: at for at, tier in enumerate(stand) for option in tier if got[option].dots > 0}
    lines = sum(option not in bold for option in shortlist)
    # A bold winner does not need the count to be there, so it takes no place from the others.
    ranked = [option for tier in stand for option in tier if option in place and (not lines or option not in bold)]
    last = place[ranked[min(lines or 1, len(ranked)) - 1]] if ranked else -1

    def reason(option: str) -> str:
        if place.get(option, last + 1) <= last:
            return COUNT
        return BOLD if option in bold else CHOSEN

    why = {option: reason(option) for option in shortlist}
    against = CHOSEN in why.values() or not lines
    at_cut = [option for tier in stand for option in tier if option not in why and place.get(option) == last]
    above = [option for tier in stand for option in tier if option not in why and place.get(option, last) < last]
    return Cut(why, above + (at_cut if against else []), [] if against else at_cut)
