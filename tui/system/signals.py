"""Acts that end when another one does, or when a signal comes."""

import asyncio
import signal
from collections.abc import Coroutine

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


async def first_completed(*acts: Coroutine[None, None, None]) -> None:
    """Return when one of the acts has ended, and end the others; raises what it raised."""
    tasks = [asyncio.ensure_future(act) for act in acts]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
    for task in done:
        task.result()


async def until_signal(act: Coroutine[None, None, None]) -> int:
    """Do something until a signal comes; the exit status that follows."""
    came: list[int] = []
    task = asyncio.current_task()

    def heed(number: int) -> None:
        if not came and task is not None:
            task.cancel()
        came.append(number)

    for number in SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, heed, number)
    try:
        await act
    except asyncio.CancelledError:
        if not came:
            raise
    return 128 + came[0] if came else 0
