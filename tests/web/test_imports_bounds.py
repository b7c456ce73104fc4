"""From ideas to a board: how much may be sent, and how much is imported without trouble."""

import re
import time

from tests.brainstorm.clients import browser
from tests.brainstorm.running import Server
from tests.web.from_ideas import landed, send


async def test_a_form_of_many_parts_is_not_read_to_the_end(server: Server) -> None:
    fields = "".join(
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in (("question", "?"), ("text", "one\r\ntwo"))
    )
    more = '--x\r\nContent-Disposition: form-data; name="more"\r\n\r\n1\r\n'
    async with browser(server.base) as mara:
        for count, status in ((10, 200), (1000, 422)):
            answer = await mara.post(
                "/from-ideas",
                content=(fields + more * count + "--x--\r\n").encode(),
                headers={"content-type": "multipart/form-data; boundary=x"},
            )
            assert answer.status_code == status


async def test_only_these_routes_take_so_much(server: Server) -> None:
    async with browser(server.base) as mara:
        big = {"question": "?", "text": "a" * 300_000}
        assert (await mara.post("/boards", data=big)).status_code == 413
        assert (await send(mara, big)).status_code == 200


async def test_a_board_over_http_has_a_largest_size(server: Server) -> None:
    async with browser(server.base) as mara:
        for size, status in ((4_000_000, 400), (4_000_001, 413)):
            assert (await mara.post("/api/boards", content=b" " * size)).status_code == status


async def test_two_thousand_ideas_are_looked_at_and_opened_quickly(server: Server) -> None:
    lines = [f"{n} " + "word " * 190 for n in range(2000)]
    async with browser(server.base) as mara:
        values = {"question": "?", "text": "\n".join(lines)}
        started = time.perf_counter()
        looked = await send(mara, values)
        between = time.perf_counter()
        seen = re.findall(r'name="looked" value="(\w+)"', looked.text)[0]
        answer = await send(mara, values | {"looked": seen, "then": "open"})
        done = time.perf_counter()
        assert (await landed(mara, answer))["notice"]["counts"]["ideas"] == 2000
        # Two megabytes; both take well under half a second where nothing else runs.
        assert between - started < 20
        assert done - between < 20
