"""The preview of ideas that somebody has already: what will come onto the board, and the problems of each line.

Nothing is kept on the server between two looks. The text travels in the form, with a fingerprint of what was looked at,
so that a board is never opened with a text that nobody has seen in this shape.
"""

import asyncio
import hashlib
from collections.abc import Mapping

from litestar import Response

from board.brainstorm import first_phase
from board.errors import Refused
from board.imports import Draft, Kind, Read, kind_of, read_file, read_record, read_text, sentence
from board.protocol.phases import Phase
from board.protocol.refusals import Refusal
from board.web import render
from board.web.pages import FIELDS, home_page
from board.web.uploads import Upload
from board.words import say

FIRST = 6
CARRIED = [name for name in FIELDS if name not in ("question", "text")]


async def look(values: Mapping[str, str], file: Upload | None) -> Response[str]:
    """The page for what was sent, or the start page with the reason why there is nothing to look at."""
    found = await sort(values, file)
    if isinstance(found, Refused):
        return home_page(values, {"text": say(found.code, **found.params)})
    return await show(values, found, {})


def file_missing(values: Mapping[str, str]) -> Response[str]:
    """A form without files brought the name of one."""
    return home_page(values, {"text": say("home-ideas-file-missing")})


async def sort(values: Mapping[str, str], file: Upload | None, content: bytes | None = None) -> Read | Refused:
    """What would come of the form's text, of its file, or of a record's bytes. Runs in a thread: texts may be large."""
    return await asyncio.to_thread(_sort, values, file, content)


def _sort(values: Mapping[str, str], file: Upload | None, content: bytes | None) -> Read | Refused:
    open_only = values.get("which") != "all"
    if content is not None:
        return read_record(content, open_only=open_only)
    text = values.get("text", "")
    if file is None:
        if not text.strip():
            return Refused(Refusal.NOTHING_TO_READ)
        sent = values.get("kind", "")
        return read_text(text, Kind(sent) if sent in list(Kind) else kind_of(text), open_only=open_only)
    if text.strip():
        return Refused(Refusal.TEXT_AND_FILE)
    return read_file(file.name, file.content, open_only=open_only)


def fingerprint(found: Read, decision: str) -> str:
    """Says which text was looked at. No secret: it only keeps a person from opening what they have not seen."""
    return hashlib.sha256(f"{found.kind}\n{decision}\n{found.text}".encode(errors="surrogatepass")).hexdigest()


async def show(values: Mapping[str, str], found: Read, errors: Mapping[str, str]) -> Response[str]:
    """The preview page; with errors of its other fields, 422."""
    return await asyncio.to_thread(_page, values, found, errors)


def _page(values: Mapping[str, str], found: Read, errors: Mapping[str, str]) -> Response[str]:
    draft, decision = found.draft, values.get("decision", "")
    looked = fingerprint(found, decision)
    context = {
        "values": {"question": values.get("question", "").strip() or draft.question or ""},
        "errors": {name: why for name, why in errors.items() if name in ("question", "form")} | _elsewhere(errors),
        "carried": {name: values.get(name, "") for name in CARRIED} | {"looked": looked, "decision": decision},
        "title": _title(len(draft.ideas), len(draft.groups)),
        "lead": _lead(draft),
        "changed": bool(values.get("looked")) and values["looked"] != looked and values.get("then") == "open",
        "draft": draft,
        "first": draft.ideas[:FIRST],
        "members": list(draft.members()),
        "problems": [(sentence(one), say(f"ideas-then-{one.then}"), one.excerpt) for one in draft.problems],
        "kind": "" if found.kind is Kind.LINES else str(found.kind),
        "text": found.text,
        "editable": found.kind is not Kind.RECORD,
        "which": "all" if values.get("which") == "all" else "open",
        "choice": draft.open is not None and draft.open != draft.all,
    }
    return render.page("ideas.html", context, status=422 if errors else 200)


def _title(ideas: int, groups: int) -> str:
    return say("ideas-title-grouped", ideas=ideas, groups=groups) if groups else say("ideas-title", ideas=ideas)


def _lead(draft: Draft) -> str:
    first = first_phase(draft)
    if first is Phase.LOBBY:
        return say("ideas-lead-none")
    return say("ideas-lead", step=say(f"step-{first}"))


def _elsewhere(errors: Mapping[str, str]) -> dict[str, str]:
    """Reports an error in a field that only the start page shows as an error of the whole form."""
    hidden = [why for name, why in errors.items() if name not in ("question", "form")]
    return {"form": " ".join(hidden)} if hidden else {}
