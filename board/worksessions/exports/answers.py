"""The answers of those who say yes or no without being in the session, as sentences."""

from collections.abc import Iterator

from board.protocol.worksession.document import Accepted, SessionMeta
from board.records import times
from board.words import say


def answers(meta: SessionMeta) -> Iterator[tuple[str, str]]:
    """What each answer was about, and the answer with its name and time: before the end, then after it."""
    for label, given in (("recap-agreed", meta.agreed), ("recap-accepted", meta.accepted)):
        yield from ((say(label), _sentence(one)) for one in given if one.person is None)


def _sentence(one: Accepted) -> str:
    moment = times.moment(times.utc(one.at))
    said = say("recap-said-yes" if one.yes else "recap-said-no", name=one.name, moment=moment)
    return say("recap-outdated", said=said) if one.outdated else said
