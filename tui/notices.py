"""Short notifications: one cleaned line each, an error only once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

from journal.values import JournalError
from tui.text.clean import one_line

Severity = Literal["information", "warning", "error"]


class Notifications:
    """Shows lines for a while. `show` takes a line and its severity."""

    def __init__(self, show: Callable[[str, Severity], None]) -> None:
        self._show = show
        self._last_failure = ""

    def info(self, text: str) -> None:
        """Show what was done, or is good to know."""
        self._show(one_line(text), "information")

    def warn(self, text: str) -> None:
        """Show why something is not possible now."""
        self._show(one_line(text), "warning")

    def error(self, text: str) -> None:
        """Show what went wrong."""
        self._show(one_line(text), "error")

    def save_failed(self, error: BaseException) -> None:
        """Show why something could not be saved, once as long as the reason is the same.

        Raises the error if it is not a JournalError.
        """
        if not isinstance(error, JournalError):
            raise error
        previous, self._last_failure = self._last_failure, str(error)
        if previous != self._last_failure:
            self.error(f"{error}. It will be tried again with the next entry.")

    @contextmanager
    def journal_errors(self) -> Iterator[None]:
        """A context that shows a JournalError raised inside, and ends there."""
        try:
            yield
        except JournalError as error:
            self.error(str(error))
