"""Read a CSV table of days: a header, then one row for each day, with ISO dates. A blank cell is a missing value."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, tzinfo
from itertools import islice

from journal.days import DAY_ENDS, end_of
from journal.importers.cells import ISO_DATE, CellError, quote, read_date, read_number
from journal.observations import MEASURES, Activity, Pain, Recall
from journal.record import Draft, Source, from_json
from journal.values import RecordError

MEASURE_OF: Mapping[str, str] = {
    "steps": "steps",
    "minutes": "active_minutes",
    "sitting": "sitting_minutes",
    "load": "load",
}
"""The activity columns, each with its measure in the journal."""

LARGEST: Mapping[str, float] = {"pain": 10, **{key: MEASURES[measure] for key, measure in MEASURE_OF.items()}}

COLUMNS = frozenset({"date", *LARGEST})
"""The column types that a mapping may name."""

MOST_FAULTS = 20

MOST_ROWS = 50_000
"""More days than any diary has."""

OTHER_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars"}


class TableError(Exception):
    """A table that cannot be read; `faults` has one line for each fault, and a last line that counts the `more` others."""

    def __init__(self, faults: Sequence[str], more: int = 0) -> None:
        self.faults = (*faults, f"... and {more} more") if more > 0 else tuple(faults)
        super().__init__("\n".join(self.faults))


@dataclass(frozen=True, slots=True)
class TableRow:
    """A day with its values by column type; None for a blank cell."""

    day: date
    values: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class TableRead:
    """The drafts of a table with `rows` rows, for days from `first` to `last`.

    `gaps` counts the days in between without a row, `blanks` the empty cells in the columns that were read.
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
    """Read the drafts of a table; `mapping` names its columns, such as `{"date": "Day", "pain": "Pain mean"}`.

    An empty mapping reads the columns with the names in COLUMNS. Pain becomes the average of its day. Each draft
    is for the last second of its day, which for `today` lies in the future. Raises TableError with all faults of
    the file, `name:line: column: fault`.
    """
    rows = read_rows(data, name, LARGEST, mapping=mapping, today=today)
    if not rows:
        raise TableError([f"{name}: there are no rows after the header"])
    days = sorted(row.day for row in rows)
    return TableRead(
        drafts=tuple(draft for row in rows for draft in _drafts(row, zone_name, zone, ends)),
        rows=len(rows),
        first=days[0],
        last=days[-1],
        gaps=(days[-1] - days[0]).days + 1 - len(days),
        blanks=sum(value is None for row in rows for value in row.values.values()),
    )


def read_rows(
    data: bytes,
    name: str,
    largest: Mapping[str, float],
    *,
    mapping: Mapping[str, str] | None = None,
    today: date | None = None,
) -> list[TableRow]:
    """Read the rows of a table whose number columns are among those of `largest`, with their largest values.

    Without a `mapping` columns are found by their names in any case; None requires all of them, an empty mapping
    takes those that are there. A date after `today` is a fault. Raises TableError with all faults of the file.
    """
    table = _Table(name, largest, today)
    rows = list(table.rows(_text(data, name), mapping))
    if table.faults:
        raise TableError(table.faults, table.more)
    return rows


def _drafts(row: TableRow, zone_name: str, zone: tzinfo, ends: time) -> Iterator[Draft]:
    at = end_of(row.day, zone, ends)
    pain = row.values.get("pain")
    if pain is not None:
        yield Draft(Pain(pain, Recall.AVERAGE), row.day, at, zone_name, Source.TABLE)
    activity = {measure: row.values.get(key) for key, measure in MEASURE_OF.items()}
    if any(value is not None for value in activity.values()):
        yield Draft(from_json(Activity.kind, activity), row.day, at, zone_name, Source.TABLE)


def _text(data: bytes, name: str) -> str:
    """Decode the file, without a byte order mark. Raises TableError when it is not UTF-8 text."""
    if not data.removeprefix(BOM_UTF8).strip():
        raise TableError([f"{name}: is empty"])
    if b"\0" in data:
        line = _line_of(data, data.index(b"\0"))
        raise TableError([f"{name}:{line}: contains a zero byte; save it as CSV, UTF-8"])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _line_of(data, error.start)
        raise TableError([f"{name}:{line}: is not UTF-8 text; save it as CSV, UTF-8"]) from error


