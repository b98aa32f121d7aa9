"""What the person is told in passing: one line at a time, cleaned, each fault once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

from journal.store.store import JournalError
from tui.text.clean import one_line

Severity = Literal["information", "warning", "error"]


class Notifications:
    """Tells. `show` puts a line up for a while, and is told how bad it is."""

    def __init__(self, show: Callable[[str, Severity], None]) -> None:
        self._show = show
        self._not_saved = ""

    def info(self, text: str) -> None:
        """Something that was done, or that is good to know."""
        self._show(one_line(text), "information")

    def warn(self, text: str) -> None:
        """Why something cannot be done now."""
        self._show(one_line(text), "warning")

    def error(self, text: str) -> None:
        """What went wrong."""
        self._show(one_line(text), "error")

    def save_failed(self, error: BaseException) -> None:
        """Tell that something could not be written: once, not at every repetition.

        Raises what is no fault of the journal.
        """
        if not isinstance(error, JournalError):
            raise error
        told, self._not_saved = self._not_saved, str(error)
        if told != self._not_saved:
            self.error(f"{error}. It will be tried again with the next entry.")

    @contextmanager
    def journal_errors(self) -> Iterator[None]:
        """Tell a fault of the journal; the rest of what is done inside is left undone then."""
        try:
            yield
        except JournalError as error:
            self.error(str(error))
