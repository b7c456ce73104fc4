"""Wrong links: a few are answered at once, many late, and very many are refused."""

from board.people.guessing import FREE, LONGEST_DELAY, MOST, PER_SECOND, Guesses, Slowed


def test_a_few_wrong_links_cost_nothing() -> None:
    guesses = Guesses()
    assert [guesses.wrong("192.0.2.1", 0.0) for _ in range(FREE)] == [Slowed(0.0, refused=False)] * FREE


def test_each_further_one_waits_longer_and_then_there_is_only_a_refusal() -> None:
    guesses = Guesses()
    slowed = [guesses.wrong("192.0.2.1", 0.0) for _ in range(MOST + 20)]
    delays = [one.delay for one in slowed]
    assert delays == sorted(delays)
    assert delays[FREE] > 0
    assert delays[-1] == LONGEST_DELAY
    assert [one.refused for one in slowed] == [False] * MOST + [True] * 20


def test_time_forgives_soon_however_many_there_were() -> None:
    guesses = Guesses()
    for _ in range(10_000):
        guesses.wrong("192.0.2.1", 0.0)
    assert guesses.wrong("192.0.2.1", 2 / PER_SECOND).refused is False
    assert guesses.wrong("192.0.2.1", 2 / PER_SECOND + (MOST + 2) / PER_SECOND) == Slowed(0.0, refused=False)


def test_time_does_not_forgive_who_guesses_on() -> None:
    guesses = Guesses()
    assert [guesses.wrong("192.0.2.1", n / 4).refused for n in range(100)][-1]
    assert not any(guesses.wrong("192.0.2.2", n * 2.5).delay for n in range(1000)), (
        "an occasional wrong guess has no effect"
    )


def test_a_clock_that_is_set_back_makes_nobody_worse_off() -> None:
    guesses = Guesses()
    guesses.wrong("192.0.2.1", 1e9)
    assert guesses.wrong("192.0.2.1", 0.0) == Slowed(0.0, refused=False)
