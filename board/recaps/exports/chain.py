"""The chain of a session as one line: the question, the decision, and one session after another.

The live page of a recap shows it, and the pages of the session with what its own people know.
"""

from collections.abc import Iterator
from typing import NamedTuple

from board.recaps.chain import Chain, Session
from board.recaps.record import KIND
from board.records.times import day
from board.words import say


class Part(NamedTuple):
    words: str
    href: str | None = None
    note: str | None = None
    typed: bool = False
    """whether somebody wrote the words"""
    here: bool = False
    """whether it is the session of this page"""


def parts(chain: Chain | None, number: int) -> list[Part]:
    """From the first to the last. Nothing where this session stands alone."""
    found = list(_parts(chain, number)) if chain else []
    return found if len(found) > 1 else []


def _parts(chain: Chain, number: int) -> Iterator[Part]:
    if chain.question:
        yield Part(chain.question, typed=True)
    if chain.decision:
        yield Part(say("recap-decision"), href=f"/decisions/{chain.decision}")
    elif chain.decision_deleted:
        yield Part(say("recap-chain-decision-deleted"))
    if chain.earlier:
        yield Part(say("recap-chain-more", count=chain.earlier))
    for one in chain.sessions:
        yield _session(one, here=one.number == number)
    if chain.later:
        yield Part(say("recap-chain-more", count=chain.later))


def _session(one: Session, *, here: bool) -> Part:
    words, told = say("recap-chain-session", number=one.number), one.told
    if here:
        return Part(words, note=say("recap-chain-here"), here=True)
    if told is None:
        return Part(words, href=one.address)
    note = say("recap-chain-told", verdict=told.verdict, day=day(told.at))
    return Part(words, href=one.address or (f"{KIND.path}{told.sha256}" if told.sha256 else None), note=note)
