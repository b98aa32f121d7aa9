import json
import warnings
from collections import Counter

import pytest

from journal.medium.answer import CurveAnswer, Lag, Medium, Span, Stage, Verdict
from journal.medium.estimate import estimate
from journal.medium.numeric import np
from journal.medium.words import ASSOCIATION, describe_answer
from tests.journal.medium.diaries import INVERTED, MEDIUM, World, Written, hostile, write

LAGS = ("same", "next")
KEYS = {
    *("verdict", "stage", "reason", "best", "best_interval", "core", "likely", "possible"),
    *("grid", "fit", "lo", "hi", "words"),
}
MORE = World(lambda level: -1.2 * level, sd=1.0)
LESS = World(lambda level: 1.2 * level, sd=1.0)
FLAT = World(lambda level: 0 * level)


def of(written: Written, tolerance: float | None = None) -> Medium:
    return estimate(written.day, written.pain, written.activity, written.weekend, tolerance)


def same(world: World, days: int = 120, seed: int = 1, tolerance: float | None = None) -> CurveAnswer:
    return of(write(world, days, seed), tolerance).curves["same"]


@pytest.mark.parametrize(
    ("world", "verdict"),
    [
        (MEDIUM, "medium"),
        (INVERTED, "inverted"),
        (MORE, "more_is_better"),
        (LESS, "less_is_better"),
        (FLAT, "no_pattern"),
    ],
)
def test_each_shape_has_its_verdict(world: World, verdict: str) -> None:
    assert same(world).verdict == verdict


def test_a_medium_of_the_day_after_is_found_there_and_not_on_the_same_day() -> None:
    medium = of(write(World(MEDIUM.shape, lag=1), 120, 3))
    assert [medium.curves[lag].verdict for lag in LAGS] == ["no_pattern", "medium"]
    assert medium.headline == "next"


def test_an_answer_has_every_key_of_the_contract_whatever_it_is() -> None:
    for days in (1, 10, 120):
        answer = of(write(MEDIUM, days, 1)).as_json()
        assert set(answer) == {"days", "rows", "measure", "curves", "headline"}
        assert set(answer["curves"]) == set(LAGS)
        for curve in answer["curves"].values():
            assert set(curve) >= KEYS
            assert len(curve["grid"]) == len(curve["fit"]) == len(curve["lo"]) == len(curve["hi"])
        json.dumps(answer, allow_nan=False)


def test_days_are_matched_by_the_calendar_and_never_by_the_row() -> None:
    whole = write(MEDIUM, 120, 1)
    every_other = Written(*(column[::2] for column in vars(whole).values()))
    assert of(every_other).rows == 0
    assert of(every_other).curves["same"].verdict == "not_enough"


def test_the_order_of_rows_does_not_matter_and_of_a_day_given_twice_the_last_counts() -> None:
    whole = write(MEDIUM, 100, 1)
    order = np.random.default_rng(1).permutation(100)
    shuffled = Written(*(column[order] for column in vars(whole).values()))
    assert of(shuffled) == of(whole)
    wrong_first = Written(
        np.append(whole.day[:1], whole.day),
        np.append(9.0, whole.pain),
        np.append(1.0, whole.activity),
        np.append(True, whole.weekend),
    )
    assert of(wrong_first) == of(whole)


def test_only_the_last_120_days_count() -> None:
    old, new = write(MEDIUM, 120, 1), write(FLAT, 120, 2)
    both = Written(
        np.append(old.day, new.day + 120),
        *(
            np.append(a, b)
            for a, b in zip(list(vars(old).values())[1:], list(vars(new).values())[1:], strict=True)
        ),
    )
    assert of(both).rows <= 120
    assert of(both).curves["same"].verdict != "medium"


def test_a_last_day_without_values_ends_the_window_all_the_same() -> None:
    whole = write(MEDIUM, 120, 1)
    later = Written(
        np.append(whole.day, 219),
        np.append(whole.pain, np.nan),
        np.append(whole.activity, np.nan),
        np.append(whole.weekend, False),
    )
    assert of(later).rows < 28


