"""What a careful reader should know of a record, in sentences: how the cut fell, ties, turnout, what is missing."""

from collections.abc import Callable, Iterable

from board.decisions.lines import hidden_in, ideas_by_id, naming
from board.decisions.standing import deciding, places_of, rounds_of, standing, tally_of
from board.records.canonical import Json
from board.words import listed, say

Name = Callable[[str], str]


def remarks(record: Json) -> list[str]:
    return [*about_the_cut(record), *about_rounds(record), *about_what_is_missing(record), *about_names(record)]


def about_the_cut(record: Json) -> list[str]:
    name, lines, departs = naming(record), record["shortlist"], record["departures"]
    if not record["rounds"] or not lines or not departs:
        return []
    left_out, tied = departs["left_out"], departs["tied_left_out"]
    against = [one["option"] for one in lines if one["why"] == "chosen"]
    by_bold = [one["option"] for one in lines if one["why"] == "bold"]
    said = [say("tally-chosen", names=_named(against, name), count=len(against))] if against else []
    if left_out:
        said.append(say("tally-left-out", names=_named(left_out, name), count=len(left_out)))
    if by_bold:
        said.append(say("tally-by-bold", names=_named(by_bold, name), count=len(by_bold)))
    if tied:
        said.append(say("tally-tied-left-out", names=_named(tied, name), count=len(tied)))
    elif not against and not left_out:
        said += _margin(record, name)
    return said + _ties(record, name) + look_alikes(record)


def look_alikes(record: Json, option: str | None = None) -> list[str]:
    """What shared its dots with its double in the last vote on all options; of one option only when it is named."""
    one = deciding(record)
    if one is None:
        return []
    name, places, said = naming(record), places_of(tally_of(one)), []
    for found in one["health"]:
        if found["finding"] == "look_alike" and option in (None, *found["options"]):
            said.append(_look_alike(found, min(places[key][0] for key in found["options"]), name))
    return said


def _look_alike(found: Json, best: int, name: Name) -> str:
    """`best` is the best place of any of the options alone."""
    names = _named(found["options"], name)
    if found["place"] >= best:
        return say("tally-look-alike", names=names, dots=found["dots"])
    return say(
        "tally-look-alike-joined", names=names, dots=found["dots"], place=found["place"], count=len(found["options"])
    )


def _margin(record: Json, name: Name) -> list[str]:
    """Between the last line that is there by the count and the best that is not; both must have stood in one round."""
    on_it = {one["option"]: one for one in record["shortlist"]}
    ranked = [option for tier in standing(rounds_of(record)) for option in tier if option in on_it]
    last = next((on_it[option] for option in reversed(ranked) if on_it[option]["why"] == "count"), None)
    if last is None:
        return []
    tally = next((one["tally"] for one in record["rounds"] if one["round"] == last["round"]), ())
    best = next((one for one in tally if one["option"] not in on_it), None)
    if best is None or best["dots"] >= last["dots"]:
        return []
    above, below = name(last["option"]), name(best["option"])
    apart = last["dots"] - best["dots"]
    return [say("tally-margin", above=above, most=last["dots"], below=below, less=best["dots"], apart=apart)]


def _ties(record: Json, name: Name) -> list[str]:
    """Ties on the shortlist, in the last round. Another remark covers a tie at the cut; the data holds the others."""
    on_it = {one["option"] for one in record["shortlist"]}
    findings = record["rounds"][-1]["health"]
    ties = [one for one in findings if one["finding"] == "tie" and set(one["options"]) <= on_it]
    return [say("tally-tie", names=_named(one["options"], name), dots=one["dots"]) for one in ties]


def about_rounds(record: Json) -> list[str]:
    said = []
    for one in record["rounds"]:
        if one["runoff"]:
            said.append(_runoff_result(one, naming(record)))
        if one["opened_after_a_count"]:
            said.append(say("tally-after-a-count", number=one["round"]))
        if one["proxies"]:
            said.append(say("tally-proxies", count=one["proxies"]))
        if one["without_receipt"] > one["proxies"]:
            said.append(say("tally-without-code", count=one["without_receipt"]))
    if record["rounds"]:
        last = record["rounds"][-1]
        joined, abstained, unspent = last["joined"] or 0, last["abstained"], last["unspent"]
        said.append(say("tally-turnout", ballots=last["ballots"], joined=joined, abstained=abstained, unspent=unspent))
    return said


def _runoff_result(one: Json, name: Name) -> str:
    scores = [say("tally-score", name=name(score["option"]), dots=score["dots"]) for score in one["tally"]]
    return say("tally-runoff-result", number=one["round"], scores=", ".join(scores))


def about_what_is_missing(record: Json) -> list[str]:
    hidden, late = hidden_in(ideas_by_id(record).values()), record["late_ideas_deleted"]
    said = [say("decision-hidden-ideas", count=hidden)] if hidden else []
    return said + ([say("decision-late-deleted", count=late)] if late else [])


def about_names(record: Json) -> list[str]:
    return [say("decision-signed")] if any(one.get("signed") for one in record["ideas"]) else []


def _named(options: Iterable[str], name: Name) -> str:
    return listed([name(option) for option in options])
