"""A record of our own, a decision or a draft: its open ideas, or all of them, in their groups."""

import msgspec
from msgspec import Struct

from board.decisions import KIND
from board.errors import Refused
from board.imports.draft import Draft, Gathering
from board.protocol.refusals import Refusal


class _Idea(Struct):
    idea: str
    text: str | None = None
    hidden: bool = False

    def __post_init__(self) -> None:
        # Without its text it would be reported as hidden, although it was not.
        if self.text is None and not self.hidden:
            raise ValueError("neither a text nor hidden")


class _Cluster(Struct):
    cluster: str
    members: list[str]
    name: str | None = None


class _Option(Struct):
    option: str
    ideas: list[str] = []


class Record(Struct):
    """As much of a record as an import needs; everything else in it is passed over."""

    format: str
    ideas: list[_Idea]
    question: str = ""
    clusters: list[_Cluster] = []
    shortlist: list[_Option] = []


_decoder = msgspec.json.Decoder(Record)


def parse(text: str | bytes) -> Record | Refused:
    """The record in a JSON text, or why it cannot be imported."""
    try:
        found = _decoder.decode(text)
    except (msgspec.ValidationError, RecursionError):
        return Refused(Refusal.NO_RECORD)
    except (msgspec.DecodeError, UnicodeError):
        return Refused(Refusal.FILE_NOT_JSON)
    return found if found.format in (KIND.format, KIND.draft) else Refused(Refusal.NO_RECORD)


def slim(record: Record) -> str:
    """The same record with nothing but what an import needs, to travel in a form."""
    return msgspec.json.encode(msgspec.to_builtins(record)).decode()


def read(record: Record, *, open_only: bool) -> Draft:
    """Open ideas are those that no line of the shortlist holds. One that was hidden has no text and stays behind."""
    into = Gathering(named="idea")
    listed = {idea for option in record.shortlist for idea in (option.option, *option.ideas)}
    groups = {idea: one for one in record.clusters for idea in one.members}
    shown = [one for one in record.ideas if one.text is not None and not one.hidden]
    still_open = [one for one in shown if one.idea not in listed]
    for at, one in enumerate(record.ideas, start=1):
        if one.text is None or one.hidden or (open_only and one.idea in listed):
            continue
        if group := groups.get(one.idea):
            into.take(at, one.text, group=group.cluster, name=group.name or "")
        else:
            into.take(at, one.text)
    if hidden := len(record.ideas) - len(shown):
        into.note("ideas-hidden", count=hidden)
    return into.done(question=record.question, open=len(still_open), all=len(shown))
