import math
from datetime import date

import pytest

from journal.importers.pairs import DayPairs, read_pairs
from journal.importers.table import TableError, read_table
from tests.journal.samples import BERLIN, DAY

HEADER = "date,pain,activity\n"


def read(text: str) -> DayPairs:
    return read_pairs(text.encode(), "d.csv")


def faults(text: str | bytes) -> tuple[str, ...]:
    with pytest.raises(TableError) as caught:
        read_pairs(text.encode() if isinstance(text, str) else text, "d.csv")
    return caught.value.faults


def import_faults(text: str | bytes) -> tuple[str, ...]:
    """The faults that `tolerable import` finds in the same table."""
    data = text.encode() if isinstance(text, str) else text
    mapping = {"date": "date", "pain": "pain", "steps": "activity"}
    with pytest.raises(TableError) as caught:
        read_table(data, "d.csv", mapping, zone_name="Europe/Berlin", zone=BERLIN, today=DAY)
    return caught.value.faults


def test_rows_keep_their_order_and_blank_cells_are_nan() -> None:
    pairs = read(HEADER + "2026-01-02,4,\n\n2026-01-01,,5000\n")
    assert pairs.day == (date(2026, 1, 2), date(2026, 1, 1))
    assert pairs.pain[0] == 4
    assert math.isnan(pairs.pain[1])
    assert math.isnan(pairs.activity[0])
    assert pairs.activity[1] == 5000


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffdate,pain,activity\r\n2026-01-01,.5e1,.5e3\r\n",
        "Date , PAIN,Activity\n 2026-01-01 ,5., 5e2\n",
        "activity,x,date,pain\n500,?,2026-01-01,5\n",
    ],
)
def test_dialects_of_a_table_give_the_same_pairs(text: str) -> None:
    assert read(text) == DayPairs((date(2026, 1, 1),), (5,), (500,))


@pytest.mark.parametrize(
    "text",
    [
        HEADER + "1850-01-01,1,1\n",
        HEADER + "2026-01-01,1,1\n2026-01-01,1,1\n",
        HEADER + "02.01.2026,x,?\n2026-02-30,1\n",
        HEADER + 'soon,"4,5",1\n',
        HEADER + "2026-01-01,11,nan\n" * 30,
        HEADER + '2026-01-01,"1,1\n',
        HEADER.replace(",", ";") + "2026-01-01;1;1\n",
        "2026-01-01,1,1\n2026-01-02,1,1\n",
        "",
        b"date,pain,activity\n2026-01-01,\xff,1\n",
        b"date,pain,activity\n2026-01-01,\0,1\n",
    ],
)
def test_import_finds_the_same_faults(text: str | bytes) -> None:
    found = faults(text)
    assert found[0] == import_faults(text)[0]
    if not found[0].startswith("d.csv:1:"):  # an unreadable header has a fault for each column named
        assert found == import_faults(text)


def test_both_read_a_fraction_with_an_exponent() -> None:
    data = (HEADER + "2026-01-01,1,.5e3\n").encode()
    mapping = {"date": "date", "steps": "activity"}
    table = read_table(data, "d.csv", mapping, zone_name="Europe/Berlin", zone=BERLIN, today=DAY)
    assert len(table.drafts) == 1
    assert read_pairs(data, "d.csv").activity == (500,)


def test_a_missing_column_is_named() -> None:
    assert faults("date,pain\n") == ("d.csv:1: there is no column 'activity'; choose from 'date', 'pain'",)
    assert faults("day,pain\n") == ("d.csv:1: the header must have the columns date, pain, activity",)


def test_a_table_without_rows_has_no_pairs() -> None:
    assert read(HEADER) == DayPairs((), (), ())
