"""How a day was, in one form: its pain and what was managed."""

from textual.app import ComposeResult

from tui.desk import Noting
from tui.screens.day_form import DayForm
from tui.sheets import evening
from tui.sheets.sheet import AMOUNTS, Written
from tui.widgets.row import Row
from tui.widgets.scale import Scale


class EveningScreen(DayForm):
    """A day in its evening, which lasts until the day ends in the night."""

    NAME = "evening"
    SHOWN = ("average", "worst", *AMOUNTS)

    @property
    def heading(self) -> str:
        """With the day's name: after midnight it is still the same."""
        return f"How was {self.day_words}?"

    def rows(self) -> ComposeResult:
        yield Row("average", "Pain on average", Scale(self._clock), "")
        yield self.more()
        yield Row("worst", "Pain at worst", Scale(self._clock), "")
        yield from self.amounts("steps", "active_minutes", "sitting_minutes", "load")
        yield self.day()
        yield self.note()

    def read(self, written: Written) -> tuple[Noting, ...]:
        """Each answer on its own. Raises SheetError."""
        return evening.read(written)
