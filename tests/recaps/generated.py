"""Any session: every field of the material filled at random, in ways that no person would, the same for a seed."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any, Literal, TypeVar, get_args

from msgspec import UNSET

from board.protocol.document import LEVEL_KEYS, Reason
from board.protocol.worksession.document import (
    Accepted,
    Agreement,
    Change,
    ChangedField,
    Condition,
    Contract,
    Ending,
    Item,
    ItemKind,
    Owner,
    Person,
    SessionKind,
    Task,
    Verdict,
)
from board.recaps.material import Before, Lines, Material, Text
from tests.recaps.samples import ident

T = TypeVar("T")
Words = Callable[[Random], str]

ALPHABET = "aAeiou st.,-#*_`>|\"\\/'&<\n\t0123éßÅçñžŁœ\u0301אבשةمخطعカタ価格한국ไทย\u200d\u00ad\u2028😀🏽🇳🇿\U0010ffff"
"""what somebody may type; without the letters of names"""


def anything(random: Random) -> str:
    return "".join(random.choices(ALPHABET, k=random.randint(1, 30)))


def any_name(random: Random) -> str:
    """A name that occurs in nothing that `anything` returns, nor in a key or a value of the format."""
    letters = random.choice(["qzxQZX", "ЖжЩщЪъ", "龍鳳麟"])
    return "".join(random.choices(letters, k=random.randint(5, 12)))


class Sessions:
    """Makes sessions that ended. What people type comes from `said`, what they are called from `called`."""

    def __init__(self, seed: int, said: Words = anything, called: Words = any_name) -> None:
        self._random, self._said, self._called = Random(seed), said, called
        self._people: list[str] = []

    def session(self) -> Material:
        people = self._joined()
        self._people = list(people)
        agenda = self._by_id(self._item, 100)
        verdict: Verdict = self._one_of(Verdict)
        return Material(
            now=self._time(),
            number=self._random.randint(1, 9),
            kind=self._one_of(SessionKind),
            contract=self._contract(),
            decision=self._maybe(lambda: "ab" * 32),
            conditions=self._by_id(self._condition, 1),
            agenda=agenda,
            people=people,
            tasks=self._by_id(lambda: self._task(agenda), 200),
            agreements=self._by_id(lambda: self._agreement(agenda), 300),
            ending=self._ending(verdict),
            began=self._maybe(self._time),
            changes=self._several(self._change),
            agreed=self._several(lambda: self._answer(people)),
            accepted=self._several(lambda: self._answer(people)),
            text=self._text(),
            before=self._maybe(lambda: Before(self._text(), self._random.choice(["brought", "session", "start"]))),
            lines=Lines(
                summary=self._note(),
                next=self._note(),
                was=self._note(),
                became=self._note(),
                shows_before=self._flag(),
            ),
            follows=self._maybe(lambda: "cd" * 32),
        )

    def _joined(self) -> dict[str, Person]:
        """A lead and others; some were removed, and what they did keeps their names."""
        found = {}
        for at in range(self._random.randint(1, 6)):
            id = "".join(self._random.choices("abc", k=3)) + str(at)
            found[id] = Person(
                name=self._called(self._random),
                role="member" if at else "lead",
                colour=at,
                decider=self._flag(),
                goal=self._note(),
                reach=self._note(),
                outcome=self._random.choice(["done", "nearly", "not", None]),
                taken=self._note(),
                note=self._note(),
                stuck=self._note(),
                shown=self._flag(),
                removed=bool(at) and self._flag(),
            )
        return found

    def _contract(self) -> Contract:
        return Contract(
            artifact=self._words(),
            audience=self._note(),
            problem=self._note(),
            constraint=self._note(),
            owner=self._owner(),
            starts=self._maybe(lambda: int(self._time())),
            minutes=self._random.randint(10, 240),
        )

    def _ending(self, verdict: Verdict) -> Ending:
        nearly = verdict == "nearly"
        return Ending(
            verdict=verdict,
            note=self._note(),
            elsewhere=self._note(),
            finisher=self._random.choice(self._people) if nearly else None,
            by="2026-12-01" if nearly else None,
            at=self._time(),
            finished_at=self._maybe(self._time) if nearly else None,
        )

    def _condition(self) -> Condition:
        return Condition(self._words(), self._flag(), self._rank(), self._note(), self._origin())

    def _item(self) -> Item:
        return Item(
            title=self._words(),
            minutes=self._random.randint(1, 240),
            extra=self._random.uniform(-60, 600),
            kind=self._one_of(ItemKind),
            owner=self._owner(),
            rank=self._rank(),
            spent=self._maybe(lambda: self._random.uniform(0, 9_000)),
            skipped=self._flag(),
            origin=self._origin(),
        )

    def _task(self, agenda: Mapping[str, Item]) -> Task:
        return Task(
            text=self._words(),
            owner=self._owner(),
            when=self._random.choice(["2026-12-03", self._note()]),
            first_step=self._note(),
            state=self._random.choice(["open", "done", "dropped"]),
            note=self._note(),
            item=self._random.choice([None, ident(999), *agenda]),
            origin=self._origin(),
        )

    def _agreement(self, agenda: Mapping[str, Item]) -> Agreement:
        by: Literal["level", "name", "alone", "board"] = self._random.choice(["level", "name", "alone", "board"])
        of_board = by == "board"
        is_open = self._flag()
        closed = by == "level" and not is_open
        named = self._random.sample(self._people, k=self._random.randint(0, len(self._people)))
        reasons = self._several(lambda: Reason(self._random.randint(0, 5), self._words()))
        return Agreement(
            text=self._words(),
            why=self._note(),
            owner=self._owner(),
            open=is_open,
            by=by,
            at=self._time(),
            answers={level: self._random.randint(0, 9) for level in LEVEL_KEYS} if closed else None,
            silent=self._random.randint(0, 9) if closed else None,
            reasons=tuple(reasons) if closed else (),
            by_name={person: self._flag() for person in named} if by == "name" else None,
            why_not={person: self._words() for person in named[:1]} if by == "name" else None,
            agreed=self._maybe(self._flag),
            board=self._random.choice([ident(999), *agenda]) if of_board else UNSET,
            question=self._words() if of_board else UNSET,
            decision="ef" * 32 if of_board and self._flag() else UNSET,
        )

    def _change(self) -> Change:
        field: ChangedField = self._one_of(ChangedField)
        old: str | int | Owner | None = self._note()
        if field == "minutes":
            old = self._random.randint(10, 240)
        elif field == "starts":
            old = self._maybe(lambda: int(self._time()))
        elif field == "owner":
            old = self._owner()
        return Change(at=self._time(), field=field, old=old)

    def _answer(self, people: Mapping[str, Person]) -> Accepted:
        """By somebody with the link, or by somebody who joined and typed their own name."""
        person = self._maybe(lambda: self._random.choice(self._people))
        return Accepted(
            name=self._words() if person is None else people[person].name.upper(),
            yes=self._flag(),
            note=self._note(),
            at=self._time(),
            person=person,
            outdated=self._flag(),
        )

    def _owner(self) -> Owner | None:
        person = Owner(person=self._random.choice(self._people))
        return self._random.choice([None, person, Owner(words=self._words())])

    def _text(self) -> Text:
        text = self._random.choice(["", " \n", self._words()])
        return Text(text, self._random.randint(0, 9), self._random.randint(0, 9))

    def _words(self) -> str:
        return self._said(self._random)

    def _note(self) -> str | None:
        return self._maybe(self._words)

    def _flag(self) -> bool:
        return self._random.random() < 0.5

    def _time(self) -> float:
        return self._random.uniform(0, 4_000_000_000)

    def _rank(self) -> str:
        return self._random.choice("ab")

    def _origin(self) -> str | None:
        return self._maybe(lambda: "c-1")

    def _maybe(self, make: Callable[[], T]) -> T | None:
        return make() if self._flag() else None

    def _several(self, make: Callable[[], T]) -> list[T]:
        return [make() for _ in range(self._random.randint(0, 3))]

    def _by_id(self, make: Callable[[], T], first: int) -> dict[str, T]:
        return {ident(first + at): one for at, one in enumerate(self._several(make))}

    def _one_of(self, literal: object) -> Any:  # noqa: ANN401 - the caller says which literal
        return self._random.choice(get_args(literal))
