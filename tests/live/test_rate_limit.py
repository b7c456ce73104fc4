"""The rate limit of one person: a burst at once, the rest one after another, and a bound on what is remembered."""

import asyncio
import time

import pytest

from board.errors import TooMany
from board.live.transport import rate_limit
from board.live.transport.rate_limit import ConnectionLimit, Rate, RateLimiter, TokenBucket
from board.people.cookie import Person
from board.protocol.roles import Role

RATE = Rate(burst=3, per_second=50)


async def test_a_burst_is_heard_at_once_and_the_rest_one_after_another() -> None:
    bucket = TokenBucket(RATE, time.monotonic)
    began = time.monotonic()
    await asyncio.gather(*(bucket.acquire() for _ in range(3)))
    assert bucket.delay() > 0
    await asyncio.gather(*(bucket.acquire() for _ in range(10)))
    assert time.monotonic() - began >= 0.19, "ten more take a fifth of a second, however many wait side by side"


async def test_only_so_many_commands_are_unanswered_at_once() -> None:
    limit = ConnectionLimit(TokenBucket(RATE, lambda: 0.0))
    assert [limit.try_begin() for _ in range(5)] == [True, True, True, False, False]
    slow = ConnectionLimit(TokenBucket(Rate(burst=3, per_second=10_000), time.monotonic))
    for _ in range(3):
        await slow.begin()
    assert not slow.try_begin()
    fourth = asyncio.create_task(slow.begin())
    done, _ = await asyncio.wait({fourth}, timeout=0.01)
    assert not done
    slow.end()
    await asyncio.wait_for(fourth, 5)


def test_a_clock_that_is_set_back_costs_nobody_anything() -> None:
    now = [1000.0]
    bucket = TokenBucket(RATE, lambda: now[0])
    now[0] = 0.0
    assert bucket.delay() == 0


def test_a_penalty_doubles_up_to_half_a_minute_and_is_forgiven() -> None:
    now = [1000.0]
    bucket = TokenBucket(RATE, lambda: now[0])
    delays = []
    for _ in range(7):
        bucket.penalise()
        delays.append(bucket.delay())
        now[0] += bucket.delay()
        assert bucket.delay() == pytest.approx(0)
    assert delays == pytest.approx([1, 2, 4, 8, 16, 30, 30])
    now[0] += rate_limit.FORGIVEN
    bucket.penalise()
    assert bucket.delay() == pytest.approx(1)


async def test_who_is_forgotten_begins_anew_and_memory_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limit, "MAX_BUCKETS", 5)
    limiter = RateLimiter(RATE, time.monotonic)
    for number in range(40):
        await limiter.acquire("board", Person(f"person {number}", {Role.PARTICIPANT: "link"}))
    assert len(limiter._buckets) == 5


async def test_a_town_hall_over_http_is_paced_and_an_endless_row_of_senders_fills_no_memory() -> None:
    limiter = RateLimiter(Rate(burst=1, per_second=1), lambda: 0.0)
    first, *others = [Person(f"person {number}", {Role.PARTICIPANT: "link"}) for number in range(20_000)]
    await limiter.acquire("board", first)
    for person in others[:2_000]:
        await limiter.acquire("board", person)
    assert limiter._buckets["board", first.seat].delay() > 0, "other senders do not push a person in debt out of memory"
    for person in others[2_000:]:
        await limiter.acquire("board", person)
    assert len(limiter._buckets) < 10_000


async def test_nobody_waits_longer_than_anybody_would() -> None:
    now = 0.0
    limiter = RateLimiter(Rate(burst=1, per_second=1), lambda: now)
    person = Person("person", {Role.PARTICIPANT: "link"})
    waiting = [asyncio.create_task(limiter.acquire("board", person)) for _ in range(6)]
    done, still = await asyncio.wait(waiting, timeout=0.01)
    with pytest.raises(TooMany) as refused:
        await limiter.acquire("board", person)
    assert refused.value.wait > rate_limit.MAX_WAIT
    assert (len(done), len(still)) == (1, 5)
    await limiter.acquire("another board", person)
    for task in still:
        task.cancel()
