"""The two questions of the journal, each a typed question: how is the pain, and what was done today."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Label, Static

from journal.body import OF_A_DAY, Activity, Pain
from journal.values import RecordError
from tui.clock import Clock
from tui.numbers import read_count
from tui.text import figure
from tui.widgets.choice import Choice
from tui.widgets.note_input import NoteInput
from tui.widgets.scale import Scale

BINDINGS: list[BindingType] = [
    Binding("enter", "save", "Save", id="entry.save", tooltip="Save and go back"),
    Binding("escape", "leave", "Back", id="entry.leave", tooltip="Go back without saving"),
    Binding("tab", "app.focus_next", "More", id="entry.more", tooltip="The next field, if you like"),
]

KEYS = "enter saves · tab more · esc leaves"

RECALLS = OF_A_DAY

MEASURES = (
    ("steps", "Steps"),
    ("active_minutes", "Active minutes"),
    ("sitting_minutes", "Sitting minutes"),
    ("load", "Load, 0 to 10"),
)


class PainScreen(ModalScreen[Pain | None]):
    """How much it hurts. Answers None when it was left.

    `before` and `fault` bring back what could not be saved, and why.
    """

    BINDINGS = BINDINGS

    def __init__(self, clock: Clock, before: Pain | None = None, fault: str = "") -> None:
        super().__init__()
        self._clock = clock
        self._before = before
        self._fault = fault

    def compose(self) -> ComposeResult:
        before = self._before
        with Vertical(id="form") as form:
            form.border_title = Content("Pain")
            form.border_subtitle = Content(KEYS)
            yield Label("0 is none, 10 the worst you can imagine", markup=False)
            yield Scale(self._clock, None if before is None else int(before.nrs), id="nrs")
            with Horizontal(classes="row"):
                yield Label("Speaks of")
                yield Choice(RECALLS, RECALLS.index(before.recall) if before else 0, id="recall")
            with Horizontal(classes="row"):
                yield Label("Note")
                yield NoteInput(before.note if before else "", compact=True, placeholder="if you like")
            yield Static(Content(self._fault), id="fault")
        yield Footer()

    @on(Input.Submitted)
    def action_save(self) -> None:
        rating = self.query_one(Scale).index
        if rating is None:
            self.query_one("#fault", Static).update(Content("A number from 0 to 10, then enter."))
            return
        recall = self.query_one("#recall", Choice).index or 0
        self.dismiss(Pain(rating, recall=RECALLS[recall], note=self.query_one(Input).value))

    def action_leave(self) -> None:
        self.dismiss(None)


class ActivityScreen(ModalScreen[Activity | None]):
    """What was done today, by measure; an empty field is unknown and 0 is zero. None when it was left.

    A value is the day's total so far and takes the place of an earlier one.
    """

    BINDINGS = BINDINGS

    def __init__(self, before: Activity | None = None, fault: str = "") -> None:
        super().__init__()
        self._before = before
        self._fault = fault

    def compose(self) -> ComposeResult:
        with Vertical(id="form") as form:
            form.border_title = Content("Today's activity")
            form.border_subtitle = Content(KEYS)
            yield Label("Today's total so far. Empty means not known.", markup=False)
            for measure, label in MEASURES:
                with Horizontal(classes="row"):
                    yield Label(label)
                    yield Input(self._value(measure), id=measure, compact=True)
            yield Static(Content(self._fault), id="fault")
        yield Footer()

    def _value(self, measure: str) -> str:
        value = None if self._before is None else getattr(self._before, measure)
        return "" if value is None else figure(value).replace(",", "")

    @on(Input.Submitted)
    def action_save(self) -> None:
        try:
            steps, active, sitting, load = (
                amount(measure, self.query_one(f"#{measure}", Input).value) for measure, _ in MEASURES
            )
            answer = Activity(steps=steps, active_minutes=active, sitting_minutes=sitting, load=load)
        except RecordError as error:
            self.query_one("#fault", Static).update(Content(str(error)))
        else:
            self.dismiss(answer)

    def action_leave(self) -> None:
        self.dismiss(None)


def amount(measure: str, text: str) -> int | None:
    """The value that was typed, None for an empty field. Raises RecordError for anything else."""
    return read_count(measure, text.strip()) if text.strip() else None
