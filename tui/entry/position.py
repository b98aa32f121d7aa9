"""Which position was taken, and how long the one before stayed comfortable. A log of its own: it is no activity."""

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
from tui.entry.form import EntryForm
from tui.entry.new_entry import NewEntry
from tui.entry.row import FieldRow, rows_in
from tui.entry.suggestions import Suggestions
from tui.entry.values import FieldError, FormValues, made
from tui.system.clock import local_time
from tui.text.clean import format_number
from tui.text.parse import DayMoment
from tui.widgets.choice import ChoiceField
from tui.widgets.text_fields import NoteInput

NEEDED = "Which one? s, t, l or w, then enter."
FORMER = "former"
"""The field for how long the position before stayed comfortable."""
ALL_OF_IT = "a"

Kept = tuple[Stretch, float]
"""A position that lasted until some moment, and for how many minutes."""


def kept_until(before: Sequence[Stretch], at: datetime) -> Kept | None:
    """The position, of those noted before, that lasted until the moment `at`."""
    return kept_now([stretch for stretch in before if stretch.since <= at], at)


def parse(written: FormValues, before: Sequence[Stretch] = ()) -> tuple[NewEntry, ...]:
    """What the sheet notes; `before` are the positions noted until now, oldest first. Raises FieldError."""
    posture = written.chosen("posture", Posture)
    if posture is None:
        raise FieldError("posture", NEEDED)
    position = made(
        Position,
        "tags",
        posture=posture,
        comfortable_minutes=written.minutes("comfortable_minutes", "comfortable minutes"),
        tags=written.tags(),
        note=written.note(),
    )
    new_entry = written.new_entry(position)
    return (*_former(written, before, new_entry.about), new_entry)


def _former(written: FormValues, before: Sequence[Stretch], about: DayMoment | None) -> tuple[NewEntry, ...]:
    """The position before this one, with how long it stayed comfortable, if that was said."""
    text = written.text(FORMER).strip()
    if not text:
        return ()
    kept = kept_until(before, written.now if about is None else about.at)
    if kept is None:
        raise FieldError(FORMER, "No position was noted before this one: leave its minutes empty.")
    stretch, minutes = kept
    comfortable = round(minutes) if text == ALL_OF_IT else written.minutes(FORMER, "comfortable minutes")
    return _revised(stretch.entry, comfortable)


def _revised(entry: Entry, comfortable: float | None) -> tuple[NewEntry, ...]:
    if not isinstance(entry.body, Position):
        return ()
    body = replace(entry.body, comfortable_minutes=comfortable)
    return (NewEntry(body, DayMoment(entry.day, entry.at), entry.id, entry.zone),)


class PositionScreen(EntryForm):
    """A position taken now or at some moment."""

    NAME = Position.kind
    heading = "Position"

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        Binding(
            ALL_OF_IT,
            "all_of_it",
            "All of it",
            id="position.all",
            tooltip="The position before stayed comfortable all the time",
        ),
    ]

    def rows(self) -> ComposeResult:
        yield Static("", id="kept", classes="said")
        yield FieldRow("posture", "Now" if self.entry is None else "Position", ChoiceField(tuple(Posture)))
        yield self.more()
        yield self.when("Since")
        if self.entry is None:
            yield FieldRow(FORMER, "Comfortable for", NoteInput(compact=True), short=True)
        else:
            yield FieldRow(
                "comfortable_minutes", "Comfortable for", NoteInput(compact=True), "minutes", short=True
            )
        yield from self.last_rows()
        yield Static("", id="comforts", classes="said")

    def offer(self, suggestions: Suggestions) -> None:
        super().offer(suggestions)
        self._tell()

    def note_change(self) -> None:
        self._tell()

    def _tell(self) -> None:
        """Say what was kept until then, and how long each position usually stays comfortable."""
        kept = self._kept
        self.query_one("#kept", Static).update(Content("" if kept is None else lasted(kept)))
        usual = "  ".join(usually(self.suggestions))
        self.query_one("#comforts", Static).update(Content(usual and f"Comfortable so far: {usual}"))
        if (row := rows_in(self).get(FORMER)) is not None:
            row.remark("" if kept is None else f"minutes {kept[0].posture}; a: all of it")
        self.query_one("#kept").display = kept is not None
        self.query_one("#comforts").display = bool(usual)
        self.refresh_bindings()

    @property
    def _kept(self) -> Kept | None:
        """The position that lasted until the moment that is meant."""
        if self.entry is not None:
            return None
        try:
            about = self.written.moment()
        except FieldError:
            return None
        return kept_until(self.suggestions.positions, self._clock.now() if about is None else about.at)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Of nothing, there is no all of it."""
        return super().check_action(action, parameters) and (action != "all_of_it" or self._kept is not None)

    def action_all_of_it(self) -> None:
        """The position before stayed comfortable until the end."""
        if (kept := self._kept) is not None:
            self.query_one(f"#field-{FORMER}", NoteInput).value = str(round(kept[1]))

    def read(self, written: FormValues) -> tuple[NewEntry, ...]:
        """The position, and the one before where something was said of it. Raises FieldError."""
        return parse(written, self.suggestions.positions)


def lasted(kept: Kept) -> str:
    """`Sitting since 14:05, 35 min`."""
    stretch, minutes = kept
    since = local_time(stretch.since, stretch.entry.zone)
    said = (
        ""
        if stretch.comfortable is None
        else f"; comfortable for {format_number(stretch.comfortable)} min, you said"
    )
    return f"{stretch.posture.capitalize()} since {since:%H:%M}, {round(minutes)} min{said}"


def usually(suggestions: Suggestions) -> Iterator[str]:
    """`sitting 35 min (8 times)`."""
    for comfort in comforts(suggestions.positions):
        times = "once" if comfort.count == 1 else f"{comfort.count} times"
        yield f"{comfort.posture} {round(comfort.minutes)} min ({times})"
