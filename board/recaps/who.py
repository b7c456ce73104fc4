"""People in the words of a recap: those who show their names by name, everybody else as `P1`, `P2` …"""

from collections.abc import Mapping
from datetime import date

from board.recaps.sentence import part
from board.records.canonical import Json
from board.records.exports.escaping import isolated
from board.records.times import day, moment
from board.words import day as in_words
from board.words import listed, say

Names = Mapping[str, str]
"""number in the record → name; of those who show it"""


class Who:
    """Names people, and remembers whether somebody had to be called by number."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.numbered = False

    def person(self, number: str) -> str:
        """One of those who joined."""
        name = self._names.get(number)
        self.numbered |= name is None
        return name or number

    def shown(self, number: str) -> str | None:
        """The name of somebody who shows it."""
        return self._names.get(number)

    def owner(self, owner: Json | None) -> str | None:
        """A person or the words about one."""
        if owner is None:
            return None
        return self.person(owner["person"]) if owner["person"] else part(owner["words"] or "") or None

    def verdict(self, record: Json, *, alone: bool = False) -> str | None:
        """Who finishes it and when, who did, or who accepted it. Somebody who works alone needs no name."""
        if record["verdict"] != "nearly" or record["finisher"] is None:
            return self._accepted(record)
        finished = record["finished_at"]
        if alone:
            return (
                say("verdict-finished-alone", day=day(finished))
                if finished
                else say("recap-by-alone", day=on(record["by"]))
            )
        name = isolated(self.person(record["finisher"]))
        if finished:
            return say("verdict-finished", name=name, day=day(finished))
        return say("verdict-by", name=name, day=on(record["by"]))

    def _accepted(self, record: Json) -> str | None:
        """Who says yes to what is done, as it stands."""
        if record["verdict"] != "done" or not all(one["yes"] for one in record["accepted"]):
            return None
        names = [isolated(self._answered(one)) for one in record["accepted"] if not one["outdated"]]
        return say("recap-accepted-by", names=listed(names)) if names else None

    def _answered(self, one: Json) -> str:
        return self.person(one["person"]) if one["person"] else str(one["words"])

    def there(self, people: list[Json]) -> str:
        """Who was there: the names that are shown, and how many others."""
        shown = [self._names[one["person"]] for one in people if one["person"] in self._names]
        others = len(people) - len(shown)
        if not shown:
            return say("recap-people", count=others)
        return listed([*shown, say("recap-others", count=others)] if others else shown)

    def answer(self, one: Json) -> str:
        """A yes or no to what was to exist, or to what was made."""
        name = self._answered(one)
        said = say("recap-said-yes" if one["yes"] else "recap-said-no", name=isolated(name), moment=moment(one["at"]))
        return say("recap-outdated", said=said) if one["outdated"] else said

    def changed(self, change: Json) -> str:
        """What the lead changed of what was to exist, and what stood there before."""
        field, old, at = change["field"], change["old"], clock(change["at"])
        said = say("recap-changed", field=field, time=at)
        words = self.owner(old) if isinstance(old, dict) else old
        if words is None or field in ("starts", "zone"):
            return said
        return say("recap-changed-from", said=said, old=isolated(str(words)))


def on(when: str) -> str:
    """A day as YYYY-MM-DD in words."""
    return in_words(date.fromisoformat(when))


def clock(time: str) -> str:
    """The time of day (UTC) of a time of the record."""
    return time[11:16]
