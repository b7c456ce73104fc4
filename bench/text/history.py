"""The text of two hours: ten people at three keys a second for a third of the time, made once and kept in the cache.

They type Markdown in bursts, at the end or somewhere else, and take back every eighth key. Everything follows from one
seed, the client ids included, so that each server gets the same bytes.
"""

import itertools
import random
from typing import Any

import msgspec
from pycrdt import Doc, Text, merge_updates

from bench.peers import CACHE
from bench.text.pages import ROOT

PEOPLE, KEYS = 10, 75_600
BURSTS = 8
"""in one frame: this server takes news of at most eight clients at once"""
_PROSE = (
    "the a we need to decide plan draft review owner next step audience brief session timer break group vote idea "
    "shortlist risk cost week month client page audit research summary task list criteria done nearly another because "
    "therefore but and with for from into about over under again first second third"
)
_ENDS = (". ", ". ", "? ", "\n", "\n- ", "\n\n## ")
_WORDS = _PROSE.split()
BACKSPACE = 0.12


class History(msgspec.Struct):
    """`frames` are updates, in their order; `text` is what they make."""

    frames: list[bytes]
    text: str


def history(keys: int = KEYS) -> History:
    """The text of this many keys, from the cache if it is there."""
    file = CACHE / f"text-{keys}.msgpack"
    if file.exists():
        return msgspec.msgpack.decode(file.read_bytes(), type=History)
    made = _made(keys)
    file.write_bytes(msgspec.msgpack.encode(made))
    return made


class _Typist:
    """One of the people, with a document of their own."""

    def __init__(self, dice: random.Random, log: list[bytes]) -> None:
        self._dice = dice
        self.doc: Doc[Any] = Doc(client_id=dice.getrandbits(32))
        self._text: Text = self.doc.get(ROOT, type=Text)
        self._at = 0
        self._coming = ""
        self._reading = False
        self.doc.observe(lambda event: None if self._reading else log.append(event.update))

    def burst(self, update: bytes, keys: int) -> None:
        """Reads what others wrote, and types at one place."""
        self._reading = True
        self.doc.apply_update(update)
        self._reading = False
        size = len(self._text)
        if self._dice.random() < 0.25:
            self._at = self._dice.choice([size, size, size, self._dice.randint(0, size)])
        self._at = min(self._at, size)
        for _ in range(keys):
            self._press()

    def _press(self) -> None:
        if self._at and self._dice.random() < BACKSPACE:
            gone = min(self._at, 1 if self._dice.random() < 0.9 else self._dice.randint(2, 30))
            del self._text[self._at - gone : self._at]
            self._at -= gone
            return
        self._coming = self._coming or self._sentence()
        self._text.insert(self._at, self._coming[0])
        self._coming = self._coming[1:]
        self._at += 1

    def _sentence(self) -> str:
        words = self._dice.choices(_WORDS, k=self._dice.randint(5, 14))
        return " ".join(words).capitalize() + self._dice.choice(_ENDS)


def _made(keys: int) -> History:
    dice = random.Random(7)  # noqa: S311 repeatable
    log: list[bytes] = []
    people = [_Typist(dice, log) for _ in range(PEOPLE)]
    whole: Doc[Any] = Doc()
    begins = []
    while len(log) < keys:
        begins.append(len(log))
        one, before = dice.choice(people), len(log)
        one.burst(whole.get_update(one.doc.get_state()), min(dice.randint(20, 80), keys - before))
        for update in log[before:]:
            whole.apply_update(update)
    cuts = [*begins[::BURSTS], keys]
    frames = [merge_updates(*log[start:end]) for start, end in itertools.pairwise(cuts)]
    return History(frames, str(whole.get(ROOT, type=Text)))