def test_a_missing_activity_is_not_zero() -> None:
    whole = write(MEDIUM, 60, 1)
    unknown = np.where(np.isnan(whole.activity), 0.0, whole.activity)
    assert estimate(whole.day, whole.pain, unknown).rows > of(whole).rows


@pytest.mark.parametrize(("rows", "enough"), [(27, False), (28, True)])
def test_28_rows_are_needed(rows: int, *, enough: bool) -> None:
    whole = write(World(MEDIUM.shape, missing=0), rows + 1, 2)
    answer = of(whole)
    assert answer.rows == rows
    assert (answer.curves["same"].verdict != "not_enough") is enough
    if not enough:
        assert answer.curves["same"].words.startswith("Too early to say: 27 of 28 days so far")


def test_days_that_are_too_alike_are_refused_and_it_is_said_what_would_help() -> None:
    whole = write(MEDIUM, 120, 1)
    alike = 6_000 + np.arange(120) % 7 * 10.0
    for activity in (alike, np.zeros(120), np.arange(120) % 4 * 1_000.0):
        answer = estimate(whole.day, whole.pain, activity).curves["same"]
        assert answer.verdict == "not_enough"
        assert "too alike" in answer.words
    flat_pain = estimate(whole.day, np.full(120, 4.0), whole.activity).curves["same"]
    assert (flat_pain.verdict, flat_pain.core) == ("not_enough", ())


def test_the_best_level_and_its_ranges_are_where_the_truth_is() -> None:
    answer = same(MEDIUM)
    assert answer.best is not None
    assert answer.best_interval is not None
    low, high = answer.best_interval
    assert low is not None
    assert high is not None
    assert 4_500 < low < answer.best < high < 8_500
    assert len(answer.core) == 1
    assert answer.core[0][0] < 6_000 < answer.core[0][1]
    assert answer.core[0][0] >= answer.possible[0][0]
    assert answer.core[0][1] <= answer.possible[0][1]


def test_only_a_medium_has_a_best_level_but_ranges_are_there_for_every_verdict() -> None:
    for world in (FLAT, MORE, LESS, INVERTED):
        answer = same(world)
        assert (answer.best, answer.best_interval, answer.stage) == (None, None, None)
        assert answer.likely
        assert answer.possible


def test_nothing_is_said_outside_what_was_tried() -> None:
    whole = write(MEDIUM, 120, 1)
    known = whole.activity[~np.isnan(whole.activity)]
    answer = of(whole).curves["same"]
    assert np.quantile(known, 0.02) < answer.grid[0] < answer.grid[-1] < np.quantile(known, 0.98)
    assert all(answer.grid[0] <= end <= answer.grid[-1] for span in answer.possible for end in span)


def test_an_end_of_the_interval_at_the_edge_of_what_was_tried_is_no_number() -> None:
    found = [same(MEDIUM, days=40, seed=seed) for seed in (6, 13, 32, 35, 42)]
    edges = [answer for answer in found if answer.best_interval and None in answer.best_interval]
    assert len(edges) == len(found)
    said = ("or less", "or more", "anywhere in what you have tried")
    assert all(any(words in answer.words for words in said) for answer in edges)


def test_a_tolerance_gives_the_levels_that_are_surely_under_it() -> None:
    assert same(MEDIUM).sure is None
    generous = same(MEDIUM, tolerance=8.0)
    assert generous.sure == ((generous.grid[0], generous.grid[-1]),)
    assert "Average pain on the same day is 8 or less with" in generous.words
    strict = same(World(MEDIUM.shape, base=7.0), tolerance=3.0)
    assert strict.sure == strict.maybe == ()
    assert "So far, average pain on the same day was above 3 at every level you have tried." in strict.words


def test_a_tolerance_that_may_be_kept_at_some_level_is_not_called_out_of_reach() -> None:
    near = same(MEDIUM, tolerance=4.0)
    assert near.sure == ()
    assert near.maybe
    assert "Average pain on the same day may be 4 or less with" in near.words


