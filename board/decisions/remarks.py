"""What a careful reader should know of a record, in sentences: how the cut fell, ties, turnout, what is missing."""

from collections.abc import Mapping
from typing import Any

from board.decisions.lines import hidden_in, ideas_by_id, names_by_id
from board.decisions.standing import deciding, places_of, standing
from board.words import decisions as words

Json = Mapping[str, Any]


def remarks(record: Json) -> list[str]:
    return [*about_the_cut(record), *about_rounds(record), *about_what_is_missing(record), *about_names(record)]


def about_the_cut(record: Json) -> list[str]:
    names, lines, departs = names_by_id(record), record["shortlist"], record["departures"]
    if not record["rounds"] or not lines or not departs:
        return []
    against = [names[one["option"]] for one in lines if one["why"] == "chosen"]
    by_bold = [names[one["option"]] for one in lines if one["why"] == "bold"]
    said = [words.chosen(against)] if against else []
    if departs["left_out"]:
        said.append(words.left_out([names[option] for option in departs["left_out"]]))
    if by_bold:
        said.append(words.by_bold(by_bold))
    if departs["tied_left_out"]:
        said.append(words.tied_left_out([names[option] for option in departs["tied_left_out"]]))
    elif not against and not departs["left_out"]:
        said += _margin(record, names)
    return said + _ties(record, names) + look_alikes(record)


def look_alikes(record: Json, option: str | None = None) -> list[str]:
    """What shared its dots with its double in the last vote on all options; of one option only when it is named."""
    one = deciding(record)
    if one is None:
        return []
    names, places, said = names_by_id(record), places_of(one["tally"]), []
    for found in one["health"]:
        if found["finding"] == "look_alike" and option in (None, *found["options"]):
            alike = found["options"]
            best = min(places[key][0] for key in alike)
            said.append(words.look_alike([names[key] for key in alike], found["dots"], found["place"], best))
    return said


def _margin(record: Json, names: Mapping[str, str]) -> list[str]:
    """Between the last line that is there by the count and the best that is not; both must have stood in one round."""
    listed = {one["option"]: one for one in record["shortlist"]}
    ranked = [option for tier in standing(record["rounds"]) for option in tier if option in listed]
    last = next((listed[option] for option in reversed(ranked) if listed[option]["why"] == "count"), None)
    if last is None:
        return []
    tally = next((one["tally"] for one in record["rounds"] if one["round"] == last["round"]), ())
    best = next((one for one in tally if one["option"] not in listed), None)
    if best is None or best["dots"] >= last["dots"]:
        return []
    return [words.margin(names[last["option"]], last["dots"], names[best["option"]], best["dots"])]


def _ties(record: Json, names: Mapping[str, str]) -> list[str]:
    """Ties on the shortlist, in the last round; one at the cut was told already, and the others are in the data."""
    listed = {one["option"] for one in record["shortlist"]}
    findings = record["rounds"][-1]["health"]
    ties = [one for one in findings if one["finding"] == "tie" and set(one["options"]) <= listed]
    return [words.tie([names[option] for option in one["options"]], one["dots"]) for one in ties]


def about_rounds(record: Json) -> list[str]:
    names, said = names_by_id(record), []
    for one in record["rounds"]:
        if one["runoff"]:
            scores = [(names[score["option"]], score["dots"]) for score in one["tally"]]
            said.append(words.round_result(one["round"], scores))
        if one["opened_after_a_count"]:
            said.append(words.after_a_count(one["round"]))
        if one["proxies"]:
            said.append(words.proxies(one["proxies"]))
        if one["without_receipt"] > one["proxies"]:
            said.append(words.without_receipt(one["without_receipt"]))
    if record["rounds"]:
        last = record["rounds"][-1]
        said.append(words.turnout(last["ballots"], last["joined"], last["abstained"], last["unspent"]))
    return said


def about_what_is_missing(record: Json) -> list[str]:
    hidden = hidden_in(ideas_by_id(record).values())
    late = record["late_ideas_deleted"]
    return [words.hidden(hidden)] * bool(hidden) + [words.late_deleted(late)] * bool(late)


def about_names(record: Json) -> list[str]:
    return [words.SIGNED] if any(one.get("signed") for one in record["ideas"]) else []
