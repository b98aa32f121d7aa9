"""What stands in a form, as text, and what it means. Pure: no screen is needed to fill a sheet or to read it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar

from journal.days import day_of
from journal.observations import BOUTS, MEASURES, MINUTES_A_DAY, MOST_NRS, Pain, Recall, Skip
from journal.record import Body, Entry
from journal.values import RecordError, words
from tui.entry.new_entry import NewEntry
from tui.system.clock import local_time
from tui.text.clean import clean, one_line
from tui.text.parse import DayMoment, MomentError, end_or_now, read_day, read_moment, read_whole

T = TypeVar("T")
Word = TypeVar("Word", bound=StrEnum)

FieldTexts = Mapping[str, str]
"""A text for each field of a form, empty where nothing is said. Several words of one field have commas between."""

WHEN, DAY = "when", "day"
"""The fields that say what an entry is about: a moment, or all of a day."""

AMOUNTS = {**MEASURES, **BOUTS}


class FieldError(ValueError):
    """A field that cannot be meant as it stands; the message says what to write."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(one_line(message, 200))
        self.field = field


@dataclass(frozen=True, slots=True)
class FormValues:
    """A sheet that is to be read, at the moment `now` (aware, local) of days that end at `ends`.

    `entry` is revised by it, if given, and `opened` is how the form showed that entry: a field that was left as it
    was keeps its value, to the last digit and second.
    """

    texts: FieldTexts
    now: datetime
    ends: time
    entry: Entry | None = None
    opened: FieldTexts | None = None

    def text(self, field: str) -> str:
        """What stands in the field, cleaned."""
        return clean(self.texts.get(field, ""))

    def kept(self, field: str) -> bool:
        """Whether the field was left as the entry has it."""
        return self.opened is not None and self.texts.get(field, "") == self.opened.get(field, "")

    def value(self, field: str, read: Callable[[str], T]) -> T:
        """The value of a field. Raises FieldError."""
        if self.entry is not None and self.kept(field) and hasattr(self.entry.body, field):
            kept: T = getattr(self.entry.body, field)
            return kept
        try:
            return read(self.text(field))
        except (RecordError, MomentError) as error:
            raise FieldError(field, str(error)) from error

    def rating(self, field: str, what: str = "") -> float | None:
        """A number from 0 to 10, None where nothing stands. Raises FieldError."""
        return self.value(field, lambda text: _whole(what or field, text, MOST_NRS))

    def amount(self, measure: str) -> float | None:
        """A whole number of a measure of activity or of a bout. Raises FieldError."""
        return self.value(measure, lambda text: _whole(measure.replace("_", " "), text, AMOUNTS[measure]))

    def minutes(self, field: str, what: str) -> float | None:
        """Minutes, of a day at most. Raises FieldError."""
        return self.value(field, lambda text: _whole(what, text, MINUTES_A_DAY))

    def note(self) -> str:
        """The note, of any length."""
        return self.value("note", str)

    def tags(self) -> tuple[str, ...]:
        """The tags, which stand with commas between. Raises FieldError."""
        return self.value("tags", lambda text: words(parts(text), "a tag"))

    def chosen(self, field: str, kind: type[Word]) -> Word | None:
        """One word of a kind, None where none is chosen."""
        return self.value(field, lambda text: kind(text) if text else None)

    def several(self, field: str, kind: type[Word]) -> tuple[Word, ...]:
        """Any number of words of a kind."""
        return self.value(field, lambda text: tuple(kind(word) for word in parts(text)))

    def new_entry(self, body: Body) -> NewEntry:
        """What is noted by this, about the moment in the field `when`. Raises FieldError."""
        if self.entry is not None and self.kept(WHEN):
            return NewEntry(body, DayMoment(self.entry.day, self.entry.at), self.entry.id, self.entry.zone)
        return NewEntry(body, self.moment(), None if self.entry is None else self.entry.id)

    def moment(self) -> DayMoment | None:
        """The moment in the field `when`; None where that says now. Raises FieldError."""
        return self.value(WHEN, lambda text: read_moment(text, self.now, self.ends) if text.strip() else None)

    def of_a_day(self, body: Body) -> NewEntry:
        """What is noted by this, about all of the day in the field `day`. Raises FieldError."""
        if self.entry is not None and self.kept(DAY):
            return NewEntry(body, DayMoment(self.entry.day, self.entry.at), self.entry.id, self.entry.zone)
        return NewEntry(body, self.whole(self.day()), None if self.entry is None else self.entry.id)

    def day(self) -> date:
        """The day in the field `day`; today where it is empty. Raises FieldError."""
        return self.value(DAY, lambda text: day_meant(text, self.now, self.ends))

    @property
    def today(self) -> date:
        """The diary day that it is."""
        return day_of(self.now, self.ends)

    def whole(self, day: date) -> DayMoment:
        """The moment of what is about all of a day."""
        return end_or_now(day, self.now, self.ends)


def day_meant(text: str, now: datetime, ends: time) -> date:
    """The day that is meant by what stands in a form: today by nothing. Raises WhenError."""
    return read_day(text.strip() or "today", now, ends)


def filled(entry: Entry) -> dict[str, str]:
    """The sheet that shows an entry: its values by their names, and what it is about."""
    texts = {one.name: shown(getattr(entry.body, one.name)) for one in fields(entry.body)}
    local = local_time(entry.at, entry.zone)
    when = f"{entry.day}" if _whole_day(entry.body) else f"{local:%Y-%m-%d %H:%M}"
    return {**texts, WHEN: when, DAY: f"{entry.day}"}


def _whole_day(body: Body) -> bool:
    return isinstance(body, Skip) or (
        isinstance(body, Pain) and body.recall in {Recall.AVERAGE, Recall.WORST}
    )


def shown(value: Any) -> str:
    """A value of an entry as it stands in a form."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(one_line(str(word)) for word in value)
    return clean(str(value))


def parts(text: str) -> list[str]:
    """What stands between commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def made(kind: Callable[..., T], field: str, **values: Any) -> T:
    """A body of these values. Raises FieldError, about `field`, when none can hold them."""
    try:
        return kind(**values)
    except RecordError as error:
        raise FieldError(field, str(error)) from error


def _whole(what: str, text: str, most: float) -> int | None:
    return read_whole(what, text.strip(), int(most)) if text.strip() else None
