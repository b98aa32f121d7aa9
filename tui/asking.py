"""A question that is asked until its answer is saved or taken back."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def until_saved(
    ask: Callable[[T | None, str], Awaitable[T | None]], save: Callable[[T], Awaitable[str]]
) -> T | None:
    """The answer that was saved; None when it was taken back.

    `ask` is given the answer before, None at first, and why that could not be saved. `save` answers with the
    fault, empty when there is none.
    """
    answer, fault = await ask(None, ""), ""
    while answer is not None and (fault := await save(answer)):
        answer = await ask(answer, fault)
    return answer
