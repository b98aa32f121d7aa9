"""A plain table of days (CSV) as drafts: a header, then a row a day, with ISO dates; a blank cell is missing."""

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, tzinfo
from difflib import get_close_matches
from itertools import islice

from journal.days import DAY_ENDS, end_of
from journal.observations import MEASURES, Activity, Pain, Recall
from journal.record import Draft, Source, from_json
from journal.values import RecordError, number

MEASURE_OF: Mapping[str, str] = {
    "steps": "steps",
    "minutes": "active_minutes",
    "sitting": "sitting_minutes",
    "load": "load",
}
"""The columns of activity, each with the measure that it gives."""

LARGEST: Mapping[str, float] = {"pain": 10, **{key: MEASURES[measure] for key, measure in MEASURE_OF.items()}}

COLUMNS = frozenset({"date", *LARGEST})
"""What a mapping may name."""

MOST_FAULTS = 20

MOST_ROWS = 50_000
"""More days than any diary has."""

FIRST_YEAR = 1900
"""A date before it is a slip."""

ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
PLAIN_NUMBER = re.compile(r"[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]{1,3})?|\.[0-9]+")
OTHER_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars"}
SHOWN_CHARACTERS = 40


class TableError(Exception):
    """A table that cannot be brought in; `faults` has a line for each fault, and one for the `more` there are."""

    def __init__(self, faults: Sequence[str], more: int = 0) -> None:
        self.faults = (*faults, f"... and {more} more") if more > 0 else tuple(faults)
        super().__init__("\n".join(self.faults))


@dataclass(frozen=True, slots=True)
class TableRead:
    """What a table says: `rows` rows about days from `first` to `last`.

    `gaps` is the number of days in between without a row, `blanks` the number of cells that were left empty in
    the columns asked for.
    """

    drafts: tuple[Draft, ...]
    rows: int
    first: date
    last: date
    gaps: int
    blanks: int


