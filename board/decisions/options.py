"""How an option is told in a record: by what everybody may still read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Shown:
    """The ideas and clusters of a board, less what the facilitator has hidden."""

    ideas: Mapping[str, str]
    numbers: Mapping[str, int]
    clusters: Mapping[str, Mapping[str, Any]]
    places: Mapping[str, Mapping[str, Any]]
    hidden: Collection[str]

    def knows(self, option: str) -> bool:
        return option in self.clusters or option in self.places or option in self.ideas

    def members(self, cluster: str) -> list[str]:
        """The ideas that lie in a cluster, in the order of their numbers."""
        inside = [idea for idea, place in self.places.items() if place.get("cluster") == cluster]
        return sorted(inside, key=lambda idea: (self.numbers.get(idea, 0), idea))

    def clusters_told(self) -> list[dict[str, Any]]:
        """Every cluster that holds an idea, by letter: A to Z, then AA."""
        told = []
        for cluster, one in self.clusters.items():
            if members := self.members(cluster):
                name = None if cluster in self.hidden else (one.get("name") or "").strip() or None
                entry = {"cluster": cluster, "letter": one.get("letter"), "name": name, "members": members}
                told.append(entry | ({"hidden": True} if cluster in self.hidden else {}))
        return sorted(told, key=lambda one: (len(one["letter"] or ""), one["letter"] or "", one["cluster"]))

    def told(self, option: str) -> dict[str, Any]:
        """An option as the document has it now."""
        cluster = self.clusters.get(option)
        named = (cluster.get("name") or "").strip() if cluster else ""
        return self.cleaned(
            {
                "option": option,
                "kind": "cluster" if cluster else "idea",
                "letter": cluster.get("letter") if cluster else None,
                "number": None if cluster else self.numbers.get(option),
                "name": named or None,
                "named": bool(named),
                "ideas": self.members(option) if cluster else [option],
            }
        )

    def cleaned(self, option: Mapping[str, Any]) -> dict[str, Any]:
        """An option as it stood on a ballot, less what was hidden or withdrawn since; an idea tells an unnamed one."""
        told = {key: option[key] for key in ("option", "kind", "letter", "number", "name", "named")}
        told["ideas"] = list(option["ideas"])
        told["named"] = option["kind"] == "cluster" and option["named"]
        if told["named"]:
            return told | ({"name": None, "hidden": True} if option["option"] in self.hidden else {})
        texts = [self.ideas[idea] for idea in option["ideas"] if idea in self.ideas and idea not in self.hidden]
        if told["name"] not in texts:
            told["name"] = texts[0] if texts else None
        return told if texts else told | {"hidden": True}
