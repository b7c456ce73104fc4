"""How a record describes an option: by the texts that everybody may still read."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import structs

from board.protocol.document import ClusterEntry, MergeEntry, Option, Place
from board.records.canonical import Json


@dataclass(frozen=True, slots=True)
class Shown:
    """The ideas and clusters of a board, less what the facilitator has hidden."""

    ideas: Mapping[str, str]
    numbers: Mapping[str, int]
    clusters: Mapping[str, ClusterEntry]
    places: Mapping[str, Place]
    hidden: Collection[str]
    merges: Mapping[str, MergeEntry] = field(default_factory=dict)

    def knows(self, option: str) -> bool:
        return option in self.clusters or option in self.places or option in self.ideas

    def members(self, cluster: str) -> list[str]:
        """The ideas that lie in a cluster, in the order of their numbers."""
        inside = [idea for idea, place in self.places.items() if place.cluster == cluster]
        return self._ordered(inside)

    def _ordered(self, ideas: Iterable[str]) -> list[str]:
        return sorted(ideas, key=lambda idea: (self.numbers.get(idea, 0), idea))

    def clusters_told(self) -> list[Json]:
        """Every cluster that holds an idea, by letter: A to Z, then AA."""
        told = []
        for cluster, one in self.clusters.items():
            if members := self.members(cluster):
                merged = self._merged(cluster, members, (cluster,))
                told.append(self._group(cluster, one) | {"members": members, "merged": merged})
        return sorted(told, key=_by_letter)

    def _group(self, cluster: str, one: ClusterEntry) -> Json:
        name = None if cluster in self.hidden else one.name.strip() or None
        entry: Json = {"cluster": cluster, "letter": one.letter, "name": name}
        return entry | ({"hidden": True} if cluster in self.hidden else {})

    def _merged(self, into: str, members: Sequence[str], above: tuple[str, ...]) -> list[Json]:
        """The groups that were put into this one, with the ideas that came along and still are here.

        A group that was emptied can be made again and take in the one that took it in: none stands below itself.
        """
        came: dict[str, list[str]] = {}
        was: dict[str, ClusterEntry] = {}
        for merge in self.merges.values():
            if merge.into != into:
                continue
            for group in merge.clusters.keys() - set(above):
                inside = [idea for idea in members if merge.moved.get(idea) == group]
                if inside:
                    came[group] = came.get(group, []) + [idea for idea in inside if idea not in came.get(group, ())]
                    was[group] = merge.clusters[group]
        told = [
            self._group(group, was[group])
            | {"members": self._ordered(ideas), "merged": self._merged(group, ideas, (*above, group))}
            for group, ideas in came.items()
        ]
        return sorted(told, key=_by_letter)

    def told(self, option: str) -> Json:
        """An option as the document has it now."""
        cluster = self.clusters.get(option)
        if cluster is None:
            return self.cleaned(
                Option(option, "idea", None, self.numbers.get(option), "", named=False, ideas=(option,))
            )
        name, members = cluster.name.strip(), tuple(self.members(option))
        return self.cleaned(Option(option, "cluster", cluster.letter, None, name, named=bool(name), ideas=members))

    def cleaned(self, option: Option) -> Json:
        """An option as it stood on a ballot, less what was hidden or withdrawn since; an idea tells an unnamed one."""
        told: Json = structs.asdict(option) | {"ideas": list(option.ideas)}
        told["named"] = option.kind == "cluster" and option.named
        if told["named"]:
            return told | ({"name": None, "hidden": True} if option.option in self.hidden else {})
        texts = [self.ideas[idea] for idea in option.ideas if idea in self.ideas and idea not in self.hidden]
        if told["name"] not in texts:
            told["name"] = texts[0] if texts else None
        return told if texts else told | {"hidden": True}


def _by_letter(group: Json) -> tuple[int, str, str]:
    letter = group["letter"] or ""
    return len(letter), letter, group["cluster"]
