"""What was used against the pain. A log, and no advice."""

from textual.app import ComposeResult

from journal.observations import USUAL_RELIEF, Pain, Relief
from tui.desk import Noting
from tui.offered import Offered
from tui.questions import FRESH
from tui.screens.note_form import NoteForm
from tui.sheets import relief
from tui.sheets.sheet import Written
from tui.system.clock import local_time
from tui.text.clean import figure
from tui.widgets.choice import Choice
from tui.widgets.row import Row, rows_in
from tui.widgets.scale import Scale
from tui.widgets.text_fields import Again, NoteInput


class ReliefScreen(NoteForm):
    """Something used, and how much it hurt before and after."""

    NAME = Relief.kind
    heading = "Relief"

    def rows(self) -> ComposeResult:
        self._means = Again()
        self._before = Scale(self._clock)
        yield Row("means", "What you used", Choice(USUAL_RELIEF, open=True))
        yield self.more()
        yield Row(
            "other", "Something else", NoteInput(compact=True, suggester=self._means), "a word or a few"
        )
        yield Row("before", "Pain before", self._before, "0 none")
        yield Row("after", "Pain after", Scale(self._clock))
        yield Row("after_minutes", "Rated after", NoteInput(compact=True), "minutes", short=True)
        yield Row(
            "effect_minutes", "Felt after", NoteInput(compact=True), "minutes, if you felt it", short=True
        )
        yield self.when()
        yield from self.last_rows()

    def offer(self, offered: Offered) -> None:
        super().offer(offered)
        rows = rows_in(self)
        self._means.words = offered.means
        self.query_one("#field-means", Choice).offer(offered.means)
        noted = offered.rating
        if noted is None or self.entry is not None or not isinstance(noted.body, Pain):
            return
        if abs(self._clock.now() - noted.at) <= FRESH and noted.body.nrs == int(noted.body.nrs):
            self._before.on_offer = int(noted.body.nrs)
            at = local_time(noted.at, noted.zone)
            rows["before"].remark(f"space: {figure(noted.body.nrs)} ({at:%H:%M})")

    def read(self, written: Written) -> tuple[Noting, ...]:
        """What was used. Raises SheetError."""
        return relief.read(written)
