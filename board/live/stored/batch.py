"""How the journal judges a batch of several documents in memory, and what it does with the database for it."""

from collections.abc import Callable, Container, Iterable, Sequence
from functools import partial

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from board.db.engine import is_sqlite, is_storage_fault
from board.live.document import AnyBatchJob, LiveDocument, NoDocumentError
from board.live.jobs import CommandJob, ReadJob
from board.live.panics import ends_the_task
from board.live.stored.documents import OutrunError, advance, lock

Jobs = dict[LiveDocument, list[AnyBatchJob]]
Answers = dict[LiveDocument, list[Callable[[], None]]]
"""what to call when it is published"""
FailedDocument = tuple[LiveDocument, list[AnyBatchJob], BaseException]


class DatabaseAwayError(OSError):
    """The database did not answer a moment ago."""


def drop_memory(document: LiveDocument) -> None:
    """What was judged of it was not stored."""
    document.committer.discard(document)
    document.inbox.stale, document.inbox.in_hand = True, False


def versions(documents: Sequence[LiveDocument]) -> dict[str, int]:
    return {document.id: document.version for document in documents}


def judge(by_document: Jobs, answers: Answers) -> list[FailedDocument]:
    """Carries everything out, and takes the documents out of the batch that could not be judged."""
    failed: list[FailedDocument] = []
    for document, jobs in list(by_document.items()):
        document.inbox.in_hand = True
        try:
            answers[document] = document.committer.judge(document, jobs)
            answers[document] += [partial(job.see, document) for job in jobs if isinstance(job, ReadJob)]
        except BaseException as error:
            if ends_the_task(error):
                raise
            failed.append((document, by_document.pop(document), error))
    return failed


def left_unchanged(by_document: Jobs) -> list[LiveDocument]:
    """The documents that commands leave as they are: they were refused, or what they ask for is there."""
    return [
        document
        for document, jobs in by_document.items()
        if not document.committer.is_dirty(document) and any(isinstance(job, CommandJob) for job in jobs)
    ]


def save(dirty: Sequence[LiveDocument], conn: Connection) -> None:
    """Writes what changed. Raises OutrunError before anything is written."""
    if behind := lock(conn, versions=versions(dirty)):
        raise OutrunError(behind)
    for document in dirty:
        document.committer.save(conn, document)
    if not is_sqlite(conn):
        advance(conn, {document.id: document.committer.changed(document) for document in dirty})


async def reload(conn: AsyncConnection, documents: Iterable[LiveDocument]) -> None:
    """Loads documents in the order in which they are locked elsewhere: two processes never wait for each other."""
    for document in sorted(documents, key=lambda one: one.id):
        if document.gone:
            raise NoDocumentError(document.id)
        try:
            await document.committer.reload(conn, document)
        except NoDocumentError:
            raise
        except Exception as error:
            if is_sqlite(conn) or not is_storage_fault(error):
                # We cannot serve a consistent state: disconnect these clients.
                document.connections.close_all()
            raise
        document.inbox.stale = False


async def reload_and_judge(
    conn: AsyncConnection, behind: Container[str], by_document: Jobs, answers: Answers
) -> list[FailedDocument]:
    """Judges those again that are behind what is stored, and takes out of the batch what could not be judged."""
    lost = {document: jobs for document, jobs in by_document.items() if document.id in behind}
    for document in lost:
        drop_memory(document)
    await reload(conn, lost)
    failed = judge(lost, answers)
    for document, _, _ in failed:
        del by_document[document]
    return failed
