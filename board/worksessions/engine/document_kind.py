"""What a work session accepts over its sockets: commands, and questions for its document."""

from board.live.transport.framing import CommandMessage, DocumentKind, SyncStep1

WORKSESSION = DocumentKind(
    subprotocol="shortlist.",
    max_frame=256 * 1024,
    accepts=frozenset({CommandMessage, SyncStep1}),
)
