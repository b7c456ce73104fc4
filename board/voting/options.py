"""What can be voted for: groups, then the ideas that lie in none. Frozen when a vote opens."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import ceil

from board.canvas.text import trimmed
from board.errors import Refused
from board.protocol.document import ClusterEntry, Option, Place
from board.protocol.refusals import Refusal

FEWEST_DOTS, MOST_DOTS = 3, 10


def budget(options: int) -> int:
    """How many dots each person gets by default for this number of options.

    A quarter of them, held to 3-10 and to half of the options, both rounded up: few enough that a dot costs something.
    """
    quarter = ceil(options / 4)
    return min(max(quarter, FEWEST_DOTS), MOST_DOTS, ceil(options / 2))


def dots_each(options: int, wanted: int | None) -> int:
    """The dots each person gets on a ballot: what the facilitator set, at most one per option, or the default."""
    return budget(options) if wanted is None else min(wanted, options)


def options_of(
    *,
    ideas: Mapping[str, str],
    numbers: Mapping[str, int],
    places: Mapping[str, Place],
    clusters: Mapping[str, ClusterEntry],
    aside: Collection[str] = (),
) -> list[Option]:
    """The options a board holds now, from the roots of its document, without those set aside.

    Clusters by letter, then lone ideas by number. A hidden idea has no text there: it is neither an option nor a
    member, and a cluster without a visible idea is not an option.
    """
    members: defaultdict[str | None, list[str]] = defaultdict(list)
    for idea in sorted(ideas, key=lambda idea: (places[idea].rank if idea in places else "", idea)):
        cluster = places[idea].cluster if idea in places else None
        members[cluster if cluster in clusters else None].append(idea)
    grouped = [_of_cluster(key, clusters[key], members[key], ideas) for key in clusters if members[key]]
    lone = [_of_idea(idea, numbers.get(idea), ideas[idea]) for idea in members[None]]
    # Letters run A … Z, AA …: shorter first. What has no letter or number yet comes last.
    grouped.sort(key=lambda o: (o.letter is None, len(o.letter or ""), o.letter or "", o.option))
    lone.sort(key=lambda o: (o.number is None, o.number or 0, o.option))
    return [option for option in grouped + lone if option.option not in aside]


def check_round(options: Sequence[Option], chosen: Sequence[str] | None = None) -> Refused | None:
    """Whether a round can open on these options, or as a run-off on the chosen ones among them."""
    if not options:
        return Refused(Refusal.NOTHING_TO_VOTE_ON)
    if chosen is None:
        return None
    if not {option.option for option in options}.issuperset(chosen):
        return Refused(Refusal.NOT_AN_OPTION)
    return Refused(Refusal.RUNOFF_NEEDS_TWO) if len(set(chosen)) < 2 else None


def _of_cluster(key: str, cluster: ClusterEntry, members: Sequence[str], ideas: Mapping[str, str]) -> Option:
    name = trimmed(cluster.name)
    return Option(
        option=key,
        kind="cluster",
        letter=cluster.letter,
        number=None,
        name=name or ideas[members[0]],
        named=bool(name),
        ideas=tuple(members),
    )


def _of_idea(idea: str, number: int | None, text: str) -> Option:
    return Option(
        option=idea,
        kind="idea",
        letter=None,
        number=number,
        name=text,
        named=True,
        ideas=(idea,),
    )
