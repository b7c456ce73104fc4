"""A link as a picture that phones can read."""

from itertools import groupby

import segno
from markupsafe import Markup

QUIET = 4  # modules of empty edge: readers need them to find the code


def svg(url: str, title: str) -> Markup:
    """The QR code as SVG that scales to its box.

    Always dark on a light plate, because many readers fail on the inverse; a style sheet may set another `color` when
    the picture stands in the page itself.
    """
    rows = [list(row) for row in segno.make_qr(url, error="m").matrix_iter(scale=1, border=QUIET)]
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" color="#181d27"'
        ' shape-rendering="crispEdges"><title>{title}</title><path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        '<path fill="currentColor" d="{path}"/></svg>'
    ).format(size=len(rows), title=title, path=_path(rows))


def _path(rows: list[list[int]]) -> str:
    """One rectangle for each run of dark modules."""
    steps = []
    for y, row in enumerate(rows):
        x = 0
        for dark, run in groupby(row, bool):
            length = len(list(run))
            if dark:
                steps.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return "".join(steps)
