"""The texts of a form and their values. Pure: no screen is needed."""

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
"""The text of each field, empty where nothing is entered; several words have commas between."""

WHEN, DAY = "when", "day"
"""The fields for what an entry is about: a moment, or a whole day."""

AMOUNTS = {**MEASURES, **BOUTS}


class FieldError(ValueError):
    """A field cannot be used as it is; the message says what to write."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(one_line(message, 200))
        self.field = field


@dataclass(frozen=True, slots=True)
class FormValues:
    """The values of a form at the moment `now` (aware, local); days end at `ends`.

    `entry` is the entry that is changed, if any, and `opened` how the form showed it: a field left as it was keeps its
    value to the last digit and second.
    """

    texts: FieldTexts
    now: datetime
    ends: time
    entry: Entry | None = None
    opened: FieldTexts | None = None

    def text(self, field: str) -> str:
        """The text of a field, cleaned."""
        return clean(self.texts.get(field, ""))

    def is_unchanged(self, field: str) -> bool:
        """Whether the field still shows what the entry has."""
        return self.opened is not None and self.texts.get(field, "") == self.opened.get(field, "")

    def value(self, field: str, read: Callable[[str], T]) -> T:
        """The value of a field. Raises FieldError."""
        if self.entry is not None and self.is_unchanged(field) and hasattr(self.entry.body, field):
            kept: T = getattr(self.entry.body, field)
            return kept
        try:
            return read(self.text(field))
        except (RecordError, MomentError) as error:
            raise FieldError(field, str(error)) from error

    def rating(self, field: str, what: str = "") -> float | None:
        """A whole number from 0 to 10; None for an empty field. Raises FieldError."""
        return self.value(field, lambda text: _whole(what or field, text, MOST_NRS))

    def amount(self, measure: str) -> float | None:
        """A whole number of a measure of activity. Raises FieldError."""
        return self.value(measure, lambda text: _whole(measure.replace("_", " "), text, AMOUNTS[measure]))

    def minutes(self, field: str, what: str) -> float | None:
        """Minutes, at most those of a day. Raises FieldError."""
        return self.value(field, lambda text: _whole(what, text, MINUTES_A_DAY))

    def note(self) -> str:
        """The note, of any length."""
        return self.value("note", str)

    def tags(self) -> tuple[str, ...]:
        """The tags. Raises FieldError."""
        return self.value("tags", lambda text: words(split_words(text), "a tag"))

    def chosen_word(self, field: str, kind: type[Word]) -> Word | None:
        """The chosen word; None when none is chosen."""
        return self.value(field, lambda text: kind(text) if text else None)

    def chosen_words(self, field: str, kind: type[Word]) -> tuple[Word, ...]:
        """All chosen words."""
        return self.value(field, lambda text: tuple(kind(word) for word in split_words(text)))

    def new_entry(self, body: Body) -> NewEntry:
        """A new entry about the moment in the field `when`. Raises FieldError."""
        if self.entry is not None and self.is_unchanged(WHEN):
            return NewEntry(body, DayMoment(self.entry.day, self.entry.at), self.entry.id, self.entry.zone)
        return NewEntry(body, self.moment(), None if self.entry is None else self.entry.id)

    def moment(self) -> DayMoment | None:
        """The moment in the field `when`; None means now. Raises FieldError."""
        return self.value(WHEN, lambda text: read_moment(text, self.now, self.ends) if text.strip() else None)

    def new_day_entry(self, body: Body) -> NewEntry:
        """A new entry about the whole day in the field `day`. Raises FieldError."""
        if self.entry is not None and self.is_unchanged(DAY):
            return NewEntry(body, DayMoment(self.entry.day, self.entry.at), self.entry.id, self.entry.zone)
        return NewEntry(body, self.whole_day(self.day()), None if self.entry is None else self.entry.id)

    def day(self) -> date:
        """The day in the field `day`; today where it is empty. Raises FieldError."""
        return self.value(DAY, lambda text: parse_day(text, self.now, self.ends))

    @property
    def today(self) -> date:
        """The diary day of `now`."""
        return day_of(self.now, self.ends)

    def whole_day(self, day: date) -> DayMoment:
        """The moment for an entry about a whole day."""
        return end_or_now(day, self.now, self.ends)


def parse_day(text: str, now: datetime, ends: time) -> date:
    """The day in the text of a field; empty means today. Raises WhenError."""
    return read_day(text.strip() or "today", now, ends)


def field_texts(entry: Entry) -> dict[str, str]:
    """The texts that show an entry: its values, and what it is about."""
    texts = {field.name: field_text(getattr(entry.body, field.name)) for field in fields(entry.body)}
    local = local_time(entry.at, entry.zone)
    when = f"{entry.day}" if _whole_day(entry.body) else f"{local:%Y-%m-%d %H:%M}"
    return {**texts, WHEN: when, DAY: f"{entry.day}"}


def _whole_day(body: Body) -> bool:
    return isinstance(body, Skip) or (
        isinstance(body, Pain) and body.recall in {Recall.AVERAGE, Recall.WORST}
    )


def field_text(value: Any) -> str:
    """A value of an entry as the text of a field."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(one_line(str(word)) for word in value)
    return clean(str(value))


def split_words(text: str) -> list[str]:
    """The words between commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def build(kind: Callable[..., T], field: str, **values: Any) -> T:
    """Build a body of these values. Raises FieldError about `field` when they are refused."""
    try:
        return kind(**values)
    except RecordError as error:
        raise FieldError(field, str(error)) from error


def _whole(what: str, text: str, most: float) -> int | None:
    return read_whole(what, text.strip(), int(most)) if text.strip() else None
