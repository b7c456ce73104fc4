"""What every live document needs, whatever it holds: the way between the bytes of a websocket and a typed message.

Owns the websocket protocol (`protocol`) and its compression (`deflate`), the frames that are sent to many readers
(`frame`), the messages and what each kind of document accepts (`framing`), the close codes, the bounded send queue of
each connection (`send_queue`), the rate limit of each person (`rate_limit`), and the loop that serves one page
(`connection`). It knows no idea, vote, phase or agenda: a document subclasses `PageConnection` and says what a message
means. Read `framing` first, then `connection`.

`web` and the composition root use the names below; the documents themselves use the modules.
"""

from board.live.protocol import FrameProtocol
from board.live.send_queue import AsgiSendQueue
from board.live.tcp import reset

__all__ = ["AsgiSendQueue", "FrameProtocol", "reset"]
