"""How many dots are drawn for a count: all of them while a row stays readable, else to a stated scale."""

# More dots than this in one row are drawn to a scale.
MOST_DRAWN = 60


def scale(most: int) -> int:
    """How many dots each drawn one stands for: one, two or five times a power of ten."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if most <= MOST_DRAWN * step * factor:
                return step * factor
        step *= 10


def drawn(dots: int, scale: int) -> int:
    """A count above nothing is never drawn as nothing."""
    return max(1, round(dots / scale)) if dots else 0
