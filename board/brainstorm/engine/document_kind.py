"""What a board accepts over its sockets: commands, and questions for the document, which the server alone writes."""

from board.live.transport.framing import CommandMessage, DocumentKind, SyncStep1

BOARD = DocumentKind(
    subprotocol="shortlist.",
    max_frame=32 * 1024,
    accepts=frozenset({CommandMessage, SyncStep1}),
)
