"""pycrdt panics with a BaseException of its own, which must not end the task that serves everybody."""

import asyncio


def ends_the_task(error: BaseException) -> bool:
    """Whether this was meant to end the task, so that it has to be raised again."""
    return isinstance(error, asyncio.CancelledError | KeyboardInterrupt | SystemExit)
