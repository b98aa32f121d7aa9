"""Coroutines that end when another one does, or when a signal arrives."""

import asyncio
import signal
from collections.abc import Coroutine

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


async def first_completed(*coroutines: Coroutine[None, None, None]) -> None:
    """Return when one of the coroutines has ended, and cancel the others. Raises what it raised."""
    tasks = [asyncio.ensure_future(coroutine) for coroutine in coroutines]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
    for task in done:
        task.result()


async def until_signal(coroutine: Coroutine[None, None, None]) -> int:
    """Run a coroutine until it ends or a signal arrives; the exit status: 0, or 128 and the signal's number."""
    received: list[int] = []
    task = asyncio.current_task()

    def on_signal(number: int) -> None:
        if not received and task is not None:
            task.cancel()
        received.append(number)

    for number in SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, on_signal, number)
    try:
        await coroutine
    except asyncio.CancelledError:
        if not received:
            raise
    return 128 + received[0] if received else 0
