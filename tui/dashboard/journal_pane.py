"""The journal at a glance: today, and the days before."""

from collections.abc import Iterator
from datetime import date

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from journal.days import DayRow
from journal.observations import MEASURES, Pain
from journal.record import Entry, Source
from tui.system.clock import local_time
from tui.text.clean import format_number, one_line
from tui.text.describe import describe_short
from tui.text.measures import MEASURE_NAMES
from tui.today.snapshot import DiaryDays

UNKNOWN = "–"
MOST_DAYS = 30
MOST_RATINGS = 8

EMPTY = """A timer for your exercises,
a diary of pain and activity,
and a picture of your days.

Begin with one number:
  p   how much it hurts now
  a   what you did today

  d   an example diary
  t   try the sound
  ?   all keys"""


def number(value: float | None) -> str:
    """A value, or a dash for what is not known."""
    return UNKNOWN if value is None else format_number(value)


def day_name(day: date, today: date) -> str:
    """A day as it is called in a list: `Sat 21 Nov`, with the year when it is another one."""
    return f"{day:%a %d %b}" if day.year == today.year else f"{day:%d %b %Y}"


def rating(entry: Entry) -> str:
    """A rating of today: when, how much, what it speaks of, and its note."""
    body = entry.body
    if not isinstance(body, Pain):
        return ""
    sites = f" {', '.join(site.replace('-', ' ') for site in body.sites)}" if body.sites else ""
    note = f"  {one_line(body.note, 200)}" if body.note else ""
    return f"{local_time(entry.at, entry.zone):%H:%M}  {describe_short(body)}{sites}{note}"


def today_lines(diary: DiaryDays) -> Iterator[str]:
    """Today's ratings, the newest first, and activity. What is not known is said to be so, not left out."""
    yield from [rating(entry) for entry in reversed(diary.ratings)][:MOST_RATINGS]
    if not diary.ratings:
        yield "pain not noted yet: p"
    row = diary.row
    known = {measure: row.activity[measure] for measure in MEASURES} if row is not None else {}
    yield from (
        f"{MEASURE_NAMES[m]} {format_number(value)}" for m, value in known.items() if value is not None
    )
    if row is None or all(source == Source.SESSION for source in row.sources.values()):
        yield "activity not noted yet: a"


def day_line(row: DayRow, measure: str, today: date) -> str:
    """One day of the list: its name, its pain and its activity."""
    return f"{day_name(row.day, today):<11} {number(row.pain):>5} {number(row.activity[measure]):>9}"


class JournalPane(Static):
    """Today's ratings and activity, and a line for each of the last days that has anything."""

    BORDER_TITLE = "Journal"

    diary: reactive[DiaryDays | None] = reactive(None)

    def watch_diary(self, diary: DiaryDays | None) -> None:
        self.update(Content("") if diary is None else self._content(diary))

    def _content(self, diary: DiaryDays) -> Content:
        if not (diary.rows or diary.has_sessions):
            return Content(EMPTY)
        unsaved = [Content.styled(one_line(diary.read_only), "$text-warning")] if diary.read_only else []
        today = [*unsaved, Content.styled("Today", "bold"), *map(Content, today_lines(diary)), Content("")]
        before = [row for row in reversed(diary.rows) if row.day != diary.today][:MOST_DAYS]
        if not before:
            return Content("\n").join([*today, Content.styled("Earlier days will stand here.", "dim")])
        head = f"{'':<11} {'pain':>5} {MEASURE_NAMES[diary.measure].split()[-1]:>9}"
        days = [day_line(row, diary.measure, diary.today) for row in before]
        return Content("\n").join([*today, Content.styled(head, "dim"), *map(Content, days)])
