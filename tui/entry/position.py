"""The position form: which position, and how long the one before stayed comfortable."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from journal.observations import Position, Posture
from journal.positions import Stretch, comforts, kept_now
from journal.record import Entry
from tui.entry.common_rows import moment_row, more_line
from tui.entry.form import EntryForm
from tui.entry.new_entry import NewEntry
from tui.entry.row import FieldRow, rows_in
from tui.entry.suggestions import Suggestions
from tui.entry.values import FieldError, FormValues, build
from tui.system.clock import local_time
from tui.text.clean import format_number
from tui.text.parse import DayMoment
from tui.widgets.choice import ChoiceField
from tui.widgets.text_fields import NoteInput

NEEDED = "Choose a position: s, t, l or w; then press enter."
FORMER = "former"
"""The field for how long the previous position stayed comfortable."""
ALL_OF_IT = "a"

Kept = tuple[Stretch, float]
"""A position and how many minutes it lasted."""


def kept_until(before: Sequence[Stretch], at: datetime) -> Kept | None:
    """The position that lasted until the moment `at`, if any."""
    return kept_now([stretch for stretch in before if stretch.since <= at], at)


def parse(values: FormValues, before: Sequence[Stretch] = ()) -> tuple[NewEntry, ...]:
    """The position in these values; `before` are the earlier ones, oldest first. Raises FieldError."""
    posture = values.chosen_word("posture", Posture)
    if posture is None:
        raise FieldError("posture", NEEDED)
    position = build(
        Position,
        "tags",
        posture=posture,
        comfortable_minutes=values.minutes("comfortable_minutes", "comfortable minutes"),
        tags=values.tags(),
        note=values.note(),
    )
    new_entry = values.new_entry(position)
    return (*_former(values, before, new_entry.about), new_entry)


def _former(values: FormValues, before: Sequence[Stretch], about: DayMoment | None) -> tuple[NewEntry, ...]:
    """The previous position with how long it stayed comfortable, if that was entered."""
    text = values.text(FORMER).strip()
    if not text:
        return ()
    kept = kept_until(before, values.now if about is None else about.at)
    if kept is None:
        raise FieldError(FORMER, "There is no earlier position: leave these minutes empty.")
    stretch, minutes = kept
    comfortable = round(minutes) if text == ALL_OF_IT else values.minutes(FORMER, "comfortable minutes")
    return _revised(stretch.entry, comfortable)


def _revised(entry: Entry, comfortable: float | None) -> tuple[NewEntry, ...]:
    if not isinstance(entry.body, Position):
        return ()
    body = replace(entry.body, comfortable_minutes=comfortable)
    return (NewEntry(body, DayMoment(entry.day, entry.at), entry.id, entry.zone),)


class PositionScreen(EntryForm):
    """A position the person is in, now or since some moment."""

    NAME = Position.kind
    heading = "Position"

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        Binding(
            ALL_OF_IT,
            "all_of_it",
            "All the time",
            id="position.all",
            tooltip="The previous position stayed comfortable all the time",
        ),
    ]

    def rows(self) -> ComposeResult:
        yield Static("", id="kept", classes="form-hint")
        yield FieldRow("posture", "Now" if self.entry is None else "Position", ChoiceField(tuple(Posture)))
        yield more_line()
        yield moment_row("Since")
        if self.entry is None:
            yield FieldRow(FORMER, "Comfortable for", NoteInput(compact=True), narrow=True)
        else:
            yield FieldRow(
                "comfortable_minutes", "Comfortable for", NoteInput(compact=True), "minutes", narrow=True
            )
        yield from self.last_rows()
        yield Static("", id="comforts", classes="form-hint")

    def show_suggestions(self, suggestions: Suggestions) -> None:
        super().show_suggestions(suggestions)
        self._tell()

    def on_values_changed(self) -> None:
        self._tell()

    def _tell(self) -> None:
        """Show the previous position, and how long each position usually stays comfortable."""
        kept = self._kept
        self.query_one("#kept", Static).update(Content("" if kept is None else lasted(kept)))
        usual = "  ".join(usually(self.suggestions))
        self.query_one("#comforts", Static).update(Content(usual and f"Usually comfortable: {usual}"))
        if (row := rows_in(self).get(FORMER)) is not None:
            row.set_hint("" if kept is None else f"minutes {kept[0].posture} · a: all")
        self.query_one("#kept").display = kept is not None
        self.query_one("#comforts").display = bool(usual)
        self.refresh_bindings()

    @property
    def _kept(self) -> Kept | None:
        """The position that lasted until the moment entered."""
        if self.entry is not None:
            return None
        try:
            about = self.values.moment()
        except FieldError:
            return None
        return kept_until(self.suggestions.positions, self._clock.now() if about is None else about.at)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The key needs a previous position."""
        return super().check_action(action, parameters) and (action != "all_of_it" or self._kept is not None)

    def action_all_of_it(self) -> None:
        """Enter that the previous position stayed comfortable until its end."""
        if (kept := self._kept) is not None:
            self.query_one(f"#field-{FORMER}", NoteInput).value = str(round(kept[1]))

    def parse(self, values: FormValues) -> tuple[NewEntry, ...]:
        return parse(values, self.suggestions.positions)


def lasted(kept: Kept) -> str:
    """`Sitting since 14:05, 35 min`."""
    stretch, minutes = kept
    since = local_time(stretch.since, stretch.entry.zone)
    comfort = (
        ""
        if stretch.comfortable is None
        else f"; comfortable for {format_number(stretch.comfortable)} min, you said"
    )
    return f"{stretch.posture.capitalize()} since {since:%H:%M}, {round(minutes)} min{comfort}"


def usually(suggestions: Suggestions) -> Iterator[str]:
    """`sitting 35 min (8 times)`."""
    for comfort in comforts(suggestions.positions):
        times = "once" if comfort.count == 1 else f"{comfort.count} times"
        yield f"{comfort.posture} {round(comfort.minutes)} min ({times})"
