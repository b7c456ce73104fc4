import re

import segno

from board.web import qr
from tests.web.reading import one, read

URL = "https://board.example/join/9dKcJtY0c3uXq7mVwz4b2A"


def painted(svg: str) -> list[list[int]]:
    """The grid of modules that the picture fills, read back from its path."""
    size = int(re.findall(r'viewBox="0 0 (\d+) ', svg)[0])
    grid = [[0] * size for _ in range(size)]
    for x, y, length, back in re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", svg):
        assert length == back
        for step in range(int(length)):
            grid[int(y)][int(x) + step] = 1
    return grid


def test_the_picture_is_the_code_with_four_empty_modules_around_it() -> None:
    grid = painted(qr.svg(URL, "Join"))
    code = [[int(dark) for dark in row] for row in segno.make_qr(URL, error="m").matrix]
    inner = [row[4:-4] for row in grid[4:-4]]
    assert inner == code
    assert sum(map(sum, grid)) == sum(map(sum, code))


def test_it_is_dark_on_light_and_has_a_name() -> None:
    svg = qr.svg(URL, 'Join <"here">')
    assert one(svg, "svg").attributes["role"] == "img"
    assert one(svg, "title").text == 'Join <"here">'
    plate, modules = (element for element in read(svg) if element.tag == "path")
    assert plate.attributes["fill"] == "#fff"
    assert modules.attributes["fill"] == "currentColor"
    assert "style=" not in svg
    assert URL not in svg
