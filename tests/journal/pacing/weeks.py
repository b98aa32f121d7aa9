"""Days with activity and answers about them, for the tests of pacing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from journal.days import DayRow
from journal.medium.answer import CurveAnswer, Span, Verdict
from journal.observations import MEASURES
from journal.pacing.week import NoPlan, WeekPlan, plan

MONDAY = date(2026, 11, 16)
SUNDAY = MONDAY + timedelta(days=6)


def row(day: date, value: float | None, measure: str = "steps", **bouts: float) -> DayRow:
    activity = {name: value if name == measure else None for name in MEASURES}
    sources = {} if value is None else {measure: "typed"}
    return DayRow(day, None, None, None, 0, activity, sources, bouts=bouts)


def before(values: Iterable[float | None], monday: date = MONDAY) -> list[DayRow]:
    """Days with these values, the last of them on the Sunday before."""
    found = list(values)
    first = monday - timedelta(days=len(found))
    return [row(first + timedelta(days=n), value) for n, value in enumerate(found)]


def by_week(*means: float, monday: date = MONDAY) -> list[DayRow]:
    """Weeks whose days are all alike, the last of them just before the Monday."""
    return before([mean for mean in means for _ in range(7)], monday)


def days_from(day: date, values: Mapping[int, float | None]) -> list[DayRow]:
    return [row(day + timedelta(days=n), value) for n, value in values.items()]


def curve(
    verdict: Verdict, *core: Span, likely: tuple[Span, ...] = (), words: str = "as the days show"
) -> CurveAnswer:
    return CurveAnswer(verdict, words, core=core, likely=likely)


def planned(rows: Sequence[DayRow], answer: CurveAnswer | None = None, monday: date = MONDAY) -> WeekPlan:
    found = plan(rows, "steps", answer, monday)
    assert isinstance(found, WeekPlan)
    return found


def unplanned(rows: Sequence[DayRow], measure: str = "steps", monday: date = MONDAY) -> NoPlan:
    found = plan(rows, measure, None, monday)
    assert isinstance(found, NoPlan)
    return found


values = st.none() | st.just(0.0) | st.integers(0, 40_000).map(float) | st.floats(0, 200_000)
diaries = st.lists(values, max_size=60).map(before)

spans = st.tuples(st.floats(0, 30_000), st.floats(0, 30_000)).map(lambda ends: (min(ends), max(ends)))
curves = st.none() | st.builds(
    lambda verdict, core, likely: curve(verdict, *core, likely=tuple(likely)),
    st.sampled_from(Verdict),
    st.lists(spans, max_size=3),
    st.lists(spans, max_size=2),
)
