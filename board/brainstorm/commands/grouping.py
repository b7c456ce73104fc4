"""Groups: ideas are moved, groups named, joined and dissolved; any past merge can be undone on its own."""

from collections.abc import Mapping

from msgspec.structs import replace

from board.brainstorm.commands.moderating import renamed
from board.brainstorm.commands.registry import handles
from board.brainstorm.state.board import size_of
from board.brainstorm.state.context import CommandContext, checked
from board.canvas import rank as ranks
from board.errors import AtLimit, Refused
from board.facilitation.shares import Full
from board.live.commands import OK, Answer, refuse
from board.protocol import limits
from board.protocol.commands import DissolveCluster, Merge, NameCluster, PlaceIdea, UndoMerge
from board.protocol.document import ClusterEntry, MergeEntry, Place
from board.protocol.refusals import Refusal


@handles
def place_idea(context: CommandContext, command: PlaceIdea) -> Answer:
    """Into a group, or out of every group; at a rank, or at the end."""
    canvas, document = context.board.canvas, context.board.document
    if command.idea not in document.ideas:
        return refuse(Refusal.NO_IDEA)
    if command.cluster is not None and command.cluster not in document.clusters:
        return refuse(Refusal.NO_GROUP)
    if command.rank is not None and not ranks.is_rank(command.rank):
        return refuse(Refusal.BAD_RANK)
    rank = command.rank or ranks.after(_last(context, command.cluster))
    canvas.put("places", command.idea, Place(command.cluster, rank))
    return OK


@handles
def name_cluster(context: CommandContext, command: NameCluster) -> Answer:
    """Names a group; an unknown id makes an empty one."""
    canvas = context.board.canvas
    name = checked(command.name, limits.GROUP_NAME)
    if isinstance(name, Refused):
        return refuse(name)
    if command.rank is not None and not ranks.is_rank(command.rank):
        return refuse(Refusal.BAD_RANK)
    there = canvas.document.clusters.get(command.cluster)
    if there is None:
        if no := _no_new(context, command.cluster):
            return refuse(no)
        _open_cluster(context, command.cluster, name, command.rank)
    else:
        renamed(context.board, command.cluster)
        canvas.put("clusters", command.cluster, replace(there, name=name, rank=command.rank or there.rank))
    return OK


@handles
def dissolve_cluster(context: CommandContext, command: DissolveCluster) -> Answer:
    """Dissolves a group; its ideas are in no group then."""
    canvas = context.board.canvas
    if command.cluster not in canvas.document.clusters:
        return OK
    for idea, place in _members(context, command.cluster):
        canvas.put("places", idea, replace(place, cluster=None))
    _close_cluster(context, command.cluster)
    renamed(context.board, command.cluster)
    return OK


@handles
def merge(context: CommandContext, command: Merge) -> Answer:
    """Puts ideas and whole groups into one group, a new one when `into` is unknown. Remembers how it was before."""
    canvas = context.board.canvas
    clusters, ideas = canvas.document.clusters, canvas.document.ideas
    if command.merge in canvas.document.merges:
        return OK
    name = checked(command.name, limits.GROUP_NAME)
    if isinstance(name, Refused):
        return refuse(name)
    groups = [key for key in dict.fromkeys(command.sources) if key in clusters and key != command.into]
    lone = [key for key in dict.fromkeys(command.sources) if key in ideas]
    moving = dict.fromkeys(lone) | dict.fromkeys(idea for group in groups for idea, _ in _members(context, group))
    moved = {idea: canvas.document.places[idea].cluster for idea in moving}
    emptied = {group: clusters[group] for group in groups}
    created = command.into not in clusters
    kept = MergeEntry(command.into, moved, emptied, created)
    if no := _no_merge(context, kept, sources=len(groups) + len(lone)):
        return refuse(no)
    if created:
        _open_cluster(context, command.into, name, None)
    elif name:
        renamed(context.board, command.into)
        canvas.put("clusters", command.into, replace(clusters[command.into], name=name))
    last = _last(context, command.into)
    for idea in moving:
        last = ranks.after(last)
        canvas.put("places", idea, Place(command.into, last))
    for group in groups:
        _close_cluster(context, group)
    canvas.put("merges", command.merge, kept)
    _count_merge(context, 1, size_of(kept))
    return OK


