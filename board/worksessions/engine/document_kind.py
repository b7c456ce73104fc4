"""What a work session accepts over its sockets."""

from board.live.transport.framing import AwarenessUpdate, CommandMessage, DocumentKind, SyncStep1, SyncUpdate

WORKSESSION = DocumentKind(
    subprotocol="shortlist.",
    max_frame=32 * 1024,
    accepts=frozenset({CommandMessage, SyncStep1}),
)
"""Commands, and questions for the document, which the server alone writes."""

TEXT = DocumentKind(
    subprotocol="shortlist.text.",
    max_frame=256 * 1024,
    accepts=frozenset({SyncStep1, SyncUpdate, AwarenessUpdate}),
)
"""The text, which everybody writes."""
