"""How the text of a sample came about: a few copies, each a little longer than the one before."""

from typing import Literal

from board.markdown.making import Chosen, Making, Player
from board.protocol.worksession.document import Version
from tests.recaps import samples

Reason = Literal["start", "time", "item", "break", "restore", "name"]
REASONS: tuple[Reason, ...] = ("start", "time", "item", "time", "break", "restore", "item", "name", "time")


def making(text: str) -> Making:
    """From an empty page to the whole text, a copy every seven minutes; the text as it stands is the last frame."""
    lines, player = text.split("\n"), Player()
    texts = ["\n".join(lines[: len(lines) * number // len(REASONS)]) for number in range(len(REASONS))]
    frames = [
        player.frame(Chosen(_version(number, reason, copy), copy))
        for number, (reason, copy) in enumerate(zip(REASONS, texts, strict=True))
    ]
    return Making((*frames, player.frame(Chosen(None, text))))


def _version(number: int, reason: Reason, text: str) -> Version:
    of = {"item": "Draft", "name": "Mara’s copy", "restore": "1"}.get(reason)
    return Version(number=number, at=samples.at(7 * number), reason=reason, of=of, characters=len(text))