def test_the_words_fit_what_is_measured() -> None:
    def words(world: World, measure: str) -> str:
        written = write(world, 120, 1)
        answer = estimate(written.day, written.pain, written.activity, written.weekend, measure=measure)
        return answer.curves["same"].words

    assert "Busier days had less pain" in words(MORE, "steps")
    assert "bad days may be the reason for doing less" in words(MORE, "active_minutes")
    assert "active_minutes" not in words(MEDIUM, "active_minutes")
    sitting = words(LESS, "sitting_minutes")
    assert "Days with less sitting had less pain" in sitting
    assert "bad days may be the reason for doing more" in sitting
    more_sitting = words(MORE, "sitting_minutes")
    assert "Careful" not in more_sitting
    assert "Less movement is not the goal." in more_sitting
    assert "Less movement is not the goal." in words(LESS, "steps")
    assert "lowest around load " in words(MEDIUM, "load")


def test_a_medium_that_stands_for_weeks_is_established_and_a_new_one_emerging() -> None:
    diaries = [write(MEDIUM, 45, seed) for seed in range(12)]
    now = [of(one).curves["same"].stage for one in diaries]
    week_before = [
        of(Written(*(c[:-7] for c in vars(one).values()))).curves["same"].verdict for one in diaries
    ]
    assert {*now} == {None, Stage.EMERGING, Stage.ESTABLISHED}
    stood = [before for stage, before in zip(now, week_before, strict=True) if stage is Stage.ESTABLISHED]
    assert set(stood) == {"medium"}


def test_the_same_diary_has_the_same_answer_to_the_last_byte() -> None:
    first, second = (json.dumps(of(write(MEDIUM, 120, 1)).as_json()) for _ in range(2))
    assert first == second


ADVICE = ("should", "safe", "optimal", "treat", "must", "cause you", "prove", "best", "surer", "will", "good")


@pytest.mark.parametrize("measure", ["steps", "active_minutes", "sitting_minutes", "load", "activity"])
@pytest.mark.parametrize("lag", Lag)
@pytest.mark.parametrize("verdict", Verdict)
def test_words_never_promise_or_advise(verdict: Verdict, lag: Lag, measure: str) -> None:
    spans = ((3_000.0, 5_000.0),)
    for core in (spans, ()):
        for sure, maybe in ((spans, spans), ((), spans), ((), ())):
            known = CurveAnswer(verdict, "", best=4_000.0, core=core, likely=spans, sure=sure, maybe=maybe)
            text = describe_answer(known, lag, measure, 4.0, Stage.EMERGING).words
            assert not [word for word in ADVICE if word in text.replace("There may still be one", "")], text
    assert not any(word in ASSOCIATION for word in ADVICE)


@pytest.mark.parametrize(
    ("core", "words"),
    [
        (((2_000.0, 9_500.0),), "On days with 2,000 to 9,500 steps it was about the same, within one point."),
        (((2_000.0, 2_300.0),), "It is too early to say how big the difference is."),
        ((), "It is too early to say how big the difference is."),
    ],
)
def test_without_a_pattern_a_narrow_range_is_not_called_much_the_same(
    core: tuple[Span, ...], words: str
) -> None:
    known = CurveAnswer(Verdict.NO_PATTERN, "", core=core, likely=core, grid=(2_000.0, 10_000.0))
    assert words in describe_answer(known, Lag.SAME, "steps", None).words
    assert known.even is ("about the same" in words)


def test_what_may_mislead_is_said_beside_it() -> None:
    assert "bad days may be the reason for doing less" in same(MORE).words
    assert "There may still be one" in same(FLAT).words


def test_columns_of_different_lengths_are_an_error() -> None:
    with pytest.raises(ValueError, match="same length"):
        estimate([1, 2, 3], [4, 4], [1, 2, 3])


def test_no_hostile_diary_raises_or_warns() -> None:
    verdicts: Counter[str] = Counter()
    for seed in range(2_000):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            day, pain, activity, weekend = hostile(seed)
        with warnings.catch_warnings(), np.errstate(divide="raise", over="raise", invalid="raise"):
            warnings.simplefilter("error")
            medium = estimate(day, pain, activity, weekend, tolerance=4.0 if seed % 2 else None)
        verdicts.update(str(curve.verdict) for curve in medium.curves.values())
        json.dumps(medium.as_json(), allow_nan=False)
    assert sum(count for verdict, count in verdicts.items() if verdict != "not_enough") > 400
