from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.days import end_of
from journal.importers.table import MOST_FAULTS, MOST_ROWS, TableError, TableRead, read_table
from journal.observations import Activity, Pain, Recall
from journal.record import Source
from tests.folders import SHARED
from tests.journal.samples import BERLIN, DAY

MAPPING = {"date": "day", "pain": "hurt", "steps": "steps"}
HEADER = "day,hurt,steps\n"


def read(text: str | bytes, mapping: dict[str, str] | None = None) -> TableRead:
    data = text.encode() if isinstance(text, str) else text
    return read_table(
        data,
        "d.csv",
        MAPPING if mapping is None else mapping,
        zone_name="Europe/Berlin",
        zone=BERLIN,
        today=DAY,
    )


def faults(text: str | bytes, mapping: dict[str, str] | None = None) -> tuple[str, ...]:
    with pytest.raises(TableError) as caught:
        read(text, mapping)
    return caught.value.faults


def test_a_row_becomes_the_average_pain_and_the_activity_of_its_day() -> None:
    table = read(HEADER + "2026-01-02,2.5,1906\n")
    pain, activity = table.drafts
    assert (pain.body, activity.body) == (Pain(2.5, Recall.AVERAGE), Activity(steps=1906))
    for draft in table.drafts:
        assert (draft.day, draft.zone, draft.source) == (date(2026, 1, 2), "Europe/Berlin", Source.TABLE)
        assert draft.at == end_of(date(2026, 1, 2), BERLIN)


def test_every_measure_has_a_column() -> None:
    mapping = {"date": "d", "minutes": "m", "sitting": "s", "load": "l"}
    (draft,) = read("d,m,s,l\n2026-01-02,30,600,4.5\n", mapping).drafts
    assert draft.body == Activity(active_minutes=30, sitting_minutes=600, load=4.5)


def test_a_blank_cell_is_missing_and_zero_is_a_value() -> None:
    table = read(HEADER + "2026-01-01,,\n2026-01-02,0,\n2026-01-03,  ,0\n")
    assert [draft.body for draft in table.drafts] == [Pain(0, Recall.AVERAGE), Activity(steps=0)]
    assert (table.rows, table.blanks) == (3, 4)


def test_rows_may_come_in_any_order_and_days_without_a_row_are_counted() -> None:
    table = read(HEADER + "2026-01-09,1,1\n2026-01-01,1,1\n2026-01-02,1,1\n")
    assert (table.first, table.last, table.gaps) == (date(2026, 1, 1), date(2026, 1, 9), 6)


def test_without_a_mapping_the_columns_are_taken_by_their_names() -> None:
    table = read("steps,x,date\n12,?,2026-01-01\n", {})
    assert [draft.body for draft in table.drafts] == [Activity(steps=12)]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffday,hurt,steps\n2026-01-02,1,2\n",
        "day,hurt,steps\r\n2026-01-02,1,2\r\n",
        '"day","hurt","steps"\n"2026-01-02","1","2"',
        "day , hurt,steps \n 2026-01-02 ,1, 2\n\n,,\n",
        'x,day,hurt,steps\n"a\nb, c",2026-01-02,1,2\n',
        "day,hurt,steps\n2026-01-02,1.0,2e0\n",
    ],
)
def test_dialects_of_one_table_say_the_same(text: str) -> None:
    assert [draft.body for draft in read(text).drafts] == [Pain(1, Recall.AVERAGE), Activity(steps=2)]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ("02-01-2026,1,1", "'day': '02-01-2026' is not a date; write it like 2026-01-31"),
        ("20260102,1,1", "'day': '20260102' is not a date"),
        ("2026-02-30,1,1", "'day': 2026-02-30 does not exist in the calendar"),
        (",1,1", "'day': the date is missing"),
        ("2026-11-23,1,1", "'day': 2026-11-23 is in the future (today is 2026-11-22)"),
        ("0001-01-01,1,1", "'day': 0001-01-01 is before 1900"),
        ("2026-01-02,bad,1", "'hurt': 'bad' is not a number; leave the cell empty if unknown"),
        ("2026-01-02,nan,1", "'hurt': 'nan' is not a number"),
        ("2026-01-02,inf,1", "'hurt': 'inf' is not a number"),
        ("2026-01-02,1e999,1", "'hurt': pain must be"),
        ("2026-01-02,-1,1", "'hurt': '-1' has a sign"),
        ("2026-01-02,12,1", "'hurt': pain must be from 0 to 10, not 12"),
        ("2026-01-02,٣,1", "'hurt': '٣' is not a number"),
        ('2026-01-02,1,"1,773"', "'steps': '1,773' has a comma; write 1773"),
        ('2026-01-02,"4,5",1', "'hurt': '4,5' has a comma"),
        ("2026-01-02,1,2000000", "'steps': steps must be from 0 to 200000"),
        ("2026-01-02,1", "has 2 cells where the header has 3"),
        ("2026-01-02,1,1,", "has 4 cells where the header has 3"),
        ('2026-01-02,"1"x,1', "cannot be read as CSV"),
        ('2026-01-02,"1,1', "cannot be read as CSV"),
        (f'2026-01-02,"{"9" * 140_000}",1', "cannot be read as CSV: field larger"),
    ],
)
def test_a_fault_is_named_with_its_line_and_column(cells: str, words: str) -> None:
    (fault,) = faults(f"{HEADER}2026-01-01,1,1\n{cells}\n")
    assert fault.startswith(f"d.csv:3: {words}")


def test_all_faults_of_a_file_are_told_at_once() -> None:
    told = faults(HEADER + "x,y,z\n2026-01-02,11,1\n2026-01-03,1,1,1\n")
    assert [fault.split(":")[1] for fault in told] == ["2", "2", "2", "3", "4"]


