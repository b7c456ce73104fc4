"""What comes of boards that are opened in a session."""

from collections.abc import Sequence
from dataclasses import replace

from board.protocol.worksession.document import Agreement, Item, Owner
from board.recaps.material import Material

MINUTE = 60.0


def opened_in(session: Material, at: float, ids: Sequence[str]) -> Material:
    """The same session with two boards before its agenda, the first of which decided."""
    ideas, place, *agreements = ids
    agenda = {
        ideas: Item(title="Find ideas", minutes=30, kind="board", rank="Z", spent=28 * MINUTE),
        place: Item(title="Where do we meet?", minutes=3, kind="board", rank="Zz", spent=3 * MINUTE),
    }
    came = dict(zip(agreements, (_decided(ideas, at), _counted(place, at + 4 * MINUTE)), strict=True))
    return replace(
        session,
        kind="brainstorming",
        agenda={**agenda, **session.agenda},
        agreements={**session.agreements, **came},
    )


def _decided(item: str, at: float) -> Agreement:
    return Agreement(
        text="The square, then the yard",
        why="More people pass there.",
        owner=Owner(words="Iris Okafor"),
        open=False,
        by="board",
        at=at,
        agreed=True,
        board=item,
        question="What do we draw first?",
        decision="ef" * 32,
    )


def _counted(item: str, at: float) -> Agreement:
    return Agreement(
        text="In the hall (3 dots) · Outside (1 dot)",
        open=False,
        by="board",
        at=at,
        board=item,
        question="Where do we meet?",
    )
