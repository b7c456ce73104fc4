"""What the journal does with the database for a batch of several documents."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from board.db.engine import is_sqlite, is_storage_fault
from board.live.document import LiveDocument, NoDocumentError
from board.live.stored.documents import OutrunError, advance, lock


class DatabaseAwayError(OSError):
    """The database did not answer a moment ago."""


def drop_memory(document: LiveDocument) -> None:
    """What was judged of it was not stored."""
    document.committer.discard(document)
    document.inbox.stale, document.inbox.in_hand = True, False


def versions(documents: Sequence[LiveDocument]) -> dict[str, int]:
    return {document.id: document.version for document in documents}


def save(dirty: Sequence[LiveDocument], conn: Connection) -> None:
    """Writes what changed. Raises OutrunError before anything is written."""
    if behind := lock(conn, versions=versions(dirty)):
        raise OutrunError(behind)
    for document in dirty:
        document.committer.save(conn, document)
    appended = {document.id for document in dirty if document.committer.appends(document)}
    advance(conn, appended, appended=True)
    advance(conn, {document.id for document in dirty} - appended)


async def reload(conn: AsyncConnection, documents: Iterable[LiveDocument]) -> None:
    for document in documents:
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