def _line_of(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


@dataclass
class _Table:
    """A table while it is read: collects the first faults and counts the others in `more`."""

    name: str
    largest: Mapping[str, float]
    today: date | None
    faults: list[str] = field(default_factory=list)
    more: int = 0
    _lines: dict[date, int] = field(default_factory=dict)

    def rows(self, text: str, mapping: Mapping[str, str] | None) -> Iterator[TableRow]:
        """Yield the rows without a fault; collect the faults of the others."""
        lines = self._split(text)
        top, header = next(lines, (1, []))
        places = self._places(top, [cell.strip() for cell in header], mapping)
        if self.faults:
            return
        for line, cells in self._limited(lines):
            if len(cells) == len(header):
                yield from self._row(line, cells, places, mapping or {})
            else:
                self._fault(line, f"has {len(cells)} cells where the header has {len(header)}")

    def _limited(self, lines: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
        yield from islice(lines, MOST_ROWS)
        for line, _ in islice(lines, 1):
            self.faults, self.more = [], 0
            self._fault(
                line, f"is row {MOST_ROWS + 1} of the table; a table may have at most {MOST_ROWS} rows"
            )

    def _fault(self, line: int, fault: str) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(f"{self.name}:{line}: {fault}")
        else:
            self.more += 1

    def _split(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """Yield the cells of each line that is not blank, with the number of its first line."""
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        line = 1
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            self._fault(line, f"cannot be read as CSV: {error} (is a quotation mark missing?)")

    def _places(self, top: int, header: list[str], mapping: Mapping[str, str] | None) -> dict[str, int]:
        """Find the place of each column to read."""
        if not mapping:
            header = [cell.lower() for cell in header]
        columns = mapping or {key: key for key in self._wanted(header, mapping)}
        faults = [
            fault for key, column in columns.items() if (fault := self._column_fault(key, column, header))
        ]
        if not faults and ("date" not in columns or len(columns) == 1):
            faults = ["needs a date column and at least one other, such as --map date=Day,pain=Pain"]
        if faults and mapping is None and len(faults) > 1:
            faults = [f"the header must have the columns {', '.join(columns)}"]
        if faults and (of_header := _header_fault(header)):
            faults = [of_header]
        for fault in faults:
            self._fault(top, fault)
        return {} if faults else {key: header.index(column) for key, column in columns.items()}

    def _wanted(self, header: list[str], mapping: Mapping[str, str] | None) -> list[str]:
        """Return the column types to read when no mapping names any."""
        return ["date", *(key for key in self.largest if mapping is None or key in header)]

    def _column_fault(self, key: str, column: str, header: list[str]) -> str | None:
        if key != "date" and key not in self.largest:
            return f"unknown column type {quote(key)}; {_suggest(key, sorted(['date', *self.largest]))}"
        if header.count(column) > 1:
            return f"the column {quote(column)} appears {header.count(column)} times; rename the others"
        if column not in header:
            return f"there is no column {quote(column)}; {_suggest(column, header)}"
        return None

    def _row(
        self, line: int, cells: list[str], places: Mapping[str, int], mapping: Mapping[str, str]
    ) -> Iterator[TableRow]:
        values: dict[str, float | None] = {}
        day = None
        faults_before = len(self.faults) + self.more
        for key, place in places.items():
            try:
                if key == "date":
                    day = self._day(cells[place].strip(), line)
                else:
                    values[key] = read_number(cells[place].strip(), key, self.largest[key])
            except (CellError, RecordError) as error:
                self._fault(line, f"{quote(mapping.get(key, key))}: {error}")
        if day and len(self.faults) + self.more == faults_before:
            yield TableRow(day, values)

    def _day(self, cell: str, line: int) -> date:
        """Read the date of a row. Raises CellError, also for a repeated or a future date."""
        day = read_date(cell)
        if self.today is not None and day > self.today:
            raise CellError(f"{cell} is in the future (today is {self.today})")
        if day in self._lines:
            raise CellError(f"{cell} appears twice (first on line {self._lines[day]}); keep one of the two")
        self._lines[day] = line
        return day


def _suggest(word: str, choices: list[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only for a fault

    close = get_close_matches(word, choices, n=1)
    guess = f" (did you mean {quote(close[0])}?)" if close else ""
    return f"choose from {', '.join(quote(choice) for choice in islice(choices, MOST_FAULTS))}{guess}"


def _header_fault(header: list[str]) -> str | None:
    """Explain a header that lacks a column: another separator, or no header at all."""
    for delimiter, name in OTHER_DELIMITERS.items():
        if len(header) == 1 and delimiter in header[0]:
            return f"the columns are separated by {name}; save the table with commas"
    if any(ISO_DATE.fullmatch(cell) for cell in header):
        return "the first line is data; put a header above it, such as date,pain,steps"
    return None
