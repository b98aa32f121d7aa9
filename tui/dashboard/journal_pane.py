"""The journal pane: today, and the days before."""

from collections.abc import Iterator
from datetime import date

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from journal.days import DayRow
from journal.observations import MEASURES, Pain
from journal.record import Entry, Source
from tui.keys import BY_NAME, DEFAULT_KEYMAP, Keymap
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
and a graph of your days.

Begin with one number:
{pain:>3}   log your pain now
{activity:>3}   log what you did today

{example:>3}   open an example diary
{sound:>3}   test the sound
{help:>3}   show all keys"""


def format_value(value: float | None) -> str:
    """A value, or a dash when it is unknown."""
    return UNKNOWN if value is None else format_number(value)


def day_name(day: date, today: date) -> str:
    """A day in the list: `Sat 21 Nov`, or `21 Nov 2025` of another year."""
    return f"{day:%a %d %b}" if day.year == today.year else f"{day:%d %b %Y}"


def describe_rating(entry: Entry) -> str:
    """A rating of today: time, pain, time frame, place and note."""
    body = entry.body
    if not isinstance(body, Pain):
        return ""
    sites = f" {', '.join(site.replace('-', ' ') for site in body.sites)}" if body.sites else ""
    note = f"  {one_line(body.note, 200)}" if body.note else ""
    return f"{local_time(entry.at, entry.zone):%H:%M}  {describe_short(body)}{sites}{note}"


def today_lines(diary: DiaryDays, keys: Keymap) -> Iterator[str]:
    """Today's ratings, newest first, and its activity; or which key logs them."""
    yield from [describe_rating(entry) for entry in reversed(diary.ratings)][:MOST_RATINGS]
    if not diary.ratings:
        yield f"no pain yet · {keys.hint('pain', 'log it')}"
    row = diary.row
    known = {measure: row.activity[measure] for measure in MEASURES} if row is not None else {}
    yield from (
        f"{MEASURE_NAMES[m]} {format_number(value)}" for m, value in known.items() if value is not None
    )
    if row is None or all(source == Source.SESSION for source in row.sources.values()):
        yield f"no activity yet · {keys.hint('activity', 'log it')}"


def day_line(row: DayRow, measure: str, today: date) -> str:
    """One day: its name, pain and activity, in columns."""
    return (
        f"{day_name(row.day, today):<11} {format_value(row.pain):>5} {format_value(row.activity[measure]):>9}"
    )


class JournalPane(Static):
    """Today's ratings and activity, and a line for each of the last days with entries."""

    BORDER_TITLE = "Journal"

    diary: reactive[DiaryDays | None] = reactive(None)
    keys: reactive[Keymap] = reactive(DEFAULT_KEYMAP)

    def watch_diary(self) -> None:
        self.update(Content("") if self.diary is None else self._content(self.diary))

    watch_keys = watch_diary

    def _content(self, diary: DiaryDays) -> Content:
        if not (diary.rows or diary.has_sessions):
            return Content(EMPTY.format_map({name: self.keys.display(name) for name in BY_NAME}))
        unsaved = [Content.styled(one_line(diary.read_only), "$text-warning")] if diary.read_only else []
        today = [
            *unsaved,
            Content.styled("Today", "bold"),
            *map(Content, today_lines(diary, self.keys)),
            Content(""),
        ]
        before = [row for row in reversed(diary.rows) if row.day != diary.today][:MOST_DAYS]
        if not before:
            return Content("\n").join([*today, Content.styled("Earlier days will appear here.", "dim")])
        head = f"{'':<11} {'pain':>5} {MEASURE_NAMES[diary.measure].split()[-1]:>9}"
        days = [day_line(row, diary.measure, diary.today) for row in before]
        return Content("\n").join([*today, Content.styled(head, "dim"), *map(Content, days)])
