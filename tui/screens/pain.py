"""How much it hurts: one number, and whatever else one likes to say about it."""

from textual.app import ComposeResult

from journal.observations import OF_A_DAY, WELLBEING, BodySide, Pain, Quality, Site
from tui.desk import Noting
from tui.screens.note_form import NoteForm
from tui.sheets import pain
from tui.sheets.sheet import Written
from tui.widgets.choice import Choice, Several
from tui.widgets.row import Row
from tui.widgets.scale import Scale

SITES = {Site.BELOW_KNEE: "below the knee"}
RECALLS = {"now": "now", "average": "the day on average", "worst": "the day's worst"}


class PainScreen(NoteForm):
    """A rating of the pain."""

    NAME = Pain.kind
    heading = "Pain"

    def rows(self) -> ComposeResult:
        yield Row("nrs", "How much", Scale(self._clock), "0 none, 10 worst")
        yield self.more()
        yield self.when()
        if self._of_a_day:
            yield Row("recall", "Speaks of", Choice(OF_A_DAY, 0, names=RECALLS))
        yield Row("sites", "Where", Several(tuple(Site), names=SITES), "space or letter", apart=True)
        yield Row("side", "Side", Choice(tuple(BodySide)))
        yield Row("qualities", "How it feels", Several(tuple(Quality)))
        yield from self.scales("interference", *WELLBEING)
        yield from self.last_rows()

    @property
    def _of_a_day(self) -> bool:
        """A rating that belongs to a session goes on to speak of that."""
        body = None if self.entry is None else self.entry.body
        return not isinstance(body, Pain) or body.recall in OF_A_DAY

    def read(self, written: Written) -> tuple[Noting, ...]:
        """A rating. Raises SheetError."""
        return pain.read(written)