def _no_merge(context: CommandContext, kept: MergeEntry, *, sources: int) -> Refused | None:
    if not sources:
        return Refused(Refusal.EMPTY_MERGE)
    board = context.board
    if no := context.check_room("merges", total=len(board.document.merges)):
        return no
    if no := context.check_room("merge_bytes", total=board.merge_bytes, more=size_of(kept)):
        return no
    return _no_new(context, kept.into, emptied=len(kept.clusters)) if kept.created else None


def _count_merge(context: CommandContext, number: int, size: int) -> None:
    """One merge more that can be undone, or one less."""
    context.board.merge_bytes += number * size
    context.use("merges", number)
    context.use("merge_bytes", number * size)


@handles
def undo_merge(context: CommandContext, command: UndoMerge) -> Answer:
    """Returns the ideas that still lie where the merge put them, and revives the groups it emptied."""
    canvas = context.board.canvas
    past = canvas.document.merges.get(command.merge)
    if past is None:
        return refuse(Refusal.NO_MERGE)
    clusters, places = canvas.document.clusters, canvas.document.places
    revived = {key: cluster for key, cluster in past.clusters.items() if key not in clusters}
    # The groups were there before, so this is bound by the limit alone: otherwise people could not undo what they did.
    if revived and len(clusters) + len(revived) > context.limits.clusters + past.created:
        return refuse(AtLimit(Refusal.NO_ROOM, what="clusters", part=Full.LIMIT.value, limit=context.limits.clusters))
    back = {idea: before for idea, before in past.moved.items() if _lies_in(places, idea, past.into)}
    for key, cluster in revived.items():
        canvas.put("clusters", key, cluster)
        context.use("clusters")
    for idea, before in back.items():
        canvas.put("places", idea, replace(places[idea], cluster=before if before in clusters else None))
    if past.created and past.into in clusters and not _members(context, past.into):
        _close_cluster(context, past.into)
    canvas.drop("merges", command.merge)
    _count_merge(context, -1, size_of(past))
    return OK


def _lies_in(places: Mapping[str, Place], idea: str, cluster: str) -> bool:
    return idea in places and places[idea].cluster == cluster


def _members(context: CommandContext, cluster: str) -> list[tuple[str, Place]]:
    inside = [(idea, place) for idea, place in context.board.document.places.items() if place.cluster == cluster]
    return sorted(inside, key=lambda entry: (entry[1].rank, entry[0]))


def _last(context: CommandContext, cluster: str | None) -> str | None:
    places = context.board.document.places.values()
    last = max((place.rank for place in places if place.cluster == cluster), default=None)
    return last if last is None or len(last) < ranks.LONGEST else ranks.DIGITS[-1] * 8


def _no_new(context: CommandContext, key: str, *, emptied: int = 0) -> Refused | None:
    """Why no group can be made under this id, given how many groups it replaces."""
    # Two options with one id would share their dots.
    if key in context.board.ideas and key not in context.board.letters:
        return Refused(Refusal.ID_TAKEN)
    if key not in context.board.letters and (no := context.check_room("letters", total=len(context.board.letters))):
        return no
    return context.check_room("clusters", total=len(context.board.document.clusters), more=1 - emptied)


def _open_cluster(context: CommandContext, key: str, name: str, rank: str | None) -> None:
    """A cluster that was there before gets its letter again; letters are never given twice."""
    board = context.board
    if key not in board.letters:
        board.letters[key] = letter_of(len(board.letters))
        context.use("letters")
    context.use("clusters")
    letter = board.letters[key]
    last = max((cluster.rank for cluster in board.document.clusters.values()), default=None)
    board.canvas.put("clusters", key, ClusterEntry(name, rank or ranks.after(last), letter))


def _close_cluster(context: CommandContext, key: str) -> None:
    context.board.canvas.drop("clusters", key)
    context.use("clusters", -1)


def letter_of(index: int) -> str:
    """A … Z, AA, AB …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
