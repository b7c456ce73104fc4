"""A frame is encoded by hand, and reads as the websocket library would have written it."""

import pytest
from websockets.extensions.permessage_deflate import PerMessageDeflate
from websockets.frames import Frame as Parsed
from websockets.streams import StreamReader

from board.live.transport.frame import Frame


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536, 200_000])
@pytest.mark.parametrize("packed", [False, True])
def test_a_frame_is_what_the_websocket_library_reads(size: int, packed: bool) -> None:
    payload = (b"idea " * (size // 5 + 1))[:size]
    frame = Frame(payload)
    reader = StreamReader()
    reader.feed_data(frame.compressed if packed else frame.encoded)
    steps = Parsed.parse(reader.read_exact, mask=False, extensions=[PerMessageDeflate(True, True, 15, 15)])
    with pytest.raises(StopIteration) as ended:
        next(steps)
    read = ended.value.value
    assert (read.opcode, read.fin, bytes(read.data)) == (2, True, payload)
    if size > 4096:
        assert len(frame.compressed) < len(frame.encoded) / 10
