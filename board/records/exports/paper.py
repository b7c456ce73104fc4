"""What every record says on paper, whatever its kind: how to check it, its number, its link and its time."""

from board.records import canonical
from board.records.canonical import Json
from board.records.exports import filename
from board.records.exports.script import Said, said
from board.records.kind import Kind
from board.records.times import instant, moment
from board.words import say


def words() -> dict[str, str]:
    return {
        "brand": say("decision-brand"),
        "page": say("paper-page", page="{page}", pages="{pages}"),
        "check": say("proof-check"),
    }


def proof(record: Json, kind: Kind, link: str | None) -> Json:
    """`link` is the address of the page; a draft has none."""
    if record["format"] == kind.draft:
        when = say("paper-as-of", moment=moment(record["as_of"]))
        return {"draft": say("paper-draft"), "digest": None, "link": None, "when_drawn": when}
    return {
        "draft": None,
        "digest": canonical.digest(canonical.encode(record)),
        "link": link,
        "check_how": say("proof-check-how"),
        "command": canonical.CHECK_COMMAND,
        "file": _unbroken(f"{filename.stem(record[kind.title], kind.name)}.json"),
        "stamp": moment(record["frozen_at"]),
    }


def made(record: Json) -> int:
    """The time of the record in Unix seconds."""
    return int(instant(record.get("frozen_at") or record["as_of"]).timestamp())


def _unbroken(file: str) -> Said:
    """A file name in its own direction, without places to break: whoever copies it gets exactly this name."""
    return {**said(file), "text": file}
