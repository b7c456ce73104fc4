"""The story of one line of a shortlist: from raw ideas through their groups to its dots, places and objections."""

from collections.abc import Mapping, Sequence

from board.decisions import consents
from board.decisions.consents import Consent
from board.decisions.lines import Branch, Idea, Story, gone_idea, round_title
from board.decisions.remarks import look_alikes
from board.decisions.standing import places_of, tally_of
from board.records.canonical import Json
from board.words import say


def tell(record: Json, option: Json, ideas: Mapping[str, Idea], checks: list[Consent]) -> Story:
    """The story of a line of this record; the consent checks are the same for all lines."""
    objected, reasons = consents.objected(checks)
    return Story(
        root=tree(record, option, ideas),
        scored=[*_scored(record, option["option"]), say(f"tally-listed-{option['why']}")],
        objected=[objected],
        reasons=reasons,
    )


def tree(record: Json, option: Json, ideas: Mapping[str, Idea]) -> Branch:
    """The groups behind an option and the ideas in them; an idea that came with a group stands under it only."""
    now = next((one for one in record["clusters"] if one["cluster"] == option["option"]), None)
    return _branch("", "", option["ideas"], now["merged"] if now else (), ideas)


def _branch(mark: str, name: str, members: Sequence[str], merged: Sequence[Json], ideas: Mapping[str, Idea]) -> Branch:
    below, shown = [], set()
    for one in merged:
        inside = [idea for idea in one["members"] if idea in members and idea not in shown]
        if inside:
            called = say("decision-hidden-group") if one.get("hidden") else one["name"] or say("decision-unnamed")
            below.append(_branch(one["letter"] or "", called, inside, one["merged"], ideas))
            shown |= set(inside)
    own = tuple(ideas.get(idea) or gone_idea() for idea in members if idea not in shown)
    return Branch(mark, name, own, tuple(below))


def _scored(record: Json, option: str) -> list[str]:
    """Its dots, picks and place in every round it stood in, and what shared its dots."""
    said = []
    for one in record["rounds"]:
        score = next((line for line in one["tally"] if line["option"] == option), None)
        if score:
            place, tied = places_of(tally_of(one))[option]
            said.append(
                say(
                    "tally-scored",
                    round=round_title(one),
                    dots=score["dots"],
                    bold=score["bold"],
                    place=place,
                    tied=tied,
                    options=len(one["tally"]),
                )
            )
    return said + look_alikes(record, option)