def read_table(
    data: bytes,
    name: str,
    mapping: Mapping[str, str],
    *,
    zone_name: str,
    zone: tzinfo,
    today: date,
    ends: time = DAY_ENDS,
) -> TableRead:
    """Read a table whose columns are named by `mapping`, such as `{"date": "Day", "pain": "Pain mean"}`.

    An empty mapping takes the columns that are called as COLUMNS are. Pain becomes the average of its day. What
    is about a day is about its last second, which for `today` is yet to come. Raises TableError with all faults
    of the file, `name:line: column: what is wrong`.
    """
    table = _Table(name, today)
    rows = list(table.rows(_text(data, name), mapping))
    if table.faults or not rows:
        raise TableError(table.faults or [f"{name}: there are no rows after the header"], table.more)
    drafts = (_drafts(row, zone_name, zone, ends) for row in rows)
    days = sorted(row.day for row in rows)
    return TableRead(
        drafts=tuple(draft for made in drafts for draft in made),
        rows=len(rows),
        first=days[0],
        last=days[-1],
        gaps=(days[-1] - days[0]).days + 1 - len(days),
        blanks=sum(value is None for row in rows for value in row.values.values()),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """A day with its values by column; None is a blank cell."""

    day: date
    values: Mapping[str, float | None]


def _drafts(row: _Row, zone_name: str, zone: tzinfo, ends: time) -> Iterator[Draft]:
    at = end_of(row.day, zone, ends)
    pain = row.values.get("pain")
    if pain is not None:
        yield Draft(Pain(pain, Recall.AVERAGE), row.day, at, zone_name, Source.TABLE)
    activity = {measure: row.values.get(key) for key, measure in MEASURE_OF.items()}
    if any(value is not None for value in activity.values()):
        yield Draft(from_json(Activity.kind, activity), row.day, at, zone_name, Source.TABLE)


def _text(data: bytes, name: str) -> str:
    """The file as text, without a byte order mark. Raises TableError when it is none."""
    if not data.removeprefix(BOM_UTF8).strip():
        raise TableError([f"{name}: is empty"])
    if b"\0" in data:
        line = _line_of(data, data.index(b"\0"))
        raise TableError([f"{name}:{line}: holds a zero byte: it is no plain table (save it as CSV, UTF-8)"])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _line_of(data, error.start)
        raise TableError([f"{name}:{line}: is not UTF-8 text (save it as CSV, UTF-8)"]) from error


def _line_of(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


class _CellError(ValueError):
    """A cell that cannot be read; the message says what is wrong and what to do."""


@dataclass
class _Table:
    """A table while it is read: gathers its first faults and counts the others, `more`."""

    name: str
    today: date
    faults: list[str] = field(default_factory=list)
    more: int = 0
    _lines: dict[date, int] = field(default_factory=dict)

    def rows(self, text: str, mapping: Mapping[str, str]) -> Iterator[_Row]:
        """The rows that are right; the faults of the others are gathered."""
        lines = self._split(text)
        top, header = next(lines, (1, []))
        where = self._places(top, [cell.strip() for cell in header], mapping)
        if self.faults:
            return
        for line, cells in self._not_too_many(lines):
            if len(cells) == len(header):
                yield from self._row(line, cells, where, mapping)
            else:
                self._fault(line, f"has {len(cells)} cells where the header has {len(header)}")

    def _not_too_many(self, lines: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
        yield from islice(lines, MOST_ROWS)
        for line, _ in islice(lines, 1):
            self.faults, self.more = [], 0
            self._fault(line, f"is row {MOST_ROWS + 1} of the table; give one with at most {MOST_ROWS} days")

    def _fault(self, line: int, what: str) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(f"{self.name}:{line}: {what}")
        else:
            self.more += 1

    def _split(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """The lines that are not blank, as cells, each with the number where it begins."""
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        line = 1
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            self._fault(line, f"the cells cannot be told apart: {error} (is a quotation mark missing?)")

    def _places(self, top: int, header: list[str], mapping: Mapping[str, str]) -> dict[str, int]:
        """Where in a row each column asked for stands."""
        asked = mapping or {key: key for key in sorted(COLUMNS) if key == "date" or key in header}
        wrong = [fault for key, column in asked.items() if (fault := _column_fault(key, column, header))]
        if not wrong and ("date" not in asked or len(asked) == 1):
            wrong = ["a date column and at least one other are needed, such as --map date=Day,pain=Pain"]
        if (aside := _header_fault(header)) and wrong:
            wrong = [aside]
        for fault in wrong:
            self._fault(top, fault)
        return {} if wrong else {key: header.index(column) for key, column in asked.items()}

    def _row(
        self, line: int, cells: list[str], where: Mapping[str, int], mapping: Mapping[str, str]
    ) -> Iterator[_Row]:
        values: dict[str, float | None] = {}
        day = None
        found = len(self.faults) + self.more
        for key, place in where.items():
            try:
                if key == "date":
                    day = self._day(cells[place].strip(), line)
                else:
                    values[key] = _value(cells[place].strip(), key)
            except (_CellError, RecordError) as error:
                self._fault(line, f"{_shown(mapping.get(key, key))}: {error}")
        if day and len(self.faults) + self.more == found:
            yield _Row(day, values)

    def _day(self, cell: str, line: int) -> date:
        """The date of a row. Raises _CellError, also for one that came before or is yet to come."""
        day = _date(cell)
        if day > self.today:
            raise _CellError(f"{cell} is yet to come; today is {self.today}")
        if day in self._lines:
            raise _CellError(f"{cell} was on line {self._lines[day]} already; keep one of the two")
        self._lines[day] = line
        return day


def _column_fault(key: str, column: str, header: list[str]) -> str | None:
    if key not in COLUMNS:
        return f"{_shown(key)} is nothing that a column can hold; {_instead(key, sorted(COLUMNS))}"
    if header.count(column) > 1:
        return f"the column {_shown(column)} is there {header.count(column)} times; rename the others"
    if column not in header:
        return f"there is no column {_shown(column)}; {_instead(column, header)}"
    return None


def _instead(word: str, choices: list[str]) -> str:
    close = get_close_matches(word, choices, n=1)
    guess = f" (did you mean {_shown(close[0])}?)" if close else ""
    return f"there are {', '.join(_shown(choice) for choice in islice(choices, MOST_FAULTS))}{guess}"


def _header_fault(header: list[str]) -> str | None:
    """What is odd about a header in which a column was not found."""
    for delimiter, called in OTHER_DELIMITERS.items():
        if len(header) == 1 and delimiter in header[0]:
            return f"the cells are set apart by {called}; save the table with commas"
    if any(ISO_DATE.fullmatch(cell) for cell in header):
        return "the first line is a row already; put a header above it, such as date,pain,steps"
    return None


def _date(cell: str) -> date:
    if not cell:
        raise _CellError("the date is missing")
    if not ISO_DATE.fullmatch(cell):
        raise _CellError(f"{_shown(cell)} is not a date; write it as year-month-day, 2026-01-31")
    try:
        day = date.fromisoformat(cell)
    except ValueError as error:
        raise _CellError(f"there is no day {cell}") from error
    if day.year < FIRST_YEAR:
        raise _CellError(f"{cell} is before {FIRST_YEAR}: is it a slip?")
    return day


def _value(cell: str, key: str) -> float | None:
    """The number in a cell; None when it is blank. Raises _CellError, RecordError."""
    if not cell:
        return None
    if PLAIN_NUMBER.fullmatch(cell):
        return number(float(cell), key, LARGEST[key])
    if re.fullmatch(r"[-+]?[0-9][0-9.]*(,[0-9.]+)+", cell):
        raise _CellError(
            f"{_shown(cell)} has a comma; write 1773 for a thousand and more, 4.5 for four and a half"
        )
    if PLAIN_NUMBER.fullmatch(cell[1:]) and cell[0] in "-+":
        raise _CellError(f"{_shown(cell)} has a sign; write a number from 0 to {LARGEST[key]:g}")
    raise _CellError(f"{_shown(cell)} is not a number; leave the cell empty where it is not known")


def _shown(text: str) -> str:
    """A cell as a message can show it: short, on one line, without control characters."""
    return repr(text if len(text) <= SHOWN_CHARACTERS else f"{text[:SHOWN_CHARACTERS]}...")