def test_of_very_many_faults_the_first_are_told_and_the_others_counted() -> None:
    told = faults(HEADER + "x,1,1\n" * 1000)
    assert len(told) == MOST_FAULTS + 1
    assert told[-1] == "... and 980 more"


def test_more_rows_than_any_diary_has_are_refused_in_one_line() -> None:
    rows = [f"{date(1900, 1, 1) + timedelta(days=n % 40_000)},1,1\n" for n in range(MOST_ROWS + 1)]
    assert faults(HEADER + "".join(rows)) == (
        "d.csv:50002: is row 50001 of the table; a table may have at most 50000 rows",
    )


def test_after_the_first_faults_a_row_is_still_judged() -> None:
    told = faults(HEADER + "x,1,1\n" * MOST_FAULTS + "2026-01-01,1,z\n2026-01-01,1,1\n")
    assert told[-1] == "... and 2 more"


def test_a_date_that_is_there_twice_is_refused_with_both_lines() -> None:
    (fault,) = faults(HEADER + "2026-01-01,1,1\n2026-01-02,1,1\n2026-01-01,2,2\n")
    assert fault == "d.csv:4: 'day': 2026-01-01 appears twice (first on line 2); keep one of the two"


def test_a_line_is_counted_where_its_row_begins() -> None:
    (fault,) = faults('n,day,hurt,steps\n"a\nb",2026-01-01,1,1\n"c\nd",2026-01-02,x,1\n')
    assert fault.startswith("d.csv:4:")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"", "d.csv: is empty"),
        (b" \n\n", "d.csv: is empty"),
        (b"\xef\xbb\xbf\n", "d.csv: is empty"),
        (HEADER.encode(), "d.csv: there are no rows after the header"),
        (b"day,hurt,steps\n2026-01-01,\xff,1\n", "d.csv:2: is not UTF-8 text"),
        (b"day,hurt,steps\n\n2026-01-01,\0,1\n", "d.csv:3: contains a zero byte"),
        ("day,hurt".encode("utf-16"), "d.csv:1: contains a zero byte"),
        (b"day;hurt;steps\n2026-01-01;1;1\n", "d.csv:1: the columns are separated by semicolons"),
        (b"day\thurt\tsteps\n2026-01-01\t1\t1\n", "d.csv:1: the columns are separated by tabs"),
        (b"2026-01-01,1,1\n2026-01-02,1,1\n", "d.csv:1: the first line is data"),
        (
            b"day,hurts,steps\n2026-01-01,1,1\n",
            "d.csv:1: there is no column 'hurt'; choose from 'day', 'hurts', 'steps' (did you mean 'hurts'?)",
        ),
        (b"day,hurt,hurt,steps\n", "d.csv:1: the column 'hurt' appears 2 times"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_in_one_line(text: bytes, words: str) -> None:
    (fault,) = faults(text)
    assert fault.startswith(words)


def test_a_mapping_that_names_nothing_known_is_told_what_there_is() -> None:
    (fault,) = faults(HEADER + "2026-01-01,1,1\n", {"date": "day", "pains": "hurt"})
    assert fault.startswith("d.csv:1: unknown column type 'pains'; choose from 'date', 'load'")
    assert fault.endswith("(did you mean 'pain'?)")


@pytest.mark.parametrize("mapping", [{"date": "day"}, {"pain": "hurt"}])
def test_a_date_and_one_more_column_are_needed(mapping: dict[str, str]) -> None:
    (fault,) = faults(HEADER + "2026-01-01,1,1\n", mapping)
    assert "needs a date column and at least one other" in fault


def test_no_control_character_of_a_cell_reaches_a_message() -> None:
    (fault,) = faults(HEADER + "2026-01-01,\x1b]52;c;Zm9v\x07\u202e[/],1\n")
    assert fault.isprintable()


@given(st.binary(max_size=300))
def test_whatever_the_bytes_there_is_a_table_or_a_line(data: bytes) -> None:
    try:
        read(HEADER.encode() + data)
    except TableError as error:
        assert error.faults  # noqa: PT017 - most bytes are no table, some are


@given(
    st.dictionaries(
        st.dates(date(1950, 1, 1), DAY),
        st.tuples(st.none() | st.floats(0, 10), st.none() | st.integers(0, 200_000)),
        min_size=1,
        max_size=20,
    )
)
def test_a_table_is_read_back_as_it_was_written(days: dict[date, tuple[float | None, int | None]]) -> None:
    lines = [f"{day},{'' if p is None else p},{'' if s is None else s}\n" for day, (p, s) in days.items()]
    table = read(HEADER + "".join(lines))
    pains = {d.day: d.body.nrs for d in table.drafts if isinstance(d.body, Pain)}
    steps = {d.day: d.body.steps for d in table.drafts if isinstance(d.body, Activity)}
    assert pains == {day: p for day, (p, _) in days.items() if p is not None}
    assert steps == {day: s for day, (_, s) in days.items() if s is not None}
    assert (table.first, table.last) == (min(days), max(days))
    assert table.gaps == (max(days) - min(days)) // timedelta(days=1) + 1 - len(days)


def test_a_real_diary_is_read_whole() -> None:
    path = SHARED / "data" / "dose_response" / "P3_daily.csv"
    if not path.exists():
        pytest.skip("the sample diaries are not beside this checkout")
    table = read(path.read_bytes(), {"date": "date", "pain": "pain_mean", "steps": "steps"})
    assert (table.rows, table.first) == (289, date(2018, 10, 22))
    assert table.drafts[0].body == Pain(2.5, Recall.AVERAGE)
