from collections.abc import Sequence
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.days import DayRow
from journal.medium.rows import WINDOW_DAYS, Exposure, best_exposure, counted, exposures, left_out
from journal.observations import MEASURES
from tests.journal.samples import DAY


def row(
    ago: int, pain: float | None = 3, source: str = "typed", *, backfilled: bool = False, **activity: float
) -> DayRow:
    known = {measure: activity.get(measure) for measure in MEASURES}
    sources = dict.fromkeys(activity, source)
    day = DAY - timedelta(days=ago)
    return DayRow(day, pain, None, None, int(pain is not None), known, sources, backfilled=backfilled)


TYPED = Exposure("steps", "typed")


def ago(days: Sequence[DayRow], exposure: Exposure = TYPED) -> list[int]:
    return [(DAY - day).days for day in counted(days, exposure, DAY)]


def best_measure(days: Sequence[DayRow]) -> str:
    return best_exposure(days, DAY).measure


def test_a_day_counts_when_its_pain_and_both_activities_are_known() -> None:
    assert ago([row(2, steps=1), row(1, steps=0), row(0, steps=5)]) == [1, 0]


def test_the_day_before_is_that_of_the_calendar_and_not_of_the_row_before() -> None:
    assert ago([row(3, steps=1), row(1, steps=1), row(0, steps=1)]) == [0]


def test_a_day_without_pain_or_without_activity_does_not_count() -> None:
    assert ago([row(2, steps=1), row(1, pain=None, steps=1), row(0)]) == []


def test_the_window_ends_at_the_last_day_and_reaches_back_its_length() -> None:
    days = [row(back, steps=1) for back in range(-3, WINDOW_DAYS + 5)]
    assert sorted(ago(days)) == list(range(WINDOW_DAYS))


@given(st.permutations([row(back, steps=1) for back in range(6)]))
def test_the_order_of_the_rows_does_not_matter(days: list[DayRow]) -> None:
    assert ago(days) == [4, 3, 2, 1, 0]


def test_the_best_measure_counts_the_most_days() -> None:
    scattered = [row(back, steps=1) for back in range(40, 60, 2)]
    assert best_measure([*scattered, row(2, load=1), row(1, load=1)]) == "load"


def test_without_counted_days_the_best_measure_stands_beside_pain_most_often() -> None:
    lonely = [row(back, pain=None, steps=1) for back in range(40, 60, 2)]
    assert best_measure([*lonely, row(3, sitting_minutes=1)]) == "sitting_minutes"
    assert best_measure([row(5, pain=None, load=1)]) == "load"


def test_a_diary_of_long_ago_is_not_displaced_by_one_value_of_today() -> None:
    long_ago = [row(WINDOW_DAYS + back, steps=1) for back in range(40)]
    assert best_measure([*long_ago, row(0, pain=None, active_minutes=12), row(1)]) == "steps"
    assert best_measure([*long_ago, row(0, active_minutes=12)]) == "active_minutes"


def test_among_equals_and_without_anything_it_is_steps() -> None:
    assert best_measure([row(1, steps=1, load=1), row(0, steps=1, load=1)]) == "steps"
    assert best_measure([]) == "steps"


def test_sources_are_never_mixed_and_the_one_that_tells_more_days_is_looked_at() -> None:
    days = [
        *(row(back, source="import:table", steps=1) for back in range(20, 60)),
        *(row(back, steps=1) for back in range(20)),
    ]
    imported = Exposure("steps", "import:table")
    assert best_exposure(days, DAY) == imported
    assert exposures(days, DAY) == (imported, TYPED)
    assert ago(days) == list(range(18, -1, -1))  # the day before the first of them tells only another source
    assert len(ago(days, imported)) == 39
    assert left_out(days, imported, DAY) == {"typed": 20}
    assert left_out(days, TYPED, DAY) == {"import:table": 40}


def test_days_whose_pain_was_noted_later_can_be_left_out() -> None:
    days = [row(back, steps=1, backfilled=back == 1) for back in range(4)]
    assert len(counted(days, TYPED, DAY)) == 3
    assert [(DAY - day).days for day in counted(days, TYPED, DAY, later=False)] == [2, 0]
