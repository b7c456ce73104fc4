"""What is worth mending before a vote opens: options that read alike, and more of them than anybody can weigh.

Purely lexical, in every script: no dictionary, no stop words, no service. The same likeness is looked for in a count.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from board.protocol.document import Option
from board.voting.options import budget

MANY = 20
"""more options than this are hard to weigh; a warning, never a refusal"""
ALIKE = 0.8
"""On the real conversation in `tests/data/polis` every pair that says the same scores 0.86 or more, and no other pair
more than 0.73, its opposites in nearly the same words apart."""
MOST_COMPARED = 300
MOST_READ = 200
"""code points of a text that are compared"""
FOLDED = 1024
"""bits; 200 pieces leave most of them unset"""


@dataclass(frozen=True, slots=True)
class Health:
    """What the facilitator learns about a ballot that could open now; `alike` holds groups of option ids."""

    options: int
    dots: int
    many: bool
    alike: tuple[tuple[str, ...], ...]


def before(options: Sequence[Option]) -> Health:
    """The findings on the options of a ballot, in their order."""
    names = {option.option: option.name for option in options}
    return Health(len(options), budget(len(options)), len(options) > MANY, alike(names))


@dataclass(frozen=True, slots=True)
class _Shape:
    """A text as its pieces, and the same folded into few bits; `spare` is how many bits fewer there are than pieces."""

    option: str
    pieces: frozenset[str]
    folded: int
    spare: int
    signs: frozenset[str]


def alike(texts: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more whose texts read alike, each in the order given; of the first 300 texts.

    Two that read like a third are in one group. Likeness is the share of common trigrams inside words (Dice), and texts
    with different numbers or single letters ("Plan A", "Plan B") are never alike.
    """
    words = {key: _words(text) for key, text in list(texts.items())[:MOST_COMPARED]}
    shapes = _shapes({key: said for key, said in words.items() if said})
    group = {shape.option: [shape.option] for shape in shapes}
    for one, other in combinations(shapes, 2):
        common = ALIKE / 2 * (len(one.pieces) + len(other.pieces))
        # Nothing has more in common than this; most pairs end here.
        if (one.folded & other.folded).bit_count() + min(one.spare, other.spare) < common:
            continue
        if group[one.option] is not group[other.option] and _alike(one, other, common):
            group[one.option] += group[other.option]
            for key in group[other.option]:
                group[key] = group[one.option]
    order = {key: at for at, key in enumerate(texts)}
    found = {tuple(sorted(keys, key=order.__getitem__)) for keys in group.values() if len(keys) > 1}
    return tuple(sorted(found, key=lambda keys: order[keys[0]]))


def _shapes(words: Mapping[str, Sequence[str]]) -> list[_Shape]:
    pieces = {key: _pieces(said) for key, said in words.items()}
    places = {piece: at % FOLDED for at, piece in enumerate(dict.fromkeys(chain.from_iterable(pieces.values())))}
    shapes = []
    for key, mine in pieces.items():
        folded = sum(1 << place for place in {places[piece] for piece in mine})
        shapes.append(_Shape(key, mine, folded, len(mine) - folded.bit_count(), _signs(words[key])))
    return shapes


def _alike(one: _Shape, other: _Shape, common: float) -> bool:
    """Whether so many pieces are common, and no number or single letter speaks against it."""
    if one.signs and other.signs and one.signs != other.signs:
        return False
    return len(one.pieces & other.pieces) >= common


def _words(text: str) -> list[str]:
    """Case, width, punctuation and spacing are nothing; accents and vowel signs stay."""
    plain = unicodedata.normalize("NFKC", text[:MOST_READ]).casefold()
    return "".join(" " if unicodedata.category(char)[0] in "PSZC" else char for char in plain).split()


def _pieces(words: Sequence[str]) -> frozenset[str]:
    return frozenset(edged[at : at + 3] for word in words for edged in [f" {word} "] for at in range(len(word)))


def _signs(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in words if len(word) == 1 or any(char.isdigit() for char in word))
